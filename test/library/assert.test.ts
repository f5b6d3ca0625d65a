/** The guards: what they say, since students read it. */
import { describe, expect, it } from 'vitest';
import { bits, fail, finite, numbers, oneOf, positive, whole } from '../../lib/assert';
import { tf } from '../../lib/index';

const who = 'data.spiral';

describe('a guard', () => {
  it('says nothing to good input', () => {
    expect(() => {
      whole(who, { samples: 2 }, 2);
      whole(who, { samples: 10 }, 2, 10);
      finite(who, { noise: 0 }, 0);
      positive(who, { learningRate: 1e-9 });
      oneOf(who, { name: 'and' }, ['and', 'or']);
      numbers(who, { x: [1, -0.5] }, 2);
      numbers(who, { x: [] });
      bits(who, { x: [0, 1] }, 2);
    }).not.toThrow();
  });

  it.each([
    [() => whole(who, { samples: -5 }, 2), 'data.spiral: expected samples to be a whole number from 2 up, got -5'],
    [() => whole(who, { n: 11 }, 1, 10), 'data.spiral: expected n to be a whole number from 1 to 10, got 11'],
    [() => whole(who, { n: 1.5 }, 1), 'data.spiral: expected n to be a whole number from 1 up, got 1.5'],
    [() => whole(who, { n: '3' }, 1), "data.spiral: expected n to be a whole number from 1 up, got '3'"],
    [() => finite(who, { noise: NaN }), 'data.spiral: expected noise to be a finite number, got NaN'],
    [() => finite(who, { noise: -1 }, 0), 'data.spiral: expected noise to be a finite number from 0 up, got -1'],
    [() => positive(who, { rate: 0 }), 'data.spiral: expected rate to be a finite number above 0, got 0'],
    [() => positive(who, { rate: Infinity }), 'data.spiral: expected rate to be a finite number above 0, got Infinity'],
    [
      () => oneOf(who, { name: 'nxor' }, ['and', 'or']),
      "data.spiral: expected name to be one of 'and', 'or', got 'nxor'",
    ],
    [() => numbers(who, { x: 3 }, 2), 'data.spiral: expected x to be an array of 2 finite numbers, got 3'],
    [() => numbers(who, { x: [1] }, 2), 'data.spiral: expected x to hold 2 numbers, got [1]'],
    [() => numbers(who, { x: [1, NaN] }, 2), 'data.spiral: expected x[1] to be a finite number, got NaN'],
    [() => bits(who, { x: [1, 0, 1] }, 2), 'data.spiral: expected x to hold 2 inputs, got [1, 0, 1]'],
    [() => bits(who, { x: [1, 2] }, 2), 'data.spiral: expected x[1] to be 0 or 1, got 2'],
    [() => fail(who, 'a cat', undefined, 'feed it'), 'data.spiral: expected a cat, got undefined; feed it'],
  ])('names the thing, what was expected and what came (%#)', (guard, message) => {
    expect(guard).toThrow(new Error(message));
  });

  it('keeps its message to one short line, however long the value', () => {
    const message = (value: unknown) => {
      try {
        return fail(who, 'less', value);
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message(Array(1000).fill(1))).toBe('data.spiral: expected less, got [1, 1, 1, 1, 1, 1, ... 994 more items]');
    expect(message('x'.repeat(1000)).length).toBeLessThan(120);
    const tensor = tf.zeros([4, 3]);
    expect(message(tensor)).toBe('data.spiral: expected less, got a tensor of shape [4, 3]');
    tensor.dispose();
  });
});
