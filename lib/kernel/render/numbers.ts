/** Numbers as people compare them: in the same number of decimals, only as many as tell them apart. */

/** The texts of numbers that stand together; not padded. */
export function numberTexts(numbers: readonly number[]): string[] {
  const finite = numbers.filter(Number.isFinite);
  const largest = finite.reduce((max, number) => Math.max(max, Math.abs(number)), 0);
  const exponent = largest === 0 ? 0 : Math.floor(Math.log10(largest));
  if (finite.every(Number.isInteger) && exponent < 12) return numbers.map((number) => String(number));
  if (exponent >= 7 || exponent < -4) return numbers.map((number) => scientific(number, 3));
  const most = exponent >= 0 ? Math.min(4, 6 - exponent) : 3 - exponent;
  const decimals = needed(finite, most);
  return numbers.map((number) => {
    const text = Number.isFinite(number) ? number.toFixed(decimals) : String(number);
    return number !== 0 && Number(text) === 0 ? scientific(number, 1) : text; // tiny, but not nothing
  });
}

function scientific(number: number, digits: number): string {
  return Number.isFinite(number) && number !== 0 ? number.toExponential(digits) : String(number);
}

/** How many decimals, at most `most`, the numbers have. */
function needed(numbers: readonly number[], most: number): number {
  for (let decimals = 1; decimals < most; decimals += 1) {
    if (numbers.every((number) => Number(number.toFixed(decimals)) === Number(number.toFixed(most)))) return decimals;
  }
  return most;
}

/** The texts of values that stand below one another, and whether they are numbers, to stand on the right. */
export function columnTexts(values: readonly unknown[], other: (value: unknown) => string): [string[], boolean] {
  const numbers = values.filter((value) => typeof value === 'number');
  const texts = numberTexts(numbers);
  let next = 0;
  const cells = values.map((value) => (typeof value === 'number' ? texts[next++]! : other(value)));
  const gaps = values.filter((value) => value === undefined || value === null).length;
  return [cells, numbers.length > 0 && numbers.length + gaps === values.length];
}

/** What there is to know of many numbers of which few are shown. */
export function range(numbers: ArrayLike<number>): string {
  let [min, max, sum, finite, nan] = [Infinity, -Infinity, 0, 0, 0];
  for (let i = 0; i < numbers.length; i += 1) {
    const number = numbers[i]!;
    if (Number.isNaN(number)) nan += 1;
    else if (Number.isFinite(number)) {
      finite += 1;
      sum += number;
      if (number < min) min = number;
      if (number > max) max = number;
    }
  }
  const infinite = numbers.length - finite - nan;
  const short = (number: number) => String(Number(number.toPrecision(4)));
  return [
    ...(finite > 0 ? [`from ${short(min)} to ${short(max)}, mean ${short(sum / finite)}`] : []),
    ...(nan > 0 ? [`${nan} NaN`] : []),
    ...(infinite > 0 ? [`${infinite} infinite`] : []),
  ].join(', ');
}
