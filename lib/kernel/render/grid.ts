/** A table in HTML and in aligned text that says the same; JupyterLab's colours where there are any, else the page's. */
import { escapeHtml } from '../../html';
import type { Forms } from './forms';

export interface Column {
  name: string;
  /** Below the name: what the column holds. */
  detail?: string;
  /** Whether it stands on the right, as numbers do. */
  right: boolean;
}

export interface Grid {
  caption: string;
  columns: readonly Column[];
  /** The texts of each row, one for each column; the first one names the row. */
  rows: readonly (readonly string[])[];
  /** A last line. */
  note?: string;
}

const ink = 'var(--jp-content-font-color1, inherit)';
/** A caption wider than its table runs on beside it, and doesn't stretch the columns. */
const title = 'text-align: left; white-space: nowrap; contain: inline-size; color: inherit';
const faint = 'color: var(--jp-ui-font-color2, inherit); font-weight: normal';
const line = '1px solid var(--jp-border-color1, #80808080)';

/** The table in its two forms. */
export function gridForms(grid: Grid): Forms & { 'text/html': string } {
  const rows = grid.rows.map((row) => row.map(oneLine));
  const tidy = { ...grid, columns: grid.columns.map((column) => ({ ...column, name: oneLine(column.name) })), rows };
  return { 'text/html': gridHtml(tidy), 'text/plain': gridText(tidy) };
}

/** The table in HTML: no script, no style sheet, so that it looks the same in a notebook that is not trusted. */
export function gridHtml({ caption, columns, rows, note }: Grid): string {
  const align = (i: number) => `text-align: ${columns[i]!.right ? 'right' : 'left'}`;
  const head = columns.map(({ name, detail }, i) => {
    const below = detail ? `<br><span style="${faint}">${escapeHtml(detail)}</span>` : '';
    return `<th scope="col" style="${align(i)}; border-bottom: ${line}">${escapeHtml(name)}${below}</th>`;
  });
  const rowName = columns[0]!.name === '' ? faint : 'font-weight: normal';
  const body = rows.map((row) => {
    const cells = row.map((text, i) =>
      i === 0
        ? `<th scope="row" style="${align(i)}; ${rowName}">${escapeHtml(text)}</th>`
        : `<td style="${align(i)}; white-space: pre">${escapeHtml(text)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    `<table style="border-collapse: collapse; font-variant-numeric: tabular-nums; color: ${ink}">`,
    `<caption style="${title}">${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...body,
    '</tbody>',
    ...(note
      ? [
          `<tfoot><tr><td colspan="${columns.length}" style="text-align: left; ${faint}">${escapeHtml(note)}</td></tr></tfoot>`,
        ]
      : []),
    '</table>',
  ].join('\n');
}

/** The table in text, its columns aligned. */
export function gridText({ caption, columns, rows, note }: Grid): string {
  const heads = [columns.map(({ name }) => name)];
  if (columns.some(({ detail }) => detail)) heads.push(columns.map(({ detail }) => detail ?? ''));
  const widths = columns.map((_, i) => [...heads, ...rows].reduce((max, row) => Math.max(max, width(row[i]!)), 0));
  const write = (texts: readonly string[]) =>
    texts
      .map((text, i) => {
        const space = ' '.repeat(widths[i]! - width(text));
        return columns[i]!.right ? space + text : text + space;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((size) => '─'.repeat(size)).join('  ');
  return [caption, '', ...heads.map(write), rule, ...rows.map(write), ...(note ? [note] : [])].join('\n');
}

/** Longer cells are cut. */
const longest = 60;

function oneLine(text: string): string {
  const letters = [...text.replace(/\s*[\r\n]+\s*/g, ' ')];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}

/** How many characters a text takes in a line. */
function width(text: string): number {
  return [...text].length;
}
