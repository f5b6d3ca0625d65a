/** The Euclidean distance of plain vectors, a loop that is fast for many and right for the very large and small. */

/** √ Σ (aᵢ − bᵢ)². */
export function distance(a: readonly number[], b: readonly number[]): number {
  let squares = 0;
  for (let i = 0; i < a.length; i++) squares += (a[i]! - b[i]!) ** 2;
  if (squares > 1e-280 && squares < Infinity) return Math.sqrt(squares);
  return a.reduce((length, value, i) => Math.hypot(length, value - b[i]!), 0); // squares that under- or overflow
}
