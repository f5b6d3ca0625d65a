/** The first exercise of lesson 07: cross-entropy in one line; 07-from-scores.ts and 07-stock.ts have the others. */
import { words } from '../../words';
import { sum } from '../arithmetic';
import { judgeClose } from '../close';
import type { Exercise } from '../verdict';

const say = words.lesson07.exercises;

type Loss = (y: number[], a: number[]) => number;

const over =
  (term: (y: number, a: number) => number): Loss =>
  (y, a) =>
    sum(y.map((yi, i) => term(yi, a[i]!)));
const surprise: Loss = (y, a) => -Math.log(a[y.indexOf(1)]!);

/** Recall: the cross-entropy of one answer among several. */
export const crossentropy: Exercise<Loss> = {
  points: 1,
  hints: say.crossentropy.hints,
  judge: (attempt) =>
    judgeClose<[number[], number[]]>(attempt, {
      points: 1,
      inputs: [
        [[0, 0, 1], [0.2, 0.3, 0.5]],
        [[1, 0], [0.25, 0.75]],
        [[0, 1, 0, 0], [0.1, 0.6, 0, 0.3]],
        [[1, 0, 0], [0.9, 0.04, 0.06]],
        [[0, 1], [1, 1e-30]],
      ], // prettier-ignore
      right: surprise,
      misconceptions: [
        { looksLike: (y, a) => -surprise(y, a), message: say.crossentropy.noMinus },
        { looksLike: over((y, a) => y * Math.log(a)), message: say.crossentropy.noMinus },
        { looksLike: over((y, a) => -y * Math.log(a)), message: say.crossentropy.nanAtZero },
        { looksLike: over((_, a) => -Math.log(a)), message: say.crossentropy.everyClass },
        { looksLike: (y, a) => surprise(y, a) / Math.LN2, message: say.crossentropy.otherLog },
        { looksLike: (y, a) => surprise(y, a) / Math.LN10, message: say.crossentropy.otherLog },
        { looksLike: (y, a) => 1 - a[y.indexOf(1)]!, message: say.crossentropy.distance },
        { looksLike: over((y, a) => (a - y) ** 2), message: say.crossentropy.squares },
        { looksLike: (y, a) => over((y, a) => (a - y) ** 2)(y, a) / y.length, message: say.crossentropy.squares },
        { looksLike: (y, a) => surprise(y, a) / y.length, message: say.crossentropy.mean },
        { looksLike: (y, a) => over((y, a) => -y * Math.log(a))(y, a) / y.length, message: say.crossentropy.mean },
        { looksLike: over((y, a) => -y * Math.log2(a)), message: say.crossentropy.otherLog },
        { looksLike: over((y, a) => -y * Math.log10(a)), message: say.crossentropy.otherLog },
        { looksLike: (_, a) => -Math.log(Math.max(...a)), message: say.crossentropy.largest },
        { looksLike: binary, message: say.crossentropy.binary },
        { looksLike: (y, a) => binary(y, a) / y.length, message: say.crossentropy.binary },
        { looksLike: over((y, a) => -y * Math.log(a) - (1 - y) * Math.log(1 - a)), message: say.crossentropy.binary },
        { looksLike: over((y, a) => -a * Math.log(y)), message: say.crossentropy.exchanged },
      ],
      passed: say.crossentropy.passed,
      wrong: say.crossentropy.wrong,
      recognise: (came, expected) => {
        const over = came.map(({ flat: [L] }, i) => expected[i]!.flat[0]! - L!); // only the last right class is unlikely
        return over.pop()! > 1 && over.every((less) => Math.abs(less) < 0.01) ? say.crossentropy.clipped : undefined;
      },
    }),
};

/** The surprise of as many yes-or-no answers. */
function binary(y: number[], a: number[]): number {
  return over((y, a) => -Math.log(y === 1 ? a : 1 - a))(y, a);
}
