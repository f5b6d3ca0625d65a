/** TensorFlow, loaded in this one place: its native kernels where set-up built them, else tfjs's CPU kernels. */
import './node-compat';
import './native';
import './stop';

export * from '@tensorflow/tfjs';
