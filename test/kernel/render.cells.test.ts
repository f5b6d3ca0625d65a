/** Results over the real kernel: a tensor, a table, a model and a training show themselves under their cells. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Kernel, outputs } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  await kernel.execute("import { data, figures, tf } from 'neurona';");
});
afterAll(() => kernel.stop());

/** The forms of a cell's result. */
async function result(code: string): Promise<Record<string, unknown>> {
  const shown = outputs(await kernel.execute(code));
  expect(shown.filter(({ type }) => type === 'error')).toEqual([]);
  return shown.find(({ type }) => type === 'execute_result')!.content.data as Record<string, unknown>;
}

it('a tensor is its values, and a picture where it is one; none is left in memory', async () => {
  const forms = await result('const digits = data.digits({ samples: 1 }).xs.reshape([8, 8]); digits');
  expect(forms['text/plain']).toMatch(/^Tensor \[8, 8\] float32\n\[\[/);
  expect(forms['text/html']).toMatch(/<img alt=.*data:image\/png;base64,/);
  const before = await result('tf.memory().numTensors');
  await result('digits');
  expect(await result('tf.memory().numTensors')).toEqual(before);
});

it('a data set names its tensors', async () => {
  expect((await result("data.gate('and')"))['text/plain']).toContain('xs: <Tensor [4, 2] float32>');
});

it('a DataFrame is its first rows, even if a column hides its own properties', async () => {
  await kernel.execute("import * as dfd from 'danfojs-node';");
  const rows = 'Array.from({ length: 12 }, (_, i) => [i * 10, i / 2, i % 2 ? "<b>" : null])';
  const forms = await result(`new dfd.DataFrame(${rows}, { columns: ['index', 'length', 'name'] })`);
  expect(forms['text/plain']).toMatch(
    /^DataFrame, 12 rows × 3 columns\n\n +index +length +name\n +int32 +float32 +string\n/,
  );
  expect(forms['text/plain']).toMatch(/\n9 +90 +4\.5 +<b>\nand 2 more rows$/);
  expect(forms['text/html']).toContain('&lt;b&gt;');
  const series = await result('new dfd.Series([1, 2.5])');
  expect(series['text/plain']).toMatch(/^Series, 2 values\n[\s\S]*\n0 +1\.0\n1 +2\.5$/);
});

it('a model is its layers and what they have to learn', async () => {
  const forms = await result(`const model = tf.sequential({ name: 'net', layers: [
    tf.layers.dense({ units: 3, inputShape: [4], name: 'hidden' }), tf.layers.batchNormalization({ name: 'norm' }),
    tf.layers.dense({ units: 1, name: 'out' })] }); model`);
  expect(forms['text/plain']).toBe(
    [
      'Sequential model net',
      '',
      'Layer   Type                Output shape  Parameters',
      '──────  ──────────────────  ────────────  ──────────',
      'hidden  Dense               [null, 3]             15',
      'norm    BatchNormalization  [null, 3]             12',
      'out     Dense               [null, 1]              4',
      '31 parameters in all, 25 trainable, 6 not',
    ].join('\n'),
  );
  expect(forms['text/html']).toContain('<th scope="row"');
});

it('a training is its epochs', async () => {
  await kernel.execute("model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });");
  const forms = await result('await model.fit(tf.ones([4, 4]), tf.ones([4, 1]), { epochs: 2, verbose: 0 })');
  expect(forms['text/plain']).toMatch(/^Training of 2 epochs\n\nEpoch +loss\n─+ {2}─+\n {4}1 .*\n {4}2 .*$/);
});

it('a figure is drawn, and told by its description', async () => {
  const forms = await result('figures.points(data.xor())');
  expect(forms['application/vnd.plotly.v1+json']).toMatchObject({ data: expect.any(Array) as unknown[] });
  expect(forms['text/plain']).toMatch(/^200 points in 2 classes/);
});

it('a promise says that await is missing', async () => {
  expect((await result('Promise.resolve(1)'))['text/plain']).toContain('write await');
});
