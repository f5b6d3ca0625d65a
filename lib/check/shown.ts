/** Values on a card: as a student would type them, and no longer than the eye takes in. */
import { isTensor } from '../data/examples';

const mostItems = 8;
const mostCharacters = 160;

/** A value in a line; `digits` significant ones of each number, and of long lists the beginning, the end and the length. */
export function shown(value: unknown, digits = 4): string {
  const text = isTensor(value) ? tensor(value, digits) : item(value, digits);
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 2)} …` : text;
}

/** Two values that differ, in as few digits as show that they do. */
export function shownApart(one: unknown, other: unknown): [string, string] {
  for (const digits of [4, 6, 9, 17]) {
    const texts: [string, string] = [shown(one, digits), shown(other, digits)];
    if (texts[0] !== texts[1]) return texts;
  }
  return [shown(one), shown(other)];
}

/** A shape, as TensorFlow writes it; one number has none. */
export function shownShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

function tensor(value: { isDisposed: boolean; shape: number[]; arraySync(): unknown }, digits: number): string {
  const kind = `tensor ${shownShape(value.shape)}`;
  return value.isDisposed ? `${kind}, disposed` : `${kind} ${item(value.arraySync(), digits)}`;
}

function item(value: unknown, digits: number): string {
  if (typeof value === 'number') return digits >= 17 ? String(value) : String(Number(value.toPrecision(digits)));
  if (typeof value === 'string') return `'${value}'`;
  if (isTensor(value)) return tensor(value, digits);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return item(Array.from(value as unknown as ArrayLike<number>), digits);
  }
  if (Array.isArray(value)) return list(value, digits);
  if (typeof value === 'function') return value.name || 'a function';
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).slice(0, mostItems);
    return parts.length > 0 ? `{ ${parts.map(([key, part]) => `${key}: ${item(part, digits)}`).join(', ')} }` : '{}';
  }
  return String(value);
}

function list(items: readonly unknown[], digits: number): string {
  if (items.length <= mostItems) return `[${items.map((each) => item(each, digits)).join(', ')}]`;
  const start = items.slice(0, 3).map((each) => item(each, digits));
  return `[${start.join(', ')}, …, ${item(items.at(-1), digits)}] (${items.length})`;
}
