/** Sliders: a number, or two, moved along a track. */
import { fail, finite, oneOf, positive } from '../assert';
import { words } from '../words';
import { Control, type ControlOptions } from './control';
import { track } from './picture';
import { ipywidget } from './widget';

/** What the sliders have in common. */
export interface RangeOptions extends ControlOptions {
  /** The lowest value. Default 0, or 0.001 on a scale 'log'. */
  min?: number;
  /** The highest value. Default 100, or 1 on a scale 'log'. */
  max?: number;
  /**
   * From one value to the next. Default 1 where `min`, `max` and the value are whole and the track is 5 or longer, else
   * the power of ten that makes 50 steps or more.
   */
  step?: number;
  /** Whether the value follows while the handle is dragged, not only when it is let go. Default true. */
  continuousUpdate?: boolean;
}

/** Options of {@link slider}. */
export interface SliderOptions extends RangeOptions {
  /** Where it starts. Default the middle of the track. */
  value?: number;
  /** Whether equal ways add equal amounts or multiply by equal factors; then `step` is in powers of ten. Default 'linear'. */
  scale?: 'linear' | 'log';
}

/** Options of {@link rangeSlider}. */
export interface RangeSliderOptions extends RangeOptions {
  /** The two values it starts with. Default a quarter and three quarters of the track. */
  value?: [low: number, high: number];
}

/**
 * A slider for one number.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const rate = widgets.slider({ description: 'learning rate', min: 0.001, max: 1, scale: 'log', value: 0.1 });
 * rate.onChange(({ value, previous }) => console.log(`${previous} → ${value}`));
 * rate.value = 0.3;
 * rate
 * ```
 *
 * Its value is whole where the step is. Throws where `min` is not below `max`, the value is outside of them, or they
 * are not above 0 on a scale 'log'.
 */
export function slider(options: SliderOptions = {}): Control<number> {
  const who = 'widgets.slider';
  const { scale = 'linear' } = options;
  const log = scale === 'log';
  oneOf(who, { scale }, ['linear', 'log']);
  const { min, max } = ends(who, options, log ? 0.001 : 0, log ? 1 : 100);
  if (log) positive(who, { min });
  const place = log ? Math.log10 : (value: number) => value;
  const [low, high] = [place(min), place(max)];
  const middle = log
    ? Number((10 ** ((low + high) / 2)).toPrecision(3))
    : onTrack((min + max) / 2, options.step, min, max);
  const { value = middle, continuousUpdate = true } = options;
  const whole = !log && [min, max, value, options.step ?? usual(min, max)].every(Number.isInteger);
  const step = options.step ?? (log ? (high - low) / 100 : whole ? 1 : fine(min, max));
  positive(who, { step });
  const write = (next: number) => {
    // A log slider computes its value from the place of its handle, a rounding beside the end.
    const slack = log ? 1e-9 * max : 0;
    finite(who, { value: next }, min - slack, max + slack);
    // A handle that is moved by steps of 0.5 comes to 2.000000000000001.
    return whole ? Math.round(next) : Number(next.toPrecision(12));
  };
  return new Control(
    ipywidget(log ? 'FloatLogSlider' : whole ? 'IntSlider' : 'FloatSlider'),
    {
      name: words.widgets.slider,
      write,
      read: (raw) => raw as number,
      say: words.number,
      draw: (now) => track([(place(now) - low) / (high - low)], words.number(now)),
    },
    options,
    value,
    {
      ...{ min: low, max: high, step, continuous_update: continuousUpdate },
      ...(log ? { base: 10 } : {}),
      readout_format: log ? '.3g' : whole ? 'd' : `.${decimals(step)}f`,
    },
  );
}

/**
 * A slider with two handles, for a range of numbers.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const between = widgets.rangeSlider({ description: 'between', min: -3, max: 3, value: [-1, 2] });
 * between
 * ```
 *
 * Its value is [low, high]. Throws where `min` is not below `max`, or the value is not two numbers between them in
 * this order.
 */
export function rangeSlider(options: RangeSliderOptions = {}): Control<[low: number, high: number]> {
  const who = 'widgets.rangeSlider';
  const { min, max } = ends(who, options, 0, 100);
  const quarter = (max - min) / 4;
  const {
    value = [onTrack(min + quarter, options.step, min, max), onTrack(max - quarter, options.step, min, max)],
    continuousUpdate = true,
  } = options;
  const whole = [min, max, ...value, options.step ?? usual(min, max)].every(Number.isInteger);
  const step = options.step ?? (whole ? 1 : fine(min, max));
  positive(who, { step });
  const write = (next: [number, number]) => {
    const ordered: unknown = Array.isArray(next) && next.length === 2 && next[0] <= next[1];
    if (!ordered) fail(who, 'value to be [low, high]', next);
    for (const end of next) finite(who, { value: end }, min, max);
    return next.map((end) => Number(end.toPrecision(12)));
  };
  const say = ([low, high]: [number, number]) => words.widgets.from(words.number(low), words.number(high));
  return new Control<[number, number]>(
    ipywidget(whole ? 'IntRangeSlider' : 'FloatRangeSlider'),
    {
      name: words.widgets.rangeSlider,
      write,
      read: (raw) => [...(raw as [number, number])],
      say,
      draw: (now) =>
        track(
          now.map((end) => (end - min) / (max - min)),
          say(now),
        ),
    },
    options,
    value,
    { min, max, step, continuous_update: continuousUpdate, readout_format: whole ? 'd' : `.${decimals(step)}f` },
  );
}

function ends(who: string, { min, max }: RangeOptions, low: number, high: number): { min: number; max: number } {
  const given = { min: min ?? low, max: max ?? high };
  finite(who, { min: given.min });
  finite(who, { max: given.max });
  if (given.min >= given.max) fail(who, 'min to be below max', given);
  return given;
}

/** The step where none is given: 1 on a track of whole numbers that has room for some. */
function usual(min: number, max: number): number {
  return Number.isInteger(min) && Number.isInteger(max) && max - min >= 5 ? 1 : fine(min, max);
}

/** A power of ten that makes 50 steps or more. */
function fine(min: number, max: number): number {
  return Number((10 ** Math.floor(Math.log10((max - min) / 50) + 1e-9)).toPrecision(1));
}

/** The place on the track next to `value`. */
function onTrack(value: number, step: number | undefined, min: number, max: number): number {
  const length = step ?? usual(min, max);
  return Math.min(max, Number((min + Math.round((value - min) / length) * length).toPrecision(12)));
}

/** How many decimals a step needs, to be seen. */
function decimals(step: number): number {
  return Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
}
