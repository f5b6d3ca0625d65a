/** The third exercise of lesson 05: a network by hand that tells penguins by their bills. */
import { penguins } from '../../data/tables';
import type { Matrix } from '../../scratch/layer';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import { isMatrix, transpose } from '../matrices';
import { type Exercise, type Verdict, wrong } from '../verdict';
import { right } from './05-layers-and-matrices';

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
    if ([W1, b1, W2, b2].includes(undefined)) return wrong(say.chinstrap.nothing);
    if (!isMatrix(W1) || !isMatrix(W2) || !isList(b1) || !isList(b2)) return wrong(say.chinstrap.lists);
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
    return byRates(takenFor({ W1, b1, W2, b2 }), W2[0]!, b2[0]!);
  },
};

/** The verdict on the shares of each species that a network takes for Chinstraps, and on what its last unit hears and asks. */
function byRates({ adelie, found, gentoo, others, stuck }: Taken, weights: number[], bias: number): Verdict {
  const unit = stuck.findIndex((yes, i) => yes !== undefined && weights[i] !== 0); // one that nobody hears does no harm
  // With weights above 0, one hidden yes alone is an OR if it brings the last sum to 0.
  const either = weights.every((w) => w > 0) && weights.some((w) => w + bias >= 0);
  const balanced = (found + 1 - others) / 2;
  const numbers = say.chinstrap.numbers(found, adelie, gentoo, balanced);
  if (balanced >= 0.9) return { status: 'passed', points: 3, message: say.chinstrap.passed(numbers) };
  const ideas: [boolean, (numbers: string) => string][] = [
    [unit >= 0, (numbers) => say.chinstrap.stuck(unit + 1, stuck[unit]!, numbers)],
    [weights.reduce((sum, w) => sum + Math.max(w, 0), bias) <= 0, say.chinstrap.noRoom],
    [balanced < 0.25, say.chinstrap.opposite],
    [found + others === 0, say.chinstrap.silent],
    [found === 1 && others === 1, say.chinstrap.always],
    [weights.length === 1, say.chinstrap.oneUnit],
    [either && others > 0.2, say.chinstrap.either],
    [found < 0.85 && 1 - found >= Math.max(adelie, gentoo), say.chinstrap.shy],
    [adelie > 0.08 && adelie >= gentoo, say.chinstrap.adelies],
    [gentoo > 0.08, say.chinstrap.gentoos],
    [true, say.chinstrap.wrong],
  ];
  const points = [0.8, 0.7].filter((enough) => balanced >= enough).length;
  return { status: 'wrong', points, message: ideas.find(([looksLikeIt]) => looksLikeIt)![1](numbers) };
}

type Taken = ReturnType<typeof takenFor>;

/** For each species, the share that a network takes for Chinstraps; for each hidden unit, what it says if always the same. */
function takenFor({ W1, b1, W2, b2 }: PlainNetwork) {
  const { xs, ys } = penguins({ features: ['bill_length_mm', 'bill_depth_mm'] });
  const species = tf.tidy(() => ys.argMax(1).arraySync() as number[]);
  const hidden = right({ W: W1, b: b1 }, transpose(xs.arraySync()));
  const yes = right({ W: W2, b: b2 }, hidden)[0]!.map((a) => a >= 0.5);
  const stuck = hidden.map((row) => {
    const answers = new Set(row.map((a) => a >= 0.5));
    return answers.size === 1 ? answers.has(true) : undefined;
  });
  tf.dispose([xs, ys]);
  const share = (...which: number[]) => {
    const birds = yes.filter((_, i) => which.includes(species[i]!));
    return birds.filter(Boolean).length / birds.length;
  };
  return { adelie: share(0), found: share(1), gentoo: share(2), others: share(0, 2), stuck };
}

const isList = (value: unknown): value is number[] => isMatrix([value]);
