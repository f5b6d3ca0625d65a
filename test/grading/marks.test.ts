/** Where cells are graded, their marks are the judge's: what a cell says of itself counts for nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs, type Answer } from '../support/kernel';
import { inRoot } from '../support/paths';

const judged = { environment: { NEURONA_JUDGE: inRoot('lib/dist/check/judge/program.js') } };
const right =
  'const fires = (x, w, threshold) => (x.reduce((sum, input, i) => sum + input * w[i], 0) >= threshold ? 1 : 0);';

/** What nbgrader would read: results and errors. */
function marks(answer: Answer): unknown[] {
  return outputs(answer).flatMap(({ type, content }) => {
    if (type === 'execute_result') return [(content.data as Record<string, string>)['text/plain']];
    return type === 'error' ? [`${String(content.ename)}: ${String(content.evalue)}`] : [];
  });
}

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start(judged);
  await kernel.execute("import { grade, scratch, tf } from 'neurona';");
});
afterAll(() => kernel.stop());

describe('a graded cell', () => {
  it('of a right answer is worth its points', async () => {
    const a = await kernel.execute(`${right}\ngrade('02.1', fires)`);
    expect(marks(a)).toEqual(['1']);
    expect(a.replies.map(({ content }) => content.status)).toEqual(['ok']);
  });
});
