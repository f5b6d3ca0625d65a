/** What figures of points say. */
import { count, list, number } from '../numbers';

export const points = {
  title: 'Points of the data set',
  hover: 'x₁ = %{x:.3~f}, x₂ = %{y:.3~f}',
  description: (classes: [name: string, count: number][]) => {
    const all = classes.reduce((sum, [, many]) => sum + many, 0);
    const each = list(classes.map(([name, many]) => `${number(many)} of class "${name}"`));
    return `${count(all, 'point')} in ${count(classes.length, 'class', 'classes')}: ${each}.`;
  },
};
