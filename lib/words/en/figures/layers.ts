/** What the spread of numbers in layers says. */
import { count, first, list, number } from '../numbers';

/** What is said of one layer. */
export interface Row {
  name: string;
  mean: number;
  std: number;
  zeros: number;
  broken: number;
  finite: { length: number };
}

/** So many layers are described one by one. */
const most = 8;

export const layers = {
  title: 'Layer by layer',
  layer: 'layer, from the input to the answer',
  value: 'value',
  size: 'size: log₁₀ |value|',
  tick: (name: string, zeros: number, broken: number) =>
    name +
    (zeros >= 0.01 ? `<br>${percent(zeros)} zeros` : '') +
    (broken > 0 ? `<br>${count(broken, 'number')} not finite` : ''),
  description: (rows: readonly Row[]) => `${count(rows.length, 'row')}. ${first(rows.map(sentence), most).join('; ')}.`,
};

export const weights = {
  weights: 'Weights during the training',
  gradients: 'Gradients during the training',
  name: 'weight',
  value: 'value',
  size: 'size: log₁₀ |value|',
  moment: (epoch: number, batch?: number) => `epoch ${epoch}` + (batch === undefined ? '' : `, batch ${batch}`),
  description: (of: 'weights' | 'gradients', before: readonly Row[], after: readonly Row[], moments: string[]) => {
    const change = after.map((row, i) => `${row.name} from ${spread(before[i]!)} to ${spread(row)}`);
    const broken = after.filter((row) => row.broken > 0).map(({ name }) => name);
    return (
      `The ${of} at ${count(moments.length, 'moment')}, from ${moments[0]} to ${moments.at(-1)}. ` +
      `Mean ± standard deviation: ${first(change, most).join('; ')}.` +
      (broken.length > 0 ? ` In the end not finite: ${list(first(broken, most))}.` : '')
    );
  },
};

function sentence({ name, mean, std, zeros, broken, finite }: Row): string {
  const bad = broken > 0 ? `, ${count(broken, 'number')} not finite` : '';
  if (finite.length === 0) return `${name}: no finite number`;
  return `${name}: mean ${number(mean)}, standard deviation ${number(std)}${zeros > 0 ? `, ${percent(zeros)} zeros` : ''}${bad}`;
}

function spread({ mean, std }: Row): string {
  return `${number(mean)} ± ${number(std)}`;
}

function percent(share: number): string {
  return `${number(Number((100 * share).toPrecision(2)))} %`;
}
