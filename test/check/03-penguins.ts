/** Answers to exercise 03.3, right by another way and wrong, and what each wrong one has to hear. */
import type { Answers } from './answers';

const statistics = `
  const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const statistics = (values: number[]) => {
    const mean = average(values);
    const spread = Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
    return { mean, spread, min: Math.min(...values), max: Math.max(...values) };
  };`;

/** Every number changed by what is known of its column. */
const byColumn = (change: string) => `${statistics}
  const known = rows[0].map((_, j) => statistics(rows.map((row) => row[j])));
  return rows.map((row) => row.map((value, j) => {
    const { mean, spread, min, max } = known[j];
    return ${change};
  }));`;

/** The same for rows, a typical mistake. */
const byRow = (change: string) => `${statistics}
  return rows.map((row) => {
    const { mean, spread, min, max } = statistics(row);
    return row.map((value) => ${change});
  });`;

export const answers: Record<string, Answers> = {
  '03.3': {
    right: [
      { name: 'columns of mean 0 and spread 1', code: byColumn('(value - mean) / spread') },
      { name: 'columns from 0 to 1', code: byColumn('(value - min) / (max - min)') },
      { name: 'columns from 0 to 1, turned round', code: byColumn('(max - value) / (max - min)') },
    ],
    wrong: [
      { name: 'the rows themselves', code: 'return rows;', message: /rows are as they were/ },
      {
        name: 'one factor for all',
        code: 'return rows.map((row) => row.map((value) => value / 1000));',
        message: /by the same factor/,
      },
      { name: 'birds scaled one by one', code: byRow('value / max'), message: /each \*column\*/ },
      { name: 'birds standardised one by one', code: byRow('(value - mean) / spread'), message: /each \*column\*/ },
      {
        name: 'birds divided by their length',
        code: 'return rows.map((row) => row.map((value) => value / Math.hypot(...row)));',
        message: /by numbers of its own row/,
      },
      {
        name: 'the species in place of a measurement',
        code: 'return rows.map((_, i) => [isGentoo[i] * 2 - 1, 0, 0, 0]);',
        message: /^Column 1 is no longer/,
      },
      {
        name: 'two columns left out',
        code: `${byColumn('(value - mean) / spread').replace('return rows', 'const all = rows')}
          return all.map(([bill, depth]) => [bill, depth, 0, 0]);`,
        message: /^Column 3 is no longer/,
      },
      {
        name: 'columns sorted',
        code: `${byColumn('(value - mean) / spread').replace('return rows', 'const all = rows')}
          const sorted = all[0].map((_, j) => all.map((row) => row[j]).sort((a, b) => a - b));
          return all.map((row, i) => row.map((_, j) => sorted[j][i]));`,
        message: /^Column \d is no longer/,
      },
      { name: 'columns centred only', code: byColumn('value - mean'), message: /which is half of it/ },
      { name: 'columns scaled only', code: byColumn('value / max'), message: /on one side of 0/, points: 2 },
      {
        name: 'the variance',
        code: byColumn('(value - mean) / spread ** 2'),
        message: /by the variance/,
        points: 2,
      },
      { name: 'a precedence', code: byColumn('value - mean / spread'), message: /spread of about 1/ },
      { name: 'NaN', code: byColumn('NaN'), message: /not finite/ },
      { name: 'a row less', code: 'return rows.slice(1);', message: /\[274, 4\]; yours have \[273, 4\]/ },
      {
        name: 'no return',
        code: 'rows.map((row) => row.map((value) => value / 1000));',
        message: /has to return the rows/,
      },
      {
        name: 'rows changed in place',
        code: 'for (const row of rows) row[3] /= 1000;\nreturn rows;',
        message: /changes the rows/,
      },
    ],
  },
};
