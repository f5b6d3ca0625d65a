/** Units of binary signals, circuits and perceptrons as they are drawn: thresholds in the circles, and with inputs who fires. */
import { fail, numbers } from '../assert';
import type { Circuit } from '../scratch/circuit';
import { weightedSum, type Unit } from '../scratch/mcculloch-pitts';
import { Perceptron } from '../scratch/perceptron';
import type { Bit } from '../types';
import { words } from '../words';
import { inputCircle, type DrawnUnit, type Plan } from './plan';

/** What of a unit is drawn. */
type Drawn = Pick<Unit, 'weights' | 'threshold' | 'inhibitory' | 'label'>;

/** What is drawn of networks that fire or are silent. */
export function thresholdPlan(who: string, network: Unit | Circuit | Perceptron, x?: readonly number[]): Plan {
  const layers = layersOf(who, network);
  const inputs = layers[0]![0]!.weights.length;
  if (x) numbers(who, { x }, inputs);
  const signals = x && [x, ...outputs(network, x)]; // what each column says
  return {
    inputs,
    input: (i) => inputCircle(i, x?.[i]),
    layers: layers.map((units, i) => ({
      units: units.length,
      unit: (place) => drawnUnit(units[place]!, signals?.[i], signals?.[i + 1]![place]),
    })),
    weights: layers
      .flat()
      .flatMap(({ weights, inhibitory }) => weights.filter((weight, i) => weight !== 0 || inhibitory.includes(i))),
    ...(signals
      ? {
          answer: signals.at(-1)!,
          fire: signals
            .slice(1)
            .flat()
            .filter((signal) => signal === 1).length,
        }
      : {}),
    graded: false,
  };
}

function layersOf(who: string, network: Unit | Circuit | Perceptron): readonly (readonly Drawn[])[] {
  if (network instanceof Perceptron) {
    const { weights, bias } = network;
    return [[{ weights, threshold: 0 - bias, inhibitory: [], label: words.scratch.perceptron }]];
  }
  if ('layers' in network) return network.layers;
  if (!('weights' in network))
    fail(who, 'a unit, a circuit or a perceptron, a scratch.Network or a tfjs model', network);
  return [[network]];
}

function outputs(network: Unit | Circuit | Perceptron, x: readonly number[]): readonly (readonly Bit[])[] {
  if (network instanceof Perceptron) return [[network.predict(x)]];
  return 'layers' in network ? network.forward(x) : [[network(x)]];
}

function drawnUnit(unit: Drawn, x?: readonly number[], output?: number): DrawnUnit {
  const { weights, threshold, inhibitory } = unit;
  const label = unit.label === words.scratch.unit ? '' : unit.label;
  const rule = words.scratch.describeUnit(unit.label, weights, threshold, inhibitory);
  const drawn = { label, weights, inhibitory };
  if (!x) return { ...drawn, text: words.figures.network.threshold(threshold), hover: rule };
  const vetoed = inhibitory.some((i) => x[i] === 1);
  const text = vetoed ? words.figures.network.veto : words.figures.network.compare(weightedSum(weights, x), threshold);
  return { ...drawn, text, hover: `${rule}<br>${words.figures.network.now(text, output === 1)}`, fires: output === 1 };
}
