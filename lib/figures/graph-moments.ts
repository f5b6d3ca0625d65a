/** The chain rule as a list of moments: forwards, where results become known, then backwards, where gradients do. */
import type { Graph } from '../autograd/graph';
import { words } from '../words';

/** What is known of a value at a moment. */
export interface Known {
  data: boolean;
  /** The gradient as far as it has been added up; undefined before anything has come. */
  grad: number | undefined;
}

/** One step of the way. */
export interface Moment {
  /** What is known of each node, by its id. */
  known: Known[];
  /** The id of the node whose operation acts, if one does. */
  acting: number | undefined;
  /** What happens, in a sentence. */
  told: string;
}

/** All moments of a computation: the given, each operation forwards, the result's gradient 1, each operation backwards. */
export function momentsOf({ nodes, edges }: Graph): Moment[] {
  const say = words.figures.graph;
  const readBy = (id: number) => edges.filter(({ to }) => to === id);
  const computed = nodes.filter(({ op }) => op !== '');
  const root = nodes.at(-1)!;
  const known: Known[] = nodes.map(({ op }) => ({ data: op === '', grad: undefined }));
  const moments: Moment[] = [];
  const note = (acting: number | undefined, told: string) =>
    moments.push({ known: known.map((each) => ({ ...each })), acting, told });

  note(undefined, say.given);
  for (const node of computed) {
    known[node.id]!.data = true;
    const inputs = readBy(node.id).map(({ from }) => nodes[from]!);
    note(node.id, say.forwards(node, inputs));
  }
  known[root.id]!.grad = 1;
  note(root.id, say.start(root));
  for (const node of [...computed].reverse()) {
    const grad = known[node.id]!.grad ?? 0;
    const shares = readBy(node.id).map(({ from, localGrad }) => {
      const input = known[from]!;
      const before = input.grad;
      input.grad = (before ?? 0) + grad * localGrad;
      return { to: nodes[from]!, grad, localGrad, before, after: input.grad };
    });
    note(node.id, say.backwards(node, shares));
  }
  return moments;
}
