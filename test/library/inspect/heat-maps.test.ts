/** Saliency, Grad-CAM and occlusion: PyTorch, a naive loop and a planted cause are the judges. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, inspect, tf } from '../../../lib/index';
import type { Image } from '../../../lib/inspect/image';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';
import { cornerModel, grey, hot, random } from './images';

interface Answers {
  image: number[][][];
  weights: number[][];
  classes: { logit: number; chance: number; saliency: number[][]; gradCam: number[][] }[];
}
const answers = reference<{ heatMaps: Answers }>('vision').heatMaps;

/** PyTorch's network, its softmax in the last layer; `nested` puts its convolutions into a model within. */
function net(nested = false): tf.LayersModel {
  const first = tf.layers.conv2d({ inputShape: [11, 9, 2], filters: 3, kernelSize: 3, activation: 'relu' });
  const second = tf.layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, activation: 'relu' });
  const head = [tf.layers.flatten(), tf.layers.dense({ units: 5, activation: 'softmax' })];
  const convolutions = nested ? [tf.sequential({ layers: [first, second] })] : [first, second];
  const model = tf.sequential({ layers: [...convolutions, ...head] });
  model.setWeights(answers.weights.map((values) => tf.tensor(values)));
  return model;
}
const linear = (activation: 'linear' | 'sigmoid' | 'softmax', weights: number[][]) => {
  const dense = tf.layers.dense({ inputShape: [weights.length], units: weights[0]!.length, activation });
  const model = tf.sequential({ layers: [dense] });
  model.setWeights([tf.tensor2d(weights), tf.zeros([weights[0]!.length])]);
  return model;
};
const explainers = [
  ['saliency', inspect.saliency],
  ['gradCam', inspect.gradCam],
  ['occlusion', inspect.occlusion],
] as const;

describe.each([false, true])('a network of PyTorch, its convolutions in a model within: %s', (nested) => {
  it.each(answers.classes.map((wanted, label) => ({ label, wanted })))(
    'has the saliency and the Grad-CAM of class $label that PyTorch finds, to 1e-5',
    ({ label, wanted }) => {
      const saliency = inspect.saliency(net(nested), answers.image, { class: label });
      expectNear(saliency.map, wanted.saliency, 1e-5);
      expectNear(saliency.score, wanted.logit, 1e-5);
      expect(saliency).toMatchObject({ class: label, scored: 'logit' });
      const gradCam = inspect.gradCam(net(nested), answers.image, { class: label });
      expectNear(gradCam.map, wanted.gradCam, 1e-5);
      expectNear(gradCam.score, wanted.logit, 1e-5);
      const occlusion = inspect.occlusion(net(nested), answers.image, { class: label });
      expectNear(occlusion.score, wanted.chance, 1e-5);
      expect(occlusion.scored).toBe('output');
    },
  );
});

