/** DataFrames and Series of danfojs: the first rows as a table, the type of each column below its name. */
import { className, count, has, type Forms, type Kind } from './forms';
import { gridForms } from './grid';
import { columnTexts } from './numbers';
import { gap, shown } from './slice';
import { cellText } from './text';

type Frame = object;

/** What every frame knows of itself. */
interface Facts {
  shape: [rows: number, columns: number];
  columns: (string | number)[];
  dtypes: string[];
  index: (string | number)[];
}

const mostRows = 10;
const mostColumns = 18;

export const frame: Kind<Frame> = {
  knows(value): value is Frame {
    if (!['DataFrame', 'Series'].includes(className(value)) || !has(value, 'iloc')) return false;
    return ['shape', 'columns', 'dtypes', 'index'].every((name) => Array.isArray(fact(value, name)));
  },

  forms(value): Forms {
    const { shape, columns, dtypes, index } = facts(value);
    const top = Math.min(shape[0], mostRows);
    const values = firstRows(value, top);
    const names = shown(columns.length, mostColumns);
    const texts = names.map((column): [string[], boolean] =>
      column === undefined
        ? [values.map(() => gap), false]
        : columnTexts(
            values.map((row) => row[column]),
            cellText,
          ),
    );
    const more = shape[0] - top;
    return gridForms({
      caption: frame.brief!(value),
      columns: [
        { name: '', right: false },
        ...names.map((column, i) => ({
          name: column === undefined ? gap : String(columns[column]),
          detail: column === undefined ? '' : dtypes[column]!,
          right: texts[i]![1],
        })),
      ],
      rows: values.map((_, row) => [String(index[row]), ...texts.map(([cells]) => cells[row]!)]),
      ...(more > 0 ? { note: `and ${count(more, 'more row')}` } : {}),
    });
  },

  brief(value): string {
    const [rows, columns] = facts(value).shape;
    if (className(value) === 'Series') return `Series, ${count(rows, 'value')}`;
    return `DataFrame, ${count(rows, 'row')} × ${count(columns, 'column')}`;
  },
};

/** Asked of the class: a column named `index` or `shape` hides the frame's own. */
function fact(value: object, name: string): unknown {
  return Reflect.get(Object.getPrototypeOf(value) as object, name, value);
}

function facts(value: object): Facts {
  const names = ['shape', 'columns', 'dtypes', 'index'];
  return Object.fromEntries(names.map((name) => [name, fact(value, name)])) as unknown as Facts;
}

/** Its own `head` and `iloc` fail where a column hides what they use. */
function firstRows(value: object, rows: number): unknown[][] {
  const values = (fact(value, 'values') as unknown[]).slice(0, rows);
  return className(value) === 'Series' ? values.map((item) => [item]) : (values as unknown[][]);
}
