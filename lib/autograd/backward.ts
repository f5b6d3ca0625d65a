/** The chain rule, from a result back to all it was computed from. */
import { fail } from '../assert';
import { words } from '../words';

/** What the chain rule needs to know of a value. */
interface Step<Node> {
  readonly data: number;
  readonly label: string;
  readonly op: string;
  readonly inputs: readonly Node[];
  readonly localGrads: readonly number[];
}

/** The derivative of `root` with respect to itself and to all it was computed from: the chain rule, backwards. */
export function gradients<Node extends Step<Node>>(root: Node): Map<Node, number> {
  const grads = new Map([[root, 1]]); // dy/dy = 1
  // Results before inputs: when a value's turn comes, all that read it have given it their share.
  for (const node of topologicalOrder(root).reverse()) {
    const grad = grads.get(node)!;
    if (!Number.isFinite(grad)) {
      const name = node.label ? `'${node.label}'` : words.autograd.unnamed(node.op, node.data);
      fail('Value.backward', `the gradient of ${name} to be finite`, grad, 'what reads it is too steep there');
    }
    node.inputs.forEach((input, i) => {
      // dy/dinput is the sum, over all that read input, of dy/dnode · dnode/dinput
      grads.set(input, (grads.get(input) ?? 0) + grad * node.localGrads[i]!);
    });
  }
  return grads;
}

/**
 * All that `root` is made of, inputs first and `root` last, each once. It keeps its own list of what is still to do
 * instead of calling itself, so that no chain is too long for the stack.
 */
export function topologicalOrder<Node extends { readonly inputs: readonly Node[] }>(root: Node): Node[] {
  const order: Node[] = [];
  const seen = new Set([root]);
  const path = [{ node: root, next: 0 }]; // from root down to where we are, and which input comes next
  while (path.length > 0) {
    const step = path.at(-1)!;
    const input = step.node.inputs[step.next++];
    if (input === undefined) {
      order.push(step.node); // all its inputs are in the order
      path.pop();
    } else if (!seen.has(input)) {
      seen.add(input);
      path.push({ node: input, next: 0 });
    }
  }
  return order;
}
