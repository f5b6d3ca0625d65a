/** The cart and its pole as a film: a frame for each moment, a slider over them, and a button that plays. */
import type { Data, Layout } from 'plotly.js';
import { fail, numbers } from '../assert';
import { seconds, track } from '../rl/cart-pole';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { controls } from './controls';
import { colors, palette, short, themed } from './theme';

/** No film has many more frames than this: of longer episodes it shows every second moment, or third. */
const mostFrames = 120;

/**
 * A film of the cart and its pole: a button plays it, a slider goes to any moment.
 *
 * ```ts
 * import { figures, rl, show } from 'neurona';
 *
 * const { states } = rl.play(rl.cartPole({ seed: 3 }), () => 1); // always to the right
 * show.figure(figures.cartPole(states));
 * ```
 *
 * `states` are [position, speed, angle, its speed] for each moment, as `rl.play` gives them. Of long episodes it shows
 * every second moment, third, and so on, about 120 in all, and always the last. Returns a figure with frames.
 * Throws where there is no state, or one is not four finite numbers.
 */
export function cartPole(states: readonly (readonly number[])[], options: FigureOptions = {}): Figure {
  const who = 'figures.cartPole';
  const given: unknown = states;
  if (!Array.isArray(given) || given.length === 0) fail(who, 'at least one state of a cart and its pole', states);
  states.forEach((state, i) => numbers(who, { [`states[${i}]`]: state }, 4));
  const stride = Math.ceil(states.length / mostFrames);
  const moments = [...states.keys()].filter((i) => i % stride === 0 || i === states.length - 1);
  const say = words.figures.cartPole;
  const frames = moments.map((i, frame) => ({ name: String(frame), traces: [1, 2], data: drawn(states[i]!) }));
  const degrees = states.map(([, , angle]) => Math.abs((angle! * 180) / Math.PI));
  const places = states.map(([x]) => x!);
  const drawing = {
    title: say.title,
    height: 380,
    data: [ends(), ...drawn(states[0]!).map((part, i) => ({ ...looks[i]!(), ...part }))],
    layout: {
      xaxis: { title: { text: say.axis, standoff: 5 }, range: [-track - 0.3, track + 0.3], zeroline: false },
      yaxis: { visible: false, range: [-0.25, 1.35], scaleanchor: 'x', constrain: 'domain' },
      margin: { l: 20, b: 120 },
      showlegend: true,
      hovermode: false,
      ...controls(
        moments.map((i) => say.seconds(i * seconds)),
        { duration: 1000 * seconds * stride, redraw: false },
      ),
    } satisfies Partial<Layout>,
    description: say.description(
      states.length - 1,
      (states.length - 1) * seconds,
      [Math.min(...places), Math.max(...places)],
      Math.max(...degrees),
      degrees.at(-1)!,
    ),
  };
  return { ...themed(who, drawing, options), frames };
}

/** The corners of the cart, and both ends of the pole, of 1 m; it leans to the right where its angle is above 0. */
function drawn([x, , angle]: readonly number[]): { x: number[]; y: number[] }[] {
  const [left, right] = [short(x! - 0.25), short(x! + 0.25)];
  return [
    { x: [left, right, right, left, left], y: [-0.15, -0.15, 0.1, 0.1, -0.15] },
    { x: [short(x!), short(x! + Math.sin(angle!))], y: [0.1, short(0.1 + Math.cos(angle!))] },
  ];
}

const looks = [
  () =>
    ({
      type: 'scatter',
      mode: 'lines',
      name: words.figures.cartPole.cart,
      fill: 'toself',
      fillcolor: colors.silent,
      line: { color: colors.silent, width: 2 },
    }) satisfies Data,
  () =>
    ({
      type: 'scatter',
      mode: 'lines',
      name: words.figures.cartPole.pole,
      line: { color: palette[0]!, width: 8 },
    }) satisfies Data,
];

/** Where the track ends: past it, the episode is over. */
function ends(): object {
  return {
    type: 'scatter',
    mode: 'lines',
    name: words.figures.cartPole.limit,
    x: [-track, -track, null, track, track],
    y: [-0.25, 1.35, null, -0.25, 1.35],
    line: { color: colors.text, width: 2, dash: 'dot' },
  } satisfies Data;
}
