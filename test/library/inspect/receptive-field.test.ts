/** Which pixels a unit sees: as the recurrence tells, and as the gradient shows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect, models, tf } from '../../../lib/index';
import { expectNoLeakedTensors } from '../../support/tensors';

type Field = Pick<inspect.ReceptiveField, 'size' | 'stride' | 'start'>;

/** The pixels that unit `at` of the model's output depends on, by its gradient at an image of random positive numbers. */
function pixelsSeen(model: tf.LayersModel, at: number[], seed: number): boolean[] {
  return tf.tidy(() => {
    const shape = model.inputs[0]!.shape.slice(1) as number[];
    const x = tf.randomUniform([1, ...shape], 1, 2, 'float32', seed);
    const positive = model.getWeights().map((w, i) => tf.randomUniform(w.shape, 0.5, 1, 'float32', seed + i + 1));
    model.setWeights(positive);
    const score = (x: tf.Tensor) => (model.apply(x) as tf.Tensor).slice([0, ...at, 0], [1, ...at.map(() => 1), -1]).sum();
    return Array.from(tf.grad(score)(x).abs().sum(-1).dataSync(), (value) => value > 0);
  });
} // prettier-ignore

/** The same by changing one pixel at a time, for dilated filters, of which tfjs 4.22 has no gradient. */
function pixelsFelt(model: tf.LayersModel, at: number[]): boolean[] {
  return tf.tidy(() => {
    const shape = model.inputs[0]!.shape.slice(1) as number[];
    const pixels = shape.reduce((a, b) => a * b);
    model.setWeights(model.getWeights().map((w) => tf.ones(w.shape)));
    const xs = tf.eye(pixels).reshape([pixels, ...shape]); // each image has one pixel of 1
    const scores = (model.apply(xs) as tf.Tensor).slice([0, ...at, 0], [-1, ...at.map(() => 1), 1]);
    const none = (model.apply(tf.zeros([1, ...shape])) as tf.Tensor).slice([0, ...at, 0], [-1, ...at.map(() => 1), 1]);
    return Array.from(scores.sub(none).abs().dataSync(), (value) => value > 1e-6);
  });
}

/** The pixels within a field, of the unit `at`, in an image of `lengths`. */
function pixelsWithin({ size, stride, start }: Field, at: number[], lengths: number[]): boolean[] {
  const count = lengths.reduce((a, b) => a * b);
  return Array.from({ length: count }, (_, pixel) => {
    let rest = pixel;
    return lengths
      .map((length, axis) => [axis, length] as const)
      .reverse()
      .every(([axis, length]) => {
        const place = rest % length;
        rest = Math.floor(rest / length);
        const first = start[axis]! + at[axis]! * stride[axis]!;
        return place >= first && place < first + size[axis]!;
      });
  });
}

const layer = fc.oneof(
  fc.record({
    kind: fc.constant('conv' as const),
    size: fc.integer({ min: 1, max: 3 }),
    strides: fc.integer({ min: 1, max: 2 }),
    dilation: fc.integer({ min: 1, max: 2 }),
    padding: fc.constantFrom('valid' as const, 'same' as const),
  }),
  fc.record({
    kind: fc.constant('pool' as const),
    size: fc.integer({ min: 1, max: 3 }),
    strides: fc.integer({ min: 1, max: 3 }),
    dilation: fc.constant(1),
    padding: fc.constantFrom('valid' as const, 'same' as const),
  }),
);

