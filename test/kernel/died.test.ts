/** A process that dies under a cell is told of in that cell, and Jupyter learns that the kernel has ended. */
import { afterEach, describe, expect, it } from 'vitest';
import { cell, Kernel, outputs } from '../support/kernel';

let kernel: Kernel;
afterEach(() => kernel.stop());

describe('the process that runs the cells', () => {
  it.each([
    ['is crashed by native code', 'process.abort();', 'KernelDied', /died: native code gave up \(SIGABRT\)/],
    ['is killed', 'process.kill(process.pid, "SIGKILL"); for (;;);', 'KernelDied', /SIGKILL.*no memory left/],
    ['is left by the cell', 'process.exit(3);', 'KernelEnded', /exit code 3\. The variables are gone/],
  ])('%s: the cell says so, those that wait are dropped, and the kernel ends', async (_, code, ename, message) => {
    kernel = await Kernel.start();
    const ids = await kernel.send(cell(`console.log("last words"); ${code}`), cell('1'));
    const { replies, iopub } = await kernel.collect(ids[0]!);
    expect(replies[0]!.content).toMatchObject({
      status: 'error',
      ename,
      evalue: expect.stringMatching(message) as string,
    });
    expect(outputs({ replies, iopub }).map(({ type, content }) => content.text ?? content.ename ?? type)).toEqual([
      'last words\n',
      ename,
    ]);
    expect((await kernel.collect(ids[1]!)).replies[0]!.content.status).toBe('aborted');
    await expect.poll(() => kernel.isAlive()).toBe(false);
  });

  it('is crashed by TensorFlow: its last words stand in the cell', async () => {
    kernel = await Kernel.start();
    await kernel.execute('process.stderr.fd;');
    const { replies } = await kernel.execute(
      'require("node:fs").writeSync(2, "F0000 check.cc:1] Check failed: rank == 2\\n"); process.abort();',
    );
    expect((replies[0]!.content.traceback as string[]).join('\n')).toContain('Check failed: rank == 2');
  });

  it('may end when no cell runs', async () => {
    kernel = await Kernel.start();
    await kernel.execute('setTimeout(() => process.exit(0), 100);');
    await expect.poll(() => kernel.isAlive()).toBe(false);
    expect(kernel.terminal).toContain('exit code 0');
  });
});
