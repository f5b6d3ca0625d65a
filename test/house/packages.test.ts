/** The npm side installs anywhere: every platform's packages locked, no registry named, no install script that was not looked at. */
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../support/paths';

interface LockedPackage {
  version?: string;
  link?: boolean;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}
const read = <T>(file: string) => JSON.parse(readFileSync(inRoot(file), 'utf8')) as T;
const lock = read<{ packages: Record<string, LockedPackage> }>('package-lock.json').packages;
const manifest = read<{ allowScripts: Record<string, boolean> }>('package.json');
const nameOf = (path: string) => path.split('node_modules/').at(-1)!;
const locked = Object.entries(lock).filter(([path]) => path.includes('node_modules/'));

describe('the lockfile', () => {
  it('has each package that some platform needs, not only those of the machine it was made on', () => {
    const names = new Set(locked.map(([path]) => nameOf(path)));
    const missing = locked.flatMap(([, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !names.has(name)),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry, so that the one of the user is asked, and has the hash of each package', () => {
    const outside = locked.filter(([, { resolved, link }]) => resolved && !link);
    expect(outside).toEqual([]);
    expect(locked.filter(([, { link, integrity }]) => !link && !integrity).map(([path]) => path)).toEqual([]);
  });

  it('lets no package run an install script that allowScripts does not decide on', () => {
    const withScripts = new Set(
      locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)),
    );
    expect([...withScripts].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
    expect(manifest.allowScripts['@tensorflow/tfjs-node']).toBe(false);
  });
});

describe('the overrides', () => {
  it('give danfojs-node the one TensorFlow of the course, and a SheetJS from the registry', () => {
    const fromDanfo = createRequire(createRequire(inRoot('lib/package.json')).resolve('danfojs-node'));
    const ours = createRequire(inRoot('lib/package.json'));
    expect(realpathSync(fromDanfo.resolve('@tensorflow/tfjs-node'))).toBe(
      realpathSync(ours.resolve('@tensorflow/tfjs-node')),
    );
    expect(locked.filter(([path]) => nameOf(path) === '@tensorflow/tfjs-node')).toHaveLength(1);
    expect(locked.find(([path]) => nameOf(path) === 'xlsx')?.[1]).toMatchObject({
      name: '@e965/xlsx',
      version: '0.20.3',
    });
  });
});

describe('requirements.txt', () => {
  it('pins each Python package to a version and its hashes, and names no index', () => {
    const text = readFileSync(inRoot('requirements.txt'), 'utf8');
    const entries = text.split(/\n(?=\S)/).filter((entry) => !entry.startsWith('#'));
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter((entry) => !/^[\w.-]+==\S+[^]*--hash=sha256:[0-9a-f]{64}/.test(entry))).toEqual([]);
    expect(text).not.toMatch(/https?:|--index|--find-links/);
  });
});
