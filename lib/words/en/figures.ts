/** What figures say: titles, axes, what the pointer finds, and a sentence for those who can't see them. */
import { count, list, number, signed } from './numbers';

const points = {
  title: 'Points of the data set',
  hover: 'x₁ = %{x:.3~f}, x₂ = %{y:.3~f}',
  description: (classes: [name: string, count: number][]) => {
    const all = classes.reduce((sum, [, many]) => sum + many, 0);
    const each = list(classes.map(([name, many]) => `${number(many)} of class "${name}"`));
    return `${count(all, 'point')} in ${count(classes.length, 'class', 'classes')}: ${each}.`;
  },
};

const boundary = {
  title: 'What the predictor answers at each point',
  hover: 'x₁ = %{x:.3~f}, x₂ = %{y:.3~f}<br>answer %{z}<extra></extra>',
  description: (samples: number, classes: string[], right: number) =>
    `The plane divided between the classes ${list(classes.map((name) => `"${name}"`))}; ` +
    `${number(right)} of ${count(samples, 'point')} ${right === 1 ? 'stands' : 'stand'} in the region of their own class.`,
};

const network = {
  title: 'Network',
  axis: 'signals run from left to right',
  column: (i: number) => (i === 0 ? 'inputs' : `layer ${i}`),
  positive: 'weight above 0',
  negative: 'weight below 0',
  veto: 'veto',
  fires: 'fires (1)',
  silent: 'silent (0)',
  unit: 'unit',
  threshold: (threshold: number) => `≥ ${number(threshold)}`,
  compare: (sum: number, threshold: number) => `${number(sum)} ${sum >= threshold ? '≥' : '<'} ${number(threshold)}`,
  now: (comparison: string, fires: boolean) => `now ${comparison}: ${fires ? 'it fires' : 'it is silent'}`,
  weight: (from: string, to: string, weight: string) => `from ${from} to ${to || 'the unit'}: ${weight}`,
  description: (
    [inputs = 0, ...layers]: number[],
    weights: number[],
    now?: { x: readonly number[]; fire: number; answer: number[] },
  ) => {
    const units = layers.reduce((sum, many) => sum + many, 0);
    const below = weights.filter((weight) => weight < 0).length;
    const build =
      `${count(units, 'unit')} in ${count(layers.length, 'layer')} over ${count(inputs, 'input')}, ` +
      `with ${count(weights.length, 'connection')}, ${number(below)} of them below 0.`;
    if (!now) return build;
    return (
      `${build} For the inputs [${now.x.map(number).join(', ')}] ` +
      `${number(now.fire)} of ${count(units, 'unit')} ${now.fire === 1 ? 'fires' : 'fire'} and the answer is [${now.answer.join(', ')}].`
    );
  },
};

const history = {
  title: 'Training, epoch by epoch',
  epoch: 'epoch',
  value: 'value',
  hover: 'epoch %{x}: %{y:.4~g}',
  curve: (name: string, values: readonly number[]) => {
    const broken = values.findIndex((value) => !Number.isFinite(value));
    const gap = broken < 0 ? '' : `, not a finite number from epoch ${broken + 1} on`;
    const [first = NaN] = values;
    if (values.length === 1) return `${name}: ${number(first)} after 1 epoch${gap}.`;
    return `${name}: from ${number(first)} to ${number(values.at(-1)!)} in ${count(values.length, 'epoch')}${gap}.`;
  },
};

const images = {
  title: 'Images',
  axis: (height: number, width: number, signed: boolean) =>
    `${height} × ${width} pixels each; ${signed ? 'orange − is below 0, blue + above' : 'light is 0, dark is more'}`,
  hover: '%{z}<extra></extra>',
  description: (many: number, height: number, width: number, signed: boolean, labels?: string[]) =>
    `${count(many, signed ? 'image of weights' : 'image', signed ? 'images of weights' : 'images')} of ${height} × ${width} pixels` +
    `${labels ? `, labelled ${list(first(labels, 12))}` : ''}.`,
};

/** Operations by the signs that mathematics has for them. */
const signs: Record<string, string> = { add: '+', sub: '−', mul: '×', div: '÷', pow: '^', neg: '−', sum: 'Σ' };

/** What is said of a value in a drawing. */
export interface NodeWords {
  label: string;
  op: string;
  data: number;
  grad: number;
}

const graph = {
  title: 'Computational graph',
  axis: 'values flow from left to right, gradients from right to left; grey: given, blue: computed',
  box: ({ label, op, data, grad }: NodeWords) => {
    const heading = [label && `<b>${label}</b>`, operation(op)].filter(Boolean).join(' = ');
    return `${heading && `${heading}<br>`}data ${minus(data)}<br>grad ${minus(grad)}`;
  },
  times: (localGrad: number) => `× ${minus(localGrad)}`,
  local: (from: NodeWords, to: NodeWords, localGrad: number) =>
    `local gradient of ${graph.called(to)} with respect to ${graph.called(from)}: ${minus(localGrad)}`,
  called: ({ label, op, data }: NodeWords) => label || operation(op) || number(data),
  description: (nodes: readonly NodeWords[], edges: number) => {
    const root = nodes.at(-1)!;
    const given = nodes.filter(({ op }) => !op);
    const grads = given.map((node) => `${graph.called(node)} ${minus(node.grad)}`);
    return (
      `${count(nodes.length, 'value')}, ${number(given.length)} of them given, with ${count(edges, 'connection')}. ` +
      `The result${root.label && ` '${root.label}'`} is ${minus(root.data)}. ` +
      `Gradients of the given: ${list(first(grads, 12))}.`
    );
  },
};

/** `mul` as `×`, `mul 3` as `× 3`. */
function operation(op: string): string {
  const [name = '', ...constant] = op.split(' ');
  return [signs[name] ?? name, ...constant].join(' ');
}

/** A number with a real minus. */
function minus(value: number): string {
  return signed(value).replace('+', '');
}

/** The first items of a list, and how many more there are. */
function first(items: string[], most: number): string[] {
  return items.length > most ? [...items.slice(0, most), `${number(items.length - most)} more`] : items;
}

export const figures = { points, boundary, network, history, images, graph };
