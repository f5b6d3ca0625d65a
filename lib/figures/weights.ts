/** Weights that move: how they are spread at each moment of a training, with a slider over the moments. */
import type { Layout } from 'plotly.js';
import { fail, oneOf } from '../assert';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { controls } from './controls';
import { quantiles, rowsOf, scaled, type LayerValues } from './quantiles';
import { colors, short, themed } from './theme';

/** A moment of a training, as inspect.recorder keeps it. */
export interface TrainingStep {
  readonly epoch: number;
  readonly batch?: number;
  readonly weights: readonly LayerValues[];
  readonly gradients?: readonly LayerValues[];
}

/** Options of {@link weights}. */
export interface WeightsOptions extends FigureOptions {
  /** What to draw. Default 'weights'. */
  of?: 'weights' | 'gradients';
  /**
   * 'linear' draws the numbers; 'log' their sizes, as powers of 10. Default 'linear' for weights and 'log' for gradients.
   */
  scale?: 'linear' | 'log';
}

/** The slider has so many places at most, taken evenly from all the steps. */
const mostFrames = 40;

/**
 * How a network's weights, or their gradients, move during a training: a box for each, and a slider over the steps.
 *
 * ```ts
 * import { data, figures, inspect, scratch, show } from 'neurona';
 *
 * const network = new scratch.Network([2, 8, 1], { seed: 1 });
 * const { parameters } = network.fit(data.xor(), { epochs: 30, optimizer: scratch.adam({ learningRate: 0.1 }) });
 * const steps = parameters.map((values, epoch) => {
 *   network.parameters = values;
 *   return { epoch, weights: inspect.weights(network) };
 * });
 * show.figure(figures.weights(steps));
 * ```
 *
 * `steps` is what `inspect.recorder()` has kept: `recorder.steps`. A box goes from the first quarter of the numbers to the
 * last, with the median; its whiskers to the smallest and the largest. The figure opens on the last step; of more than 40
 * steps 40 are drawn. Returns a figure.
 * Throws where there is no step with what is asked for, or the steps are not of one network.
 * Source: lessons 08 and 09.
 */
export function weights(
  steps: readonly TrainingStep[],
  { of = 'weights', scale = of === 'weights' ? 'linear' : 'log', ...options }: WeightsOptions = {},
): Figure {
  const who = 'figures.weights';
  oneOf(who, { of }, ['weights', 'gradients']);
  oneOf(who, { scale }, ['linear', 'log']);
  if (!Array.isArray(steps) || steps.length === 0)
    fail(who, 'steps of a training, as recorder.steps', steps, 'hand the recorder to fit({ callbacks })');
  const known = (steps as TrainingStep[]).filter((step) => (step?.[of]?.length ?? 0) > 0); // none before the first batch
  if (known.length === 0) fail(who, `steps with ${of}`, steps[0]);
  const chosen = evenly(known, mostFrames);
  const moments = chosen.map((step, i) => rowsOf(who, `${of} of step ${i}`, step[of] ?? []));
  const names = moments[0]!.map(({ name }) => name);
  const other = moments.findIndex((rows) => String(rows.map(({ name }) => name)) !== String(names));
  if (other >= 0)
    fail(
      who,
      `the same ${of} in every step`,
      moments[other]!.map(({ name }) => name),
    );

  const say = words.figures.weights;
  const byEpoch = new Set(chosen.map(({ epoch }) => epoch)).size === chosen.length;
  const labels = chosen.map(({ epoch, batch }) => say.moment(epoch, byEpoch ? undefined : batch));
  const drawn = moments.map((rows) => rows.map((row) => scaled(row.finite, scale)));
  const frames = drawn.map((rows, i) => ({ name: String(i), data: [boxes(names, rows)] }));
  const ends = drawn.flat().flatMap((sorted) => (sorted.length > 0 ? [sorted[0]!, sorted.at(-1)!] : []));
  if (scale === 'linear' || ends.length === 0) ends.push(0);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = 0.05 * (high - low || 1);
  const drawing = {
    title: say[of],
    height: 460,
    data: frames.at(-1)!.data,
    layout: {
      xaxis: { title: { text: say.name }, type: 'category', automargin: true },
      yaxis: {
        title: { text: scale === 'log' ? say.size : say.value },
        range: [short(low - room), short(high + room)],
      },
      showlegend: false,
      ...controls(labels, { active: labels.length - 1 }),
      margin: { b: 120 },
    } satisfies Partial<Layout>,
    description: say.description(of, moments[0]!, moments.at(-1)!, labels),
  };
  return { ...themed(who, drawing, options), frames };
}

/** A box for each row, from its five quantiles: so the figure stays small however large the weights. */
function boxes(names: readonly string[], rows: readonly Float64Array[]): object {
  const five = rows.map((row) => (row.length > 0 ? quantiles(row, 4).map(short) : Array<null>(5).fill(null)));
  const [lowerfence, q1, median, q3, upperfence] = [0, 1, 2, 3, 4].map((i) => five.map((of) => of[i]!));
  const line = { color: colors.positive, width: 1.5 };
  return { type: 'box', x: names, lowerfence, q1, median, q3, upperfence, line };
}

/** At most `most` of the items, evenly taken, the first and the last among them. */
function evenly<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))]!);
}
