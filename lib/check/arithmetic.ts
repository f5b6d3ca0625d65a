/** Sums, means and closeness, as the judges of several exercises need them. */

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

export const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;

/** Whether two numbers differ by no more than a millionth of the larger, or of 1. */
export const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

/** To nine decimals, since sums in another order differ in their last bits; what is no number stays what it is. */
export function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(9)) + 0 : value;
}
