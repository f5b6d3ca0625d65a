/** Where the values of a computation stand in the plane: from left to right, each before what is computed from it. */
import type { Graph, GraphEdge, GraphNode } from '../autograd/graph';

/** A place in the plane: a value's, or where a long connection passes a column. */
export interface Place {
  /** From 0 on the left. */
  column: number;
  /** Height above the middle, in rows. */
  y: number;
  node?: GraphNode;
}

/** A connection and the places it leads through, from the input to the result. */
export interface Route {
  edge: GraphEdge;
  through: Place[];
}

/** All places, column by column, and the connections between them. */
export interface Places {
  columns: Place[][];
  routes: Route[];
}

const sweeps = 8;

/**
 * Places every value as near to the result as it can stand, and orders the columns so that few connections cross.
 * After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", 1981.
 */
export function placesOf({ nodes, edges }: Graph): Places {
  const steps = nodes.map(() => 0); // from each value to the result, by the longest way
  for (const { from, to } of [...edges].reverse()) steps[from] = Math.max(steps[from]!, steps[to]! + 1);
  const last = Math.max(...steps);

  const columns = Array.from({ length: last + 1 }, (): Place[] => []);
  const stand = (column: number, node?: GraphNode): Place => {
    const place = { column, y: 0, ...(node ? { node } : {}) };
    columns[column]!.push(place);
    return place;
  };
  const own = nodes.map((node, i) => stand(last - steps[i]!, node));
  const routes = edges.map((edge): Route => {
    const [start, end] = [own[edge.from]!, own[edge.to]!];
    const bends = Array.from({ length: end.column - start.column - 1 }, (_, i) => stand(start.column + 1 + i));
    return { edge, through: [start, ...bends, end] };
  });
  order(columns, routes);
  return { columns, routes };
}

/** Sorts each column by the mean height of its neighbours, on the right and on the left in turn, several times. */
function order(columns: Place[][], routes: readonly Route[]): void {
  const neighbours = { left: new Map<Place, Place[]>(), right: new Map<Place, Place[]>() };
  for (const { through } of routes) {
    through.slice(1).forEach((place, i) => {
      neighbours.left.set(place, [...(neighbours.left.get(place) ?? []), through[i]!]);
      neighbours.right.set(through[i]!, [...(neighbours.right.get(through[i]!) ?? []), place]);
    });
  }
  columns.forEach(spread);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const side = sweep % 2 === 0 ? 'right' : 'left';
    for (const column of side === 'right' ? [...columns].reverse() : columns) {
      const heights = new Map(column.map((place) => [place, meanHeight(neighbours[side].get(place)) ?? place.y]));
      column.sort((a, b) => heights.get(b)! - heights.get(a)!);
      spread(column);
    }
  }
}

function meanHeight(places: readonly Place[] | undefined): number | undefined {
  return places && places.reduce((sum, { y }) => sum + y, 0) / places.length;
}

/** Gives a column its heights, around the middle, in its order from the top. */
function spread(column: readonly Place[]): void {
  column.forEach((place, i) => (place.y = (column.length - 1) / 2 - i));
}
