/** Arrays of plain objects with the same keys: a table. */
import { count, isPlain, type Forms, type Kind } from './forms';
import { gridForms } from './grid';
import { columnTexts } from './numbers';
import { cellText } from './text';

type Row = Record<string, unknown>;

const mostRows = 10;
const mostColumns = 18;

export const rows: Kind<readonly Row[]> = {
  knows(value): value is readonly Row[] {
    if (!Array.isArray(value) || value.length === 0 || !isPlain(value[0])) return false;
    const keys = Object.keys(value[0]);
    if (keys.length === 0 || keys.length > mostColumns) return false;
    for (let i = 0; i < value.length; i += 1) {
      const row: unknown = value[i];
      if (!isPlain(row) || Object.keys(row).length !== keys.length) return false;
      if (!keys.every((key) => Object.hasOwn(row, key))) return false;
    }
    return true;
  },

  forms(value): Forms {
    const names = Object.keys(value[0]!);
    const top = value.slice(0, mostRows);
    const texts = names.map((name) =>
      columnTexts(
        top.map((row) => row[name]),
        cellText,
      ),
    );
    const more = value.length - top.length;
    return gridForms({
      caption: count(value.length, 'row'),
      columns: [{ name: '', right: true }, ...names.map((name, i) => ({ name, right: texts[i]![1] }))],
      rows: top.map((_, row) => [String(row), ...texts.map(([cells]) => cells[row]!)]),
      ...(more > 0 ? { note: `and ${count(more, 'more row')}` } : {}),
    });
  },
};
