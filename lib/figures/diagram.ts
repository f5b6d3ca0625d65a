/** A network as nodes and edges with places in the plane, before it is drawn: of wide layers the first units and the last. */
import { fail } from '../assert';
import { isModel } from '../inspect/checks';
import { Network } from '../scratch/network';
import { Perceptron } from '../scratch/perceptron';
import { words } from '../words';
import { densePlan } from './dense';
import type { Circle, Drawable, DrawnUnit, Plan } from './plan';
import { thresholdPlan } from './threshold';

/** A circle of the drawing: an input, a unit, or the dots for several that are left out. */
export interface Node extends Circle {
  /** The layer, from 0 for the inputs. */
  column: number;
  /** Height above the middle, in nodes. */
  y: number;
  /** Whether it stands for units that are left out. */
  dots: boolean;
}

/** A line of the plan. */
export interface Edge {
  from: Node;
  to: Node;
  weight: number;
  /** Whether the input silences the unit on its own. */
  veto: boolean;
}

/** The whole drawing; `columns` are the inputs and the layers. */
export interface Diagram extends Plan {
  columns: Node[][];
  edges: Edge[];
}

/** A column holds so many nodes at most. */
const mostNodes = 16;

/** Places every node and edge; with inputs `x` every node also knows whether it fires. */
export function diagram(who: string, network: Drawable, x?: readonly number[]): Diagram {
  const plan = read(who, network, x);
  const before = { shown: shown(plan.inputs), nodes: [] as Node[] };
  before.nodes = column(0, before.shown, plan.inputs, (i) => plan.input(i));
  const columns = [before.nodes];
  const edges: Edge[] = [];
  plan.layers.forEach(({ units, unit }, i) => {
    const places = shown(units);
    const drawn = places.map((place) => (place === undefined ? undefined : unit(place)));
    const nodes = column(i + 1, places, units, (place) => circle(drawn[places.indexOf(place)]!));
    drawn.forEach((unit, row) => {
      if (unit) edges.push(...edgesInto(unit, nodes[row]!, before));
    });
    columns.push(nodes);
    [before.shown, before.nodes] = [places, nodes];
  });
  return { ...plan, columns, edges };
}

function read(who: string, network: Drawable, x?: readonly number[]): Plan {
  if (network instanceof Network || isModel(network)) return densePlan(who, network, x);
  if (network instanceof Perceptron || typeof network === 'function') return thresholdPlan(who, network, x);
  return fail(who, 'a unit, a circuit or a perceptron, a scratch.Network or a tfjs model', network);
}

/** Which of `count` nodes a column shows, from the top; undefined stands for those between. */
function shown(count: number): (number | undefined)[] {
  if (count <= mostNodes) return Array.from({ length: count }, (_, i) => i);
  const half = mostNodes / 2;
  const last = Array.from({ length: half - 1 }, (_, i) => count - half + 1 + i);
  return [...Array.from({ length: half }, (_, i) => i), undefined, ...last];
}

function column(column: number, places: (number | undefined)[], count: number, make: (i: number) => Circle): Node[] {
  return places.map((place, row) => {
    const at = { column, y: (places.length - 1) / 2 - row, dots: place === undefined };
    if (place !== undefined) return { ...at, ...make(place) };
    return { ...at, text: '⋮', label: '', hover: words.figures.network.more(count - places.length + 1) };
  });
}

function circle({ text, label, hover, fires }: DrawnUnit): Circle {
  return { text, label, hover, ...(fires === undefined ? {} : { fires }) };
}

/** The connections of a unit to what is shown before it; a weight of 0 is none. */
function edgesInto(unit: DrawnUnit, to: Node, before: { shown: (number | undefined)[]; nodes: Node[] }): Edge[] {
  return before.shown.flatMap((i, row) => {
    if (i === undefined) return [];
    const edge = { from: before.nodes[row]!, to, weight: unit.weights[i]!, veto: unit.inhibitory.includes(i) };
    return edge.weight !== 0 || edge.veto ? [edge] : [];
  });
}
