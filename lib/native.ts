/** Chooses the backend: tfjs-node registers itself when it loads; where it can't, the CPU backend answers and we say so. */
import * as tf from '@tensorflow/tfjs';
import { words } from './words';

/** Why native TensorFlow did not load, or undefined where it did. */
export const whyNotNative = load();

function load(): string | undefined {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'; // no notices of TensorFlow's own
  if (process.env.NEURONA_BACKEND === 'cpu') return useCpu('NEURONA_BACKEND=cpu');
  try {
    require('@tensorflow/tfjs-node');
    return undefined;
  } catch (error) {
    return useCpu(error instanceof Error ? error.message.split('\n')[0]!.trim() : String(error));
  }
}

function useCpu(reason: string): string {
  void tf.setBackend('cpu'); // ready at once: the CPU backend has nothing to load
  // tfjs greets whoever makes the first tensor on this backend, except in a test; we say it in our own words.
  tf.env().set('IS_TEST', true);
  tf.scalar(0).dispose();
  tf.env().set('IS_TEST', false);
  console.log(words.tensorflow.cpu(reason));
  return reason;
}
