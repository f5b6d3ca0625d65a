/** Orthogonal first weights for recurrent layers: a state that goes through them again and again keeps its length. */
import type { Generator } from '../random';

/**
 * Draws a matrix of `rows` rows that are at right angles to each other and of length 1, at most as many as `columns`: normal
 * draws, made orthogonal by Gram and Schmidt's process. Where there are more rows than columns, the columns are so instead.
 * Source: Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural
 * networks", 2013.
 */
export function orthogonal(rows: number, columns: number, random: Generator): number[][] {
  if (rows > columns) {
    const turned = orthogonal(columns, rows, random);
    return Array.from({ length: rows }, (_, row) => turned.map((column) => column[row]!));
  }
  const basis: number[][] = [];
  while (basis.length < rows) {
    const vector = Array.from({ length: columns }, () => random.normal());
    for (let twice = 0; twice < 2; twice++)
      // once more takes away what rounding left
      for (const other of basis) {
        const shadow = dot(vector, other);
        for (let i = 0; i < columns; i++) vector[i]! -= shadow * other[i]!;
      }
    const length = Math.sqrt(dot(vector, vector));
    if (length > 1e-6) basis.push(vector.map((value) => value / length)); // else it lay in the span of the others
  }
  return basis;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
