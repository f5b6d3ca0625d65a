/** How values and networks of values introduce themselves, and what a check of gradients says. */
import { count, number } from './numbers';

export const autograd = {
  value: ({ data, grad, label, op }: { data: number; grad: number; label: string; op: string }) =>
    `Value${label && ` '${label}'`}: data ${number(data)}, grad ${number(grad)}${op && `, by ${op}`}`,
  unnamed: (op: string, data: number) => `the value ${number(data)}${op && ` (by ${op})`}`,

  neuron: (inputs: number, activation: string) => `Neuron: ${count(inputs, 'input')}, ${activation}`,
  layer: (inputs: number, units: number, activation: string) =>
    `Layer: ${count(inputs, 'input')} → ${count(units, 'unit')}, ${activation}`,
  mlp: (inputs: number, units: readonly number[], parameters: number) =>
    `MLP: ${[count(inputs, 'input'), ...units.map((many) => count(many, 'unit'))].join(' → ')}, ` +
    count(parameters, 'parameter'),
};
