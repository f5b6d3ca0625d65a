/** GRU as a fast tfjs layer: the gated recurrent unit, run through the whole sequence as one operation. */
import * as tf from '../tensorflow';
import { Recurrent, type RecurrentOptions } from './recurrent';
import { blockGRU } from './recurrent-kernels';
import { before, gruGradients, projected, slope, type Recurrence } from './through-time';

/**
 * The gated recurrent unit, for `model.add` in place of `tf.layers.gru`, and several times faster to train on native kernels.
 * At each step, with x the input and h the state of the step before: z, r = σ(x W + h U + b), n = tanh(x W + (r h) U + b),
 * each with its own columns; h ← z h + (1 − z) n.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const model = tf.sequential();
 * model.add(tf.layers.embedding({ inputDim: 30, outputDim: 8, inputLength: 20 }));
 * model.add(new models.GRU({ units: 16, returnSequences: true, seed: 1 }));
 * model.add(tf.layers.dense({ units: 30, activation: 'softmax' })); // the next character, at each place
 * console.log((model.predict(tf.ones([1, 20])) as tf.Tensor).shape);
 * ```
 *
 * Its input is [batch, time, inputs], or `[x, h]` with a first state [batch, units], else 0. Its output is [batch, units];
 * with `returnSequences` [batch, time, units]; with `returnState` a list, the output and h. Its weights are W
 * [inputs, 3 units], U [units, 3 units] and b [3 units], the gates in the order z, r, n: those of
 * `tf.layers.gru({ units, recurrentActivation: 'sigmoid' })`, whose own default is 'hardSigmoid'. The reset gate acts before
 * U, as in the paper; Keras and PyTorch by default let it act after (`reset_after`), and their weights don't fit. W begins as
 * glorotUniform, U orthogonal, b at 0. Has first derivatives only.
 * Throws where `units` or `seed` is out of range, a shape does not fit, or a mask of maskZero comes.
 * Source: Cho and others, "Learning phrase representations using RNN encoder-decoder for statistical machine translation",
 * 2014; lesson 19.
 */
export class GRU extends Recurrent {
  static className = 'FusedGRU'; // tfjs knows its own layer as GRU, and loads models by that name

  protected readonly gates = 3;
  protected readonly states = 1;

  constructor(options: RecurrentOptions) {
    super('models.GRU', options);
  }

  protected recurrence(): Recurrence {
    return tf.getBackend() === 'tensorflow' ? blockGRU : gruByHand;
  }

  protected firstBias(): number[] {
    return Array<number>(3 * this.units).fill(0);
  }
}
tf.serialization.registerClass(GRU);

/** The GRU in operations that every backend has: the equations, and their derivatives in reverse. */
export const gruByHand: Recurrence = {
  forward([x, W, U, b, h0]) {
    const units = h0!.shape[1]!;
    const [Uzr, Un] = tf.split(U!, [2 * units, units], 1) as [tf.Tensor, tf.Tensor];
    const kept: Record<'z' | 'r' | 'n' | 'h', tf.Tensor[]> = { z: [], r: [], n: [], h: [] };
    let h = h0!;
    for (const xW of projected(x!, W!, b!)) {
      const [xzr, xn] = tf.split(xW, [2 * units, units], 1) as [tf.Tensor, tf.Tensor];
      const [z, r] = tf.split(xzr.add(h.matMul(Uzr)).sigmoid(), 2, 1) as [tf.Tensor, tf.Tensor]; // each [batch, units]
      const n = xn.add(r.mul(h).matMul(Un)).tanh();
      h = n.add(z.mul(h.sub(n))); // z h + (1 − z) n
      for (const [name, value] of Object.entries({ z, r, n, h })) kept[name as 'z'].push(value);
    }
    const saved = Object.values(kept).map((steps) => tf.stack(steps)); // each [time, batch, units]
    return { value: saved.at(-1)!, saved };
  },

  backward(dValue, inputs, [z, r, n, h]) {
    const [, , U, , h0] = inputs;
    const units = h0!.shape[1]!;
    const [Uzr, Un] = tf.split(U!, [2 * units, units], 1) as [tf.Tensor, tf.Tensor];
    const hBefore = before(h0!, h!); // [time, batch, units]
    // How the sums behind z, r and n depend on h, r h and h of their step.
    const byZ = tf.unstack(hBefore.sub(n!).mul(slope(z!)));
    const byR = tf.unstack(hBefore.mul(slope(r!)));
    const byN = tf.unstack(tf.sub(1, z!).mul(tf.sub(1, n!.square())));
    const [zs, rs, dSteps] = [tf.unstack(z!), tf.unstack(r!), tf.unstack(dValue)];

    let dhAfter: tf.Tensor | undefined; // what the step after sends back
    const dZ: tf.Tensor[] = [];
    for (let t = zs.length - 1; t >= 0; t--) {
      const dh = dhAfter ? dSteps[t]!.add(dhAfter) : dSteps[t]!;
      const dn = dh.mul(byN[t]!);
      const drh = tf.matMul(dn, Un, false, true); // through (r h) U
      const dzr = tf.concat([dh.mul(byZ[t]!), drh.mul(byR[t]!)], 1); // [batch, 2 units]
      dhAfter = dh
        .mul(zs[t]!)
        .add(drh.mul(rs[t]!))
        .add(tf.matMul(dzr, Uzr, false, true));
      dZ.unshift(tf.concat([dzr, dn], 1));
    }
    return [...gruGradients(tf.stack(dZ), inputs, hBefore, r!), dhAfter!];
  },
};
