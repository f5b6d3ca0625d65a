/** TensorFlow's native kernels for LSTM and GRU, which tfjs has not: a whole sequence, or a whole step, in one call. */
import * as tf from '../tensorflow';
import { before, gruGradients, type Recurrence } from './through-time';

/** What tfjs-node's backend has beyond other backends: any operation of TensorFlow, by its name. */
interface Native {
  binding: Record<'TF_ATTR_TYPE' | 'TF_ATTR_FLOAT' | 'TF_ATTR_BOOL' | 'TF_FLOAT' | 'TF_INT64', number>;
  tensorMap: { get(id: object): object };
  executeMultipleOutputs(name: string, attributes: object[], inputs: tf.Tensor[], outputs: number): tf.Tensor[];
}

/** Runs one operation of TensorFlow on float32 tensors. */
function execute(name: string, inputs: tf.Tensor[], outputs: number, options: Record<string, boolean | number> = {}) {
  const native = tf.backend() as unknown as Native;
  const { TF_ATTR_TYPE, TF_ATTR_FLOAT, TF_ATTR_BOOL, TF_FLOAT } = native.binding;
  const attributes = Object.entries(options).map(([name, value]) => {
    return { name, value, type: typeof value === 'boolean' ? TF_ATTR_BOOL : TF_ATTR_FLOAT };
  });
  return native.executeMultipleOutputs(name, [{ name: 'T', type: TF_ATTR_TYPE, value: TF_FLOAT }, ...attributes], inputs, outputs); // prettier-ignore
}

/** A number as TensorFlow's int64, which tfjs has not: a scalar not yet handed over, whose type and bytes are exchanged. */
function int64(value: number): tf.Tensor {
  const { binding, tensorMap } = tf.backend() as unknown as Native;
  const scalar = tf.scalar(value, 'int32');
  Object.assign(tensorMap.get(scalar.dataId), { dtype: binding.TF_INT64, values: new Int32Array([value, 0]) });
  return scalar;
}

/** What BlockLSTMV2 takes; its weights are W above U, and its peepholes (which look at c) are 0 and not used. */
function lstmInputs([x, W, U, b, h0, c0]: tf.Tensor[]): tf.Tensor[] {
  const none = tf.zeros([U!.shape[0]]);
  return [int64(x!.shape[0]), x!, c0!, h0!, tf.concat([W!, U!]), none, none, none, b!];
}

/** The LSTM, as its by-hand twin: one call for the sequence forward, one back. */
export const blockLSTM: Recurrence = {
  forward(inputs) {
    const options = { cell_clip: -1, use_peephole: false };
    const saved = execute('BlockLSTMV2', lstmInputs(inputs), 7, options); // i, c, f, o, g, tanh c, h
    const [, c, , , , , h] = saved;
    return { value: tf.concat([h!, c!.slice([c!.shape[0] - 1])]), saved };
  },

  backward(dValue, inputs, saved) {
    const time = inputs[0]!.shape[0];
    const dh = dValue.slice([0], [time]);
    const dc = dValue.slice([time]).pad([[time - 1, 0], [0, 0], [0, 0]]); // prettier-ignore
    const all = [...lstmInputs(inputs), ...saved, dc, dh];
    const [dx, dc0, dh0, dWU, , , , db] = execute('BlockLSTMGradV2', all, 8, { use_peephole: false });
    const rows = [inputs[1]!.shape[0], inputs[2]!.shape[0]];
    return [dx!, ...tf.split(dWU!, rows), db!, dh0!, dc0!];
  },
};

/** What GRUBlockCell takes besides x and h: W above U, and b, its columns for r and z, in that order, and for n. */
function gruWeights([, W, U, b]: tf.Tensor[]): tf.Tensor[] {
  const [Wz, Wr, Wn] = tf.split(tf.concat([W!, U!]), 3, 1);
  const [bz, br, bn] = tf.split(b!, 3);
  return [tf.concat([Wr!, Wz!], 1), Wn!, tf.concat([br!, bz!]), bn!];
}

/** The GRU, as its by-hand twin: one call for each step forward, one back. */
export const blockGRU: Recurrence = {
  forward(inputs) {
    const weights = gruWeights(inputs);
    const kept: [tf.Tensor[], tf.Tensor[], tf.Tensor[], tf.Tensor[]] = [[], [], [], []]; // r, z, n, h
    let h = inputs[4]!;
    for (const x of tf.unstack(inputs[0]!)) {
      const made = execute('GRUBlockCell', [x, h, ...weights], 4);
      made.forEach((tensor, i) => kept[i]!.push(tensor));
      h = made[3]!;
    }
    const saved = kept.map((steps) => tf.stack(steps)); // each [time, batch, units]
    return { value: saved[3]!, saved };
  },

  backward(dValue, inputs, saved) {
    const weights = gruWeights(inputs);
    const hBefore = before(inputs[4]!, saved[3]!);
    const [xs, hs, rs, zs, ns, dSteps] = [inputs[0]!, hBefore, ...saved.slice(0, 3), dValue].map((all) =>
      tf.unstack(all),
    );
    let dhAfter: tf.Tensor | undefined; // what the step after sends back
    const dZ: tf.Tensor[] = [];
    for (let t = xs!.length - 1; t >= 0; t--) {
      const dh = dhAfter ? dSteps![t]!.add(dhAfter) : dSteps![t]!;
      const step = [xs![t]!, hs![t]!, ...weights, rs![t]!, zs![t]!, ns![t]!, dh];
      const [, dhBefore, dn, drz] = execute('GRUBlockCellGrad', step, 4);
      const [dr, dz] = tf.split(drz!, 2, 1);
      dZ.unshift(tf.concat([dz!, dr!, dn!], 1));
      dhAfter = dhBefore;
    }
    return [...gruGradients(tf.stack(dZ), inputs, hBefore, saved[0]!), dhAfter!];
  },
};
