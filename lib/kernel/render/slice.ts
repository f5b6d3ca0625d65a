/** The readable slice of a block of values: the first and the last ones along each axis, aligned. */

/** Stands for what is left out. */
export const gap = '…';

/** Values in a row-major block: `texts` gives those at some places. */
export interface Block {
  shape: readonly number[];
  texts(places: readonly number[]): string[];
}

/** The places along an axis that are shown; `undefined` is the gap. */
export function shown(length: number, most: number): (number | undefined)[] {
  if (length <= most) return Array.from({ length }, (_, i) => i);
  const last = Math.floor(most / 3);
  const first = most - last;
  return [
    ...Array.from({ length: first }, (_, i) => i),
    undefined,
    ...Array.from({ length: last }, (_, i) => length - last + i),
  ];
}

/** How many places an axis may show, so that a block stays on a screen. */
function most(axis: number, rank: number): number {
  if (rank === 1) return 18;
  if (rank === 2) return 12;
  return axis >= rank - 2 ? ([8, 6, 4][rank - 3] ?? 3) : Math.max(2, 6 - rank);
}

/** Whether the slice leaves anything out. */
export function isWhole({ shape }: Block): boolean {
  return shape.every((size, axis) => size <= most(axis, shape.length));
}

/** The slice in nested brackets, as numbers are written in code. */
export function sliceText(block: Block): string {
  const { shape } = block;
  const rank = shape.length;
  const places: number[] = [];
  walk(shape, 0, 0, (place) => places.push(place));
  const texts = block.texts(places);
  const width = Math.max(...texts.map((text) => text.length));
  const byPlace = new Map(places.map((place, i) => [place, rank === 0 ? texts[i]! : texts[i]!.padStart(width)]));

  const write = (axis: number, start: number): string => {
    if (axis === rank) return byPlace.get(start)!;
    const parts = shown(shape[axis]!, most(axis, rank)).map((i) =>
      i === undefined ? gap : write(axis + 1, start + i * stride(shape, axis)),
    );
    const between = axis === rank - 1 ? ', ' : `,${'\n'.repeat(rank - 1 - axis)}${' '.repeat(axis + 1)}`;
    return `[${parts.join(between)}]`;
  };
  return write(0, 0);
}

/** The slice of a line or a matrix, row by row. */
export function sliceRows(block: Block): { columns: string[]; rows: [head: string, ...texts: string[]][] } {
  const [height, width] = block.shape.length === 1 ? [1, block.shape[0]!] : (block.shape as [number, number]);
  const columns = shown(width, most(block.shape.length - 1, block.shape.length));
  const rows = shown(height, most(0, 2));
  const places = rows.flatMap((row) =>
    row === undefined ? [] : columns.flatMap((column) => (column === undefined ? [] : [row * width + column])),
  );
  const texts = block.texts(places);
  let next = 0;
  const name = (place: number | undefined) => (place === undefined ? gap : String(place));
  return {
    columns: columns.map(name),
    rows: rows.map((row) => [
      name(row),
      ...columns.map((column) => (row === undefined || column === undefined ? gap : texts[next++]!)),
    ]),
  };
}

function walk(shape: readonly number[], axis: number, start: number, visit: (place: number) => void): void {
  if (axis === shape.length) return visit(start);
  for (const i of shown(shape[axis]!, most(axis, shape.length))) {
    if (i !== undefined) walk(shape, axis + 1, start + i * stride(shape, axis), visit);
  }
}

function stride(shape: readonly number[], axis: number): number {
  return shape.slice(axis + 1).reduce((product, size) => product * size, 1);
}
