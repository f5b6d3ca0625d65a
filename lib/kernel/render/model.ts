/** Models of tfjs-layers: the summary as a table. */
import { className, count, has, shapeText, type Forms, type Kind } from './forms';
import { gridForms } from './grid';

interface Layer {
  name: string;
  outputShape: readonly unknown[];
  getClassName(): string;
  countParams(): number;
}

interface Model {
  name: string;
  layers: readonly Layer[];
  trainableWeights: readonly Weight[];
  getClassName(): string;
}

interface Weight {
  shape: readonly number[];
}

export const model: Kind<Model> = {
  knows(value): value is Model {
    if (!has(value, 'getClassName', 'summary', 'predict')) return false;
    const { layers } = value as unknown as Partial<Model>;
    return Array.isArray(layers) && layers.every((layer) => has(layer, 'getClassName', 'countParams'));
  },

  forms(value): Forms {
    const columns = ['Layer', 'Type', 'Output shape', 'Parameters'];
    const all = total(value);
    const trainable = value.trainableWeights.reduce((sum, { shape }) => sum + size(shape), 0);
    const frozen = all - trainable;
    const parts = frozen === 0 ? 'all trainable' : `${count(trainable)} trainable, ${count(frozen)} not`;
    return gridForms({
      caption: `${className(value)} model ${value.name}`,
      columns: columns.map((name, i) => ({ name, right: i === 3 })),
      rows: value.layers.map((layer) => [
        layer.name,
        layer.getClassName(),
        outputShape(layer),
        count(layer.countParams()),
      ]),
      note: `${count(all, 'parameter')} in all${all === 0 ? '' : `, ${parts}`}`,
    });
  },

  brief(value): string {
    return `${className(value)} model ${value.name}, ${count(value.layers.length, 'layer')}, ${count(total(value), 'parameter')}`;
  },
};

function total({ layers }: Model): number {
  return layers.reduce((sum, layer) => sum + layer.countParams(), 0);
}

function size(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** A layer that is used several times has a shape for each; tfjs throws where they differ. */
function outputShape(layer: Layer): string {
  try {
    return shapeText(layer.outputShape);
  } catch {
    return 'several';
  }
}
