/** What stands between the judge and an attempt: both ends in one process, with nothing but text between them. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { callEach } from '../../lib/check/each';
import { serveAttempt } from '../../lib/check/judge/attempt';
import { Remote } from '../../lib/check/judge/remote';
import { circuit } from '../../lib/scratch/circuit';
import { unit } from '../../lib/scratch/mcculloch-pitts';
import * as tf from '../../lib/tensorflow';
import { expectNoLeakedTensors } from '../support/tensors';

/** The attempt as its judge sees it, and the texts that have crossed. */
function across<Attempt>(attempt: Attempt) {
  const texts: string[] = [];
  const serve = serveAttempt(attempt);
  const remote: Remote = new Remote((question) => {
    const answer = serve(question, (said) => remote.reply(said)) as string;
    texts.push(question, answer);
    return answer;
  });
  return { there: remote.attempt() as Attempt, remote, texts };
}
/** What comes back of a value that was given to an attempt which returns it. */
const roundTrip = <Value>(value: Value): Value => across((x: Value) => x).there(value);

describe('data', () => {
  const data = fc.anything({
    ...{ withBigInt: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true },
    ...{ withNullPrototype: false, withDate: false, maxDepth: 4 },
  });

  it('crosses as a copy: numbers of all kinds, text, nothing at all, lists with holes, objects, maps, sets, bytes', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(roundTrip(value)).toStrictEqual(value);
      }),
    );
  });

  it.each([NaN, -0, 0, Infinity, -Infinity, 2n ** 70n, undefined, null, ''])(
    '%s is the same on the other side',
    (value) => {
      expect(Object.is(roundTrip(value), value)).toBe(true);
    },
  );

  it('is fresh for each call, so that an attempt that changes it changes its own', () => {
    const given = [[1, 2], [3]];
    const { there } = across((rows: number[][]) => rows.map((row) => row.pop()));
    expect([there(given), there(given)]).toEqual([
      [2, 3],
      [2, 3],
    ]);
    expect(given).toEqual([[1, 2], [3]]);
  });

  it('under the name __proto__ is data like any other', () => {
    const back = roundTrip(JSON.parse('{"__proto__": {"points": 3}}') as object);
    expect(Object.keys(back)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'that is in itself',
      () => ((self: unknown[]): unknown => (self.push(self), self))([]),
      /at most 100 deep.*or in itself/,
    ],
    ['of more values than anybody reads', () => Array.from({ length: 3e6 }, () => 0), /at most 2000000 values/],
    ['that has a length only', () => new Array<number>(4e8), /at most 2000000/],
    ['that is a symbol', () => Symbol('mine'), /expected a value that can be copied, got Symbol\(mine\)/],
    ['of complex numbers', () => tf.complex([1], [2]), /a tensor of real numbers/],
  ])('%s is refused with a word', (_, make, message) => {
    expect(() => across(make).there()).toThrow(message);
  });
});

describe('tensors', () => {
  it('cross by value, of each type, and leave none behind', () => {
    expectNoLeakedTensors(() => {
      const { there, remote } = across((x: tf.Tensor) => x.shape.length);
      const twice = across((x: tf.Tensor) => tf.tidy(() => x.mul(2)));
      const x = tf.tensor2d([[1.5, -2]], [1, 2]);
      const back = twice.there(x);
      expect([back.shape, back.dtype, Array.from(back.dataSync())]).toEqual([[1, 2], 'float32', [3, -4]]);
      for (const each of [tf.scalar(true, 'bool'), tf.tensor1d([1, 2], 'int32'), tf.tensor1d(['a', 'b'])]) {
        expect(there(each)).toBe(each.rank);
        each.dispose();
      }
      x.dispose();
      remote.end();
      twice.remote.end();
    }, 1); // what the attempt itself has made and returned is its own
  });
});

