/** What models say of themselves. */
import { count } from './numbers';

export const models = {
  som: (rows: number, columns: number, inputs: number) =>
    `Self-organising map of ${rows} × ${columns} units, each with ${count(inputs, 'weight')}`,
};
