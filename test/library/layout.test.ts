/** The file list is the architecture: how long files are, how they open, what they import, what is documented. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as neurona from '../../lib/index';
import { inRoot } from '../support/paths';

/** From the ground up: a file imports from entries before its own, or from its own. */
const layers = [
  ...[
    'node-compat',
    'words',
    'native',
    'display',
    'place',
    'stop',
    'tensorflow',
    'types',
    'assert',
    'html',
    'input',
    'random',
  ],
  ...[
    'data',
    'scratch',
    'autograd',
    'models',
    'rl',
    'inspect',
    'figures',
    'table',
    'show',
    'train',
    'widgets',
    'check',
    'index',
  ],
];

const lib = inRoot('lib');
const paths = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !/^(dist|node_modules)\//.test(path),
);
const files = new Map(paths.map((path) => [path, readFileSync(join(lib, path), 'utf8')]));

const statement = /^(?:import|export)( type)?\s[^;]*?'(\.[^']*)';$/gm;

/** The files of lib/ that a file imports or re-exports, as paths within lib/, without the extension. */
function imports(path: string): string[] {
  const found = [...files.get(path)!.matchAll(statement)];
  return found.map(([, , from]) => normalize(join(dirname(path), from!)));
}
const entry = (path: string) => path.split('/')[0]!.replace(/\.ts$/, '');

describe.each(paths)('lib/%s', (path) => {
  const text = files.get(path)!;

  it('is at most 200 lines long', () => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(200);
  });

  it('opens with a sentence that says what it is', () => {
    const [opening] = /^\/\*\*[\s\S]*?\*\//.exec(text) ?? [''];
    expect(opening).toMatch(/^\/\*\*\s+(\* )?[A-Z][\s\S]*[.)]\s*\*\/$/);
  });

  it('imports files, not folders', () => {
    for (const target of imports(path)) expect([...files.keys()], target).toContain(`${target}.ts`);
  });

  it('imports downwards only', () => {
    // The kernel knows nothing of the library; how text is made safe for HTML is no part of either.
    if (entry(path) === 'kernel')
      return expect(
        imports(path).filter((target) => !['kernel', 'node-compat', 'html'].includes(entry(target))),
      ).toEqual([]);
    expect(layers, `lib/${entry(path)} has no place in the order of layers`).toContain(entry(path));
    const above = imports(path).filter((target) => layers.indexOf(entry(target)) > layers.indexOf(entry(path)));
    expect(above).toEqual([]);
  });

  it('exports by name only, and all of a module only as a name', () => {
    expect(text).not.toMatch(/^export default/m);
    if (path !== 'tensorflow.ts') expect(text).not.toMatch(/^export \* from/m);
  });

  it('draws no random number without a seed', () => {
    expect(text).not.toContain('Math.random');
  });
});

describe('lib/', () => {
  it('has no cycle of imports, not even of types', () => {
    const done = new Set<string>();
    const visit = (path: string, trail: string[]): void => {
      expect(trail, 'a cycle').not.toContain(path);
      if (done.has(path)) return;
      for (const target of imports(path)) visit(`${target}.ts`, [...trail, path]);
      done.add(path);
    };
    for (const path of paths) visit(path, []);
    expect(done.size).toBe(paths.length);
  });

  it('knows figures by data, not by plotly.js: no public declaration carries its types', () => {
    for (const [path, text] of files) {
      if (/plotly\.js'/.test(text)) expect(path).toMatch(/^figures\//);
      for (const [, signature] of text.matchAll(/^export (?:async )?function ([\s\S]*?)\{$/gm)) {
        expect(signature, path).not.toMatch(/\b(Data|Layout|Annotations)\b/);
      }
    }
  });

  it('says to students only what lib/words says: no sentence of a figure stands in lib/figures', () => {
    for (const [path, text] of files) {
      if (!path.startsWith('figures/')) continue;
      const code = text.replace(/\/\*\*[\s\S]*?\*\//g, '');
      expect(code, path).not.toMatch(/(title|description|hovertemplate|name): '[A-Za-z]/);
    }
  });
});

describe('the public API', () => {
  const namespaces = [
    'autograd',
    'data',
    'figures',
    'inspect',
    'models',
    'rl',
    'scratch',
    'show',
    'train',
    'widgets',
  ] as const;
  const functions = [
    ...namespaces.flatMap((space) =>
      Object.keys(neurona[space]).map((name) => [`${space}.${name}`, space, name] as const),
    ),
    ['generator', 'random', 'generator'] as const,
  ];

  it('is there', () => {
    expect(Object.keys(neurona)).toEqual(expect.arrayContaining([...namespaces, 'generator', 'tf']));
    expect(functions.length).toBeGreaterThan(20);
  });

  it.each(functions)(
    '%s is documented: a sentence, what it returns or throws, an example of its own',
    (_, space, name) => {
      const doc = [...files]
        .filter(([path]) => entry(path) === space)
        .map(
          ([, text]) =>
            new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\nexport (?:(?:async )?function|class) ${name}\\b`).exec(
              text,
            )?.[1],
        )
        .find((found) => found !== undefined);
      expect(doc, 'a comment in front of it').toBeDefined();
      expect(doc).toMatch(/^\s+\* \S.*/);
      expect(doc).toMatch(/```ts\n \* import \{.*\} from 'neurona';\n[\s\S]*```/);
      if (name !== 'figure') expect(doc).toMatch(/Throws/);
    },
  );
});
