/** How many products a layer adds up: each number of a kernel works once at every place where the kernel stands. */
import type { Tensor } from '@tensorflow/tfjs';
import type { Layer } from './watched';

/** Layers whose kernels stand at every vector of the input: of each row, and of each moment of a sequence. */
const atInputs = ['Dense', 'SimpleRNN', 'GRU', 'LSTM', 'Bidirectional', 'Conv2DTranspose', 'Conv3DTranspose'];
/** Layers whose kernels stand at every place of the output. */
const atOutputs = ['Conv1D', 'Conv2D', 'Conv3D', 'DepthwiseConv2D', 'SeparableConv2D'];

/** The multiply-adds of one call; undefined for layers with matrices of which it is not known how they work. */
export function multiplyAdds(layer: Layer, inputs: readonly Tensor[], output: Tensor): number | undefined {
  const kernels = layer.weights.map(({ shape }) => shape as number[]).filter(({ length }) => length > 1); // not biases
  const size = kernels.reduce((sum, shape) => sum + shape.reduce((product, length) => product * length, 1), 0);
  const kind = layer.getClassName();
  if (kernels.length === 0 || kind === 'Embedding') return 0; // looks up, adds, scales
  const channels = layer.getConfig().dataFormat === 'channelsFirst' ? 1 : -1;
  if (atInputs.includes(kind)) return places(inputs[0]!.shape, channels) * size;
  return atOutputs.includes(kind) ? places(output.shape, channels) * size : undefined;
}

/** How many vectors a tensor has: all its numbers, divided by the axis of units or channels. */
function places(shape: readonly number[], channels: number): number {
  return shape.reduce((product, length) => product * length, 1) / shape.at(channels)!;
}
