/** Kohonen's self-organising map: units on a grid, each with a place among the data; neighbours move together. */
import { inspect } from 'node:util';
import { fail, numbers, positive, whole } from '../assert';
import { inputRows, type Inputs } from '../data/examples';
import { generator, type Generator } from '../random';
import { words } from '../words';
import { distance } from './distance';

/** Options of {@link SOM}. */
export interface SOMOptions {
  /** How many rows of units the map has. */
  rows: number;
  /** How many units stand in a row. */
  columns: number;
  /** How many numbers an input has. */
  inputs: number;
  /** A whole number from 0 up that decides the first weights and the order of the inputs. Default 0. */
  seed?: number;
}

/** Options of {@link SOM.update}. */
export interface SOMUpdateOptions {
  /** How far the winner moves to the input, above 0 up to 1: the share of the way. Default 0.5. */
  learningRate?: number;
  /** How far on the grid others move with it: the deviation of the bell, above 0. Default half the longer side. */
  radius?: number;
}

/** Options of {@link SOM.fit}. */
export interface SOMFitOptions extends SOMUpdateOptions {
  /** How many times to go through the inputs, each time in another order. Default 20. */
  epochs?: number;
  /** What the learning rate has fallen to at the end, in equal ratios. Default 0.01, or the first if that is less. */
  finalLearningRate?: number;
  /** What the radius has shrunk to at the end, in equal ratios. Default 0.5, or the first if that is less. */
  finalRadius?: number;
  /** Called after each epoch, counted from 0. */
  onEpoch?: (epoch: number, som: SOM) => void;
}

/** A unit's place on the map. */
export interface SOMUnit {
  row: number;
  column: number;
}

/**
 * A self-organising map of `rows` × `columns` units. For each input x the unit nearest to it wins, and all move towards
 * x, the winner most: w ← w + η h (x − w), with h = exp(−d² / 2r²) for a unit d away from the winner on the grid.
 *
 * ```ts
 * import { data, models } from 'neurona';
 *
 * const som = new models.SOM({ rows: 4, columns: 6, inputs: 2, seed: 7 });
 * const { xs } = data.moons();
 * som.fit(xs, { epochs: 10 });
 * console.log(som.winner([0, 1]), som.quantisationError(xs), som.distances());
 * ```
 *
 * Inputs should be of one scale, such as standardised: the weights begin at random from −1 to 1.
 * Throws where an option is out of range, or an input has not `inputs` finite numbers.
 * Source: Kohonen, "Self-organized formation of topologically correct feature maps", 1982; lesson 22.
 */
export class SOM {
  /** The place of each unit among the inputs, [rows][columns][inputs]. */
  weights: number[][][];
  readonly rows: number;
  readonly columns: number;
  readonly inputs: number;
  readonly #random: Generator;

  constructor({ rows, columns, inputs, seed = 0 }: SOMOptions) {
    const who = 'models.SOM';
    whole(who, { rows }, 1, 1000);
    whole(who, { columns }, 1, 1000);
    whole(who, { inputs }, 1, 100_000);
    [this.rows, this.columns, this.inputs] = [rows, columns, inputs];
    this.#random = generator(seed);
    const unit = () => Array.from({ length: inputs }, () => this.#random.uniform(-1, 1));
    this.weights = Array.from({ length: rows }, () => Array.from({ length: columns }, unit));
  }

  /** Returns the unit whose weights are nearest to `x`; the first of several. */
  winner(x: readonly number[]): SOMUnit {
    numbers('SOM.winner', { x }, this.inputs);
    return this.#nearest(x).unit;
  }

  /** One step of learning for one input. */
  update(x: readonly number[], { learningRate = 0.5, radius = this.#half }: SOMUpdateOptions = {}): void {
    numbers('SOM.update', { x }, this.inputs);
    rates('SOM.update', { learningRate, radius });
    this.#pull(x, learningRate, radius);
  }

  /** Learns from inputs [samples, inputs], one after the other, while rate and radius fall. */
  fit(xs: Inputs, options: SOMFitOptions = {}): void {
    const who = 'SOM.fit';
    const { epochs = 20, learningRate = 0.5, radius = this.#half, onEpoch } = options;
    const { finalLearningRate = Math.min(0.01, learningRate), finalRadius = Math.min(0.5, radius) } = options;
    whole(who, { epochs }, 1);
    rates(who, { learningRate, radius });
    rates(who, { learningRate: finalLearningRate, radius: finalRadius }, 'the final ');
    const rows = this.#rowsOf(who, xs);
    const last = Math.max(1, epochs * rows.length - 1);
    let t = 0;
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const x of this.#random.shuffle(rows)) {
        const fallen = (from: number, to: number) => from * (to / from) ** (t / last);
        this.#pull(x, fallen(learningRate, finalLearningRate), fallen(radius, finalRadius));
        t++;
      }
      onEpoch?.(epoch, this);
    }
  }

  /** The mean distance of inputs [samples, inputs] from their winners. */
  quantisationError(xs: Inputs): number {
    const rows = this.#rowsOf('SOM.quantisationError', xs);
    return rows.reduce((sum, x) => sum + this.#nearest(x).distance, 0) / rows.length;
  }

  /** The U-matrix of Ultsch and Siemon, 1990: how far each unit is from its neighbours on average, [rows][columns]. */
  distances(): number[][] {
    const beside = [[-1, 0], [1, 0], [0, -1], [0, 1]] as const; // prettier-ignore
    return this.weights.map((units, row) =>
      units.map((unit, column) => {
        const far = beside.flatMap(([down, right]) => {
          const other = this.weights[row + down]?.[column + right]; // none beyond the map's edge
          return other ? [distance(unit, other)] : [];
        });
        return far.reduce((sum, value) => sum + value, 0) / Math.max(1, far.length);
      }),
    );
  }

  [inspect.custom](): string {
    return words.models.som(this.rows, this.columns, this.inputs);
  }

  get #half(): number {
    return Math.max(this.rows, this.columns) / 2;
  }

  #rowsOf(who: string, xs: Inputs): number[][] {
    const rows = inputRows(who, xs);
    if (rows[0]!.length !== this.inputs) fail(who, `xs of shape [samples, ${this.inputs}]`, xs);
    return rows;
  }

  #nearest(x: readonly number[]): { unit: SOMUnit; distance: number } {
    let best = { unit: { row: 0, column: 0 }, distance: Infinity };
    this.weights.forEach((units, row) =>
      units.forEach((unit, column) => {
        const far = distance(unit, x);
        if (far < best.distance) best = { unit: { row, column }, distance: far };
      }),
    );
    if (best.distance === Infinity) fail('SOM', 'inputs that are not too large to be told apart', x);
    return best;
  }

  #pull(x: readonly number[], learningRate: number, radius: number): void {
    const { row, column } = this.#nearest(x).unit;
    this.weights.forEach((units, r) =>
      units.forEach((unit, c) => {
        const h = Math.exp(-((r - row) ** 2 + (c - column) ** 2) / (2 * radius ** 2));
        unit.forEach((weight, i) => (unit[i] = weight + learningRate * h * (x[i]! - weight)));
      }),
    );
  }
}

function rates(who: string, { learningRate, radius }: Required<SOMUpdateOptions>, which = ''): void {
  positive(who, { [`${which}learningRate`]: learningRate });
  positive(who, { [`${which}radius`]: radius });
  if (learningRate > 1) fail(who, `${which}learningRate to be at most 1, the whole way`, learningRate);
}
