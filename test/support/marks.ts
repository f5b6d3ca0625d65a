/** Marks as nbgrader would read them, of a kernel that grades. */
import { outputs, type Answer } from './kernel';
import { inRoot } from './paths';

/** How a kernel is started that grades. */
export const judged = { environment: { NEURONA_JUDGE: inRoot('lib/dist/check/judge/program.js') } };

/** A right answer to exercise 02.1. */
export const right =
  'const fires = (x: number[], w: number[], threshold: number) => x.reduce((sum, input, i) => sum + input * w[i], 0) >= threshold ? 1 : 0;';

/** What nbgrader would read: results and errors. */
export function marks(answer: Answer): unknown[] {
  return outputs(answer).flatMap(({ type, content }) => {
    if (type === 'execute_result') return [(content.data as Record<string, string>)['text/plain']];
    return type === 'error' ? [`${String(content.ename)}: ${String(content.evalue)}`] : [];
  });
}
