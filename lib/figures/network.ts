/** A network as a drawing: circles for inputs and units, lines for weights. */
import type { Annotations, Data, Layout } from 'plotly.js';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { diagram, type Edge, type Node } from './diagram';
import { circles } from './nodes';
import type { Drawable } from './plan';
import { colors, short, themed } from './theme';

/** Options of {@link network}. */
export interface NetworkOptions extends FigureOptions {
  /**
   * Inputs, for which the drawing shows what every unit answers. Default none: the drawing shows the thresholds, of dense
   * layers the biases.
   */
  x?: readonly number[];
}

/** Kinds of connection: they differ in colour and in dash. */
const kinds = {
  positive: { color: colors.positive, dash: 'solid' },
  negative: { color: colors.negative, dash: 'dash' },
  veto: { color: colors.negative, dash: 'dot' },
} as const;

/** More weights than this would cover the lines they stand on. */
const mostWritten = 40;
/** Real weights meet where more lines than these start side by side. */
const mostSources = 4;

/**
 * The drawing of a network: weights on its lines, thresholds or biases in its circles; with inputs `x`, what each unit
 * answers and who fires.
 *
 * ```ts
 * import { data, figures, scratch, show } from 'neurona';
 *
 * const xor = scratch.circuitFor(data.gate('xor'));
 * show.figure(figures.network(xor, { x: [1, 0] }));
 * ```
 *
 * `network` is a unit, a circuit, a perceptron, a scratch.Network, or a tfjs model of dense layers one after the other (with
 * activations, dropout or a Flatten between them); `x` one row of its inputs. The larger a weight, the wider its line. Of a
 * layer of more than 16 units the first 8 and the last 7 are drawn. Returns a figure.
 * Throws where `x` does not fit the network, or a model has other layers or branches.
 */
export function network(network: Drawable, { x, ...options }: NetworkOptions = {}): Figure {
  const who = 'figures.network';
  const { columns, edges, ...plan } = diagram(who, network, x);
  const tallest = Math.max(...columns.map((nodes) => nodes.length));
  const say = words.figures.network;
  const dense = plan.graded && tallest > 6; // smaller circles, nearer each other
  const drawing = {
    title: say.title,
    height: 150 + (dense ? 56 : 90) * Math.max(2, tallest),
    data: [...lines(edges), ...circles(columns.flat(), plan.graded, dense)],
    layout: {
      xaxis: {
        tickvals: columns.map((_, column) => column),
        ticktext: columns.map((_, column) => say.column(column)),
        title: { text: say.axis },
        range: [-0.35, columns.length - 0.65],
        showgrid: false,
        zeroline: false,
      },
      yaxis: { visible: false, range: [-tallest / 2 - 0.15, tallest / 2 - 0.1] },
      margin: { l: 20 },
      annotations: weights(edges, columns, plan.graded),
      hovermode: 'closest',
    } satisfies Partial<Layout>,
    description: say.description(
      [plan.inputs, ...plan.layers.map(({ units }) => units)],
      plan.weights,
      x && { x, fire: plan.fire!, answer: plan.answer!, graded: plan.graded },
    ),
  };
  return themed(who, drawing, options);
}

/** The lines; where there are many, those of one kind and width are one trace. */
function lines(edges: readonly Edge[]): object[] {
  const largest = Math.max(...edges.map(({ weight }) => Math.abs(weight))) || 1;
  const width = ({ veto, weight }: Edge) => (veto ? 2 : 1 + 3 * (Math.abs(weight) / largest));
  const groups = new Map<string, Edge[]>();
  edges.forEach((edge, i) => {
    const key = edges.length > mostWritten ? `${kind(edge)} ${Math.round(2 * width(edge))}` : String(i);
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  });
  const all = [...groups.values()];
  return all.map((group, i) => {
    const own = kind(group[0]!);
    return {
      type: 'scatter',
      mode: 'lines',
      name: words.figures.network[own],
      legendgroup: own,
      showlegend: all.findIndex(([first]) => kind(first!) === own) === i, // the first of its kind stands in the legend
      x: joined(group, ({ column }) => column),
      y: joined(group, ({ y }) => y),
      line: { ...kinds[own], width: short(width(group[0]!)) },
      hoverinfo: 'skip',
    } satisfies Data;
  });
}

/** The ends of several lines, with a gap after each but the last. */
function joined(edges: readonly Edge[], place: (node: Node) => number): (number | null)[] {
  return edges.flatMap(({ from, to }, i) => [...(i > 0 ? [null] : []), place(from), place(to)]);
}

function kind({ veto, weight }: Edge): keyof typeof kinds {
  if (veto) return 'veto';
  return weight > 0 ? 'positive' : 'negative';
}

/**
 * The weights, as labels on their lines. For each source a little further along, before the middle, where lines cross: so no
 * two labels meet. Real weights are longer: they take more of the way, and layers that are too tall for them have none.
 */
function weights(edges: readonly Edge[], columns: readonly Node[][], graded: boolean): Partial<Annotations>[] {
  if (edges.length > mostWritten) return [];
  const [start, way] = graded ? [0.22, 0.53] : [0.28, 0.16];
  const free = graded ? edges.filter(({ from }) => columns[from.column]!.length <= mostSources) : edges;
  return free.map((edge) => {
    const { from, to } = edge;
    const sources = columns[from.column]!;
    const along = start + way * (sources.indexOf(from) / Math.max(1, sources.length - 1));
    const text = edge.veto ? words.figures.network.veto : words.signed(edge.weight);
    return {
      x: short(from.column + along),
      y: short(from.y + along * (to.y - from.y)),
      text: graded ? words.signed(Number(edge.weight.toPrecision(2))) : text,
      hovertext: words.figures.network.weight(from.label || from.text, to.label, text),
      showarrow: false,
      bgcolor: kinds[kind(edge)].color,
      borderpad: 2,
      font: { color: colors.onNode, size: 12 },
    };
  });
}