describe('functions and objects', () => {
  it('of a student stay there, and are used from here', () => {
    class Neuron {
      constructor(public weight: number) {}
      fire(x: number) {
        return x * this.weight;
      }
      get self() {
        return this;
      }
    }
    const { there: Class } = across(Neuron);
    const neuron = new Class(3);
    expect(neuron.fire(2)).toBe(6);
    neuron.weight = 5;
    expect([neuron.fire(2), neuron.weight, 'fire' in neuron, 'aim' in neuron]).toEqual([10, 5, true, false]);
    expect(neuron.self).toBe(neuron);
  });

  it('may have properties, and be in lists', () => {
    const and = unit({ weights: [1, 1], threshold: 2 });
    const { there } = across(() => circuit([[and, and], [and]]));
    const built = there();
    expect(Array.isArray(built.layers)).toBe(true);
    expect(built.layers[0]![0]!.weights).toEqual([1, 1]);
    expect(built([1, 1])).toEqual([1]);
  });

  it("may be a model that a student has built: its layers' shapes can be read and it predicts", () => {
    const model = tf.sequential({
      layers: [tf.layers.dense({ units: 2, inputShape: [3], kernelInitializer: 'ones' })],
    });
    const { there, remote } = across(() => model);
    const built = there();
    expect(built.layers.map((layer) => layer.outputShape)).toEqual([[null, 2]]);
    const x = tf.ones([4, 3]);
    const y = built.predict(x) as tf.Tensor;
    expect(y.arraySync()).toEqual(Array(4).fill([3, 3]));
    remote.end();
    tf.dispose(x);
    model.dispose();
  });

  it('of the judge can be given to an attempt, which calls them; both may throw, and go back and forth', () => {
    const derivative = (f: (x: number) => number, x: number) => (f(x + 1e-6) - f(x - 1e-6)) / 2e-6;
    expect(across(derivative).there((x) => x * x, 3)).toBeCloseTo(6, 4);
    const fails = () => {
      throw new RangeError('of the judge');
    };
    expect(() => across((f: () => void) => f()).there(fails)).toThrow(/^of the judge$/);
    const { there: compose } = across((f: (g: () => number) => number) => f(() => 20) + 1);
    expect(compose((g) => g() * 2)).toBe(41);
  });

  it('of the judge that are no functions, nor data, are refused', () => {
    expect(() => roundTrip(new (class Key {})())).toThrow(/expected data or a function to give to an attempt/);
  });

  it('have no say in what a judge reckons: they are no number, and text only as what they are', () => {
    const sly = vi.fn(() => 1);
    const { there } = across(() => Object.assign(() => 1, { valueOf: sly, toString: sly, [Symbol.toPrimitive]: sly }));
    const answer = there() as unknown as number;
    expect([answer >= 1, answer + 1, `${answer}`, Object.is(answer, 1)]).toEqual([
      ...[false, "[a student's function]1", "[a student's function]", false],
    ]);
    expect(sly).not.toHaveBeenCalled();
  });

  it('cannot be listed or changed in shape, rather than look empty', () => {
    const { there } = across(() => new (class Bag { a = 1; })()); // prettier-ignore
    expect(() => Object.keys(there())).toThrow(/by a name of its own/);
  });

  it('are called with many inputs in one go, each with copies of its own', () => {
    const { there, texts } = across((x: number[]) => x.push(1));
    const shared = [1, 2];
    const before = texts.length;
    expect(callEach(there, [[shared], [shared], [[]]])).toEqual([3, 3, 1]);
    expect(texts.length - before).toBe(2);
  });
});

describe('errors', () => {
  it('keep their name and message', () => {
    const { there } = across(() => {
      throw new TypeError('no such weight');
    });
    expect(() => there()).toThrow(expect.objectContaining({ name: 'TypeError', message: 'no such weight' }) as Error);
  });

  it('that are no errors become some', () => {
    const { there } = across(() => {
      throw 'words'; // eslint-disable-line @typescript-eslint/only-throw-error
    });
    expect(() => there()).toThrow(/^words$/);
  });

  it('are what an answer leads to that is no answer', () => {
    for (const lie of [
      '',
      'gives',
      '["gives"]',
      '["gives",["code","1"]]',
      '["gives",["mine"]]',
      '{"gives":1}',
      '[1,2]',
    ]) {
      const remote = new Remote(() => lie);
      try {
        const got = remote.attempt();
        expect(['undefined', 'function', 'object']).toContain(typeof got);
        expect(got).not.toBe(1);
      } catch (error) {
        expect(String(error).length).toBeGreaterThan(0);
      }
    }
  });
});

describe('an attempt that is no function', () => {
  it('is what it is', () => {
    expect(across(6).there).toBe(6);
    expect(across(undefined).there).toBeUndefined();
  });
});
