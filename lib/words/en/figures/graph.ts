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

/** What an operation hands back to one of its inputs. */
export interface ShareWords {
  to: NodeWords;
  /** The gradient of the operation's result, and the derivative of the result with respect to the input. */
  grad: number;
  localGrad: number;
  /** The input's gradient before, if it had one, and after. */
  before: number | undefined;
  after: number;
}

export const graph = {
  title: 'Computational graph',
  axis: 'values flow from left to right, gradients from right to left; grey: given, blue: computed',
  box: ({ label, op, data, grad }: NodeWords, known?: { data: boolean; grad: number | undefined }) => {
    const gradNow = known ? known.grad : grad;
    const heading = [label && `<b>${label}</b>`, operation(op)].filter(Boolean).join(' = ');
    return `${heading && `${heading}<br>`}data ${known && !known.data ? '?' : minus(data)}<br>grad ${gradNow === undefined ? '?' : minus(gradNow)}`;
  },
  given: 'Forwards: the grey numbers are given.',
  forwards: (node: NodeWords, inputs: readonly NodeWords[]) => {
    const names = expression(node.op, inputs.map(graph.called));
    const numbers = expression(
      node.op,
      inputs.map(({ data }) => minus(data)),
    );
    return `Forwards: ${node.label && `${node.label} = `}${names} = ${numbers} = ${minus(node.data)}.`;
  },
  start: (root: NodeWords) => `Backwards: ${graph.called(root)} moves exactly as fast as itself, so its gradient is 1.`,
  backwards: (node: NodeWords, shares: readonly ShareWords[]) =>
    `Backwards through ${graph.called(node)}: ` +
    list(
      shares.map(({ to, grad, localGrad, before, after }) => {
        const sum = before === undefined ? '' : ` (${minus(after)} in all)`;
        return `${graph.called(to)} gets ${minus(grad)} × ${bracketed(localGrad)} = ${minus(grad * localGrad)}${sum}`;
      }),
    ) +
    '.',
  moment: (told: string) => `Computational graph. ${told}`,
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

/** An operation written out: a × b, a ^ 2, tanh(a). */
function expression(op: string, inputs: readonly string[]): string {
  const [name = '', ...constant] = op.split(' ');
  const terms = [...inputs, ...constant].map((term) => term.replace(/^−(.+)/, '(−$1)'));
  const sign = signs[name];
  if (sign === undefined || name === 'sum') return `${sign ?? name}(${[...inputs, ...constant].join(', ')})`;
  return terms.length === 1 ? `${sign}${terms[0]}` : terms.join(` ${sign} `);
}

/** A number that may stand behind a sign. */
function bracketed(value: number): string {
  return value < 0 ? `(${minus(value)})` : minus(value);
}

/** `mul` as `×`, `mul 3` as `× 3`. */
function operation(op: string): string {
  const [name = '', ...constant] = op.split(' ');
  return [signs[name] ?? name, ...constant].join(' ');
}

/** A number with a real minus. */
function minus(value: number): string {
  return signed(value).replace('+', '');
}
