/** What one layer sees of the layer before it: a window that moves, a single place, or everything. */
import { fail } from '../assert';
import type * as tf from '../tensorflow';

/** Along one axis: how wide the window is, how far it moves, and how many places it begins before the first one. */
export interface Window {
  size: number;
  stride: number;
  before: number;
}

/** The properties of tfjs's layers that decide it, which their types don't tell. */
interface Parts {
  kernelSize?: number[];
  poolSize?: number[];
  strides?: number[];
  dilationRate?: number | number[];
  padding?: string | number[][];
  cropping?: number[][];
  axis?: number | number[];
  dataFormat?: string;
}

/** Kinds of layers: those that work at each place by itself, those that see all places, and those that depend on an axis. */
const atEachPlace = new RegExp(
  '^(Activation|ReLU|LeakyReLU|PReLU|ELU|ThresholdedReLU|Dense|Masking|BatchNormalization|LayerNorm|.*Dropout.*|' +
    'GaussianNoise|Add|Multiply|Average|Maximum|Minimum)$',
);
const overAllPlaces =
  /^(Flatten|Reshape|Permute|Global.*Pooling[12]D|.*RNN.*|LSTM|GRU|ConvLSTM2D|Bidirectional|MultiHeadAttention|Dot)$/;
const overOneAxis = /^(Softmax|LayerNormalization|Concatenate)$/;

/**
 * What a unit of `layer` sees of its input, along each axis between batch and channels, whose lengths are `lengths`; or
 * 'everything'. Throws, in the name of `who`, where that is not known.
 */
export function windowsOf(who: string, layer: tf.layers.Layer, lengths: (number | null)[]): Window[] | 'everything' {
  const kind = layer.getClassName();
  const parts = layer as unknown as Parts;
  if (overAllPlaces.test(kind)) return 'everything';
  const still = lengths.map(() => ({ size: 1, stride: 1, before: 0 }));
  if (atEachPlace.test(kind)) return still;
  const channels = [-1, lengths.length + 1];
  if (overOneAxis.test(kind) && [parts.axis ?? -1].flat().every((axis) => channels.includes(axis))) return still;
  if (parts.dataFormat === 'channelsFirst') fail(who, 'images with channels last', `'channelsFirst' of ${layer.name}`);
  const moved = kind === 'ZeroPadding2D' ? (parts.padding as number[][]) : undefined;
  if (moved) return still.map((window, axis) => ({ ...window, before: moved[axis]![0]! }));
  if (kind === 'Cropping2D') return still.map((window, axis) => ({ ...window, before: -parts.cropping![axis]![0]! }));
  const sizes = /^(Depthwise|Separable)?Conv[123]D$/.test(kind) ? parts.kernelSize : parts.poolSize;
  if (!sizes) fail(who, `layer '${layer.name}' to be one whose window is known`, kind);
  return sizes.map((size, axis) => {
    const stride = parts.strides![axis]!;
    const dilation = [parts.dilationRate ?? 1].flat();
    const reach = (size - 1) * (dilation[axis] ?? dilation[0]!) + 1;
    return { size: reach, stride, before: before(who, layer.name, parts.padding, { length: lengths[axis]!, reach, stride }) }; // prettier-ignore
  });
}

/** How many places of padding stand in front of the first one. */
function before(
  who: string,
  name: string,
  padding: unknown,
  { length, reach, stride }: { length: number | null; reach: number; stride: number },
): number {
  if (padding === 'valid') return 0;
  if (padding === 'causal') return reach - 1;
  if (length === null && stride > 1)
    fail(who, 'a model whose input has a fixed size', `'same' padding of ${name}, which depends on it`);
  const places = Math.ceil((length ?? reach) / stride);
  return Math.floor(Math.max(0, (places - 1) * stride + reach - (length ?? reach)) / 2);
}
