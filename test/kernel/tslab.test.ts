/** What the kernel relies on in tslab, checked by itself: a new version of tslab that lacks it fails here, by name. */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { createConverter } from 'tslab/dist/converter.js';
import type { createExecutor, Executor } from 'tslab/dist/executor.js';

const require = createRequire(import.meta.url);
const jupyter = require('tslab/dist/jupyter.js') as Record<string, { prototype: object }>;
const converting = require('tslab/dist/converter.js') as { createConverter: typeof createConverter };
const executing = require('tslab/dist/executor.js') as { createExecutor: typeof createExecutor };

describe('tslab', () => {
  it.each([
    ['ZmqServer', ['handleShellMessage', 'init', 'close']],
    ['JupyterHandlerImpl', ['handleKernel', 'handleIsComplete', 'handleComplete', 'handleInspect', 'close']],
  ])('exports %s with the methods %j', (name, methods) => {
    for (const method of methods) expect(jupyter[name]!.prototype).toHaveProperty(method);
  });

  it('displays by the variable lastWriteDisplayData of its module', () => {
    const sent: unknown[] = [];
    Object.assign(jupyter, { lastWriteDisplayData: (...message: unknown[]) => sent.push(message) });
    (require('tslab') as { display: { text(text: string): void } }).display.text('five');
    expect(sent).toEqual([[expect.objectContaining({ data: { 'text/plain': 'five' } }), undefined]]);
  });

  it('runs the code that its converter gives, tells results and errors raw, and stops by an error we know', async () => {
    const told: unknown[][] = [];
    const converter = converting.createConverter();
    const node: typeof converter = {
      ...converter,
      convert: (declarations, source) => {
        const converted = converter.convert(declarations, source);
        return { ...converted, output: `\n${converted.output}\n//# sourceURL=cell-0.js` };
      },
    };
    const executor: Executor = executing.createExecutor(
      process.cwd(),
      { node, browser: node, close: () => converter.close() },
      {
        log: (...values) => told.push(['log', ...(values as unknown[])]),
        error: (...values) => told.push(values as unknown[]),
      },
    );
    const thrown = async (source: string) => {
      told.length = 0;
      const running = executor.execute(source);
      executor.interrupt();
      expect(await running).toBe(false);
      expect(told).toEqual([[expect.any(Error)]]);
      return told[0]![0] as Error;
    };

    expect(await executor.execute('({ raw: true })')).toBe(true);
    expect(told).toEqual([['log', { raw: true }]]);
    expect((await thrown('const a = 1;\nthrow new Error("named");')).stack).toMatch(/cell-0\.js:\d+/);
    expect(await thrown('await new Promise(() => {});')).toMatchObject({ message: 'Interrupted asynchronously' });
    executor.close();
  });
});
