/** What figures of points in learnt spaces say: embeddings and self-organising maps. */
import { count, first, list, number } from '../numbers';

export const embeddings = {
  title: 'Embeddings',
  axes: ['dimension 1', 'dimension 2', 'dimension 3'] as const,
  all: 'vectors',
  vector: (i: number) => `vector ${i}`,
  hover: (name: string, group: string | undefined, place: readonly number[]) =>
    `${name}${group === undefined ? '' : ` (${group})`}<br>${place.map(number).join(', ')}`,
  description: (dimensions: number, groups: readonly (readonly [name: string, count: number])[], grouped: boolean) => {
    const all = groups.reduce((sum, [, many]) => sum + many, 0);
    const each = groups.map(([name, many]) => `${number(many)} of "${name}"`);
    return `${count(all, 'vector')} in ${dimensions} dimensions${grouped ? `: ${list(first(each, 12))}` : ''}.`;
  },
};

export const som = {
  title: 'Self-organising map',
  column: 'column',
  row: 'row',
  axis: 'column; light units are like their neighbours, dark ones are borders',
  mosaicAxis: (height: number, width: number) => `column; each unit as its image of ${height} × ${width} pixels`,
  hover: (row: number, column: number, distance: number, samples?: number) =>
    `row ${row}, column ${column}<br>mean distance to its neighbours ${number(distance)}` +
    (samples === undefined ? '' : `<br>${count(samples, 'sample')} nearest to it`),
  pixel: '%{z:.3~g}<extra></extra>',
  description: (rows: number, columns: number, inputs: number, least: number, most: number, hits?: [number, number]) =>
    `A map of ${rows} × ${columns} units with ${count(inputs, 'input')}; neighbours are between ${number(least)} and ${number(most)} apart` +
    (hits ? `; ${count(hits[0], 'sample')} lie on ${count(hits[1], 'unit')}.` : '.'),
};
