/** Stop in the midst of a training: it ends, it frees what it used, and the next training is as good as ever. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cell, Kernel, outputs } from '../../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  await kernel.execute(`import { rl, tf } from 'neurona';
    const layers = (activation: 'linear' | 'softmax') =>
      tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 2, activation })] });
    const models = { dqn: layers('linear'), policyGradient: layers('softmax') };
    let told = 0;`);
});
afterAll(() => kernel.stop());

async function value(code: string): Promise<string> {
  const answer = await kernel.execute(code);
  expect(answer.replies[0]!.content).toMatchObject({ status: 'ok' });
  return (outputs(answer).at(-1)!.content.data as Record<string, string>)['text/plain']!;
}

it.each(['dqn', 'policyGradient'])(
  'Stop ends rl.%s, and no tensor of it is left but one just being made',
  async (name) => {
    const train = (episodes: number, onEpisode: string) =>
      `await rl.${name}(rl.cartPole(), { model: models.${name}, batchSize: 8, episodes: ${episodes}, onEpisode: ${onEpisode} });`;
    await kernel.execute(train(10, '() => {}'));
    const before = Number(await value('tf.memory().numTensors'));
    const [id] = await kernel.send(
      cell(train(100_000, '({ episode }) => { told = episode; console.log("started"); }')),
    );
    await kernel.waitFor('stream', id!, 'started');
    await kernel.interrupt();
    expect((await kernel.collect(id!)).replies[0]!.content).toMatchObject({ ename: 'Interrupted' });
    const episodes = await value('told');
    expect(await value('await new Promise((goOn) => setTimeout(goOn, 100)); told')).toBe(episodes);
    expect(Number(await value('tf.memory().numTensors')) - before).toBeLessThanOrEqual(1);
    expect(await value(`(${train(12, 'undefined').replace(';', '')}).rewards.length`)).toBe('12');
  },
);
