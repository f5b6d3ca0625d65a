/** A cell run through a whole sequence as one operation, whose derivative is written out instead of recorded step by step. */
import * as tf from '../tensorflow';

/** A cell run through a whole sequence: forward, and the chain rule back; time comes first, so that a step is a slice. */
export interface Recurrence {
  /**
   * From [x, W, U, b, ...states]: x [time, batch, inputs], W [inputs, gates · units], U [units, gates · units],
   * b [gates · units] and the first states, each [batch, units]. `value` holds h after each step and then the other last
   * states, [time + ..., batch, units]; `saved` is what the way back needs besides the inputs.
   */
  forward(inputs: tf.Tensor[]): { value: tf.Tensor; saved: tf.Tensor[] };
  /** From ∂loss/∂value to ∂loss/∂inputs, in their order. */
  backward(dValue: tf.Tensor, inputs: tf.Tensor[], saved: tf.Tensor[]): tf.Tensor[];
}

/** Runs a recurrence as one operation of the tape, instead of some dozens for each step. */
export function throughTime(recurrence: Recurrence, inputs: tf.Tensor[]): tf.Tensor {
  const run = tf.customGrad((...args) => {
    const save = args.pop() as tf.GradSaveFunc;
    const { value, saved } = recurrence.forward(args as tf.Tensor[]);
    save([...(args as tf.Tensor[]), ...saved]);
    const gradFunc = (dValue: tf.Tensor, kept: tf.Tensor[]) =>
      tf.tidy(() => recurrence.backward(dValue, kept.slice(0, inputs.length), kept.slice(inputs.length)));
    return { value, gradFunc };
  });
  return run(...inputs);
}

/**
 * From ∂loss/∂Z of all steps, Z = x W + before U + b, to ∂loss/∂ of x, W, U and b: one product each for the whole sequence.
 * `dZ` is [time, batch, n], `before` [time, batch, units] what U was multiplied with.
 */
export function affineGradients(dZ: tf.Tensor, [x, W]: tf.Tensor[], before: tf.Tensor): tf.Tensor[] {
  const rows = (tensor: tf.Tensor) => tensor.reshape([-1, tensor.shape.at(-1)!]); // [time · batch, ...]
  const dRows = rows(dZ);
  return [
    tf.matMul(dRows, W!, false, true).reshape(x!.shape),
    tf.matMul(rows(x!), dRows, true),
    tf.matMul(rows(before), dRows, true),
    dRows.sum(0),
  ];
}

/** x W + b for all steps in one product, as a list of steps, each [batch, gates · units]. */
export function projected(x: tf.Tensor, W: tf.Tensor, b: tf.Tensor): tf.Tensor[] {
  const [time, batch, inputs] = x.shape as [number, number, number];
  return tf.unstack(
    x
      .reshape([time * batch, inputs])
      .matMul(W)
      .add(b)
      .reshape([time, batch, -1]),
  );
}

/** σ (1 − σ), the slope of the sigmoid where it has the value σ. */
export function slope(sigma: tf.Tensor): tf.Tensor {
  return sigma.mul(tf.sub(1, sigma));
}

/** The states before each step, [time, batch, units], from the first and those after each step. */
export function before(first: tf.Tensor, after: tf.Tensor): tf.Tensor {
  return tf.concat([first.expandDims(0), after.slice([0], [after.shape[0] - 1])]);
}

/** ∂loss/∂ of x, W, U and b: the columns of n in U were multiplied with r h, the others with h. */
export function gruGradients(dZ: tf.Tensor, inputs: tf.Tensor[], hBefore: tf.Tensor, r: tf.Tensor): tf.Tensor[] {
  const units = r.shape[2]!;
  const [dx, dW, dUByH, db] = affineGradients(dZ, inputs, hBefore);
  const dn = dZ.slice([0, 0, 2 * units]).reshape([-1, units]);
  const dUn = tf.matMul(r.mul(hBefore).reshape([-1, units]), dn, true);
  return [dx!, dW!, tf.concat([dUByH!.slice([0, 0], [units, 2 * units]), dUn], 1), db!];
}
