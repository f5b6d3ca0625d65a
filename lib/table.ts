/** Rows of plain objects as a table, in HTML and in aligned text that says the same. */
import { inspect } from 'node:util';
import { fail, whole } from './assert';
import { isTensor } from './data/examples';
import type { MimeBundle } from './display';
import { escapeHtml } from './html';
import { words } from './words';

/** Options of {@link table}. */
export interface TableOptions {
  /** The caption. Default how many rows there are. */
  title?: string;
  /** Which columns, in this order. Default all, in the order in which they first come. */
  columns?: string[];
  /** How many rows to show; a last line counts the others. Default 100. */
  limit?: number;
}

/** A cell's text, and whether it is a number, to stand on the right. */
interface Cell {
  text: string;
  numeric: boolean;
}

/** Longer arrays are cut. */
const mostNumbers = 16;

/** The rows as an HTML table and its plain-text twin; see `show.table`. */
export function table(rows: readonly object[], { title, columns, limit = 100 }: TableOptions = {}): MimeBundle {
  const who = 'show.table';
  if (!Array.isArray(rows) || rows.length === 0) fail(who, 'an array of rows, at least one', rows);
  const bad = rows.findIndex((row: unknown) => typeof row !== 'object' || row === null || Array.isArray(row));
  if (bad >= 0) fail(who, `row ${bad} to be an object such as { x: 1, y: 2 }`, rows[bad]);
  whole(who, { limit }, 1, 10_000);
  const known = [...new Set(rows.flatMap((row: object) => Object.keys(row)))];
  const unknown = columns?.find((name) => !known.includes(name));
  if (unknown !== undefined) fail(who, `columns among ${words.list(known)}`, unknown);
  const names = columns ?? known;
  if (names.length === 0) fail(who, 'at least one column', columns ?? rows[0]);

  const cells = rows.slice(0, limit).map((row) => names.map((name) => cell((row as Record<string, unknown>)[name])));
  const caption = title ?? words.table.caption(rows.length);
  const more = rows.length > limit ? words.table.more(rows.length - limit) : undefined;
  return {
    'text/html': html(caption, names, cells, more),
    'text/plain': plain(caption, names, cells, more),
  };
}

function cell(value: unknown): Cell {
  return { text: format(value).replace(/\s*\n\s*/g, ' '), numeric: typeof value === 'number' || isList(value) };
}

function format(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return words.number(value);
  if (typeof value === 'boolean') return value ? words.table.yes : words.table.no;
  if (isTensor(value)) return `tensor [${value.shape.join(', ')}]`;
  if (isList(value)) {
    const shown = value.length > mostNumbers ? value.slice(0, mostNumbers / 2) : value;
    return shown.map(format).join(', ') + (shown === value ? '' : words.table.long(value.length));
  }
  if (Array.isArray(value))
    return value.map((item) => (Array.isArray(item) ? `[${format(item)}]` : format(item))).join(', ');
  return typeof value === 'string' ? value : inspect(value, { compact: true, breakLength: Infinity, depth: 1 });
}

function isList(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'number');
}

function html(caption: string, names: readonly string[], rows: readonly Cell[][], more?: string): string {
  const align = (numeric: boolean) => ` style="text-align: ${numeric ? 'right' : 'left'}"`;
  const head = names.map((name, i) => `<th scope="col"${align(isNumeric(rows, i))}>${escapeHtml(name)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr>${row.map(({ text }, i) => `<td${align(isNumeric(rows, i))}>${escapeHtml(text)}</td>`).join('')}</tr>`,
  );
  return [
    '<table>',
    `<caption style="text-align: left">${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>`,
    ...body,
    '</tbody>',
    ...(more ? [`<tfoot><tr><td colspan="${names.length}"${align(false)}>${escapeHtml(more)}</td></tr></tfoot>`] : []),
    '</table>',
  ].join('\n');
}

function plain(caption: string, names: readonly string[], rows: readonly Cell[][], more?: string): string {
  const widths = names.map((name, i) => Math.max(...[name, ...rows.map((row) => row[i]!.text)].map(width)));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, i) => {
        const space = ' '.repeat(widths[i]! - width(text));
        return isNumeric(rows, i) ? space + text : text + space;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((size) => '─'.repeat(size)).join('  ');
  const body = rows.map((row) => line(row.map(({ text }) => text)));
  return [caption, '', line(names), rule, ...body, ...(more ? [more] : [])].join('\n');
}

/** How many characters a text takes in a line. */
function width(text: string): number {
  return [...text].length;
}

/** A column of numbers, gaps apart. */
function isNumeric(rows: readonly Cell[][], column: number): boolean {
  return rows.every((row) => row[column]!.numeric || row[column]!.text === '');
}
