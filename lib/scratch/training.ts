/** The training loop: shuffle, take a batch, forward, backward, one step of the optimizer; again and again. */
import { fail, whole } from '../assert';
import { generator } from '../random';
import type { Dataset, Example } from '../types';
import { Overflow } from './checks';
import type { Layer } from './layer';
import { tooLarge, type Optimizer } from './optimizer';
import { sgd } from './optimizers';
import { rowsFor, type Targets } from './targets';

/** Options of `Network.fit`. */
export interface NetworkFitOptions {
  /** How many times to go through the examples. Default 100. */
  epochs?: number;
  /** How many examples make one step. Default 32, as in tfjs; with scratch.gd, all of them. */
  batchSize?: number;
  /** What turns gradients into steps; it remembers, so make a new one for each fit. Default scratch.sgd(), rate 0.01. */
  optimizer?: Optimizer;
  /** The whole number that decides the order of the examples. Default 0. */
  seed?: number;
}

/** What `Network.fit` has seen. */
export interface NetworkHistory {
  /** The mean loss over all the examples after each epoch. */
  loss: number[];
  /** All weights and biases, before the first epoch and after each. */
  parameters: number[][];
  /** Whether numbers overflowed: the network then has the parameters of its last good epoch. */
  diverged: boolean;
}

/** What the loop needs of a network. */
interface Trainable {
  readonly layers: readonly Layer[];
  readonly inputs: number;
  parameters: number[];
  readonly gradients: number[];
  forward(xs: number[][]): number[][];
  backward(ys: number[][]): number;
  evaluate(xs: number[][], ys: number[][]): number;
}

/** Trains a network; `Network.fit` is its door. */
export function train(
  network: Trainable,
  data: Dataset | readonly Example[] | readonly Targets[],
  { epochs = 100, batchSize, optimizer = sgd(), seed = 0 }: NetworkFitOptions,
): NetworkHistory {
  const who = 'Network.fit';
  whole(who, { epochs }, 1, 1_000_000);
  if (batchSize !== undefined) whole(who, { batchSize }, 1);
  whole(who, { seed }, 0);
  if (typeof optimizer?.step !== 'function') fail(who, 'an optimizer, as scratch.adam() makes it', optimizer);
  const { xs, ys } = rowsFor(who, data, network.inputs, network.layers.at(-1)!.units);
  const size = batchSize ?? (optimizer.batch === 'all' ? xs.length : 32);
  const random = generator(seed);

  const history: NetworkHistory = { loss: [], parameters: [network.parameters], diverged: false };
  while (history.loss.length < epochs) {
    const order = random.shuffle(xs.map((_, i) => i));
    const loss = epoch(network, batches(order, size), xs, ys, optimizer);
    if (loss === undefined) {
      network.parameters = history.parameters.at(-1)!;
      return { ...history, diverged: true };
    }
    history.loss.push(loss);
    history.parameters.push(network.parameters);
  }
  return history;
}

/** One epoch; returns the loss after it, or nothing where a number overflowed. */
function epoch(
  network: Trainable,
  batches: number[][],
  xs: number[][],
  ys: number[][],
  optimizer: Optimizer,
): number | undefined {
  try {
    for (const batch of batches) {
      network.forward(batch.map((i) => xs[i]!));
      network.backward(batch.map((i) => ys[i]!));
      const { parameters, gradients } = network;
      if (gradients.some(tooLarge)) return undefined;
      const moved = optimizer.step(parameters, gradients);
      if (!moved.every(Number.isFinite)) return undefined;
      network.parameters = moved;
    }
    const loss = network.evaluate(xs, ys);
    return Number.isFinite(loss) ? loss : undefined;
  } catch (error) {
    if (error instanceof Overflow) return undefined;
    throw error;
  }
}

function batches(order: number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(order.length / size) }, (_, i) => order.slice(i * size, (i + 1) * size));
}
