/** How a kernel is stopped: its cell by an interrupt, itself by a request or the end of who started it. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inRoot } from '../support/paths';
import { Kernel, outputs } from '../support/kernel';

let kernel: Kernel;
afterEach(() => kernel.stop());

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('an interrupt', () => {
  it.each([
    ['that computes', 'console.log("started"); while (true);'],
    ['that awaits', 'await null; console.log("started"); await new Promise(() => {});'],
  ])('ends a cell %s in an error, and the next one runs', async (_, code) => {
    kernel = await Kernel.start();
    await kernel.execute('const kept = 5;');
    const [id] = await kernel.send({ type: 'execute_request', content: { code } });
    await kernel.waitFor('stream', id!);
    await kernel.interrupt();
    expect((await kernel.collect(id!)).replies[0]!.content).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect(outputs(await kernel.execute('kept'))[0]!.content.data).toEqual({ 'text/plain': '5' });
  });

  it('changes nothing while no cell runs', async () => {
    kernel = await Kernel.start();
    await kernel.interrupt();
    await kernel.ask({ type: 'kernel_info_request' }); // the signal has come by then
    expect((await kernel.execute('await null; 1')).replies[0]!.content.status).toBe('ok');
  });
});

describe('a request to shut down', () => {
  it.each([true, false])('is answered with restart %s as asked, and the process ends well', async (restart) => {
    kernel = await Kernel.start();
    expect(await kernel.shutDown(restart)).toEqual({ reply: { status: 'ok', restart }, code: 0 });
  });

  it('is heard while a cell awaits or something else keeps the process alive', async () => {
    kernel = await Kernel.start();
    await kernel.execute('setInterval(() => {}, 1000); 1');
    const [id] = await kernel.send({
      type: 'execute_request',
      content: { code: 'console.log("started"); await new Promise(() => {});' },
    });
    await kernel.waitFor('stream', id!);
    expect((await kernel.shutDown()).code).toBe(0);
  });
});

describe('the end of the program that started the kernel', () => {
  it('ends the kernel', async () => {
    kernel = await Kernel.start();
    kernel.abandon();
    await expect.poll(() => isAlive(kernel.pid), { timeout: 60_000 }).toBe(false);
  });

  it('ends it even if a cell keeps it busy for ever', async () => {
    kernel = await Kernel.start();
    const [id] = await kernel.send({
      type: 'execute_request',
      content: { code: 'console.log("started"); while (true);' },
    });
    await kernel.waitFor('stream', id!);
    kernel.abandon();
    await expect.poll(() => isAlive(kernel.pid), { timeout: 60_000 }).toBe(false);
  });
});

describe('a kernel whose starter ends', () => {
  /** Starts a kernel by a shell that ends at once, and gives the kernel's process. */
  function leave(env: NodeJS.ProcessEnv): number {
    const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
    const ports = Object.fromEntries(['shell', 'control', 'stdin', 'iopub', 'hb'].map((name) => [`${name}_port`, 0]));
    writeFileSync(join(folder, 'file.json'), JSON.stringify({ transport: 'tcp', ip: '127.0.0.1', key: '', ...ports }));
    const command = '"$0" "$1" --config-path="$2" >/dev/null 2>&1 & echo $!';
    const args = ['-c', command, process.execPath, inRoot('lib/dist/kernel/main.js'), join(folder, 'file.json')];
    return Number(execFileSync('sh', args, { env: { ...process.env, ...env }, encoding: 'utf8' }));
  }

  it('ends with it if Jupyter started it', async () => {
    const pid = leave({ JPY_PARENT_PID: '2' });
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
  });

  it('stays if it was started by hand', async () => {
    const pid = leave({ JPY_PARENT_PID: undefined });
    await new Promise((goOn) => setTimeout(goOn, 3000));
    expect(isAlive(pid)).toBe(true);
    process.kill(pid);
  });
});

describe('a kernel that cannot start', () => {
  it.each([
    [[], /usage: main\.js --config-path=FILE/],
    [['--config-path=/no/such/file'], /no such file/],
  ])('with the arguments %j says why and fails', async (args, message) => {
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, [inRoot('lib/dist/kernel/main.js'), ...args], (error, _, stderr) =>
        resolve({ code: error?.code, stderr }),
      );
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});
