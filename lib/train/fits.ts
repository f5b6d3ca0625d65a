/** Whether a data set fits a model and its loss: `model.fit` asks, `fitDataset` does not and would learn nonsense. */
import type { LayersModel, Shape, Tensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import type { TrainingData } from './batches';

type Loss = LayersModel['loss'];

/** Wants inputs of the model's shapes, and targets of the shapes that its losses take, for `who`. */
export function checkFits(who: string, model: LayersModel, name: string, { xs, ys }: TrainingData): void {
  const inputs = model.inputs;
  each(who, `${name}.xs`, xs, inputs.length).forEach(([own, x], i) => {
    if (!matches(x.shape, inputs[i]!.shape)) fail(who, `${own} of shape ${written(inputs[i]!.shape)}`, x);
  });
  const outputs = model.outputs;
  each(who, `${name}.ys`, ys, outputs.length).forEach(([own, y], i) => {
    const loss = lossOf(model.loss, i, model.outputNames[i]!);
    if (typeof loss === 'string') checkTarget(who, own, y, outputs[i]!.shape, loss);
  });
}

function checkTarget(who: string, name: string, y: Tensor, output: Shape, loss: string): void {
  const classes = output.at(-1)!;
  const numbered = matches(y.shape, [...output.slice(0, -1), 1]) || matches(y.shape, output.slice(0, -1));
  if (loss === 'sparseCategoricalCrossentropy') {
    if (numbered) return;
    const oneHot = matches(y.shape, output);
    const mend = oneHot ? "these are one-hot rows: compile with loss 'categoricalCrossentropy'" : undefined;
    fail(who, `${name} to hold class numbers, ${written([...output.slice(0, -1), 1])}, for ${loss}`, y, mend);
  }
  if (matches(y.shape, output)) return;
  const mend = !numbered
    ? undefined
    : classes === 1
      ? 'make a column of it: ys.reshape([-1, 1])'
      : loss === 'categoricalCrossentropy'
        ? `make class numbers one-hot: data.oneHot(labels, ${classes}), or compile with loss 'sparseCategoricalCrossentropy'`
        : 'the last layer has a number for each class';
  fail(who, `${name} of shape ${written(output)}, as the model's output, for ${loss}`, y, mend);
}

/** The tensors under their names, as many as the model has. */
function each(who: string, name: string, tensors: Tensor | Tensor[], count: number): [string, Tensor][] {
  const list = Array.isArray(tensors) ? tensors : [tensors];
  if (list.length !== count)
    fail(who, count === 1 ? `${name} to be one tensor` : `${name} to be an array of ${count} tensors`, list.length);
  return list.map((tensor, i) => [count === 1 ? name : `${name}[${i}]`, tensor]);
}

/** The loss of one output; compile takes one for all, a list, or one under each output's name. */
function lossOf(loss: Loss, i: number, name: string): unknown {
  if (Array.isArray(loss)) return loss[i];
  return typeof loss === 'object' ? loss[name] : loss;
}

function matches(shape: Shape, wanted: Shape): boolean {
  return (
    shape.length === wanted.length && wanted.every((size, axis) => axis === 0 || size === null || size === shape[axis])
  );
}

function written(shape: Shape): string {
  return `[${['samples', ...shape.slice(1).map((size) => size ?? 'any')].join(', ')}]`;
}
