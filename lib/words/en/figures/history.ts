/** What curves of a training say. */
import { count, number } from '../numbers';

export const history = {
  title: 'Training, epoch by epoch',
  epoch: 'epoch',
  value: 'value',
  between: 'loss between epochs',
  hover: 'epoch %{x}: %{y:.4~g}',
  curve: (name: string, values: readonly number[]) => {
    const broken = values.findIndex((value) => !Number.isFinite(value));
    const gap = broken < 0 ? '' : `, not a finite number from epoch ${broken + 1} on`;
    const [first = NaN] = values;
    if (values.length === 1) return `${name}: ${number(first)} after 1 epoch${gap}.`;
    return `${name}: from ${number(first)} to ${number(values.at(-1)!)} in ${count(values.length, 'epoch')}${gap}.`;
  },
};
