/** Each public export is documented, and each example in the documentation runs as a cell, as a student would paste it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicApi } from '../support/api';
import { Kernel, outputs } from '../support/kernel';

const api = publicApi();
const callable = api.filter(({ kind }) => kind === 'function' || kind === 'class');
const examples = api.flatMap(({ name, examples }) => examples.map((code): [string, string] => [name, code]));

describe('the public API', () => {
  it('is found', () => {
    expect(callable.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['data.spiral', 'scratch.Perceptron', 'check']),
    );
  });

  it.each(api.map(({ name, doc }) => [name, doc]))('%s is documented by a sentence or more', (_, doc) => {
    expect(doc).toMatch(/^[A-Z0-9`'"][^]*\.(\s|$)/);
  });

  it.each(callable.map(({ name, examples }) => [name, examples] as const))(
    '%s has an example that imports it',
    (name, codes) => {
      expect(codes.length).toBeGreaterThan(0);
      const namespace = name.split('.')[0]!;
      expect(
        codes.filter((code) => !new RegExp(`import \\{[^}]*\\b${namespace}\\b[^}]*\\} from 'neurona'`).test(code)),
      ).toEqual([]);
    },
  );

  it.each(callable.map(({ name, doc }) => [name, doc]))(
    '%s says nothing by a tag, since tslab would drop its name',
    (_, doc) => {
      expect(doc).not.toMatch(/^\s*@/m);
    },
  );
});

describe('the example of', () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start();
  });
  afterAll(() => kernel.stop());

  it.each(examples)('%s runs in a cell without an error', async (_, code) => {
    const answer = await kernel.execute(code);
    const wrong = outputs(answer).filter(({ type, content }) => type === 'error' || content.name === 'stderr');
    expect(wrong.map(({ content }) => content)).toEqual([]);
    expect(answer.replies[0]?.content.status).toBe('ok');
  });
});
