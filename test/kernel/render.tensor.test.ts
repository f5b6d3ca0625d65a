/** How the kernel shows a tensor: its shape and type, a slice that can be read, a picture where it is one, and nothing left behind. */
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tf } from '../../lib/index';
import { render } from '../../lib/kernel/render';
import { picture } from '../../lib/kernel/render/picture';
import { png } from '../../lib/kernel/render/png';
import { expectNoLeakedTensors } from '../support/tensors';

const text = (value: unknown) => render(value)['text/plain'];

/** Shows the tensor that `make` makes, frees it, and sees that nothing else is left. */
function shown(make: () => ReturnType<typeof tf.tensor>): ReturnType<typeof render> {
  return expectNoLeakedTensors(() => {
    const tensor = tf.tidy(make);
    const forms = expectNoLeakedTensors(() => render(tensor));
    tensor.dispose();
    return forms;
  });
}

describe('a tensor', () => {
  it.each([
    ['a line', () => tf.tensor([1, 2.5, -3]), 'Tensor [3] float32\n[ 1.0,  2.5, -3.0]'],
    [
      'a matrix',
      () =>
        tf.tensor(
          [
            [1, 20],
            [300, 4],
          ],
          [2, 2],
          'int32',
        ),
      'Tensor [2, 2] int32\n[[  1,  20],\n [300,   4]]',
    ],
    ['a scalar', () => tf.scalar(5), 'Tensor [] float32\n5'],
    ['an empty one', () => tf.zeros([0, 3]), 'Tensor [0, 3] float32\n[]'],
    ['one of empty rows', () => tf.zeros([2, 0]), 'Tensor [2, 0] float32\n[[],\n []]'],
    ['of booleans', () => tf.tensor([true, false], [2], 'bool'), 'Tensor [2] bool\n[ true, false]'],
    ['of texts', () => tf.tensor(['a', 'b"c']), 'Tensor [2] string\n[   "a", "b\\"c"]'],
    ['of complex numbers', () => tf.complex([1, 2], [3, -4]), 'Tensor [2] complex64\n[1+3i, 2-4i]'],
    [
      'of rank 3',
      () => tf.range(0, 8).reshape([2, 2, 2]),
      'Tensor [2, 2, 2] float32\n[[[0, 1],\n  [2, 3]],\n\n [[4, 5],\n  [6, 7]]]',
    ],
    [
      'that holds bad numbers',
      () => tf.tensor([1, NaN, -Infinity]),
      'Tensor [3] float32, from 1 to 1, mean 1, 1 NaN, 1 infinite\n[        1,       NaN, -Infinity]',
    ],
  ] as const)('is told by shape, dtype and values: %s', (_, make, expected) => {
    expect(shown(make)['text/plain']).toBe(expected);
  });

  it('is cut where it is large, with the first and last values and their range', () => {
    expect(shown(() => tf.range(0, 1000))['text/plain']).toBe(
      'Tensor [1000] float32, from 0 to 999, mean 499.5\n' +
        '[  0,   1,   2,   3,   4,   5,   6,   7,   8,   9,  10,  11, …, 994, 995, 996, 997, 998, 999]',
    );
  });

  it('stays on a screen at any rank up to 6', () => {
    for (let rank = 1; rank <= 6; rank += 1) {
      const plain = shown(() => tf.ones(Array<number>(rank).fill(7)))['text/plain'];
      expect(plain.split('\n').length).toBeLessThan(150);
      expect(Math.max(...plain.split('\n').map((line) => line.length))).toBeLessThan(120);
    }
  });

  it('that is disposed says so', () => {
    const tensor = tf.tensor([1]);
    tensor.dispose();
    expect(render(tensor)).toEqual({ 'text/plain': 'Tensor [1] float32, disposed: its values are gone' });
  });

  it('is named if it is a variable', () => {
    const variable = tf.variable(tf.zeros([1]), true, 'w_render');
    expect(text(variable)).toBe('Variable w_render [1] float32\n[0]');
    variable.dispose();
  });

  it('is a table in HTML, escaped', () => {
    const table = shown(() => tf.tensor(['<b>']))['text/html'] as string;
    expect(table).toContain('<caption');
    expect(table).toContain('&lt;b&gt;');
    expect(table).not.toContain('<b>');
  });

  it('of the shape and the values of a picture is one', () => {
    const grey = () => tf.linspace(0, 1, 64).reshape([8, 8]);
    const html = shown(grey)['text/html'] as string;
    expect(html).toMatch(/<img alt="[^"]+" style="width: 192px;.*image-rendering: pixelated/);
    expect(html).toContain('src="data:image/png;base64,');
    expect(shown(() => grey().expandDims(2))['text/html']).toContain('<img');
    expect(shown(() => grey().expandDims(2).tile([1, 1, 3]))['text/html']).toContain('<img');
    expect(shown(() => grey().mul(255).toInt())['text/html']).toContain('<img');
  });

  it.each([
    ['too small', [7, 8], 'float32', (i: number) => i / 100],
    ['too large', [513, 512], 'float32', (i: number) => (i % 10) / 10],
    ['long and narrow', [40, 8], 'float32', (i: number) => (i % 10) / 10],
    ['of two channels', [8, 8, 2], 'float32', (i: number) => (i % 10) / 10],
    ['negative', [8, 8], 'float32', (i: number) => -i / 64],
    ['beyond 1', [8, 8], 'float32', (i: number) => i],
    ['beyond 255', [8, 8], 'int32', (i: number) => i * 9],
    ['with a hole', [8, 8], 'float32', (i: number) => (i === 5 ? NaN : i / 64)],
    ['all of one value', [8, 8], 'float32', () => 0.5],
  ] as const)('is no picture if it is %s', (_, shape, dtype, value) => {
    const size = shape.reduce<number>((product, length) => product * length, 1);
    expect(
      picture(
        shape,
        dtype,
        Float32Array.from({ length: size }, (_, i) => value(i)),
      ),
    ).toBeUndefined();
  });
});

it('a PNG holds the pixels, row by row', () => {
  const bytes = Uint8Array.from([0, 128, 255, 1, 2, 3]);
  const file = png({ width: 3, height: 2, channels: 1, bytes });
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(file.readUInt32BE(29)).toBe(crcOfHeader(file));
  const length = file.readUInt32BE(33);
  expect([...inflateSync(file.subarray(41, 41 + length))]).toEqual([0, 0, 128, 255, 0, 1, 2, 3]);
  expect(file.subarray(-8).toString('hex')).toBe('49454e44ae426082'); // as in every PNG
});

/** CRC-32 bit by bit, of the name and the content of the first chunk. */
function crcOfHeader(file: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of file.subarray(12, 29)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
