/** What drawings of computations say. */
import { count, first, list, number, signed } from '../numbers';

/** Operations by the signs that mathematics has for them. */
const signs: Record<string, string> = { add: '+', sub: '−', mul: '×', div: '÷', pow: '^', neg: '−', sum: 'Σ' };

/** What is said of a value in a drawing. */
export interface NodeWords {
  label: string;
  op: string;
  data: number;
  grad: number;
}

export const graph = {
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
