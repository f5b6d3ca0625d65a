/** The third exercise of lesson 01: rules that name a circle, a square, a triangle. */
import { shapes } from '../../data/shapes';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson01.exercises.shape;

/** Transfer: rules by hand for pictures that were drawn by a rule. */
export const shapeOf: Exercise<(picture: number[][]) => number> = {
  points: 3,
  hints: say.hints,
  judge(attempt): Verdict {
    const { pictures, labels, areas } = drawn();
    const answers: unknown[] = pictures.map((picture) => attempt(picture.map((row) => [...row])));
    if (answers.some((answer) => typeof answer === 'string')) return wrong(say.texts);
    if (answers.some((answer) => answer === undefined)) return wrong(say.nothing);
    const odd = answers.find((answer) => answer !== 0 && answer !== 1 && answer !== 2);
    if (odd !== undefined) return wrong(say.outside(typeof odd === 'number' ? String(odd) : typeof odd));

    const right = labels.filter((label, i) => answers[i] === label).length;
    const numbers = say.numbers(right, labels.length);
    const share = right / labels.length;
    if (share >= 0.95) return { status: 'passed', points: 3, message: say.passed(numbers) };
    const said = [0, 1, 2].filter((shape) => answers.includes(shape));
    const missing = [0, 1, 2].find((shape) => !said.includes(shape));
    const orders = [[1, 0, 2], [0, 2, 1], [2, 1, 0], [1, 2, 0], [2, 0, 1]]; // prettier-ignore
    const swapped = orders.some((order) => labels.filter((label, i) => order[answers[i] as number] === label).length / labels.length >= 0.85); // prettier-ignore
    const bySize = labels.map((_, i) => i).sort((a, b) => areas[a]! - areas[b]!);
    const turns = bySize.filter((picture, i) => i > 0 && answers[picture] !== answers[bySize[i - 1]!]).length;
    const ideas: [boolean, string][] = [
      [said.length === 1, say.constant(say.names[said[0]!]!)],
      [swapped, say.swapped(numbers)],
      [turns < labels.length / 8 && said.every((shape) => answers.filter((answer) => answer === shape).length < 0.8 * labels.length), say.size(numbers)], // prettier-ignore
      [missing !== undefined, say.never(say.names[missing ?? 0]!, numbers)],
      [true, say.wrong(numbers)],
    ];
    return wrong(
      ideas.find(([looksLikeIt]) => looksLikeIt)![1],
      [0.85, 0.6].filter((enough) => share >= enough).length,
    );
  },
};

/** 300 pictures of 16 rows of 16 numbers, the shape of each, and how many pixels it covers. */
function drawn(): { pictures: number[][][]; labels: number[]; areas: number[] } {
  const { xs, ys, masks, boxes } = shapes({ samples: 300, seed: 11 });
  const pictures = xs.arraySync().map((rows) => rows.map((row) => row.map(([pixel]) => pixel!)));
  const labels = ys.arraySync().map((row) => row.indexOf(1));
  const areas = masks.arraySync().map((mask) => mask.flat(2).reduce((sum, pixel) => sum + pixel, 0));
  tf.dispose([xs, ys, masks, boxes]);
  return { pictures, labels, areas };
}
