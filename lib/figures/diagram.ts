/** A unit, a circuit or a perceptron as nodes and edges with places in the plane: a network before it is drawn. */
import { fail, numbers } from '../assert';
import type { Circuit } from '../scratch/circuit';
import { weightedSum, type Unit } from '../scratch/mcculloch-pitts';
import { Perceptron } from '../scratch/perceptron';
import type { Bit } from '../types';
import { words } from '../words';

/** A circle of the drawing: an input or a unit. */
export interface Node {
  /** The layer, from 0 for the inputs. */
  column: number;
  /** Height above the middle, in nodes. */
  y: number;
  /** What stands in the circle. */
  text: string;
  /** What stands under it. */
  label: string;
  /** What the pointer finds out. */
  hover: string;
  /** Whether it fires; undefined where no inputs are given. */
  fires?: boolean;
}

/** A line of the drawing. */
export interface Edge {
  from: Node;
  to: Node;
  weight: number;
  /** Whether the input silences the unit on its own. */
  veto: boolean;
}

/** The whole drawing; `columns` are the inputs and the layers. */
export interface Diagram {
  columns: Node[][];
  edges: Edge[];
}

/** What of a unit is drawn. */
type Drawn = Pick<Unit, 'weights' | 'threshold' | 'inhibitory' | 'label'>;

const mostNodes = 16;

/** Places every node and edge; with inputs `x` every node also knows whether it fires. */
export function diagram(who: string, network: Unit | Circuit | Perceptron, x?: readonly number[]): Diagram {
  const layers = layersOf(who, network);
  const inputs = layers[0]![0]!.weights.length;
  const widest = Math.max(inputs, ...layers.map((units) => units.length));
  if (widest > mostNodes) {
    fail(
      who,
      `at most ${mostNodes} inputs and units a layer`,
      widest,
      'figures.images([unit.weights]) draws many weights',
    );
  }
  if (x) numbers(who, { x }, inputs);
  const signals = x && [x, ...outputs(network, x)]; // what each column says

  const columns = [Array.from({ length: inputs }, (_, i) => inputNode(i, inputs, signals?.[0]![i]))];
  layers.forEach((units, i) => {
    columns.push(
      units.map((unit, place) => unitNode(unit, i + 1, place, units.length, signals?.[i], signals?.[i + 1]![place])),
    );
  });
  const edges = layers.flatMap((units, i) =>
    units.flatMap((unit, place) => edgesInto(unit, columns[i]!, columns[i + 1]![place]!)),
  );
  return { columns, edges };
}

function layersOf(who: string, network: Unit | Circuit | Perceptron): readonly (readonly Drawn[])[] {
  if (network instanceof Perceptron) {
    const { weights, bias } = network;
    return [[{ weights, threshold: 0 - bias, inhibitory: [], label: words.scratch.perceptron }]];
  }
  if (typeof network !== 'function') fail(who, 'a unit, a circuit or a perceptron', network);
  if ('layers' in network) return network.layers;
  if (!('weights' in network)) fail(who, 'a unit, a circuit or a perceptron', network);
  return [[network]];
}

function outputs(network: Unit | Circuit | Perceptron, x: readonly number[]): readonly (readonly Bit[])[] {
  if (network instanceof Perceptron) return [[network.predict(x)]];
  return 'layers' in network ? network.forward(x) : [[network(x)]];
}

function inputNode(i: number, count: number, value?: number): Node {
  const name = words.input(i + 1);
  const place = { column: 0, y: (count - 1) / 2 - i };
  if (value === undefined) return { ...place, text: name, label: '', hover: name };
  const text = words.number(value);
  return { ...place, text, label: name, hover: `${name} = ${text}`, fires: value > 0 };
}

function unitNode(
  unit: Drawn,
  column: number,
  place: number,
  count: number,
  x?: readonly number[],
  output?: number,
): Node {
  const { label, weights, threshold, inhibitory } = unit;
  const node = { column, y: (count - 1) / 2 - place, label: label === words.scratch.unit ? '' : label };
  const rule = words.scratch.describeUnit(label, weights, threshold, inhibitory);
  const reach = words.figures.network.threshold(threshold);
  if (!x) return { ...node, text: reach, hover: rule };
  const sum = weightedSum(weights, x);
  const vetoed = inhibitory.some((i) => x[i] === 1);
  const text = vetoed ? words.figures.network.veto : words.figures.network.compare(sum, threshold);
  return { ...node, text, hover: `${rule}<br>${words.figures.network.now(text, output === 1)}`, fires: output === 1 };
}

/** The connections of a unit; a weight of 0 is none. */
function edgesInto({ weights, inhibitory }: Drawn, from: readonly Node[], to: Node): Edge[] {
  return weights
    .map((weight, i) => ({ from: from[i]!, to, weight, veto: inhibitory.includes(i) }))
    .filter(({ weight, veto }) => weight !== 0 || veto);
}
