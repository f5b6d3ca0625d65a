/** Each way in which set-up can fail ends in one clear message and an exit code of its own, and a second run is not tripped. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { exitCodes } from '../../setup/failure.mjs';
import { checkNode } from '../../setup/setup.mjs';
import { wheelFor } from '../../setup/steps/tensorflow.mjs';
import { Clone, noNetwork, setUp, step } from '../support/clone';

let clone: Clone;
afterEach(() => clone?.remove());

/** The message is short: what happened and what to do, no stack, no output of a tool. */
function expectOneClearMessage(output: string, ...parts: RegExp[]) {
  for (const part of parts) expect(output).toMatch(part);
  expect(output).not.toMatch(/^\s+at |Traceback/m);
  expect(output.trim().split('\n').length).toBeLessThan(12);
}

describe('set-up', () => {
  it('says which Node it needs', () => {
    expect(() => checkNode('18.20.1')).toThrow(/20\.19 or later is needed; this is 18\.20\.1/);
    expect(() => checkNode('20.18.0')).toThrow();
    for (const good of ['20.19.0', '22.0.0', '24.1.0']) expect(() => checkNode(good)).not.toThrow();
  });

  it('says that npm can not reach its registry', async () => {
    clone = new Clone({ packages: false });
    const { code, output } = await clone.run(setUp, { env: noNetwork });
    expect(code).toBe(exitCodes.network);
    expectOneClearMessage(output, /npm packages: the package registry did not answer/, /run the same command again/);
  });

  it('says that there is no Python, or only an old one', async () => {
    clone = new Clone();
    const none = await clone.run(setUp, { env: { PYTHON: join(clone.folder, 'nothing') } });
    expect(none.code).toBe(exitCodes.python);
    expectOneClearMessage(none.output, /Python 3\.10 or later is needed; no Python was found/, /PYTHON=/);

    const old = await clone.run(setUp, { env: { PYTHON: clone.tool('python', '#!/bin/sh\necho 3.9.2\n') } });
    expect(old.code).toBe(exitCodes.python);
    expect(old.output).toMatch(/is 3\.9\.2/);
  });

  it('says that Python lacks its venv module, as on a bare Debian', async () => {
    clone = new Clone();
    const debian = `#!/bin/sh
case "$2" in
  venv) echo "The virtual environment was not created successfully because ensurepip is not available."; exit 1;;
esac
echo 3.11.2
`;
    const { code, output } = await clone.run(setUp, { env: { PYTHON: clone.tool('python', debian) } });
    expect(code).toBe(exitCodes.venv);
    expectOneClearMessage(output, /lacks its venv module/, /apt install python3-venv/);
  });

  it('says that pip can not reach its index, and the next run starts that step again', async () => {
    clone = new Clone();
    const { code, output } = await clone.run(setUp, { env: noNetwork });
    expect(code).toBe(exitCodes.network);
    expectOneClearMessage(output, /JupyterLab: the package registry did not answer/);
    const again = await clone.run(
      "import { jupyter } from './setup/steps/jupyter.mjs'; console.log(jupyter.state().done)",
    );
    expect(again.output.trim()).toBe('false');
  });

  it('says that the disk is full', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'neurona-full-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      rmSync(folder, { recursive: true });
      return test.skip('a small disk to fill can only be mounted by root');
    }
    try {
      const full = new Clone({ folder });
      const { code, output } = await full.run(setUp);
      expect(code).toBe(exitCodes.disk);
      expectOneClearMessage(output, /the disk is full/, /Free some space/);
    } finally {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    }
  });

  it('can be interrupted by Ctrl-C, and says that the next run goes on', async () => {
    clone = new Clone();
    const { code, output } = await clone.run(setUp, {
      until: () => existsSync(join(clone.folder, '.venv')),
      signal: 'SIGINT',
    });
    expect(code).toBe(exitCodes.interrupted);
    expectOneClearMessage(output, /JupyterLab: a virtual environment: interrupted/, /next run goes on/);
  });

  it('knows for which machines there is a TensorFlow, and why not for the others', () => {
    const why = (platform: NodeJS.Platform, arch: NodeJS.Architecture, glibc?: string) =>
      wheelFor({ platform, arch, glibc }).why;
    expect(why('linux', 'x64', '2.36')).toBeUndefined();
    expect(why('linux', 'arm64', '2.36')).toBeUndefined();
    expect(why('darwin', 'arm64')).toBeUndefined();
    expect(why('darwin', 'x64')).toMatch(/none for darwin on x64/);
    expect(why('win32', 'x64')).toMatch(/WSL/);
    expect(why('linux', 'x64', '2.17')).toMatch(/glibc 2\.27/);
    expect(why('linux', 'x64', '')).toMatch(/GNU C library/);
  });

  it('says that there is no TensorFlow for this machine, and that the lessons run without', async () => {
    clone = new Clone();
    clone.write('setup/tensorflow.json', JSON.stringify({ version: '2.21.0', headers: [], notices: [], wheels: {} }));
    const { code, output } = await clone.run(step('tensorflow', 'tensorflow'));
    expect(code).toBe(exitCodes.platform);
    expectOneClearMessage(output, /there is none for \w+ on \w+/, /lessons run without it/);
  });

  it('says that there is no C++ compiler and that none can be fetched', async () => {
    clone = new Clone();
    execFileSync('python3', ['-m', 'venv', join(clone.folder, '.venv')]);
    const env = { ...noNetwork, CXX: join(clone.folder, 'no-compiler') };
    const { code, output } = await clone.run(step('addon', 'addon'), { env });
    expect(code).toBe(exitCodes.compiler);
    expectOneClearMessage(output, /needs a C\+\+ compiler/, /apt install g\+\+/);
    expect(existsSync(join(clone.folder, '.neurona/addon/tfjs_binding.node'))).toBe(false);
  });
});
