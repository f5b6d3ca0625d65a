/** Answers to exercise 05.3, right by another way and wrong, and what each wrong one has to hear. */
import type { Answers } from './answers';

/** The first biases of two cuts: at a length and at a depth of the bill. */
const cuts = (length: number, depth: number) => `[${-4 * length}, ${-4 * depth}]`;

/** A network of two cuts, and what the last unit makes of them. */
const network = ({ W1 = '[[4, 0], [0, 4]]', b1 = cuts(43, 16.5), W2 = '[[10, 10]]', b2 = '[-15]' }) =>
  `return { W1: ${W1}, b1: ${b1}, W2: ${W2}, b2: ${b2} };`;

export const answers: Record<string, Answers> = {
  '05.3': {
    right: [
      {
        name: 'two cuts and an AND',
        code: network({}),
        message: /90 % of the Chinstraps.*5 % of the Adelies and 6 % of the Gentoos.*92 %.*84 %/,
      },
      { name: 'the AND of lesson 02 with room left', code: network({ W2: '[[1, 1]]', b2: '[-1.5]' }) },
      {
        name: 'another architecture: the two cuts turned round, and a third unit that nobody hears',
        code: network({ W1: '[[-4, 0], [0, -4], [1, 1]]', b1: '[172, 66, 0]', W2: '[[-10, -10, 0]]', b2: '[5]' }),
      },
    ],
    wrong: [
      {
        name: 'a cut on the length too high',
        code: network({ b1: cuts(49, 16.5) }),
        message: /misses Chinstraps/,
        points: 1,
      },
      {
        name: 'a cut on the depth too low',
        code: network({ b1: cuts(43, 14) }),
        message: /takes Gentoos in/,
        points: 1,
      },
      { name: 'nothing returned', code: network({}).replace('return', 'void'), message: /has to return four things/ },
      { name: 'a list that is no matrix', code: network({ W2: '[10, 10]' }), message: /are lists of rows/ },
      { name: 'nested biases', code: network({ b1: '[[-172], [-66]]' }), message: /b1` and `b2` are plain lists/ },
      {
        name: 'W1 on the wrong side',
        code: network({ W1: '[[4, 0, 1], [0, 4, 1]]', b1: '[1, 2, 3]', W2: '[[1, 1, 1]]', b2: '[0]' }),
        message: /W1 lies on the wrong/,
      },
      { name: 'W2 on the wrong side', code: network({ W2: '[[10], [10]]' }), message: /W2 lies on the wrong/ },
      {
        name: 'shapes that do not fit',
        code: network({ b2: '[1, 2]' }),
        message: /should be W1 \(2, 2\), b1 \(2\), W2 \(1, 2\), b2 \(1\); yours.*b2 \(2\)/,
      },
      { name: 'NaN', code: network({ b2: '[NaN]' }), message: /is not a number/ },
      {
        name: 'biases far too small',
        code: network({ b1: '[-1, -1]' }),
        message: /Hidden unit 1 says yes to every bird/,
      },
      {
        name: 'biases of the wrong sign',
        code: network({ W1: '[[10, 0], [0, 10]]', b1: '[430, 165]' }),
        message: /Hidden unit 1 says yes to every bird/,
      },
      {
        name: 'one bias that is not scaled',
        code: network({ W1: '[[10, 0], [0, 10]]', b1: '[-430, -16.5]' }),
        message: /Hidden unit 2 says yes to every bird/,
        points: 1,
      },
      {
        name: 'the inputs swapped',
        code: network({ W1: '[[0, 4], [4, 0]]' }),
        message: /Hidden unit 1 says no to every bird/,
      },
      {
        name: 'cuts that leave nothing between them',
        code: network({ W1: '[[4, 0], [-4, 0]]', b1: '[-200, 160]' }),
        message: /never says yes/,
      },
      { name: 'a last bias that swallows two yeses', code: network({ b2: '[-50]' }), message: /leave room/ },
      {
        name: 'the AND of lesson 02',
        code: network({ W2: '[[1, 1]]', b2: '[-2]' }),
        message: /leave room/,
      },
      {
        name: 'the last signs turned',
        code: network({ W2: '[[-10, -10]]', b2: '[15]' }),
        message: /says the opposite/,
      },
      { name: 'a positive last bias', code: network({ b2: '[5]' }), message: /says yes to every bird/ },
      {
        name: 'one hidden unit',
        code: network({ W1: '[[4, 0]]', b1: '[-172]', W2: '[[10]]', b2: '[-5]' }),
        message: /One hidden unit is one straight cut/,
        points: 1,
      },
      { name: 'an OR', code: network({ b2: '[-5]' }), message: /that is an OR/ },
      {
        name: 'an OR by a hair, since one yes makes a sum of 0',
        code: network({ W1: '[[1, 0], [0, 1]]', b1: '[-42, -17]', W2: '[[1, 1]]', b2: '[-1]' }),
        message: /that is an OR/,
        points: 1,
      },
    ],
  },
};
