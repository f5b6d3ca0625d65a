/** LSTM as a fast tfjs layer: long short-term memory, run through the whole sequence as one operation. */
import * as tf from '../tensorflow';
import { Recurrent, type RecurrentOptions } from './recurrent';
import { blockLSTM } from './recurrent-kernels';
import { affineGradients, before, projected, slope, type Recurrence } from './through-time';

/**
 * Long short-term memory, for `model.add` in place of `tf.layers.lstm`, and many times faster to train on native kernels.
 * At each step, with x the input and h, c the states of the step before:
 * i, f, o = σ(x W + h U + b), g = tanh(x W + h U + b), each with its own columns; c ← f c + i g; h ← o tanh(c).
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const model = tf.sequential();
 * model.add(new models.LSTM({ units: 16, inputShape: [40, 3] })); // 40 steps of 3 numbers
 * model.add(tf.layers.dense({ units: 1 }));
 * model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
 * (model.predict(tf.zeros([2, 40, 3])) as tf.Tensor).print();
 * ```
 *
 * Its input is [batch, time, inputs], or `[x, h, c]` with first states [batch, units], else 0. Its output is [batch, units];
 * with `returnSequences` [batch, time, units]; with `returnState` a list, the output, h and c. Its weights are W
 * [inputs, 4 units], U [units, 4 units] and b [4 units], the gates in the order i, f, g, o: those of Keras and of
 * `tf.layers.lstm({ units, recurrentActivation: 'sigmoid' })`, whose own default is 'hardSigmoid'. W begins as glorotUniform,
 * U orthogonal, b at 0 but for f at 1. Has first derivatives only.
 * Throws where `units` or `seed` is out of range, a shape does not fit, or a mask of maskZero comes.
 * Source: Hochreiter and Schmidhuber, "Long short-term memory", 1997; the forget gate: Gers, Schmidhuber and Cummins,
 * "Learning to forget", 2000; lesson 19.
 */
export class LSTM extends Recurrent {
  static className = 'FusedLSTM'; // tfjs knows its own layer as LSTM, and loads models by that name

  protected readonly gates = 4;
  protected readonly states = 2;

  constructor(options: RecurrentOptions) {
    super('models.LSTM', options);
  }

  protected recurrence(): Recurrence {
    return tf.getBackend() === 'tensorflow' ? blockLSTM : lstmByHand;
  }

  /** f begins open, so that at first the cell forgets nothing: Jozefowicz, Zaremba and Sutskever, 2015. */
  protected firstBias(): number[] {
    return Array.from({ length: 4 * this.units }, (_, i) => (Math.floor(i / this.units) === 1 ? 1 : 0));
  }
}
tf.serialization.registerClass(LSTM);

/** The LSTM in operations that every backend has: the equations, and their derivatives in reverse. */
export const lstmByHand: Recurrence = {
  forward([x, W, U, b, h0, c0]) {
    const kept: Record<'i' | 'f' | 'g' | 'o' | 'c' | 'h', tf.Tensor[]> = { i: [], f: [], g: [], o: [], c: [], h: [] };
    let [h, c] = [h0!, c0!];
    for (const xW of projected(x!, W!, b!)) {
      const [zi, zf, zg, zo] = tf.split(xW.add(h.matMul(U!)), 4, 1) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
      const [i, f, g, o] = [zi.sigmoid(), zf.sigmoid(), zg.tanh(), zo.sigmoid()]; // each [batch, units]
      c = f.mul(c).add(i.mul(g));
      h = o.mul(c.tanh());
      for (const [name, value] of Object.entries({ i, f, g, o, c, h })) kept[name as 'i'].push(value);
    }
    const saved = Object.values(kept).map((steps) => tf.stack(steps)); // each [time, batch, units]
    return { value: tf.concat([saved.at(-1)!, c.expandDims(0)]), saved };
  },

  backward(dValue, inputs, [i, f, g, o, c, h]) {
    const [, , U, , h0, c0] = inputs;
    const [hBefore, cBefore] = [before(h0!, h!), before(c0!, c!)]; // [time, batch, units]
    const tanhC = c!.tanh();
    // How the sums behind the gates depend on c and h of their step: σ′ = σ (1 − σ), tanh′ = 1 − tanh².
    const [byI, byF, byG] = [g!.mul(slope(i!)), cBefore.mul(slope(f!)), i!.mul(tf.sub(1, g!.square()))];
    const byC = tf.unstack(tf.concat([byI, byF, byG], 2)); // each [batch, 3 units]
    const byH = tf.unstack(tanhC.mul(slope(o!)));
    const cByH = tf.unstack(o!.mul(tf.sub(1, tanhC.square())));
    const forget = tf.unstack(f!);

    const dSteps = tf.unstack(dValue);
    let dc = dSteps.pop()!;
    let dhAfter: tf.Tensor | undefined; // what the step after sends back
    const dZ: tf.Tensor[] = [];
    for (let t = forget.length - 1; t >= 0; t--) {
      const dh = dhAfter ? dSteps[t]!.add(dhAfter) : dSteps[t]!;
      dc = dc.add(dh.mul(cByH[t]!)); // h = o tanh(c)
      const dz = tf.concat([tf.tile(dc, [1, 3]).mul(byC[t]!), dh.mul(byH[t]!)], 1); // [batch, 4 units]
      dhAfter = tf.matMul(dz, U!, false, true); // z = x W + h U + b
      dc = dc.mul(forget[t]!); // c = f c + i g
      dZ.unshift(dz);
    }
    return [...affineGradients(tf.stack(dZ), inputs, hBefore), dhAfter!, dc];
  },
};
