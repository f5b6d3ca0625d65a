/** Rows of objects as HTML and as text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tf } from '../../lib/index';
import { table, type TableOptions } from '../../lib/table';

const html = (rows: object[], options?: TableOptions) => table(rows, options)['text/html'] as string;
const text = (rows: object[], options?: TableOptions) => table(rows, options)['text/plain'];
/** The one cell of a table of one. */
const cell = (value: unknown) => text([{ value }]).split('\n').at(-1)!.trim(); // prettier-ignore

describe('table', () => {
  it('is an HTML table with a caption and headers that say they are', () => {
    expect(html([{ name: 'and', sum: 2 }], { title: 'Gates' })).toBe(
      [
        '<table>',
        '<caption style="text-align: left">Gates</caption>',
        '<thead><tr><th scope="col" style="text-align: left">name</th><th scope="col" style="text-align: right">sum</th></tr></thead>',
        '<tbody>',
        '<tr><td style="text-align: left">and</td><td style="text-align: right">2</td></tr>',
        '</tbody>',
        '</table>',
      ].join('\n'),
    );
  });

  it('lines its text up, words to the left and numbers to the right', () => {
    expect(text([{ name: 'and', sum: 2 }, { name: 'majority', sum: -10 }])).toBe(
      ['2 rows', '', 'name      sum', '────────  ───', 'and         2', 'majority  -10'].join('\n'),
    ); // prettier-ignore
  });

  it('writes every kind of cell legibly', () => {
    const cells: [unknown, string][] = [
      [1 / 3, '0.3333'], [-0, '0'], [1797, '1797'], [123456, '123,456'], [1e-7, '1e-7'], [2.5e9, '2.5e9'], [NaN, 'NaN'],
      [0.1 + 0.2, '0.3'], [[1, 0], '1, 0'], [[], ''], [[[1, 0], [0, 1]], '[1, 0], [0, 1]'], [['a', 'b'], 'a, b'],
      [true, 'yes'], [false, 'no'], [null, ''], [undefined, ''], ['two\nlines', 'two lines'], [{ a: 1 }, '{ a: 1 }'],
      [Array<number>(64).fill(1), '1, 1, 1, 1, 1, 1, 1, 1… (64 numbers)'],
    ]; // prettier-ignore
    for (const [value, written] of cells) expect(cell(value)).toBe(written);
    expect(cell(tf.zeros([2, 3]))).toBe('tensor [2, 3]');
  });

  it('escapes what would be HTML, in captions, headers and cells', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        const made = html([{ [`<b>${name}`]: `<script>${value}` }], { title: `<i>&"'` });
        const tags = made.match(/<[^>]*>/g)!.map((tag) => tag.replace(/[ >].*/s, ''));
        const ours = ['<table', '<caption', '</caption', '<thead', '<tr', '<th', '</th', '</tr', '</thead', '<tbody'];
        expect(tags).toEqual([...ours, '<tr', '<td', '</td', '</tr', '</tbody', '</table']);
      }),
    );
  });

  it('takes the columns asked for, in that order, and leaves gaps where a row has none', () => {
    const rows = [{ a: 1, b: 2 }, { a: 3, c: 4 }]; // prettier-ignore
    expect(text(rows).split('\n').slice(2)).toEqual(['a  b  c', '─  ─  ─', '1  2', '3     4']);
    expect(
      text(rows, { columns: ['c', 'a'] })
        .split('\n')
        .slice(2),
    ).toEqual(['c  a', '─  ─', '   1', '4  3']);
    expect(() => table(rows, { columns: ['d'] })).toThrow("show.table: expected columns among a, b and c, got 'd'");
    expect(() => table(rows, { columns: [] })).toThrow('show.table: expected at least one column');
  });

  it('shows the first 100 rows, or as many as asked for, and counts the others', () => {
    const rows = Array.from({ length: 150 }, (_, n) => ({ n }));
    expect(text(rows).split('\n')).toHaveLength(4 + 100 + 1);
    expect(text(rows).split('\n').at(-1)).toBe('… and 50 more rows');
    expect(html(rows, { limit: 2 })).toContain('… and 148 more rows</td>');
    expect(text(rows, { limit: 149 })).toContain('… and 1 more row');
    expect(text(rows, { limit: 150 })).not.toContain('more');
  });

  it('says the same in text as in HTML', () => {
    const words = (made: string) => made.replace(/<[^>]*>|[─\s]+/g, ' ').split(' ').filter((word) => word); // prettier-ignore
    const rows = [{ x: [1, 0], sum: 0.5, fires: true }];
    expect(words(html(rows))).toEqual(words(text(rows)));
  });

  it('refuses what is no array of objects', () => {
    const make =
      (rows: unknown, options = {}) =>
      () =>
        table(rows as object[], options);
    expect(make([])).toThrow('show.table: expected an array of rows, at least one, got []');
    expect(make({ a: 1 })).toThrow('show.table: expected an array of rows');
    expect(make([1])).toThrow('show.table: expected row 0 to be an object such as { x: 1, y: 2 }, got 1');
    expect(make([{ a: 1 }, [2]])).toThrow('show.table: expected row 1 to be an object');
    expect(make([null])).toThrow('got null');
    expect(make([{}])).toThrow('show.table: expected at least one column');
    expect(make([{ a: 1 }], { limit: 0 })).toThrow('show.table: expected limit to be a whole number from 1');
  });
});
