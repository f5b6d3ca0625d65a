/** What drawings of networks say. */
import { count, first, number } from '../numbers';

export const network = {
  title: 'Network',
  axis: 'signals run from left to right',
  column: (i: number) => (i === 0 ? 'inputs' : `layer ${i}`),
  positive: 'weight above 0',
  negative: 'weight below 0',
  veto: 'veto',
  fires: 'fires (1)',
  silent: 'silent (0)',
  above: 'answers above 0',
  notAbove: 'answers 0 or below',
  unit: 'unit',
  more: (units: number) => count(units, 'more unit', 'more units'),
  graded: (layer: number, unit: number, activation: string, bias: number, answer?: number) =>
    `layer ${layer}, unit ${unit + 1} (${activation}): bias ${number(bias)}` +
    (answer === undefined ? '' : `<br>now it answers ${number(answer)}`),
  threshold: (threshold: number) => `≥ ${number(threshold)}`,
  compare: (sum: number, threshold: number) => `${number(sum)} ${sum >= threshold ? '≥' : '<'} ${number(threshold)}`,
  now: (comparison: string, fires: boolean) => `now ${comparison}: ${fires ? 'it fires' : 'it is silent'}`,
  weight: (from: string, to: string, weight: string) => `from ${from} to ${to || 'the unit'}: ${weight}`,
  description: (
    [inputs = 0, ...layers]: number[],
    weights: readonly number[],
    now?: { x: readonly number[]; fire: number; answer: readonly number[]; graded: boolean },
  ) => {
    const units = layers.reduce((sum, many) => sum + many, 0);
    const below = weights.filter((weight) => weight < 0).length;
    const build =
      `${count(units, 'unit')} in ${count(layers.length, 'layer')} over ${count(inputs, 'input')}, ` +
      `with ${count(weights.length, 'connection')}, ${number(below)} of them below 0.`;
    if (!now) return build;
    const fire = now.graded ? (now.fire === 1 ? 'answers' : 'answer') + ' above 0' : now.fire === 1 ? 'fires' : 'fire';
    return (
      `${build} For the inputs [${written(now.x)}] ` +
      `${number(now.fire)} of ${count(units, 'unit')} ${fire} and the answer is [${written(now.answer)}].`
    );
  },
};

/** Numbers of a list, the first of a long one. */
function written(values: readonly number[]): string {
  return first(values.map(number), 10).join(', ');
}
