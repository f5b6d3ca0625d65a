/** Hover over the protocol: signature, docs, tags by their names; of the function whose brackets hold the cursor. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel } from '../../support/kernel';

let kernel: Kernel;
const declarations = `
import { tf, data, show } from 'neurona';
const numbers = [1, 2, 3];

/**
 * Adds two numbers. See {@link numbers}, {@link numbers the list} and {@link https://example.org the page}.
 *
 * @param a the first of both
 * @param b - the second
 * @returns their sum
 * @throws {RangeError} if it is too large
 * @example add(1, 2)
 * @see numbers
 * @default 0
 * @author nobody
 */
function add(a: number, b: number): number { return a + b; }

/** @deprecated use add */
function plus(a: number, b: number): number { return a + b; }

function twice(x: number): number;
function twice(x: string): string;
function twice(x: any): any { return x + x; }

/** How to paint. */
interface PaintOptions {
  /** How wide. Default 1. */
  width?: number;
  /** Which colour. */
  colour: string;
}
/** Paints. */
function paint({ width = 1, colour }: PaintOptions) {}
`;

beforeAll(async () => {
  kernel = await Kernel.start();
  expect((await kernel.execute(declarations)).replies[0]!.content.status).toBe('ok');
});
afterAll(() => kernel.stop());

interface Reply {
  found: boolean;
  data: { 'text/markdown': string; 'text/plain': string };
}

/** Asks at the bar in the text; the bar is not part of it. */
async function inspect(marked: string, detail_level = 0): Promise<Reply> {
  const content = { code: marked.replace('|', ''), cursor_pos: [...marked].indexOf('|'), detail_level };
  const { replies } = await kernel.ask({ type: 'inspect_request', content });
  expect(replies[0]!.content.status).toBe('ok');
  return replies[0]!.content as unknown as Reply;
}
const read = async (marked: string, detail?: number) => (await inspect(marked, detail)).data['text/markdown'];

describe('a name', () => {
  it('is told with its signature, its docs with their links in words, and its tags by their names', async () => {
    expect(await read('ad|d')).toBe(
      `
\`\`\`ts
function add(a: number, b: number): number
\`\`\`

Adds two numbers. See \`numbers\`, the list and [the page](https://example.org).

**Parameters**

- \`a\`: the first of both
- \`b\`: the second

**Returns** their sum

**Throws** {RangeError} if it is too large

**Example**

\`\`\`ts
add(1, 2)
\`\`\`

**See** numbers

**Default** 0

**Author** nobody`.trim(),
    );
  });

  it('is told in plain text as well, without marks', async () => {
    const { data } = await inspect('ad|d');
    expect(data['text/plain']).toContain('function add(a: number, b: number): number\n\nAdds two numbers.');
    expect(data['text/plain']).toContain('Parameters:\n  a: the first of both\n  b: the second');
    expect(data['text/plain']).toContain('Example:\nadd(1, 2)');
    expect(data['text/plain']).not.toMatch(/```|\*\*/);
  });

  it.each([
    ['before its first letter', '|numbers', 'const numbers: number[]'],
    ['after its last letter', 'numbers|', 'const numbers: number[]'],
    ['after characters beyond the first 65,536', "'😀𝒳'; numb|ers", 'const numbers: number[]'],
    ['as a member', 'Math.sq|rt', '(method) Math.sqrt(x: number): number'],
    ['as a key of options', 'tf.layers.dense({ un|its: 3 })', '(property) DenseLayerArgs.units: number'],
    ['as a type', 'let x: Paint|Options', 'interface PaintOptions'],
    ['with its overloads counted', 'twi|ce', 'function twice(x: number): number (+1 overload)'],
    ['as a module', 'dat|a', 'module data'],
  ])('is found %s', async (_, marked, signature) => {
    expect(await read(marked)).toContain(`\`\`\`ts\n${signature}\n\`\`\``);
  });

  it('says first that it is deprecated', async () => {
    expect(await read('pl|us')).toMatch(/```\n\n\*\*Deprecated\*\* use add$/);
  });

  it('tells where it is declared, if more is asked for', async () => {
    expect(await read('const here = 1;\nhe|re', 1)).toContain('**Declared in** this cell, line 1');
    expect(await read('ad|d', 1)).toContain('**Declared in** an earlier cell');
    expect(await read('data.spi|ral', 1)).toMatch(/\*\*Declared in\*\* .*data\/\w+\.d\.ts, line \d+/);
    expect(await read('ad|d')).not.toContain('Declared');
  });

  it.each(['nowhere|', '|', '// num|bers', "'num|bers'", '/* num|bers */'])('is not found in %j', async (marked) => {
    expect(await inspect(marked)).toMatchObject({ found: false, data: {} });
  });
});

describe('the brackets of a call', () => {
  it('tell the function, and the parameter that is being written', async () => {
    expect(await read('add(|')).toContain('Parameter 1 of 2: `a`');
    const second = await read('add(1, |)');
    expect(second).toMatch(/^```ts\nadd\(a: number, b: number\): number\n```/);
    expect(second).toContain('Parameter 2 of 2: `b`');
    expect(second).toContain('- `b`: the second');
    expect(second).toContain('**Returns** their sum');
  });

  it('tell which overload is meant, and how many there are', async () => {
    const text = await read("twice('a'|)");
    expect(text).toContain('twice(x: string): string');
    expect(text).toContain('Overload 2 of 2.');
  });

  it('tell the keys of an options object with their docs', async () => {
    const text = await read('paint({|})');
    expect(text).toContain('Parameter 1 of 1: `{ width, colour }`');
    expect(text).toContain(
      '**Options**\n\n- `width?: number`: How wide. Default 1.\n- `colour: string`: Which colour.',
    );
    const dense = await read('tf.layers.dense({ units: 3, |');
    expect(dense).toMatch(/Creates a dense .*\n\n\*\*Options\*\*\n\n- `units: number`: Positive integer/); // before the long prose
    expect(dense).toMatch(/- `name\?: string`[^]*This layer implements the operation/);
  });

  it('give way to a name that stands in them', async () => {
    expect(await read('add(numb|ers.length, 2)')).toContain('const numbers: number[]');
  });
});

it.each(['data.spiral', 'data.digits', 'show.points', 'show.table', 'tf.layers.dense', 'numbers.map'])(
  '%s reads well: a signature without paths, and its docs',
  async (name) => {
    const text = await read(`${name}|`);
    expect(text).toMatch(/^```ts\n(function|\(method\)|const) ?\S[^]*\n```\n\n\S/);
    expect(text.split('```')[1]).not.toMatch(/node_modules|import\("|\/dist\//);
  },
);
