/** A player: a number that goes on by itself. */
import { fail, whole } from '../assert';
import { words } from '../words';
import { Control, type ControlOptions } from './control';
import { boxed } from './picture';
import { ipywidget } from './widget';

/** Options of {@link play}. */
export interface PlayOptions extends ControlOptions {
  /** Where it starts. Default `min`. */
  value?: number;
  /** The first number. Default 0. */
  min?: number;
  /** The last number. Default 100. */
  max?: number;
  /** From one number to the next. Default 1. */
  step?: number;
  /** The time from one to the next, in milliseconds. Default 100. */
  interval?: number;
  /** Whether it starts over at the end. Default false. */
  repeat?: boolean;
}

/**
 * Buttons to play, pause and stop a number that goes from `min` to `max` by itself.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const play = widgets.play({ max: 20, interval: 200 });
 * const epoch = widgets.slider({ description: 'epoch', max: 20, value: 0 });
 * widgets.jslink(play, epoch);
 * widgets.row([play, epoch])
 * ```
 *
 * Throws where `min` is not below `max`, or a number is not whole.
 */
export function play(options: PlayOptions = {}): Control<number> {
  const who = 'widgets.play';
  const { min = 0, max = 100, step = 1, interval = 100, repeat = false } = options;
  whole(who, { min }, -Infinity);
  whole(who, { max }, -Infinity);
  if (min >= max) fail(who, 'min to be below max', { min, max });
  whole(who, { step }, 1);
  whole(who, { interval }, 1);
  return new Control(
    ipywidget('Play'),
    {
      name: words.widgets.play,
      write: (value: number) => {
        whole(who, { value }, min, max);
        return value;
      },
      read: (raw) => raw as number,
      say: words.number,
      draw: (value) => boxed(`▶ ${words.number(value)}`),
    },
    options,
    options.value ?? min,
    { min, max, step, interval, repeat, show_repeat: true, playing: false },
  );
}
