/** Circuits: units in layers, each layer reading what the layer before it says. */
import { inspect } from 'node:util';
import { bits, fail } from '../assert';
import type { Bit } from '../types';
import { words } from '../words';
import type { Unit } from './mcculloch-pitts';

/** A circuit, made by {@link circuit}: call it with its inputs. */
export interface Circuit {
  /** Returns what the last layer says to these inputs, each 0 or 1. */
  (x: readonly number[]): Bit[];
  /** Returns what every layer says, from the first to the last. */
  forward(x: readonly number[]): Bit[][];
  /** The last layer's answer at any point of space, not at its corners alone. */
  at(x: readonly number[]): Bit[];
  /** How many inputs the circuit reads. */
  readonly inputs: number;
  readonly layers: readonly (readonly Unit[])[];
}

/**
 * Connects units in layers: the first reads the inputs, each later one the outputs of the layer before.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const or = scratch.unit({ weights: [1, 1], threshold: 1, label: 'or' });
 * const nand = scratch.unit({ weights: [-1, -1], threshold: -1, label: 'nand' });
 * const and = scratch.unit({ weights: [1, 1], threshold: 2, label: 'and' });
 * const xor = scratch.circuit([[or, nand], [and]]);
 * console.log(xor([0, 1]), xor.forward([0, 1]));
 * ```
 *
 * Throws where a layer is empty or a unit has not one weight for each output of the layer before.
 * Source: McCulloch and Pitts, "A logical calculus of the ideas immanent in nervous activity", 1943 ("nets without
 * circles").
 */
export function circuit(layers: readonly (readonly Unit[])[]): Circuit {
  const who = 'scratch.circuit';
  const inputs = connect(who, layers);
  const fixed = Object.freeze(layers.map((units) => Object.freeze([...units])));

  const onwards = (first: Bit[]): Bit[][] => {
    const outputs = [first];
    for (const units of fixed.slice(1)) outputs.push(units.map((each) => each(outputs.at(-1)!)));
    return outputs;
  };
  const forward = (x: readonly number[]): Bit[][] => {
    bits(who, { x }, inputs);
    return onwards(fixed[0]!.map((each) => each(x)));
  };
  return Object.freeze(
    Object.assign((x: readonly number[]) => forward(x).at(-1)!, {
      forward,
      at: (x: readonly number[]) => onwards(fixed[0]!.map((each) => each.at(x))).at(-1)!,
      inputs,
      layers: fixed,
      [inspect.custom]: () =>
        words.scratch.describeCircuit(
          inputs,
          fixed.map((units) => units.length),
        ),
    }),
  );
}

/** Checks that every unit fits the layer before; returns how many inputs the first layer reads. */
function connect(who: string, layers: readonly (readonly Unit[])[]): number {
  if (!isList(layers)) fail(who, 'an array of layers, at least one', layers);
  layers.forEach((units, i) => {
    if (!isList(units)) fail(who, `layer ${i + 1} to be an array of units, at least one`, units);
    const bad = units.findIndex((each) => !isUnit(each));
    if (bad >= 0) fail(who, `place ${bad + 1} of layer ${i + 1} to hold a unit, made by scratch.unit`, units[bad]);
  });
  const inputs = layers[0]![0]!.weights.length;
  const read = layers[0]!.map(({ weights }) => weights.length);
  // Nobody can say which of them is wrong, so all are named.
  if (read.some((count) => count !== inputs)) {
    fail(who, 'the units of layer 1 to have the same number of weights, one for each input', read.join(', '));
  }
  layers.slice(1).forEach((units, i) => {
    const before = layers[i]!.length;
    const odd = units.findIndex(({ weights }) => weights.length !== before);
    if (odd < 0) return;
    const weights = before === 1 ? '1 weight' : `${before} weights`;
    const which = `unit ${odd + 1} of layer ${i + 2} ('${units[odd]!.label}')`;
    fail(who, `${which} to have ${weights}, one for each unit of layer ${i + 1}`, units[odd]!.weights.length);
  });
  return inputs;
}

function isUnit(value: unknown): value is Unit {
  return typeof value === 'function' && Array.isArray((value as Partial<Unit>).weights);
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
