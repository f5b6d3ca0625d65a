/** What figures of loss surfaces say. */
import { count, number } from '../numbers';

/** What is said of one descent; `left` is how many of its points lie outside the picture. */
export interface PathWords {
  name: string;
  steps: number;
  from: number;
  to: number;
  left: number;
}

export const lossSurface = {
  title: 'Loss surface',
  axes: ['w₁', 'w₂'] as const,
  loss: 'loss',
  hover: 'w₁ = %{x:.3~g}, w₂ = %{y:.3~g}<br>loss %{customdata:.4~g}<extra></extra>',
  step: (name: string, step: number, point: readonly number[], loss: number) =>
    `${name}, step ${number(step)}: loss ${number(loss)}<br>at (${point.map(number).join(', ')})`,
  path: 'path',
  tick: number,
  description: (lowest: number, at: readonly number[], highest: number, paths: readonly PathWords[]) =>
    [
      `The loss between ${number(lowest)}, near (${at.map(number).join(', ')}), and ${number(highest)}.`,
      ...paths.map(
        ({ name, steps, from, to, left }) =>
          `${name}: from ${number(from)} to ${number(to)} in ${count(steps, 'step')}` +
          `${left > 0 ? `, ${count(left, 'point')} outside of the picture` : ''}.`,
      ),
    ].join(' '),
};