describe.each(explainers)('inspect.%s', (name, explain) => {
  it('finds a planted cause: only the corner on which the class depends is hot', () => {
    const { map, class: answered } = explain(cornerModel(), grey, name === 'occlusion' ? { size: 1 } : {});
    expect(answered).toBe(1);
    const corner = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => [row, column]));
    if (name === 'gradCam') {
      // Grad-CAM weighs whole maps: it finds the corner where the maps themselves stand out there.
      const dark = grey.map((row, r) => row.map((_, c) => (r < 3 && c < 3 ? 0.9 : 0)));
      expect(hot(explain(cornerModel(), dark).map)).toEqual(corner);
    } else expect(hot(map)).toEqual(corner);
  });

  it('explains the class that the model answers, or the one asked for', () => {
    const model = net();
    const best = answers.classes.reduce((best, { logit }, i) => (logit > answers.classes[best]!.logit ? i : best), 0);
    expect(explain(model, answers.image)).toEqual(explain(model, answers.image, { class: best }));
    expect(explain(model, answers.image, { class: 2 }).class).toBe(2);
  });

  it('takes the image alone in a batch, and as a tensor, and gives the same', () => {
    const wanted = explain(net(), answers.image);
    const image = tf.tensor3d(answers.image);
    expectNear(explain(net(), image).map, wanted.map, 1e-6);
    expectNear(explain(net(), image.expandDims(0)).map, wanted.map, 1e-6);
  });

  it('leaves no tensor, and the model as it was', () => {
    const model = net();
    const x = tf.tensor4d([answers.image]);
    const before = (model.predict(x) as tf.Tensor).arraySync();
    expectNoLeakedTensors(() => explain(model, answers.image));
    expect((model.predict(x) as tf.Tensor).arraySync()).toEqual(before);
    expectNoLeakedTensors(() => expect(() => explain(model, answers.image, { class: 9 })).toThrow());
    expect((model.predict(x) as tf.Tensor).arraySync()).toEqual(before);
  });

  it('refuses models, images and classes that do not fit', () => {
    const run = (model: unknown, image: unknown = answers.image, options = {}) => () => explain(model as tf.LayersModel, image as Image, options); // prettier-ignore
    const who = `inspect.${name}`;
    expect(run(undefined)).toThrow(`${who}: expected a built tfjs model, got undefined`);
    expect(run(tf.sequential())).toThrow(`${who}: expected a built tfjs model`);
    expect(run(net(), grey)).toThrow(`${who}: expected an image to fit the model's input, [11, 9, 2], got [8, 8, 1]`);
    expect(run(net(), [[NaN]])).toThrow(`${who}: expected image[0][0] to be a finite number`);
    expect(run(net(), answers.image, { class: 5 })).toThrow(`${who}: expected class to be a whole number from 0 to 4`);
    expect(run(net(), answers.image, { class: NaN })).toThrow(`${who}: expected class`);
    const inputs = [tf.input({ shape: [4] }), tf.input({ shape: [4] })];
    const two = tf.model({ inputs, outputs: tf.layers.add().apply(inputs) as tf.SymbolicTensor });
    expect(run(two, [[1, 2]])).toThrow(`${who}: expected a model of one input and one output, got '2 and 1'`);
    const broken = net();
    broken.setWeights(broken.getWeights().map((weight) => tf.fill(weight.shape, NaN)));
    expect(run(broken)).toThrow(`${who}: expected the model to answer finite numbers`);
    const map = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 1, kernelSize: 3 })] });
    expect(run(map, grey)).toThrow(`${who}: expected a model whose output is [batch, units], got a tensor`);
  });
});

