/** How numbers and lists are written in a sentence or a cell. */

/** A number in at most four significant digits: `0.3333`, `1,797`, `1.2e-7`. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1e6 || (size > 0 && size < 1e-4))
    return value
      .toExponential(3)
      .replace(/\.?0+e/, 'e')
      .replace('e+', 'e');
  return (size >= 1000 ? Math.round(value) : Number(value.toPrecision(4))).toLocaleString('en-US', {
    maximumFractionDigits: 20,
    useGrouping: size >= 10_000,
  });
}

/** A number with its sign, a real minus: `+1`, `−0.5`, `0`. */
export function signed(value: number): string {
  return (value > 0 ? '+' : '') + number(value).replace('-', '−');
}

/** A count and its noun: `1 point`, `200 points`. */
export function count(many: number, one: string, several = `${one}s`): string {
  return `${number(many)} ${many === 1 ? one : several}`;
}

/** A list in words: `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The first items of a list, and how many more there are. */
export function first(items: string[], most: number): string[] {
  return items.length > most ? [...items.slice(0, most), `${number(items.length - most)} more`] : items;
}

/** The name of the i-th input, counted from 1: `x₁`, `x₁₂`. */
export function input(i: number): string {
  return indexed('x', i);
}

/** A letter and a whole number under it: `w₁`. */
export function indexed(letter: string, i: number): string {
  return letter + [...String(i)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
}
