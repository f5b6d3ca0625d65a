/** Where cells are graded, a process of its own comes to the verdict; each cell's mark is that and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs, printed } from '../support/kernel';
import { judged, marks, right } from '../support/marks';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start(judged);
  await kernel.execute("import { grade, check, scratch, tf } from 'neurona';");
});
afterAll(() => kernel.stop());

const mark = async (code: string) => marks(await kernel.execute(code));

describe('a graded cell', () => {
  it('of a right answer is worth its points, and replies like any cell', async () => {
    const answer = await kernel.execute(
      `${right}\ncheck('02.1', fires);\n/// HIDDEN\ngrade('02.1', fires)\n/// HIDDEN`,
    );
    expect(marks(answer)).toEqual(['1']);
    expect(answer.replies.map(({ content }) => content.status)).toEqual(['ok']);
    const states = answer.iopub.filter(({ type }) => type === 'status').map(({ content }) => content.execution_state);
    expect([states[0], states.at(-1), states.filter((state) => state === 'idle').length]).toEqual(['busy', 'idle', 1]);
  });

  it('shows what it prints and displays, its card too', async () => {
    const answer = await kernel.execute(`${right} console.log('mine');\ncheck('02.1', fires);\ngrade('02.1', fires)`);
    expect(printed(answer)).toBe('mine\n');
    expect(outputs(answer).map(({ type }) => type)).toEqual(['stream', 'display_data', 'execute_result']);
  });

  it('may write warnings', async () => {
    expect(await mark(`${right} console.warn('careful');\ngrade('02.1', fires)`)).toEqual(['1']);
  });

  it('of a circuit, whose units are asked one by one, is worth its points', async () => {
    const circuit = `const exactlyTwo = () => { const two = scratch.unit({ weights: [1, 1, 1], threshold: 2 });
      const three = scratch.unit({ weights: [1, 1, 1], threshold: 3 });
      return scratch.circuit([[two, three], [scratch.unit({ weights: [1, -1], threshold: 1 })]]); };`;
    expect(await mark(`${circuit}\ngrade('02.2', exactlyTwo)`)).toEqual(['2']);
  });

  it.each([
    ['of a wrong answer', '() => 0', /^NotPassed: 02\.1: .*never fires|^NotPassed: 02\.1: /],
    ['of none', "() => { throw new Error('Not attempted yet'); }", /^NotPassed: 02\.1: not attempted yet$/],
    ['of code that throws', "() => { throw new TypeError('oh') }", /^NotPassed: 02\.1: Your code stopped.*: oh$/],
    ['of what is no function', '6 as any', /^NotPassed: 02\.1: Your code stopped.*not a function$/],
    ['of a promise in the place of an answer', 'async () => 1', /^NotPassed: 02\.1: /],
  ])('%s is an error that says why', async (_, attempt, message) => {
    const [error, ...more] = await mark(`grade('02.1', (${attempt}) as any)`);
    expect(error).toMatch(message);
    expect(more).toEqual([]);
  });

  it('that fails by itself keeps its own error', async () => {
    expect(await mark(`${right} throw new RangeError('mine');\ngrade('02.1', fires)`)).toEqual(['RangeError: mine']);
    expect(await mark("const a: string = 1;\ngrade('02.1', fires)")).toEqual([
      expect.stringMatching(/^TypeScriptError: .*not assignable/),
    ]);
  });

  it('that asks for another exercise, asks twice or not at all is an error', async () => {
    const other = `${right} const g = grade; { const grade = (_: string, f: any) => g('02.2', f);\n`;
    expect(await mark(`${other} grade('02.1', fires); }\ngrade('02.1', fires)`)).toEqual([
      expect.stringContaining("asked for '02.2', and the cell is for '02.1'"),
    ]);
    expect(await mark(`${right} grade('02.1', fires);\ngrade('02.1', fires)`)).toEqual([
      expect.stringContaining('asked more than once'),
    ]);
    expect(
      await mark("{ const grade = (..._: unknown[]) => 1; var none = grade;}\n/* no call */ none('02.1', 0)"),
    ).toEqual(
      ['1'], // no graded cell by its last line: nbgrader's configuration refuses it
    );
    expect(await mark("// @ts-ignore\ngrade('02.9', () => 1)")).toEqual([
      expect.stringMatching(/expected the number of an exercise \(.*02\.1, 02\.2, 02\.3.*\), got '02\.9'/),
    ]);
    expect(await mark(`${right}\ngrade('02.1', fires)`)).toEqual(['1']);
  });
});

describe('a cell that is not graded', () => {
  it('answers as ever, and learns no points from grade', async () => {
    expect(await mark('1 + 1')).toEqual(['2']);
    expect(await mark(`${right}\nconst points = grade('02.1', fires);\npoints`)).toEqual(['NaN']);
  });
});

describe('an attempt that never returns', () => {
  it('is ended by Stop; the next cell is judged anew', async () => {
    const [id] = await kernel.send({
      type: 'execute_request',
      content: { code: "grade('02.1', () => { console.log('in it'); for (;;); })", silent: false },
    });
    await kernel.waitFor('stream', id!, 'in it');
    await kernel.interrupt();
    expect(marks(await kernel.collect(id!))).toEqual([expect.stringMatching(/^Interrupted: /)]);
    expect(await mark(`${right}\ngrade('02.1', fires)`)).toEqual(['1']);
  });
});

describe('without a judge', () => {
  it('graded cells are errors that say so', async () => {
    const lost = await Kernel.start({ environment: { NEURONA_JUDGE: '/no/such/judge.js' } });
    try {
      const answer = await lost.execute(`import { grade } from 'neurona'; ${right}\ngrade('02.1', fires)`);
      expect(marks(answer)).toEqual([expect.stringMatching(/^NotGraded: the judge has ended \(exit code 1\)/)]);
    } finally {
      await lost.stop();
    }
  });

  it('at the desk, grade gives the points itself', async () => {
    const desk = await Kernel.start();
    try {
      const code = `import { grade } from 'neurona'; ${right}\n`;
      expect(marks(await desk.execute(`${code}grade('02.1', fires)`))).toEqual(['1']);
      expect(marks(await desk.execute("grade('02.1', () => 0)"))).toEqual([expect.stringMatching(/^Error: 02\.1: /)]);
    } finally {
      await desk.stop();
    }
  });
});