describe('inspect.saliency', () => {
  it('is |w| for a linear model, whatever the image, and the largest over the channels', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 9, maxLength: 9 }), (w) => {
        const weights = w.map((value) => [value]);
        const pixels = random([3, 3], 1);
        const { map, scored, class: answered } = inspect.saliency(linear('linear', weights), pixels);
        expectNear(map.flat(), w.map(Math.abs), 1e-6);
        expect([scored, answered]).toEqual(['output', 1]);
      }),
      { numRuns: 20 },
    );
    const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [1, 2, 2] }), tf.layers.dense({ units: 1 })] });
    model.setWeights([tf.tensor2d([[1], [-3], [0], [2]]), tf.zeros([1])]);
    expect(inspect.saliency(model, [[[1, 1], [1, 1]]]).map).toEqual([[3, 2]]); // prettier-ignore
  }); // prettier-ignore

  it('is taken before a softmax or a sigmoid, where a sure model still has a slope', () => {
    for (const activation of ['softmax', 'sigmoid'] as const) {
      const model = linear(
        activation,
        [[99], [98]].map(([w]) => (activation === 'softmax' ? [w!, -w!] : [w!])),
      );
      const { map, score, scored } = inspect.saliency(model, [[1, 1]], { class: activation === 'softmax' ? 0 : 1 });
      expect({ map, score, scored }).toEqual({ map: [[99, 98]], score: 197, scored: 'logit' });
    }
    const layers = [tf.layers.dense({ inputShape: [2], units: 2 }), tf.layers.softmax()];
    const model = tf.sequential({ layers });
    model.setWeights([tf.tensor2d([[99, 0], [0, 1]]), tf.zeros([2])]); // prettier-ignore
    expect(inspect.saliency(model, [[1, 1]])).toEqual({ class: 0, score: 99, scored: 'logit', map: [[99, 0]] });
  });

  it('takes 0, of a model with one unit, as the opposite of 1', () => {
    const model = linear('sigmoid', [[2], [-5]]);
    expect(inspect.saliency(model, [[1, 1]])).toMatchObject({ class: 0, score: 3 }); // z = -3: the answer is 0
    expect(inspect.saliency(model, [[1, 1]], { class: 1 }).score).toBe(-3);
    const { score } = inspect.occlusion(model, [[1, 1]], { class: 0, size: 1 });
    expect(score).toBeCloseTo(1 - 1 / (1 + Math.exp(3)), 6);
  });

  it('agrees with central differences of the score', () => {
    const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [3, 3, 1] }), tf.layers.dense({ units: 4, activation: 'tanh' }), tf.layers.dense({ units: 3 })] }); // prettier-ignore
    const image = random([3, 3], 5).arraySync() as number[][];
    const { map } = inspect.saliency(model, image, { class: 1 });
    const score = (row: number, column: number, by: number) =>
      inspect.saliency(model, image.map((pixels, r) => pixels.map((v, c) => (r === row && c === column ? v + by : v))), { class: 1 }).score; // prettier-ignore
    const slopes = map.map((row, r) => row.map((_, c) => Math.abs(score(r, c, 0.01) - score(r, c, -0.01)) / 0.02));
    expectNear(map, slopes, 1e-3);
  });

  it('is the mean over noisy copies where there are several, the same for a seed', () => {
    const model = net();
    const smooth = (seed: number) => inspect.saliency(model, answers.image, { samples: 8, noise: 0.2, seed }).map;
    expect(smooth(1)).toEqual(smooth(1));
    expect(smooth(1)).not.toEqual(smooth(2));
    const still = inspect.saliency(model, answers.image, { samples: 3, noise: 0 }).map;
    expectNear(still, inspect.saliency(model, answers.image).map, 1e-5);
    expectNoLeakedTensors(() => inspect.saliency(model, answers.image, { samples: 3 }));
    expect(() => inspect.saliency(model, answers.image, { samples: 0 })).toThrow('inspect.saliency: expected samples');
    expect(() => inspect.saliency(model, answers.image, { noise: -1 })).toThrow('inspect.saliency: expected noise');
    expect(() => inspect.saliency(model, answers.image, { seed: 0.5 })).toThrow('expected seed');
  });

  it('takes a row of flat pixels as the square image it is', () => {
    const { xs } = data.digits({ samples: 1 });
    const { map } = inspect.saliency(
      linear(
        'softmax',
        Array.from({ length: 64 }, (_, i) => [i, 0]),
      ),
      xs,
      { class: 0 },
    );
    expect(map).toHaveLength(8);
    expect(map[7]![7]).toBeCloseTo(63, 4);
  });
});

