/** Any value as text: what node prints, no longer than a student reads. */
import { inspect, types } from 'node:util';

const longest = 20_000;
const mostLines = 200;

/** The value as `util.inspect` prints it, cut with a word about it; may throw what the value throws. */
export function inText(value: unknown): string {
  if (types.isPromise(value)) {
    return `${cut(inspect(value, { depth: 0 }))}: a value to come; write await in front of it to get the value`;
  }
  return cut(inspect(value, { depth: 2, maxArrayLength: 100, maxStringLength: longest / 2 }));
}

/** What there is to say of a value that can't be looked at. */
export function inAWord(value: unknown): string {
  return `a value of type ${typeof value} that throws an error when it is looked at`;
}

/** A value in a cell of a table. */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.slice(0, 200);
  return inspect(value, { compact: true, breakLength: Infinity, depth: 1, maxArrayLength: 8, maxStringLength: 60 });
}

function cut(text: string): string {
  const lines = text.split('\n');
  const start = lines.slice(0, mostLines).join('\n').slice(0, longest);
  const left = text.length - start.length;
  return left > 0 ? `${start}\n… ${left.toLocaleString('en')} more characters; console.log shows them` : text;
}