describe('inspect.receptiveField', () => {
  it('follows size, stride and start through LeNet-5', () => {
    const model = tf.sequential();
    model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, padding: 'same', name: 'c1' }));
    model.add(tf.layers.averagePooling2d({ poolSize: 2, name: 's2' }));
    model.add(tf.layers.conv2d({ filters: 16, kernelSize: 5, name: 'c3' }));
    model.add(tf.layers.averagePooling2d({ poolSize: 2, name: 's4' }));
    model.add(tf.layers.flatten({ name: 'flat' }));
    model.add(tf.layers.dense({ units: 10, name: 'digits' }));
    expect(inspect.receptiveField(model)).toEqual([
      { name: 'c1', size: [5, 5], stride: [1, 1], start: [-2, -2] },
      { name: 's2', size: [6, 6], stride: [2, 2], start: [-2, -2] },
      { name: 'c3', size: [14, 14], stride: [2, 2], start: [-2, -2] },
      { name: 's4', size: [16, 16], stride: [4, 4], start: [-2, -2] },
      { name: 'flat', size: [28, 28], stride: [0, 0], start: [0, 0] },
      { name: 'digits', size: [28, 28], stride: [0, 0], start: [0, 0] },
    ]);
    expect(inspect.receptiveField(model, 'c3').map(({ name }) => name)).toEqual(['c1', 's2', 'c3']);
  });

  it('is exactly where the gradient is, for any stack of convolutions and poolings, dilated, padded, with strides', () => {
    let exact = 0;
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 3 }), fc.nat({ max: 1000 }), fc.nat(), (stack, seed, place) => {
        const [height, width] = [13, 11];
        const model = tf.sequential();
        stack.forEach(({ kind, size, strides, dilation, padding }, i) => {
          fc.pre(strides === 1 || dilation === 1); // tfjs takes one or the other
          const first = i === 0 ? { inputShape: [height, width, 1] } : {};
          // A window smaller than its stride leaves gaps: the field spans them, and the gradient does not.
          fc.pre(size >= strides);
          model.add(
            kind === 'conv'
              ? tf.layers.conv2d({ ...first, filters: 2, kernelSize: size, strides, dilationRate: dilation, padding })
              : tf.layers.averagePooling2d({ ...first, poolSize: size, strides, padding }),
          );
        });
        const [, rows, columns] = model.outputs[0]!.shape as [null, number, number];
        fc.pre(rows > 0 && columns > 0);
        const at = [place % rows, Math.floor(place / rows) % columns];
        const fields = inspect.receptiveField(model);
        const dilated = stack.some(({ dilation }) => dilation > 1);
        const seen = dilated ? pixelsFelt(model, at) : pixelsSeen(model, at, seed);
        const { size, stride, start } = fields.at(-1)!;
        const within = pixelsWithin(fields.at(-1)!, at, [height, width]);
        model.dispose();
        seen.forEach((pixel, i) => expect(!pixel || within[i]).toBe(true)); // nothing outside the field
        const first = start.map((pixel, axis) => pixel + at[axis]! * stride[axis]!);
        const inside = first.every((pixel, axis) => pixel >= 0 && pixel + size[axis]! <= [height, width][axis]!);
        if (!inside || dilated) return; // beside padding, and between a dilated filter's numbers, pixels are missed
        expect(seen).toEqual(within);
        exact++;
      }),
      { numRuns: 100, seed: 7 },
    ); // prettier-ignore
    expect(exact).toBeGreaterThan(25);
  });

  it('spans the gaps of a dilated filter: the gradient reaches its two ends', () => {
    const model = tf.sequential();
    model.add(tf.layers.conv2d({ inputShape: [9, 9, 1], filters: 1, kernelSize: 3, dilationRate: 3, name: 'wide' }));
    const [field] = inspect.receptiveField(model);
    expect(field).toEqual({ name: 'wide', size: [7, 7], stride: [1, 1], start: [0, 0] });
    const seen = pixelsFelt(model, [1, 2]);
    const rows = Array.from({ length: 9 }, (_, row) => seen.slice(row * 9, (row + 1) * 9).some(Boolean));
    expect(rows).toEqual([false, true, false, false, true, false, false, true, false]);
  });

  it('sees with max pooling what some image lets through', () => {
    const model = tf.sequential();
    model.add(tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 3, kernelSize: 3, padding: 'same' }));
    model.add(tf.layers.maxPooling2d({ poolSize: 3, strides: 2 }));
    const seen = Array.from({ length: 64 }, () => false);
    for (let seed = 1; seed < 60; seed++) pixelsSeen(model, [1, 2], seed).forEach((pixel, i) => (seen[i] ||= pixel));
    expect(seen).toEqual(pixelsWithin(inspect.receptiveField(model).at(-1)!, [1, 2], [8, 8]));
  });

  it('spans both branches of a skip connection, and goes into models within', () => {
    const x = tf.input({ shape: [12, 12, 2] });
    const conv = (name: string) => tf.layers.conv2d({ filters: 2, kernelSize: 3, padding: 'same', name });
    const block = tf.sequential({ layers: [tf.layers.zeroPadding2d({ inputShape: [12, 12, 2], padding: 1 }), tf.layers.conv2d({ filters: 2, kernelSize: 3, name: 'inner' }), tf.layers.reLU()] }); // prettier-ignore
    const branch = conv('second').apply(block.apply(x)) as tf.SymbolicTensor;
    const sum = tf.layers.add({ name: 'sum' }).apply([branch, x]) as tf.SymbolicTensor;
    const model = tf.model({ inputs: x, outputs: tf.layers.batchNormalization({ name: 'norm' }).apply(sum) as tf.SymbolicTensor }); // prettier-ignore
    const fields = inspect.receptiveField(model);
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['inner', 'second', 'sum', 'norm']));
    expect(fields.at(-1)).toEqual({ name: 'norm', size: [5, 5], stride: [1, 1], start: [-2, -2] });
    expect(inspect.receptiveField(model, 'inner').at(-1)).toMatchObject({ size: [3, 3], start: [-1, -1] });
    expect(pixelsSeen(model, [4, 5], 9)).toEqual(pixelsWithin(fields.at(-1)!, [4, 5], [12, 12]));
  });

  it('works along time too: a causal convolution sees only the past', () => {
    const model = tf.sequential();
    model.add(tf.layers.conv1d({ inputShape: [20, 1], filters: 1, kernelSize: 2, dilationRate: 4, padding: 'causal', name: 'past' })); // prettier-ignore
    expect(inspect.receptiveField(model)).toEqual([{ name: 'past', size: [5], stride: [1], start: [-4] }]);
  });

  it('needs no fixed size, unless the padding does', () => {
    const model = (strides: number) => tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [null, null, 3], filters: 1, kernelSize: 3, strides, padding: 'same', name: 'any' }), tf.layers.globalMaxPooling2d({ name: 'all' })] }); // prettier-ignore
    expect(inspect.receptiveField(model(1))).toEqual([
      { name: 'any', size: [3, 3], stride: [1, 1], start: [-1, -1] },
      { name: 'all', size: [Infinity, Infinity], stride: [0, 0], start: [0, 0] },
    ]);
    expect(() => inspect.receptiveField(model(2))).toThrow('expected a model whose input has a fixed size');
  });

  it('makes no tensor', () => {
    const model = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [9, 9, 1], filters: 1, kernelSize: 3 })] });
    expectNoLeakedTensors(() => inspect.receptiveField(model));
  });

  it('refuses models without an image, and layers it does not know', () => {
    const who = 'inspect.receptiveField';
    const flat = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 1, name: 'only' })] });
    expect(() => inspect.receptiveField(flat)).toThrow(`${who}: expected a model with one input of shape [batch, height, width, channels], got [null, 4]`); // prettier-ignore
    expect(() => inspect.receptiveField({} as tf.LayersModel)).toThrow(`${who}: expected a built tfjs model`);
    expect(() => inspect.receptiveField(models.gpt({ vocabSize: 3, blockSize: 4, layers: 1 }))).toThrow(who);
    const up = tf.sequential({ layers: [tf.layers.upSampling2d({ inputShape: [4, 4, 1], name: 'up' })] });
    expect(() => inspect.receptiveField(up)).toThrow(`${who}: expected layer 'up' to be one whose window is known, got 'UpSampling2D'`); // prettier-ignore
    expect(() => inspect.receptiveField(up, 'down')).toThrow(`${who}: expected layer to be one of 'up', got 'down'`);
    const x = tf.input({ shape: [8, 8, 1] });
    const pooled = tf.layers.maxPooling2d({ poolSize: 2, padding: 'same' }).apply(x) as tf.SymbolicTensor;
    const cropped = tf.layers.cropping2D({ cropping: [[2, 2], [2, 2]] }).apply(x) as tf.SymbolicTensor; // prettier-ignore
    const joined = tf.layers.add({ name: 'join' }).apply([pooled, cropped]) as tf.SymbolicTensor;
    expect(() => inspect.receptiveField(tf.model({ inputs: x, outputs: joined }))).toThrow(`${who}: expected the branches of 'join' to have one stride`); // prettier-ignore
  });
});
