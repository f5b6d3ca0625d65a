/** Controls, and below them what a function draws for their values: drawn anew at each change. */
import { fail } from '../assert';
import { comms, display, render } from '../display';
import { Box, column } from './boxes';
import { dropdown } from './choices';
import { Control } from './control';
import { text } from './fields';
import { isPromise, newestOnly } from './newest';
import { Output } from './output';
import { slider } from './sliders';
import { checkbox } from './toggles';

/**
 * A control, or what stands for one: true or false for a checkbox, a number or [min, max] or [min, max, step] for a
 * slider, a text for a field, several texts for a drop-down.
 */
export type ControlLike =
  // A control of numbers is none of unknown values: it could not be set to any of them.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  | Control<any>
  | boolean
  | number
  | string
  | readonly [min: number, max: number]
  | readonly [min: number, max: number, step: number]
  | readonly string[];

/** What one control hands to the function that draws. */
export type ValueOf<Like> =
  Like extends Control<infer Value>
    ? Value
    : Like extends boolean
      ? boolean
      : Like extends number
        ? number
        : Like extends string
          ? string
          : Like extends readonly number[]
            ? number
            : Like extends readonly (infer Text)[]
              ? Text
              : never;

/** What the controls hand to the function that draws, under their names. */
export type Values<Controls> = { -readonly [Name in keyof Controls]: ValueOf<Controls[Name]> };

/**
 * Shows controls, and below them what `draw` displays, prints or returns for their values; a change draws it anew.
 *
 * ```ts
 * import { figures, widgets } from 'neurona';
 *
 * widgets.interact({ learningRate: [0, 1, 0.1], kind: ['fast', 'slow'], log: true }, ({ learningRate, kind, log }) => {
 *   if (log) console.log(kind);
 *   return figures.history({ loss: [1, 1 - learningRate] });
 * });
 * ```
 *
 * While an asynchronous `draw` runs, only the newest values are kept, and it runs once more with them; its promise, to
 * be awaited or not, is that of the first drawing. Throws what the first drawing throws, and where a control is none;
 * an error of a later one stands in its place, and the next change draws again.
 */
export function interact<const Controls extends Readonly<Record<string, ControlLike>>, Drawn>(
  controls: Controls,
  draw: (values: Values<Controls>) => Drawn,
): Drawn extends PromiseLike<unknown> ? Promise<void> : void;
export function interact(
  controls: Readonly<Record<string, ControlLike>>,
  draw: (values: Record<string, unknown>) => unknown,
): Promise<void> | void {
  const who = 'widgets.interact';
  if (typeof controls !== 'object' || controls === null) fail(who, 'controls such as { w: [0, 1] }', controls);
  if (typeof draw !== 'function') fail(who, 'a function that draws', draw);
  const made = Object.entries(controls).map(([name, like]) => [name, make(who, name, like)] as const);
  if (made.length === 0) fail(who, 'at least one control', controls);
  const widest = Math.max(...made.map(([, control]) => control.description.length));
  for (const [, control] of made) control.lineUp(Math.min(30, widest + 1));

  const values = () => Object.fromEntries(made.map(([name, { value }]) => [name, value]));
  if (!comms()) return drawOnce();
  const output = new Output();
  const box = new Box(who, 'VBox', [...made.map(([, control]) => control), output]);
  const drawNow = () => output.replace(() => draw(values()));
  let first: ReturnType<typeof drawNow>;
  // The first drawing goes the way of all others: changes that come while it runs wait for it.
  const redraw = newestOnly((isFirst: boolean) => {
    const drawn = drawNow();
    if (isFirst) first = drawn;
    return drawn;
  });
  for (const [, control] of made) control.onChange(() => void redraw(false));
  void redraw(true);
  box.show(); // with all that is drawn by now, for those who see the page and no more
  return first instanceof Promise ? first.then(rethrow) : rethrow(first);

  /** Where nothing moves: the controls as they stand, and the drawing as any cell's. */
  function drawOnce(): Promise<void> | void {
    column(made.map(([, control]) => control)).show();
    const drawn = draw(values());
    const shown = (value: unknown) => (value === undefined ? undefined : display(render(value)));
    return isPromise(drawn) ? Promise.resolve(drawn).then(shown) : shown(drawn);
  }
}

function rethrow(ended: { error: unknown } | undefined): void {
  if (ended) throw ended.error;
}

function make(who: string, name: string, like: unknown): Control<unknown> {
  if (like instanceof Control) return like as Control<unknown>;
  const description = name;
  if (typeof like === 'boolean') return checkbox({ description, value: like }) as Control<unknown>;
  if (typeof like === 'string') return text({ description, value: like }) as Control<unknown>;
  if (typeof like === 'number') return around(description, like) as Control<unknown>;
  const items = Array.isArray(like) ? (like as unknown[]) : [];
  if (items.length > 0 && items.every((item) => typeof item === 'string')) {
    return dropdown({ description, options: items }) as Control<unknown>;
  }
  if ((items.length === 2 || items.length === 3) && items.every((item) => typeof item === 'number')) {
    const [min, max, step] = items as [number, number, number?];
    return slider({ description, min, max, step }) as Control<unknown>;
  }
  return fail(who, `${name} to be a widget with a value, true or false, a number, [min, max], a text or texts`, like);
}

/** A slider with room around a number, as ipywidgets gives it: from its negative to three times it. */
function around(description: string, value: number): Control<number> {
  if (value === 0) return slider({ description, min: 0, max: 1, step: 0.1, value });
  const [min, max] = value > 0 ? [-value, 3 * value] : [3 * value, -value];
  return slider({ description, min, max, value });
}
