/** Tensors are not garbage collected: what a function makes for itself it must free. */
import { expect } from 'vitest';
import { tf } from '../../lib/index';

/** Runs `f`, which may hand back tensors to its caller (`kept` of them), and fails if any other stays in memory. */
export function expectNoLeakedTensors<Result>(f: () => Result, kept = 0): Result {
  const before = tf.memory().numTensors;
  const result = f();
  expect(tf.memory().numTensors - before, 'tensors left in memory').toBe(kept);
  return result;
}

/** Every form of bad number. */
export const notFinite = [NaN, Infinity, -Infinity];
