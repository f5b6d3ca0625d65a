/** The optimizers, step by step beside PyTorch, NumPy and tfjs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { notFinite } from '../../support/tensors';

type Runs = Record<string, { options: Record<string, number>; path: number[][] }>;
const numbers = reference<{ start: number[]; torch: Runs; numpy: Runs }>('scratch');

const { gd, sgd, momentum, adagrad, rmsprop, adadelta, adam, adamax, nadam } = scratch;
const makers = { gd, sgd, momentum, adagrad, rmsprop, adadelta, adam, adamax, nadam };
type Maker = (options?: Record<string, number>) => scratch.Optimizer;
const all = Object.entries(makers) as [string, Maker][];

/** The gradient of f(x, y) = (1 − x)² / 2 + 2 (y − x²)² + sin(3y) / 10, as in test/reference/scratch.py. */
const gradient = ([x, y]: number[]): number[] => [
  -(1 - x!) - 8 * x! * (y! - x! ** 2),
  4 * (y! - x! ** 2) + 0.3 * Math.cos(3 * y!),
];
const walk = (optimizer: scratch.Optimizer, steps: number): number[][] => {
  const path = [numbers.start];
  while (path.length <= steps) path.push(optimizer.step(path.at(-1)!, gradient(path.at(-1)!)));
  return path.slice(1);
};

describe.each(all)('scratch.%s', (name, make) => {
  it('walks as PyTorch does, 100 steps within 1e-11', () => {
    const { options, path } = numbers.torch[name]!;
    expectNear(walk(make(options), 100), path, 1e-11);
  });

  it('stays where the gradient has always been 0', () => {
    const optimizer = make(['adagrad', 'rmsprop', 'adadelta', 'adam', 'adamax', 'nadam'].includes(name) ? { epsilon: 0 } : {}); // prettier-ignore
    expect(optimizer.step([1, -2], [0, 0])).toEqual([1, -2]);
    expect(optimizer.step([1, -2], [0, 0])).toEqual([1, -2]);
  });

  it('treats each parameter for itself, and goes down', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-3, max: 100, noNaN: true }), { minLength: 2, maxLength: 5 }), (g) => {
        const zeros = g.map(() => 0);
        const together = make().step(zeros, g);
        expectNear(together, g.map((each) => make().step([0], [each])[0]!), 0); // prettier-ignore
        expect(together.every((w) => w < 0)).toBe(true);
      }),
    );
  });

  it('refuses settings out of range, by name', () => {
    for (const bad of [0, -1, ...notFinite]) {
      expect(() => make({ learningRate: bad })).toThrow(
        `scratch.${name}: expected learningRate to be a finite number above 0, got ${bad}`,
      );
    }
  });

  it('refuses lists that differ in length, change their length or hold what is not finite', () => {
    const optimizer = make();
    expect(() => optimizer.step([1, 2], [1])).toThrow(`scratch.${name}: expected gradients to hold 2 numbers, got [1]`);
    for (const bad of notFinite) expect(() => optimizer.step([1], [bad])).toThrow('expected gradients[0] to be a finite number'); // prettier-ignore
    expect(() => make().step([1], [1e200])).toThrow('expected gradients[0] to be at most 1e+150 in size, got 1e+200');
    const used = make();
    used.step([1, 2], [1, 1]);
    expect(() => used.step([1], [1])).toThrow(`scratch.${name}: expected parameters to hold 2 numbers, got [1]`);
  });
});

describe('optimizers with epsilon within the root, or added to u', () => {
  it.each(Object.entries(numbers.numpy))('%s walks as the paper in NumPy does, within 1e-11', (name, run) => {
    expectNear(walk(makers[name as 'adam'](run.options), 100), run.path, 1e-11);
  });
});

describe('optimizers of tfjs', () => {
  const theirs: [string, scratch.Optimizer, tf.Optimizer][] = [
    ['sgd', sgd({ learningRate: 0.05 }), tf.train.sgd(0.05)],
    ['momentum', momentum({ learningRate: 0.02, momentum: 0.8 }), tf.train.momentum(0.02, 0.8)],
    ['adagrad', adagrad({ learningRate: 0.1 }), tf.train.adagrad(0.1)],
    ['rmsprop', rmsprop({ learningRate: 0.01 }), tf.train.rmsprop(0.01)],
    ['adam', adam({ learningRate: 0.05 }), tf.train.adam(0.05)],
    ['adamax', adamax({ learningRate: 0.05 }), tf.train.adamax(0.05)],
  ];
  it.each(theirs)('%s with its defaults walks 30 steps as ours does, within 1e-4', (_, ours, optimizer) => {
    const point = tf.variable(tf.tensor1d(numbers.start));
    const walked = walk(ours, 30).at(-1)!;
    for (let i = 0; i < 30; i++) {
      tf.tidy(() => optimizer.applyGradients({ [point.name]: tf.tensor1d(gradient([...point.dataSync()])) }));
    }
    expectNear([...point.dataSync()], walked, 1e-4);
    point.dispose();
    optimizer.dispose();
  });
});

describe('settings', () => {
  it('of memory are from 0 up to, but not including, 1; epsilon and the rest from 0 up', () => {
    expect(() => momentum({ momentum: 1 })).toThrow('scratch.momentum: expected momentum to be from 0 up to, but not');
    expect(() => adam({ beta2: 1 })).toThrow(
      'scratch.adam: expected beta2 to be from 0 up to, but not including, 1, got 1',
    );
    expect(() => rmsprop({ rho: -0.1 })).toThrow(
      'scratch.rmsprop: expected rho to be a finite number from 0 up, got -0.1',
    );
    expect(() => adagrad({ epsilon: -1 })).toThrow('scratch.adagrad: expected epsilon to be a finite number from 0 up');
    expect(() => nadam({ momentumDecay: NaN })).toThrow('scratch.nadam: expected momentumDecay to be a finite number');
  });

  it('say that gd wants all the examples at once, and the others some', () => {
    expect(all.map(([, make]) => make().batch)).toEqual(['all', ...Array<string>(8).fill('some')]);
    expect(all.map(([, make]) => make().name)).toEqual(Object.keys(makers));
  });
});
