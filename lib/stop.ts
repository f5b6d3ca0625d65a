/** What Stop leaves behind in TensorFlow: trainings that go on are ended, and the memory of code cut off is released. */
import * as tf from '@tensorflow/tfjs';
import { onStop } from './display';

/** What tfjs keeps for itself, and code that is cut off in the midst of `tf.tidy` or `tf.grad` leaves as it was. */
interface EngineState {
  scopeStack: unknown[];
  kernelDepth: number;
  gradientDepth: number;
  activeTape: { saved?: tf.Tensor[] }[] | null;
  numDataMovesStack: number[];
}

/** A model, as far as its training goes. */
interface Model {
  isTraining: boolean;
  stopTraining: boolean;
}

/** The trainings that go on, each with its end. */
const trainings = new Map<Model, Promise<unknown>>();
/** Those that Stop has told to end: with their batch they do, unless their own code was cut off. */
const ending = new Map<Model, Promise<unknown>>();

watch('fit');
watch('fitDataset');
onStop(() => {
  for (const [model, end] of trainings) {
    model.stopTraining = true;
    ending.set(model, end);
  }
  trainings.clear();
  mend(tf.engine());
});

/** From now on it is known which models train: TensorFlow.js itself doesn't tell. */
function watch(method: 'fit' | 'fitDataset'): void {
  const prototype = tf.LayersModel.prototype as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const original = prototype[method]!;
  prototype[method] = async function (this: Model, ...args) {
    if (ending.has(this)) await recover(this);
    const training = original.apply(this, args);
    trainings.set(this, training);
    try {
      return await training;
    } finally {
      if (trainings.get(this) === training) trainings.delete(this);
    }
  };
}

/** Makes a model whose training was stopped ready for the next. */
async function recover(model: Model): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, 500).unref());
  await Promise.race([ending.get(model)!.catch(() => undefined), patience]);
  ending.delete(model);
  model.isTraining = false; // it never said that it ended, if it was cut off
}

/** Ends the scopes that are open, and with each what was to live as long as it. */
function mend(engine: ReturnType<typeof tf.engine>): void {
  const state = engine.state as unknown as EngineState;
  // What the way back would have needed is kept beyond every scope.
  for (const { saved } of state.activeTape ?? []) saved?.forEach((tensor) => tensor.dispose());
  while (state.scopeStack.length > 0) engine.endScope();
  state.kernelDepth = state.gradientDepth = 0;
  state.activeTape = null;
  state.numDataMovesStack = [];
}
