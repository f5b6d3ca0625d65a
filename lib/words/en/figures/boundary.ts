/** What figures of a divided plane say. */
import { count, list, number } from '../numbers';

export const boundary = {
  title: 'What the predictor answers at each point',
  hover: 'x₁ = %{x:.3~f}, x₂ = %{y:.3~f}<br>answer %{z}<extra></extra>',
  description: (samples: number, classes: string[], right: number) =>
    `The plane divided between the classes ${list(classes.map((name) => `"${name}"`))}; ` +
    `${number(right)} of ${count(samples, 'point')} ${right === 1 ? 'stands' : 'stand'} in the region of their own class.`,
};
