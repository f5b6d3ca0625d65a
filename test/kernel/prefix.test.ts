/** The process that runs the cells can be started inside a sandbox, and speaks to the front all the same. */
import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { enginePrefix } from '../../lib/kernel/front/prefix';
import { Kernel, outputs } from '../support/kernel';

let kernel: Kernel | undefined;
afterEach(() => kernel?.stop());

const sandbox = ['bwrap', '--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--unshare-all', '--'];
const canSandbox = spawnSync(sandbox[0]!, [...sandbox.slice(1), 'true']).status === 0;

async function result(prefix: string[], code: string): Promise<unknown> {
  kernel = await Kernel.start({ environment: { NEURONA_ENGINE_PREFIX: JSON.stringify(prefix) } });
  const answer = await kernel.execute(code);
  return (outputs(answer)[0]?.content.data as Record<string, string>)['text/plain'];
}

describe('NEURONA_ENGINE_PREFIX', () => {
  it('stands in front of the command of the process that runs the cells', async () => {
    expect(await result(['env', 'FROM_PREFIX=yes'], 'process.env.FROM_PREFIX')).toContain('yes');
  });

  it.skipIf(!canSandbox)('may be a real sandbox, with no network and no sight of other processes', async () => {
    const code = `[process.ppid, Object.keys(require('node:os').networkInterfaces()).join()].join(' ')`;
    expect(await result(sandbox, code)).toMatch(/^'?1 (lo)?'?$/);
  });

  it('that names a program which is not there ends the kernel, and says so', async () => {
    kernel = undefined;
    const gone = Kernel.start({ environment: { NEURONA_ENGINE_PREFIX: '["no-such-program"]' } });
    await expect(gone.then((started) => (kernel = started).execute('1'))).rejects.toThrow(
      /spawn no-such-program ENOENT/,
    );
  });

  it.each(['bwrap --', '{"a": 1}', '["bwrap", 1]'])('that is no list of words is refused: %s', (text) => {
    expect(() => enginePrefix(text)).toThrow(/NEURONA_ENGINE_PREFIX: expected a JSON array of words/);
  });

  it('is nothing if it is not set', () => {
    expect(enginePrefix('')).toEqual([]);
  });
});
