/** What tables say. */
import { count } from './numbers';

export const table = {
  caption: (rows: number) => count(rows, 'row'),
  more: (rows: number) => `… and ${count(rows, 'more row', 'more rows')}`,
  yes: 'yes',
  no: 'no',
  long: (many: number) => `… (${count(many, 'number')})`,
};
