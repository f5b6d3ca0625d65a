/** What the checks of lesson 04 show beside their messages, which 04-sigmoid-neuron.ts tests. */
import { expect, it } from 'vitest';
import { learn } from '../../lib/check/exercises/04-learning';
import { verdictOn } from '../../lib/check/verdict';
import { words } from '../../lib/words';
import { answers } from './04-sigmoid-neuron';
import { attemptIn } from './answers';

it('04.2 says for which example what was expected and what came', async () => {
  const uphill = answers['04.2']!.wrong.find(({ message }) => message === words.lesson04.exercises.learn.uphill)!;
  const attempt = (await attemptIn('solutions', '04.2', uphill.code)) as Parameters<typeof learn.judge>[0];
  expect(verdictOn(learn, attempt, words.check.threw).example).toEqual({
    input: '[[2]], [1], 1, 0.1',
    expected: '{"w":[0.1],"b":0.05}',
    came: '{"w":[-0.1],"b":-0.05}',
  });
});
