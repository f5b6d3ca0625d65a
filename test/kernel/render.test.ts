/** How the kernel shows a value: each kind in its forms, anything at all without throwing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tf } from '../../lib/index';
import { render } from '../../lib/kernel/render';
import { gridHtml } from '../../lib/kernel/render/grid';
import { numberTexts } from '../../lib/kernel/render/numbers';

const text = (value: unknown) => render(value)['text/plain'];
const html = (value: unknown) => render(value)['text/html'] as string | undefined;

describe('numbers', () => {
  it.each([
    [
      [1, -2],
      ['1', '-2'],
    ],
    [
      [0.5, 2],
      ['0.5', '2.0'],
    ],
    [
      [1 / 3, 2],
      ['0.3333', '2.0000'],
    ],
    [
      [1e-9, 0.5],
      ['1.0e-9', '0.5'],
    ],
    [[1.5e9], ['1500000000']],
    [
      [1.25e-7, 0],
      ['1.250e-7', '0'],
    ],
    [
      [123456.789, NaN],
      ['123456.8', 'NaN'],
    ],
  ])('%j share their decimals', (numbers, texts) => {
    expect(numberTexts(numbers)).toEqual(texts);
  });

  it('never come out as nothing, nor far from what they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), { minLength: 1 }),
        (numbers) => {
          const largest = Math.max(...numbers.map(Math.abs));
          numberTexts(numbers).forEach((text, i) => {
            expect(Math.abs(Number(text) - numbers[i]!)).toBeLessThanOrEqual(largest * 1e-3);
            if (numbers[i] !== 0) expect(Number(text)).not.toBe(0);
          });
        },
      ),
    );
  });
});

describe('an array', () => {
  it.each([
    [[1, 2, 3], '[1, 2, 3]'],
    [[0.1 + 0.2, 5], 'rounded\n[0.3, 5.0]'],
    [
      [
        [1, 20],
        [300, 4],
      ],
      '2 × 2 numbers\n[[  1,  20],\n [300,   4]]',
    ],
    [[], '[]'],
    [[1, 'a'], "[ 1, 'a' ]"],
    [[[1], [2, 3]], '[ [ 1 ], [ 2, 3 ] ]'],
  ])('%j is a line or a matrix if it is numbers', (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  it('says how long it is where it is cut', () => {
    expect(text(Array.from({ length: 100 }, (_, i) => i))).toMatch(/^100 numbers\n\[ 0, .*11, …, 94, .* 99\]$/);
  });

  it('with holes is not taken for numbers', () => {
    expect(text(Array(2))).toBe('[ <2 empty items> ]');
  });

  it('of objects with the same keys is a table', () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({ x: i / 2, '<y>': 'a' }));
    expect(text(rows)).toMatch(
      /^12 rows\n\n +x {2}<y>\n─+ {2}─+ {2}─+\n0 {2}0\.0 {2}a\n[\s\S]*\n9 {2}4\.5 {2}a\nand 2 more rows$/,
    );
    expect(html(rows)).toContain('&lt;y&gt;');
    expect(html([{ x: 1 }, { y: 1 }])).toBeUndefined();
  });
});

describe('a figure', () => {
  it('is its data, and its description as text', () => {
    const made = {
      data: [{ type: 'scatter', y: Float32Array.of(1, 2) }],
      layout: { height: 5 },
      description: 'A line.',
    };
    expect(render(made)).toEqual({
      'text/plain': 'A line.',
      'application/vnd.plotly.v1+json': {
        data: [{ type: 'scatter', y: [1, 2] }],
        layout: { height: 5 },
        config: { displaylogo: false },
      },
    });
    expect(made.data[0]!.y).toBeInstanceOf(Float32Array);
  });

  it('is not seen in what only looks like one', () => {
    expect(Object.keys(render({ data: [1], layout: {} }))).toEqual(['text/plain']);
    expect(Object.keys(render({ data: [{}], layout: {}, more: 1 }))).toEqual(['text/plain']);
  });
});

describe('anything else', () => {
  it('is what node prints', () => {
    expect(text({ a: { b: new Map([[1, 2]]) } })).toBe('{ a: { b: Map(1) { 1 => 2 } } }');
    expect(text(class A {})).toBe('[class A]');
    expect(text('a\nb')).toBe("'a\\nb'");
  });

  it('is cut where it is long, with a word about it', () => {
    const long = text(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`key${i}`, `value ${i}`])));
    expect(long.length).toBeLessThan(21_000);
    expect(long).toMatch(/\n… [\d,]+ more characters; console\.log shows them$/);
  });

  it('that is a promise says what is missing', () => {
    expect(text(Promise.resolve(4))).toContain('write await in front of it');
  });

  it('names the tensors inside it, and is not changed', () => {
    const xs = tf.zeros([2, 3]);
    const value = { xs, list: [xs], n: 1 };
    expect(text(value)).toBe('{\n  xs: <Tensor [2, 3] float32>,\n  list: [ <Tensor [2, 3] float32> ],\n  n: 1\n}');
    expect(value).toEqual({ xs, list: [xs], n: 1 });
    xs.dispose();
  });

  it('that fails where its kind would be shown is shown as what it is', () => {
    class Tensor {
      shape = [1];
      dtype = 'float32';
      size = 1;
      isDisposed = false;
      dataSync() {
        throw new Error('lost');
      }
    }
    expect(text(new Tensor())).toMatch(/^Tensor \{\s+shape: \[ 1 \]/);
    const circle: Record<string, unknown> = { data: [{}], layout: {} };
    (circle.layout as Record<string, unknown>).self = circle;
    expect(render(circle)).toEqual({
      'text/plain': '{ data: [ {} ], layout: { self: <Plotly figure of 1 trace> } }',
    });
  });

  it('that throws whenever it is looked at is a sentence', () => {
    const hostile = {
      [Symbol.for('nodejs.util.inspect.custom')]: () => {
        throw new Error('no');
      },
    };
    expect(text(hostile)).toBe('a value of type object that throws an error when it is looked at');
    const handler = new Proxy(
      {},
      {
        get: () => () => {
          throw new Error('no');
        },
      },
    );
    expect(text(new Proxy({}, handler))).toEqual(expect.any(String));
  });

  it('always has a text, and never throws', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withTypedArray: true,
          withSparseArray: true,
          withNullPrototype: true,
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withObjectString: true,
        }),
        (value) => {
          const forms = render(value);
          expect(forms['text/plain']).toEqual(expect.any(String));
          expect(() => JSON.stringify(forms)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('tables are escaped whatever stands in them, and their heads have a scope', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (caption, name, cell) => {
      const made = gridHtml({ caption, columns: [{ name, detail: cell, right: false }], rows: [[cell]], note: name });
      const tags = made.match(/<[^>]*>/g)!.map((tag) => tag.replace(/ style="[^"]*"/, ''));
      expect(tags.join('')).toBe(
        '<table><caption></caption><thead><tr><th scope="col">' +
          `${cell ? '<br><span></span>' : ''}</th></tr></thead><tbody><tr><th scope="row"></th></tr></tbody>` +
          `${name ? '<tfoot><tr><td colspan="1"></td></tr></tfoot>' : ''}</table>`,
      );
    }),
  );
});
