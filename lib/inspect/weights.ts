/** Inside a model's memory: every weight and bias. */
import type { LayersModel, Tensor, Variable } from '@tensorflow/tfjs';
import { Network } from '../scratch/network';
import { aliveModel, isModel } from './checks';
import { norm, plainValues, statistics, valuesOf, withValues, type Statistics, type Values } from './statistics';

/** A weight or a bias, or its gradient. */
export interface WeightTrace extends Statistics {
  /** The layer's name and the weight's, as `hidden/kernel`; in a nested model `outer/hidden/kernel`. */
  name: string;
  /** Its shape: of a dense layer's kernel [inputs, units], of a scratch.Network's W [units, inputs]. */
  shape: number[];
  /** √Σ v², the length of the list of all its numbers. */
  norm: number;
  /** The numbers themselves, plain numbers that need no dispose: `get(i, j)`, `values`, `toTensor()`. Tables leave them out. */
  readonly values: Values;
}

/** A weight of a tfjs model under the name that the inspectors give it. */
export interface NamedWeight {
  name: string;
  variable: Variable;
  trainable: boolean;
}

/**
 * Every weight and bias of a model: shape, mean, standard deviation, ends, share of zeros, and norm.
 *
 * ```ts
 * import { inspect, scratch, show } from 'neurona';
 *
 * const network = new scratch.Network([2, 4, 1], { seed: 1 });
 * show.table(inspect.weights(network));
 * console.log(inspect.weights(network)[0]!.values.get(3, 1)); // from input 1 to hidden unit 3
 * ```
 *
 * `model` is any tfjs model or a scratch.Network. Returns one row for each weight, layer by layer, what is frozen too; a
 * layer that is used twice comes once. Throws where the model is not built or disposed.
 * Source: lessons 05 and 16.
 */
export function weights(model: LayersModel | Network): WeightTrace[] {
  if (model instanceof Network) {
    return model.layers.flatMap(({ W, b, inputs, units }, i) => [
      weightTrace(`layer${i + 1}/W`, plainValues([units, inputs], W.flat())),
      weightTrace(`layer${i + 1}/b`, plainValues([units], b)),
    ]);
  }
  aliveModel('inspect.weights', model);
  return namedWeights(model).map(({ name, variable }) => weightTrace(name, valuesOf(variable as Tensor)));
}

/** A row of {@link weights}. */
export function weightTrace(name: string, values: Values): WeightTrace {
  return withValues(
    { name, shape: [...values.shape], ...statistics(values.values), norm: norm(values.values) },
    values,
  );
}

/** The weights of a tfjs model, layer by layer, each once. */
export function namedWeights(model: LayersModel): NamedWeight[] {
  const found = new Map<Variable, NamedWeight>();
  const visit = (inside: LayersModel, path: string): void => {
    for (const layer of inside.layers) {
      if (isModel(layer)) {
        visit(layer, `${path}${layer.name}/`);
        continue;
      }
      for (const weight of layer.weights) {
        const variable = weight.read() as Variable;
        const own = weight.originalName.replace(`${layer.name}/`, ''); // tfjs says layer/kernel
        const name = `${path}${layer.name}/${own}`;
        if (!found.has(variable)) found.set(variable, { name, variable, trainable: variable.trainable });
      }
    }
  };
  visit(model, '');
  return [...found.values()];
}
