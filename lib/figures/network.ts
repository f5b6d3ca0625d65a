/** A unit, a circuit or a perceptron as a drawing: circles for inputs and units, lines for weights. */
import type { Annotations, Data, Layout } from 'plotly.js';
import type { Circuit } from '../scratch/circuit';
import type { Unit } from '../scratch/mcculloch-pitts';
import type { Perceptron } from '../scratch/perceptron';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { diagram, type Edge, type Node } from './diagram';
import { colors, short, themed } from './theme';

/** Options of {@link network}. */
export interface NetworkOptions extends FigureOptions {
  /** Inputs, for which the drawing shows every sum and who fires. Default none: the drawing shows the thresholds. */
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

/**
 * The drawing of a network: weights on its lines, thresholds in its circles; with inputs `x`, the sums and who fires.
 *
 * ```ts
 * import { data, figures, scratch, show } from 'neurona';
 *
 * const xor = scratch.circuitFor(data.gate('xor'));
 * show.figure(figures.network(xor, { x: [1, 0] }));
 * ```
 *
 * Returns a figure. Throws where a layer has more than 16 units or `x` does not fit the network.
 */
export function network(network: Unit | Circuit | Perceptron, { x, ...options }: NetworkOptions = {}): Figure {
  const who = 'figures.network';
  const { columns, edges } = diagram(who, network, x);
  const tallest = Math.max(...columns.map((nodes) => nodes.length));
  const say = words.figures.network;
  const drawing = {
    title: say.title,
    height: 150 + 90 * Math.max(2, tallest),
    data: [...edges.map((edge, i) => line(edge, i, edges)), ...circles(columns.flat())],
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
      annotations: weights(edges, columns),
      hovermode: 'closest',
    } satisfies Partial<Layout>,
    description: say.description(
      columns.map((nodes) => nodes.length),
      edges.map(({ weight }) => weight),
      x && {
        x,
        fire: columns
          .slice(1)
          .flat()
          .filter(({ fires }) => fires).length,
        answer: columns.at(-1)!.map(({ fires }) => Number(fires)),
      },
    ),
  };
  return themed(who, drawing, options);
}

/** One line; the first of its kind stands in the legend. */
function line(edge: Edge, i: number, edges: readonly Edge[]): object {
  const largest = Math.max(...edges.map(({ weight }) => Math.abs(weight))) || 1;
  return {
    type: 'scatter',
    mode: 'lines',
    name: words.figures.network[kind(edge)],
    legendgroup: kind(edge),
    showlegend: edges.findIndex((other) => kind(other) === kind(edge)) === i,
    x: [edge.from.column, edge.to.column],
    y: [edge.from.y, edge.to.y],
    line: { ...kinds[kind(edge)], width: short(edge.veto ? 2 : 1 + 3 * (Math.abs(edge.weight) / largest)) },
    hoverinfo: 'skip',
  } satisfies Data;
}

function kind({ veto, weight }: Edge): keyof typeof kinds {
  if (veto) return 'veto';
  return weight > 0 ? 'positive' : 'negative';
}

/**
 * The weights, as labels on their lines. Before the middle, where lines cross, and for each source a little further
 * along:
 * so no two labels meet.
 */
function weights(edges: readonly Edge[], columns: readonly Node[][]): Partial<Annotations>[] {
  if (edges.length > mostWritten) return [];
  return edges.map((edge) => {
    const { from, to } = edge;
    const sources = columns[from.column]!;
    const along = 0.28 + 0.16 * (sources.indexOf(from) / Math.max(1, sources.length - 1));
    const text = edge.veto ? words.figures.network.veto : words.signed(edge.weight);
    return {
      x: short(from.column + along),
      y: short(from.y + along * (to.y - from.y)),
      text,
      hovertext: words.figures.network.weight(from.label || from.text, to.label, text),
      showarrow: false,
      bgcolor: kinds[kind(edge)].color,
      borderpad: 2,
      font: { color: colors.onNode, size: 12 },
    };
  });
}

/** The nodes: the inputs as squares, units as circles; who fires is filled in blue and outlined. */
function circles(nodes: readonly Node[]): object[] {
  const groups = [
    { name: words.figures.network.fires, fires: true, color: colors.fires },
    { name: words.figures.network.silent, fires: false, color: colors.silent },
    { name: words.figures.network.unit, fires: undefined, color: colors.silent },
  ];
  const drawn = groups
    .map((group) => ({ ...group, nodes: nodes.filter(({ fires }) => fires === group.fires) }))
    .filter((group) => group.nodes.length > 0)
    .map(
      ({ name, fires, color, nodes }) =>
        ({
          type: 'scatter',
          mode: 'text+markers',
          name,
          showlegend: fires !== undefined,
          x: nodes.map(({ column }) => column),
          y: nodes.map(({ y }) => y),
          text: nodes.map(({ text }) => text),
          textfont: { color: colors.onNode, size: 14 },
          marker: {
            size: nodes.map(({ column }) => (column === 0 ? 36 : 54)),
            symbol: nodes.map(({ column }) => (column === 0 ? 'square' : 'circle')),
            color,
            opacity: 1,
            line: { width: fires ? 3 : 0, color: colors.text },
          },
          hovertext: nodes.map(({ hover }) => hover),
          hoverinfo: 'text',
        }) satisfies Data,
    );
  return [...drawn, labels(nodes)];
}

/** The labels under the nodes. */
function labels(nodes: readonly Node[]): object {
  return {
    type: 'scatter',
    mode: 'text',
    x: nodes.map(({ column }) => column),
    y: nodes.map(({ y }) => short(y - 0.32)),
    text: nodes.map(({ label }) => label),
    textposition: 'bottom center',
    textfont: { color: colors.text },
    hoverinfo: 'skip',
    showlegend: false,
  } satisfies Data;
}
