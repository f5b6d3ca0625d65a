/** What the checks of lesson 03 show beside their messages, which 03-perceptron.ts tests. */
import { expect, it } from 'vitest';
import { learn, type Learnt } from '../../lib/check/exercises/03-perceptron';
import { verdictOn } from '../../lib/check/verdict';
import { words } from '../../lib/words';
import { answers } from './03-perceptron';
import { attemptIn } from './answers';

it('03.2 says for which examples what was expected and what came', async () => {
  const { code } = answers['03.2']!.wrong.find(({ name }) => name === 'a bias that stays')!;
  const attempt = (await attemptIn('solutions', '03.2', code)) as (...given: unknown[]) => Learnt;
  expect(verdictOn(learn, attempt, words.check.threw).example).toEqual({
    input: '[[0,0],[0,1],[1,0],[1,1]], [0,0,0,1], 1',
    expected: '{ w: [1, 1], b: 0 }',
    came: '{ w: [0, 0], b: 0 }',
  });
});
