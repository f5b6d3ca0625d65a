/** What the tests of models share: an independent engine's answers, and models that were saved and loaded. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { tf } from '../../../lib/index';
import { inRoot } from '../../support/paths';

/** What PyTorch and NumPy answered, as test/reference/models.py wrote it down. */
export function reference<Answers>(): Answers {
  return JSON.parse(readFileSync(inRoot('test/reference/models.json'), 'utf8')) as Answers;
}

/** Wants each number of `actual` within `tolerance` of `expected`, relative to it where it is above 1. */
export function expectClose(actual: tf.Tensor, expected: unknown, tolerance = 1e-5): void {
  const wanted = tf.tensor(expected as number[]);
  expect(actual.shape).toEqual(wanted.shape);
  const values = wanted.dataSync();
  wanted.dispose();
  const differences = Array.from(actual.dataSync(), (value, i) => Math.abs(value - values[i]!) / Math.max(1, Math.abs(values[i]!))); // prettier-ignore
  expect(differences.every(Number.isFinite), 'finite numbers').toBe(true);
  expect(Math.max(...differences)).toBeLessThan(tolerance);
}

/** The model as it comes back from what it saves: its topology through JSON, and its weights. */
export async function reloaded(model: tf.LayersModel): Promise<tf.LayersModel> {
  let saved: tf.io.ModelArtifacts = {};
  const handler = tf.io.withSaveHandler((artifacts) => {
    saved = artifacts;
    return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } });
  });
  await model.save(handler);
  const modelTopology = JSON.parse(JSON.stringify(saved.modelTopology)) as object;
  return tf.loadLayersModel(tf.io.fromMemory({ ...saved, modelTopology }));
}

/** Wants the gradient of a scalar function of `x` within `tolerance` of central differences, in float32 as it is. */
export function expectCentral(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor, tolerance = 2e-3): void {
  tf.tidy(() => {
    const gradient = tf.grad(f)(x).dataSync();
    const values = Float32Array.from(x.dataSync());
    const at = (i: number, value: number) => f(tf.tensor(values.map((old, j) => (j === i ? value : old)), x.shape)).dataSync()[0]!; // prettier-ignore
    const h = 1e-2;
    values.forEach((value, i) => {
      const slope = (at(i, value + h) - at(i, value - h)) / (2 * h);
      expect(Math.abs(gradient[i]! - slope), `∂/∂x[${i}]`).toBeLessThan(tolerance * Math.max(1, Math.abs(slope)));
    });
  });
}

/** Mean and variance of each column. */
export function moments(rows: tf.Tensor): { mean: number[]; variance: number[] } {
  return tf.tidy(() => {
    const { mean, variance } = tf.moments(rows, 0);
    return { mean: Array.from(mean.dataSync()), variance: Array.from(variance.dataSync()) };
  });
}
