/** TensorFlow's wheel: only the one with our hash, only what is needed of it, and no half of it ever. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exitCodes } from '../../setup/failure.mjs';
import { Clone, step } from '../support/clone';

const source = readFileSync(new URL('../../setup/tensorflow.json', import.meta.url), 'utf8');
const real = JSON.parse(source) as {
  version: string;
  wheels: Record<string, { package: string; platform: string; sha256: string }>;
};
const machine = `${process.platform}-${process.arch}`;

let clone: Clone;
let made: string;
const tensorflow = step('tensorflow', 'tensorflow');
/** pip takes its packages from this folder alone. */
const mirror = () => ({ PIP_NO_INDEX: '1', PIP_FIND_LINKS: join(clone.folder, 'mirror') });
const trust = (sha256: string) =>
  clone.write(
    'setup/tensorflow.json',
    JSON.stringify({ ...real, wheels: { [machine]: { ...real.wheels[machine], sha256 } } }),
  );
/** The larger of the two libraries, as unpacked. */
const library = () => {
  const folder = join(made, real.version, 'lib');
  return join(
    folder,
    readdirSync(folder).find((name) => name.includes('_cc'))!,
  );
};
const state = (output: string) =>
  JSON.parse(output.trim().split('\n').at(-1)!) as { done: boolean; detail: string; damage?: string };

beforeAll(() => {
  clone = new Clone();
  made = join(clone.folder, '.neurona/tensorflow');
  execFileSync('python3', ['-m', 'venv', join(clone.folder, '.venv')]);
});
afterAll(() => clone.remove());

describe.skipIf(!real.wheels[machine])('the step that fetches TensorFlow', () => {
  let sha256: string;

  beforeEach(() => {
    const { package: name, platform } = real.wheels[machine]!;
    const wheel = `${name.replace('-', '_')}-${real.version}-cp311-cp311-${platform}.whl`;
    execFileSync('python3', ['-c', makeWheel, join(clone.folder, 'mirror'), wheel]);
    sha256 = createHash('sha256')
      .update(readFileSync(join(clone.folder, 'mirror', wheel)))
      .digest('hex');
    execFileSync('rm', ['-rf', made]);
  });

  it('refuses a wheel whose hash is not the one we know, and leaves nothing of it', async () => {
    trust(real.wheels[machine]!.sha256);
    const { code, output } = await clone.run(tensorflow, { env: mirror() });
    expect(code).toBe(exitCodes.hash);
    expect(output).toMatch(/its hash is wrong/);
    expect(readdirSync(made)).toEqual([]);
  });

  it('unpacks the two libraries, the C headers and the notices, and nothing else', async () => {
    trust(sha256);
    const { code, output } = await clone.run(tensorflow, { env: mirror() });
    expect([code, state(output)]).toEqual([
      0,
      { done: true, detail: expect.stringMatching(/^from tensorflow.*\.whl$/) as string },
    ]);
    const files = readdirSync(join(made, real.version), { recursive: true, encoding: 'utf8' });
    expect(files).toContain('include/tensorflow/c/c_api.h');
    expect(files.filter((file) => file.startsWith('lib/')).sort()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/_cc/),
        expect.stringMatching(/_framework/),
        expect.stringMatching(/NOTICES/),
      ]),
    );
    expect(files.filter((file) => file.includes('python'))).toEqual([]);
    expect(readdirSync(made)).toEqual([real.version]);
  });

  it('starts again after it was killed in the middle of unpacking', async () => {
    trust(sha256);
    const killed = await clone.run(tensorflow, {
      env: mirror(),
      until: () => existsSync(join(made, 'partial/unpacked')),
    });
    expect(killed.code).toBe(null);
    expect(existsSync(join(made, real.version))).toBe(false);
    expect(existsSync(join(made, 'partial'))).toBe(true);

    const again = await clone.run(tensorflow, { env: mirror() });
    expect(state(again.output).done).toBe(true);
    expect(readdirSync(made)).toEqual([real.version]);
  });

  it('notices a library that is cut short, and mends it', async () => {
    trust(sha256);
    await clone.run(tensorflow, { env: mirror() });
    const file = library();
    truncateSync(file, 10);
    const seen = await clone.run(
      `import { tensorflow } from './setup/steps/tensorflow.mjs'; console.log(JSON.stringify(tensorflow.state()))`,
    );
    expect(state(seen.output)).toEqual({
      done: false,
      detail: expect.stringMatching(/has 10 bytes and should have/) as string,
    });
    expect(state((await clone.run(tensorflow, { env: mirror() })).output).done).toBe(true);
  });

  it('lets the doctor see a library with a changed byte, which has the right size', async () => {
    trust(sha256);
    await clone.run(tensorflow, { env: mirror() });
    const file = library();
    const bytes = readFileSync(file);
    bytes[100]! ^= 1;
    writeFileSync(file, bytes);
    const { output } = await clone.run(tensorflow, { env: mirror() });
    expect(state(output)).toMatchObject({ done: true, damage: expect.stringMatching(/_cc.*is damaged/) as string });
  });
});

/** A wheel with the members that matter and one that does not; the library is long enough to be killed while it is unpacked. */
const makeWheel = `
import pathlib, sys, zipfile
folder, name = sys.argv[1:]
pathlib.Path(folder).mkdir(exist_ok=True)
end = "2.dylib" if "macosx" in name else "so.2"
with zipfile.ZipFile(pathlib.Path(folder, name), "w", zipfile.ZIP_DEFLATED) as wheel:
    stem = name.split("-cp")[0]
    for member in ["tensorflow/include/tensorflow/c/c_api.h", "tensorflow/include/tensorflow/core/platform/ctstring.h",
                   "tensorflow/include/xla/tsl/c/tsl_status.h", "tensorflow/include/tsl/x.h", "tensorflow/python/x.py",
                   "tensorflow/THIRD_PARTY_NOTICES.txt", "tensorflow/include/LICENSE"]:
        wheel.writestr(member, "x")
    wheel.writestr(f"tensorflow/libtensorflow_cc.{end}", bytes(200_000_000))
    wheel.writestr(f"tensorflow/libtensorflow_framework.{end}", bytes(1000))
    info = stem + ".dist-info"
    wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: " + stem.split("-")[0] + "\\nVersion: " + stem.split("-")[1] + "\\n")
    wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: false\\nTag: " + name.split("-", 2)[2][:-4] + "\\n")
    wheel.writestr(f"{info}/RECORD", "")
`;