describe('inspect.gradCam', () => {
  it('weighs the last convolution, or the layer named, also one within a model within', () => {
    const model = cornerModel();
    expect(inspect.gradCam(model, grey).layer).toBe('conv');
    const outer = tf.sequential({ layers: [tf.sequential({ layers: model.layers.slice(0, 2) }), ...model.layers.slice(2)] }); // prettier-ignore
    expect(inspect.gradCam(outer, grey, { layer: 'conv' })).toEqual(inspect.gradCam(model, grey));
  });

  it('refuses a layer that is not there, is no image, or is used twice, and a model without convolutions', () => {
    const run = (layer?: string, model: tf.LayersModel = cornerModel()) => () => inspect.gradCam(model, grey, { layer });
    expect(run('none')).toThrow("inspect.gradCam: expected layer to be one of 'conv', ");
    expect(run('classes')).toThrow("inspect.gradCam: expected layer 'classes' to answer [batch, height, width, channels]");
    const flat = linear('linear', Array.from({ length: 64 }, () => [1]));
    expect(run(undefined, flat)).toThrow('inspect.gradCam: expected a model with a convolution');
    const x = tf.input({ shape: [8, 8, 1] });
    const conv = tf.layers.conv2d({ filters: 1, kernelSize: 3, padding: 'same', name: 'shared' });
    const pooled = tf.layers.globalAveragePooling2d({}).apply(conv.apply(conv.apply(x)));
    const shared = tf.model({ inputs: x, outputs: pooled as tf.SymbolicTensor });
    expect(run('shared', shared)).toThrow("inspect.gradCam: expected layer 'shared' to be used once by the model, got 2");
    expectNoLeakedTensors(() => expect(run('shared', shared)).toThrow());
  }); // prettier-ignore
});

describe('inspect.occlusion', () => {
  it.each([
    { size: 1, strides: 1, fill: 0 },
    { size: 3, strides: 1, fill: 0.5 },
    { size: 4, strides: 3, fill: -1 },
    { size: 9, strides: 9, fill: 0 },
  ])('gives what a loop over the patches gives: size $size, strides $strides, fill $fill', ({ size, strides, fill }) => {
    const model = net();
    const answer = (image: number[][][]) => ((model.predict(tf.tensor4d([image])) as tf.Tensor2D).arraySync())[0]![3]!; // prettier-ignore
    const sums = answers.image.map((row) => row.map((): number[] => []));
    for (let top = 0; top < 11; top++)
      for (let left = 0; left < 9; left++) {
        const down = top + size === 11 || (top % strides === 0 && top + size <= 11);
        const right = left + size === 9 || (left % strides === 0 && left + size <= 9);
        if (!down || !right) continue;
        const inside = (r: number, c: number) => r >= top && r < top + size && c >= left && c < left + size;
        const covered = answers.image.map((row, r) => row.map((pixel, c) => (inside(r, c) ? [fill, fill] : pixel)));
        const fall = answer(answers.image) - answer(covered);
        sums.forEach((row, r) => row.forEach((falls, c) => inside(r, c) && falls.push(fall)));
      }
    const wanted = sums.map((row) => row.map((falls) => falls.reduce((a, b) => a + b) / falls.length));
    expectNear(inspect.occlusion(model, answers.image, { class: 3, size, strides, fill }).map, wanted, 1e-6);
  }); // prettier-ignore

  it('covers every pixel, whatever the sizes', () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(side, side, side, side, (height, width, size, strides) => {
        fc.pre(size <= Math.min(height, width) && strides <= size);
        const model = linear(
          'linear',
          Array.from({ length: height * width }, () => [1]),
        );
        const { map } = inspect.occlusion(model, tf.ones([height, width, 1]), { size, strides });
        expectNear(map.flat(), Array<number>(height * width).fill(size * size), 1e-5);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses patches that do not fit, and too many of them', () => {
    const run = (options: inspect.OcclusionOptions) => () => inspect.occlusion(cornerModel(), grey, options);
    expect(run({ size: 9 })).toThrow('inspect.occlusion: expected size to be a whole number from 1 to 8, got 9');
    expect(run({ size: 2, strides: 3 })).toThrow('expected strides to be a whole number from 1 to 2, got 3');
    expect(run({ fill: Infinity })).toThrow('expected fill to be a finite number');
    const wide = linear(
      'linear',
      Array.from({ length: 101 * 101 }, () => [1]),
    );
    expect(() => inspect.occlusion(wide, tf.zeros([101, 101]), { size: 1 })).toThrow(
      'inspect.occlusion: expected at most 10000 patches, got 10201; raise strides',
    );
  });
});
