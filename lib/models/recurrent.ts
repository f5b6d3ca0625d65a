/** What LSTM and GRU share: a layer that runs a cell through a sequence, forward and back as one operation. */
import { fail, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import { orthogonal } from '../scratch/orthogonal';
import { throughTime, type Recurrence } from './through-time';

/** Options of {@link LSTM} and {@link GRU}. */
export interface RecurrentOptions {
  /** How many numbers the state has, from 1 to 1024. */
  units: number;
  /** Whether to return the state after each step, [batch, time, units], or only the last, [batch, units]. Default false. */
  returnSequences?: boolean;
  /** Whether to return, behind the output, the last states, each [batch, units]. Default false. */
  returnState?: boolean;
  /** A whole number from 0 up that decides the weights at the start. Default 0. */
  seed?: number;
  /** The shape of one input, [time, inputs], where the layer is the first of its model; time may be null. */
  inputShape?: tf.Shape;
  /** The layer's name in its model. tfjs makes one if none is given. */
  name?: string;
}

/** What every layer of tfjs takes, typed or from JSON. */
const layerOptions = [
  'batchInputShape',
  'batchSize',
  'customObjects',
  'dtype',
  'inputDType',
  'inputShape',
  'name',
  'trainable',
  'weights',
];

/** The layer; LSTM and GRU tell their gates, their states and how they run. */
export abstract class Recurrent extends tf.layers.Layer {
  readonly units: number;
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  private readonly seed: number;
  private weightsOfGates: tf.LayerVariable[] = [];

  /** How many gates stand side by side in the weights, and how many states go from step to step. */
  protected abstract readonly gates: number;
  protected abstract readonly states: number;

  constructor(
    who: string,
    { units, returnSequences = false, returnState = false, seed = 0, ...rest }: RecurrentOptions,
  ) {
    super(rest);
    const foreign = Object.keys(rest).find((option) => !layerOptions.includes(option));
    if (foreign)
      fail(who, `no option ${foreign}`, rest[foreign as 'name'], "tf.layers' own lstm and gru have more options");
    whole(who, { units }, 1, 1024);
    whole(who, { seed }, 0);
    [this.units, this.returnSequences, this.returnState, this.seed] = [units, returnSequences, returnState, seed];
  }

  /** The way to run here: on native kernels, or by hand on any others. */
  protected abstract recurrence(): Recurrence;
  /** The first bias, [gates · units]. */
  protected abstract firstBias(): number[];

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [x] = shapes(inputShape);
    const inputs = x!.at(-1);
    if (x!.length !== 3 || !inputs) fail(this.name, 'an input of shape [batch, time, inputs]', x);
    const { units } = this;
    const columns = this.gates * units;
    const random = generator(this.seed);
    const limit = Math.sqrt(6 / (inputs + columns)); // Glorot and Bengio, 2010
    const kernel = Array.from({ length: inputs * columns }, () => random.uniform(-limit, limit));
    const first: [string, number[], () => tf.Tensor][] = [
      ['kernel', [inputs, columns], () => tf.tensor2d(kernel, [inputs, columns])],
      ['recurrent_kernel', [units, columns], () => tf.tensor2d(orthogonal(units, columns, random))],
      ['bias', [columns], () => tf.tensor1d(this.firstBias())],
    ];
    this.weightsOfGates = first.map(([name, shape, make]) => {
      const weight = this.addWeight(name, shape, 'float32', tf.initializers.zeros());
      tf.tidy(() => void weight.write(make()));
      return weight;
    });
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs?: { mask?: unknown }): tf.Tensor | tf.Tensor[] {
    const [x, ...given] = [inputs].flat() as [tf.Tensor, ...tf.Tensor[]];
    if ([kwargs?.mask].flat().some(Boolean))
      fail(this.name, 'no mask of maskZero', kwargs!.mask, "tf.layers' own lstm and gru take masks");
    for (const tensor of [x, ...given])
      if (tensor.isDisposed) fail(this.name, 'inputs that are not disposed of', tensor);
    const inputSize = this.weightsOfGates[0]!.shape[0]!;
    if (x.rank !== 3 || x.shape[2] !== inputSize || x.size === 0)
      fail(this.name, `an input of shape [batch, time, ${inputSize}], no axis of length 0`, x);
    const [batch, time] = x.shape as [number, number];
    const { units, states } = this;
    if (given.length !== 0 && given.length !== states) fail(this.name, `${states} first states or none`, given.length);
    for (const state of given)
      if (String(state.shape) !== String([batch, units]))
        fail(this.name, `each first state of shape [batch, units], here [${batch}, ${units}]`, state);
    return tf.tidy(() => {
      const first = given.length > 0 ? given : Array.from({ length: states }, () => tf.zeros([batch, units]));
      const steps = x.toFloat().transpose([1, 0, 2]); // [time, batch, inputs]
      const weights = this.weightsOfGates.map((weight) => weight.read());
      const all = throughTime(this.recurrence(), [steps, ...weights, ...first]); // [time + states - 1, batch, units]
      const at = (step: number) => all.slice([step], [1]).reshape([batch, units]);
      const output = this.returnSequences ? all.slice([0], [time]).transpose([1, 0, 2]) : at(time - 1);
      return this.returnState ? [output, ...Array.from({ length: states }, (_, i) => at(time - 1 + i))] : output;
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    const [batch, time] = shapes(inputShape)[0] as [number | null, number | null];
    const state = [batch, this.units];
    const output = this.returnSequences ? [batch, time, this.units] : state;
    return this.returnState ? [output, ...Array.from({ length: this.states }, () => state)] : output;
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { units, returnSequences, returnState, seed } = this;
    return { ...super.getConfig(), units, returnSequences, returnState, seed };
  }
}

/** tfjs gives one shape for one input, a list for several. */
function shapes(inputShape: tf.Shape | tf.Shape[]): tf.Shape[] {
  return Array.isArray(inputShape[0]) ? (inputShape as tf.Shape[]) : [inputShape as tf.Shape];
}
