/** The tables of data/ as plain rows: read when first asked for, checked, and kept. */
import { damaged, readData } from './files';

/** One value: a number, a word, or null where it is missing. */
export type Cell = number | string | null;

/** A table: the names of its columns, and its rows. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** The tables there are, with how many rows each file must have. */
export const tables = { bikes: 8645, co2: 741, 'first-names': 8422, history: 46, iris: 150, penguins: 344 };

/** The name of a table. */
export type TableName = keyof typeof tables;

/** The tables that have been read. */
const read = new Map<TableName, Table>();

/** The table data/`name`.csv, for `who`, who asks in the error's name. */
export function readTable(who: string, name: TableName): Table {
  const table = read.get(name) ?? parse(who, name, readData(who, `${name}.csv`));
  read.set(name, table);
  return table;
}

/** Reads comma-separated values without quotes, `NA` for what is missing. */
export function parse(who: string, name: TableName, text: string): Table {
  const [columns = [], ...lines] = text
    .trimEnd()
    .split(/\r?\n/) // an editor may have given the file the line ends of another system
    .map((line) => line.split(','));
  if (lines.length !== tables[name] || lines.some(({ length }) => length !== columns.length)) {
    damaged(who, `${name}.csv`, `hold ${tables[name]} lines of ${columns.length} values`);
  }
  const rows = lines.map((line) => line.map(cell));
  const mixed = columns.findIndex((_, i) => new Set(rows.flatMap((row) => (row[i] === null ? [] : typeof row[i]))).size > 1); // prettier-ignore
  if (mixed >= 0) damaged(who, `${name}.csv`, `hold numbers only or words only in column ${columns[mixed]}`);
  return { columns, rows };
}

function cell(text: string): Cell {
  if (text === 'NA' || text === '') return null;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}
