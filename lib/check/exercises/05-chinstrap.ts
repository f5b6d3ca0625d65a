/** The third exercise of lesson 05: a network by hand that tells penguins by their bills. */
import { penguins } from '../../data/tables';
import type { Matrix } from '../../scratch/layer';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import type { Exercise, Verdict } from '../verdict';
import { isMatrix, right, through, transpose, wrong } from './05-layers-and-matrices';

const say = words.lesson05.exercises;

/** A network with one hidden layer in plain numbers. */
export interface PlainNetwork {
  W1: Matrix;
  b1: number[];
  W2: Matrix;
  b2: number[];
}

/** Transfer: a hand-made network that tells Chinstrap penguins by the length and the depth of their bills. */
export const chinstrap: Exercise<() => PlainNetwork> = {
  points: 3,
  hints: say.chinstrap.hints,
  judge(attempt): Verdict {
    const network = (attempt() ?? {}) as Partial<Record<keyof PlainNetwork, unknown>>;
    const { W1, b1, W2, b2 } = network;
    if (!isMatrix(W1) || !isMatrix(W2) || !isList(b1) || !isList(b2)) return wrong(say.chinstrap.nothing);
    const n = b1.length;
    const fits = (M: Matrix, rows: number, columns: number) =>
      M.length === rows && M.every((row) => row.length === columns);
    if (n !== 2 && fits(W1, 2, n)) return wrong(say.chinstrap.transposed('W1'));
    if (n !== 1 && fits(W2, n, 1)) return wrong(say.chinstrap.transposed('W2'));
    if (n === 0 || !fits(W1, n, 2) || !fits(W2, 1, n) || b2.length !== 1) {
      const sizes = (w1: number[], w2: number[], ...b: number[]) =>
        `W1 (${w1.join(', ')}), b1 (${b[0]}), W2 (${w2.join(', ')}), b2 (${b[1]})`;
      const came = sizes([W1.length, W1[0]?.length ?? 0], [W2.length, W2[0]?.length ?? 0], n, b2.length);
      return wrong(say.chinstrap.shapes(n, sizes([n, 2], [1, n], n, 1), came));
    }
    if (![...W1.flat(), ...b1, ...W2.flat(), ...b2].every(Number.isFinite)) return wrong(say.chinstrap.notFinite);
    // With weights above 0, one hidden yes alone is an OR if it brings the last sum to 0.
    const either = W2[0]!.every((w) => w > 0) && W2[0]!.some((w) => w + b2[0]! >= 0);
    return byRates(takenFor({ W1, b1, W2, b2 }), n, either);
  },
};

/** The verdict on the shares of Adelies, Chinstraps and Gentoos that a network of n hidden units takes for Chinstraps. */
function byRates({ adelie, found, gentoo, others }: ReturnType<typeof takenFor>, n: number, either: boolean): Verdict {
  const balanced = (found + 1 - others) / 2;
  const numbers = say.chinstrap.numbers(found, adelie, gentoo, balanced);
  if (balanced >= 0.9) return { status: 'passed', points: 3, message: say.chinstrap.passed(numbers) };
  const ideas: [boolean, (numbers: string) => string][] = [
    [found + others === 0, say.chinstrap.silent],
    [found === 1 && others === 1, say.chinstrap.always],
    [n === 1, say.chinstrap.oneUnit],
    [either && others > 0.2, say.chinstrap.either],
    [found < 0.85 && 1 - found >= Math.max(adelie, gentoo), say.chinstrap.shy],
    [adelie > 0.08 && adelie >= gentoo, say.chinstrap.adelies],
    [gentoo > 0.08, say.chinstrap.gentoos],
    [true, say.chinstrap.wrong],
  ];
  const points = [0.8, 0.7].filter((enough) => balanced >= enough).length;
  return { status: 'wrong', points, message: ideas.find(([looksLikeIt]) => looksLikeIt)![1](numbers) };
}

/** For each species, the share that a network takes for Chinstraps. */
function takenFor({ W1, b1, W2, b2 }: PlainNetwork) {
  const { xs, ys } = penguins({ features: ['bill_length_mm', 'bill_depth_mm'] });
  const species = tf.tidy(() => ys.argMax(1).arraySync() as number[]);
  const layers = [
    { W: W1, b: b1 },
    { W: W2, b: b2 },
  ];
  const yes = through(layers, transpose(xs.arraySync()), right)[0]!.map((a) => a >= 0.5);
  tf.dispose([xs, ys]);
  const share = (...which: number[]) => {
    const birds = yes.filter((_, i) => which.includes(species[i]!));
    return birds.filter(Boolean).length / birds.length;
  };
  return { adelie: share(0), found: share(1), gentoo: share(2), others: share(0, 2) };
}

const isList = (value: unknown): value is number[] => isMatrix([value]);
