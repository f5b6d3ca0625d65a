/** tfjs's own recurrent layers give PyTorch's numbers and gradients; their defaults are not those of the papers. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';

type Nested = number[];
interface Case {
  inputs: Record<string, Nested>;
  output: Nested;
  last: Nested[];
  gradients: Record<string, Nested>;
}
const answers = reference<Record<'rnn' | 'lstm' | 'gru', Case>>('recurrent');
const options = { units: 4, returnSequences: true, returnState: true };
const make = {
  rnn: () => tf.layers.simpleRNN(options),
  lstm: () => tf.layers.lstm({ ...options, recurrentActivation: 'sigmoid' }),
  gru: () => tf.layers.gru({ ...options, recurrentActivation: 'sigmoid' }),
};

describe.each(['rnn', 'lstm', 'gru'] as const)('tf.layers: %s', (kind) => {
  const { inputs, output, last, gradients } = answers[kind];
  const names = Object.keys(inputs); // x, h, (c), W, U, b

  it("gives PyTorch's states and gradients to 1e-5", () => {
    const layer = make[kind]();
    layer.build([2, 6, 3]);
    const given = names.map((name) => tf.tensor(inputs[name]!));
    const run = (all: tf.Tensor[]) => {
      const [x, ...rest] = [all[0]!.transpose([1, 0, 2]), ...all.slice(1)] as tf.Tensor[]; // [batch, time, inputs]
      const [weights, initialState] = [rest.slice(-3), rest.slice(0, -3)];
      layer.cell.trainableWeights.forEach((weight, i) => (weight.read = () => weights[i]!));
      const [states, ...final] = layer.call(x!, { initialState }) as tf.Tensor[];
      return [states!.transpose([1, 0, 2]), ...final]; // time first, as the reference
    };
    const [states, ...final] = run(given);
    expectNear(states!.arraySync(), output, 1e-5);
    expectNear(final.map((state) => state.arraySync()), last, 1e-5); // prettier-ignore
    const v = tf.cos(tf.range(0, states!.size)).reshape(states!.shape);
    const found = tf.grads((...all: tf.Tensor[]) => {
      const [states, ...final] = run(all);
      return tf.addN([states!.mul(v).sum(), ...final.map((state) => state.square().sum())]);
    })(given);
    found.forEach((gradient, i) => expectNear(gradient.arraySync(), gradients[names[i]!], 1e-5, names[i]));
  });
});

describe('what is other in tfjs 4.22 than in Keras, for us to know when it changes', () => {
  it('tf.layers.lstm and gru by default have gates of hardSigmoid, and an LSTM begins by forgetting half', () => {
    const [lstm, gru] = [tf.layers.lstm({ units: 2 }), tf.layers.gru({ units: 2 })];
    expect(lstm.getConfig()).toMatchObject({ recurrentActivation: 'hardSigmoid' });
    expect(gru.getConfig()).toMatchObject({ recurrentActivation: 'hardSigmoid', resetAfter: false });
    lstm.build([1, 1, 1]);
    expect(Array.from(lstm.getWeights()[2]!.dataSync())).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(() => tf.layers.gru({ units: 2, resetAfter: true } as never)).toThrow('does not support reset_after');
  });
});
