/** A computation as a drawing: a box for each value with its data and its gradient, lines for what was read. */
import type { Annotations, Data, Layout } from 'plotly.js';
import { fail } from '../assert';
import { graph as graphOf, type Graph, type GraphNode } from '../autograd/graph';
import { Value } from '../autograd/value';
import { escapeHtml } from '../html';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { momentsOf, type Moment } from './graph-moments';
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
export function graph(root: Value, options: GraphOptions = {}): Figure {
  return draw('figures.graph', computation('figures.graph', root), options);
}

/**
 * The chain rule, step by step: the computational graph of a value, once for each step of the way forwards, on which the
 * results appear, and back, on which the gradients do; a sentence under it tells what the operation in colour does.
 *
 * ```ts
 * import { autograd, figures, show } from 'neurona';
 *
 * const x = autograd.value(3, 'x');
 * show.animation(figures.graphSteps(x.mul(x).add(x)), { title: 'x is read three times' });
 * ```
 *
 * Returns figures for `show.animation`: for n operations 2n + 2 of them. No gradients need to have been computed, and none
 * are changed. Throws where `graph` would. Source: lesson 08.
 */
export function graphSteps(root: Value, options: GraphOptions = {}): Figure[] {
  const who = 'figures.graphSteps';
  const drawn = computation(who, root);
  return momentsOf(drawn).map((moment) => draw(who, drawn, options, moment));
}

function computation(who: string, root: Value): Graph {
  if (!(root instanceof Value)) fail(who, 'a Value', root);
  const drawn = graphOf(root);
  if (drawn.nodes.length > mostNodes) {
    fail(who, `at most ${mostNodes} values`, drawn.nodes.length, 'draw a part of it; autograd.graph lists them all');
  }
  return drawn;
}

function draw(who: string, drawn: Graph, { localGrads = false, ...options }: GraphOptions, moment?: Moment): Figure {
  const { nodes, edges } = drawn;
  const { columns, routes } = placesOf(drawn);
  const tallest = Math.max(...columns.map((places) => places.length));
  const say = words.figures.graph;
  const below = moment ? 0.55 : 0.1; // room for a sentence
  const drawing = {
    title: say.title,
    height: (moment ? 170 : 130) + 80 * Math.max(2, tallest),
    data: [lines(routes), dots(routes, nodes, localGrads)],
    layout: {
      xaxis: {
        title: { text: say.axis },
        range: [-0.6, columns.length - 0.4],
        showgrid: false,
        zeroline: false,
        showticklabels: false,
      },
      yaxis: { visible: false, range: [-tallest / 2 - below, tallest / 2 + 0.1] },
      margin: { l: 20 },
      showlegend: false,
      annotations: [
        ...(localGrads ? routes.map(onLine) : []),
        ...columns.flat().flatMap((place) => box(place, moment)),
        ...(moment ? [sentence(moment, columns.length, -tallest / 2 - below)] : []),
      ],
      hovermode: 'closest',
    } satisfies Partial<Layout>,
    description: moment ? say.moment(moment.told) : say.description(nodes, edges.length),
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

/** The box of a value; a bend of a line has none. At a moment it holds what is known by then. */
function box({ column, y, node }: Place, moment?: Moment): Partial<Annotations>[] {
  if (!node) return [];
  const named = { ...node, label: escapeHtml(node.label), op: escapeHtml(node.op) };
  const known = moment?.known[node.id];
  const text = words.figures.graph.box(named, known);
  const acts = moment?.acting === node.id;
  return [
    {
      x: column,
      y,
      text,
      hovertext: text,
      showarrow: false,
      bgcolor: acts ? colors.mark : node.op ? colors.fires : colors.silent,
      borderpad: 4,
      font: { color: colors.onNode, size: 12 },
    },
  ];
}

/** What happens at a moment, under the drawing. */
function sentence({ told }: Moment, columns: number, y: number): Partial<Annotations> {
  return {
    x: (columns - 1) / 2,
    y,
    yanchor: 'bottom',
    text: escapeHtml(told),
    showarrow: false,
    font: { color: colors.text, size: 15 },
  };
}
