/** Weights drawn with the keyboard. */
import { describe, expect, it } from 'vitest';
import { drawn } from '../../../lib/scratch/drawn';

describe('drawn(drawing)', () => {
  it('gives 1 for +, -1 for - and 0 for ., row by row, whatever the spaces', () => {
    expect(drawn('+-.\n.+-')).toEqual([1, -1, 0, 0, 1, -1]);
    expect(drawn('\n   + - .\n\n   . + -\n')).toEqual([1, -1, 0, 0, 1, -1]);
  });

  it('takes a minus that was copied from a text for the one of the keyboard', () => {
    expect(drawn('+−')).toEqual([1, -1]);
  });

  it('names the row that is too short and the sign that it does not know', () => {
    expect(() => drawn('++\n+')).toThrow('scratch.drawn: expected row 2 to have 2 signs, as row 1 has, got 1');
    expect(() => drawn('+*')).toThrow("scratch.drawn: expected row 1 to be of the signs + - and ., got '*'");
    expect(() => drawn('')).toThrow(/scratch\.drawn/);
    expect(() => drawn(5 as unknown as string)).toThrow('a drawing in backticks');
  });
});
