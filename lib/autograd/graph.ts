/** A computation as nodes and edges: data to print, to count or to draw. */
import { fail } from '../assert';
import { topologicalOrder } from './backward';
import { Value } from './value';

/** One value of a {@link Graph}. */
export interface GraphNode {
  /** Its place in the order, from 0. */
  id: number;
  /** Its name; empty if it has none. */
  label: string;
  /** The operation that made it, as `mul` or `mul 3`; empty for a number that was given. */
  op: string;
  data: number;
  grad: number;
}

/** One input of one operation. */
export interface GraphEdge {
  /** The id of the input. */
  from: number;
  /** The id of the result. */
  to: number;
  /** The derivative of the result with respect to the input. */
  localGrad: number;
}

/** A computation, made by {@link graph}. */
export interface Graph {
  /** Every value once, in topological order: inputs before results, the root last. */
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/**
 * The computational graph of a value: all it was computed from, and which operation read what.
 *
 * ```ts
 * import { autograd, show } from 'neurona';
 *
 * const a = autograd.value(2, 'a');
 * const y = a.mul(a).add(a);
 * y.backward();
 * show.table(autograd.graph(y).nodes);
 * show.table(autograd.graph(y).edges);
 * ```
 *
 * Returns numbers as they are now: after `backward`, with gradients. A value that an operation reads twice has two
 * edges to it. Throws where `root` is no Value. Source: lesson 08.
 */
export function graph(root: Value): Graph {
  if (!(root instanceof Value)) fail('autograd.graph', 'a Value', root);
  const order = topologicalOrder<Value>(root);
  const ids = new Map(order.map((node, id) => [node, id]));
  return {
    nodes: order.map(({ label, op, data, grad }, id) => ({ id, label, op, data, grad })),
    edges: order.flatMap(({ inputs, localGrads }, to) =>
      inputs.map((input, i) => ({ from: ids.get(input)!, to, localGrad: localGrads[i]! })),
    ),
  };
}
