/** A computation as a drawing: a box for each value with its data and its gradient, lines for what was read. */
import type { Annotations, Data, Layout } from 'plotly.js';
import { fail } from '../assert';
import { graph as graphOf, type GraphNode } from '../autograd/graph';
import { Value } from '../autograd/value';
import { escapeHtml } from '../html';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { placesOf, type Place, type Route } from './places';
import { colors, short, themed } from './theme';

/** Options of {@link graph}. */
export interface GraphOptions extends FigureOptions {
  /** Whether the local gradients stand on the lines; if not, the pointer finds them at the dots. Default false. */
  localGrads?: boolean;
}

/** More boxes than this no page can show legibly. */
const mostNodes = 60;
/** The width of a cell, in pixels: a figure that needs more has a width of its own. */
const cellWidth = 800;

/**
 * The computational graph of a value: a box for each number, with its data and its gradient, from left to right.
 *
 * ```ts
 * import { autograd, figures, show } from 'neurona';
 *
 * const [w, x, b] = [autograd.value(2, 'w'), autograd.value(-3, 'x'), autograd.value(7, 'b')];
 * const a = w.mul(x).add(b).tanh();
 * a.label = 'a';
 * a.backward();
 * show.figure(figures.graph(a, { localGrads: true }));
 * ```
 *
 * Returns a figure: given numbers in grey, computed ones in blue with their operation. Throws where `root` is no Value
 * or was computed from more than 60. Source: lesson 08.
 */
export function graph(root: Value, { localGrads = false, ...options }: GraphOptions = {}): Figure {
  const who = 'figures.graph';
  if (!(root instanceof Value)) fail(who, 'a Value', root);
  const { nodes, edges } = graphOf(root);
  if (nodes.length > mostNodes) {
    fail(who, `at most ${mostNodes} values`, nodes.length, 'draw a part of it; autograd.graph lists them all');
  }
  const { columns, routes } = placesOf({ nodes, edges });
  const tallest = Math.max(...columns.map((places) => places.length));
  const say = words.figures.graph;
  const drawing = {
    title: say.title,
    height: 130 + 80 * Math.max(2, tallest),
    data: [lines(routes), dots(routes, nodes, localGrads)],
    layout: {
      xaxis: {
        title: { text: say.axis },
        range: [-0.6, columns.length - 0.4],
        showgrid: false,
        zeroline: false,
        showticklabels: false,
      },
      yaxis: { visible: false, range: [-tallest / 2 - 0.1, tallest / 2 + 0.1] },
      margin: { l: 20 },
      showlegend: false,
      annotations: [...(localGrads ? routes.map(onLine) : []), ...columns.flat().flatMap(box)],
      hovermode: 'closest',
    } satisfies Partial<Layout>,
    description: say.description(nodes, edges.length),
  };
  const width = columns.length * (localGrads ? 155 : 110); // as much as boxes, and what stands between them, need
  return themed(who, drawing, { ...(width > cellWidth ? { width } : {}), ...options });
}

/** Every line in one trace, a gap between each and the next. */
function lines(routes: readonly Route[]): object {
  const points = routes.flatMap((route) => [...path(route, routes), undefined]);
  return {
    type: 'scatter',
    mode: 'lines',
    x: points.map((point) => (point ? short(point.column) : null)),
    y: points.map((point) => (point ? short(point.y) : null)),
    line: { color: colors.text, width: 1.5 },
    hoverinfo: 'skip',
  } satisfies Data;
}

/** A dot on each line, where the pointer finds the local gradient. */
function dots(routes: readonly Route[], nodes: readonly GraphNode[], written: boolean): object {
  const places = routes.map((route) => spot(route, routes));
  return {
    type: 'scatter',
    mode: 'markers',
    x: places.map(({ column }) => short(column)),
    y: places.map(({ y }) => short(y)),
    marker: { color: colors.text, size: 7, opacity: written ? 0 : 1 },
    hovertext: routes.map(({ edge }) => words.figures.graph.local(nodes[edge.from]!, nodes[edge.to]!, edge.localGrad)),
    hoverinfo: 'text',
  } satisfies Data;
}

/** Where a line leads; a second line between two neighbours makes a bow, so that both are seen. */
function path(route: Route, routes: readonly Route[]): Place[] {
  const [start, end] = [route.through[0]!, route.through.at(-1)!];
  if (!isTwin(route, routes) || route.through.length > 2) return route.through; // long ones have bends of their own
  return [start, { column: (start.column + end.column) / 2, y: (start.y + end.y) / 2 + 0.4 }, end];
}

/** The middle of the last stretch of a line, or of its bow. */
function spot(route: Route, routes: readonly Route[]): Place {
  const places = path(route, routes);
  if (places !== route.through) return places[1]!;
  const [before, end] = places.slice(-2) as [Place, Place];
  return { column: (before.column + end.column) / 2, y: (before.y + end.y) / 2 };
}

/** Whether the same operation has read the same value before. */
function isTwin({ edge }: Route, routes: readonly Route[]): boolean {
  return routes.find((other) => other.edge.from === edge.from && other.edge.to === edge.to)!.edge !== edge;
}

/** The local gradient, on its line. */
function onLine(route: Route, _: number, routes: readonly Route[]): Partial<Annotations> {
  const { column, y } = spot(route, routes);
  return {
    x: short(column),
    y: short(y),
    text: words.figures.graph.times(route.edge.localGrad),
    showarrow: false,
    bgcolor: colors.negative,
    borderpad: 2,
    font: { color: colors.onNode, size: 11 },
  };
}

/** The box of a value; a bend of a line has none. */
function box({ column, y, node }: Place): Partial<Annotations>[] {
  if (!node) return [];
  const text = words.figures.graph.box({ ...node, label: escapeHtml(node.label), op: escapeHtml(node.op) });
  return [
    {
      x: column,
      y,
      text,
      hovertext: text,
      showarrow: false,
      bgcolor: node.op ? colors.fires : colors.silent,
      borderpad: 4,
      font: { color: colors.onNode, size: 12 },
    },
  ];
}
