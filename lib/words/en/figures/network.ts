/** What drawings of networks say. */
import { count, number } from '../numbers';

export const network = {
  title: 'Network',
  axis: 'signals run from left to right',
  column: (i: number) => (i === 0 ? 'inputs' : `layer ${i}`),
  positive: 'weight above 0',
  negative: 'weight below 0',
  veto: 'veto',
  fires: 'fires (1)',
  silent: 'silent (0)',
  unit: 'unit',
  threshold: (threshold: number) => `≥ ${number(threshold)}`,
  compare: (sum: number, threshold: number) => `${number(sum)} ${sum >= threshold ? '≥' : '<'} ${number(threshold)}`,
  now: (comparison: string, fires: boolean) => `now ${comparison}: ${fires ? 'it fires' : 'it is silent'}`,
  weight: (from: string, to: string, weight: string) => `from ${from} to ${to || 'the unit'}: ${weight}`,
  description: (
    [inputs = 0, ...layers]: number[],
    weights: number[],
    now?: { x: readonly number[]; fire: number; answer: number[] },
  ) => {
    const units = layers.reduce((sum, many) => sum + many, 0);
    const below = weights.filter((weight) => weight < 0).length;
    const build =
      `${count(units, 'unit')} in ${count(layers.length, 'layer')} over ${count(inputs, 'input')}, ` +
      `with ${count(weights.length, 'connection')}, ${number(below)} of them below 0.`;
    if (!now) return build;
    return (
      `${build} For the inputs [${now.x.map(number).join(', ')}] ` +
      `${number(now.fire)} of ${count(units, 'unit')} ${now.fire === 1 ? 'fires' : 'fire'} and the answer is [${now.answer.join(', ')}].`
    );
  },
};
