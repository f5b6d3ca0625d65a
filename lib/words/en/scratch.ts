/** How a unit, a circuit and a perceptron introduce themselves when a cell prints them. */
import { count, input, list, number } from './numbers';

/** Formulas up to this many inputs are written out. */
const writtenOut = 6;

export const scratch = {
  unit: 'unit',
  rowUnit: (x: readonly number[]) => x.join(''),
  or: 'or',
  never: 'never',
  perceptron: 'perceptron',

  describeUnit: (label: string, weights: readonly number[], threshold: number, inhibitory: readonly number[]) =>
    `${label}: fires when ${weightedSum(weights)} ≥ ${number(threshold)}` +
    (inhibitory.length > 0
      ? ` and ${list(inhibitory.map((i) => input(i + 1)))} ${inhibitory.length > 1 ? 'are' : 'is'} 0`
      : ''),

  describeCircuit: (inputs: number, units: readonly number[]) =>
    `circuit: ${count(inputs, 'input')} → ${units.map((many) => count(many, 'unit')).join(' → ')}`,

  describeNeuron: (activation: string, weights: readonly number[], bias: number) =>
    `neuron: ${activation}(${weightedSum(weights)} ${bias < 0 ? '-' : '+'} ${number(Math.abs(bias))})`,

  describeLayer: (inputs: number, units: number, activation: string) =>
    `layer: ${count(inputs, 'input')} → ${count(units, 'unit')}, ${activation}`,

  describeNetwork: (inputs: number, layers: readonly (readonly [units: number, activation: string])[]) =>
    `network: ${count(inputs, 'input')} → ` +
    layers.map(([units, activation]) => `${count(units, 'unit')} (${activation})`).join(' → '),
};

/** `x₁ + 2·x₂ - x₃` for a few weights, a phrase for many. */
function weightedSum(weights: readonly number[]): string {
  if (weights.length > writtenOut) return `the weighted sum of ${count(weights.length, 'input')}`;
  const terms = weights.flatMap((weight, i) => (weight === 0 ? [] : [{ weight, name: input(i + 1) }]));
  if (terms.length === 0) return '0';
  return terms
    .map(({ weight, name }, i) => {
      const size = Math.abs(weight) === 1 ? name : `${number(Math.abs(weight))}·${name}`;
      if (i === 0) return weight < 0 ? `-${size}` : size;
      return weight < 0 ? ` - ${size}` : ` + ${size}`;
    })
    .join('');
}
