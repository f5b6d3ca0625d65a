/** The live picture of a training: one output, redrawn at most four times a second, that ends as a figure. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { data, tf, train } from '../../../lib/index';
import type { MimeBundle } from '../../../lib/display';
import { Kernel, outputs, type Said } from '../../support/kernel';

const plotly = 'application/vnd.plotly.v1+json';
const hook = Symbol.for('neurona.kernel');
const dataset = data.moons({ samples: 64, seed: 1 });

/** What was displayed, where, and at which time of a clock that goes on by `tick` ms each time it is looked at. */
let shown: { bundle: MimeBundle; id?: string; update?: boolean; at: number }[] = [];
let clock = 0;
let tick = 10;

beforeEach(() => {
  shown = [];
  tick = 10;
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += tick));
  (globalThis as Record<symbol, unknown>)[hook] = {
    display: (bundle: MimeBundle, id?: string, update?: boolean) => shown.push({ bundle, id, update, at: clock }),
  };
});
afterEach(() => {
  vi.restoreAllMocks();
  delete (globalThis as Record<symbol, unknown>)[hook];
});

function model(): tf.Sequential {
  const made = tf.sequential({
    layers: [tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2], kernelInitializer: 'zeros' })],
  });
  made.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  return made;
}
interface PlotlyJson {
  data: { name: string; x: number[]; y: (number | null)[] }[];
  layout: { title: { subtitle: { text: string } }; xaxis: { range: number[] } };
}
const figureOf = ({ bundle }: (typeof shown)[number]) => bundle[plotly] as PlotlyJson;

describe('a live training', () => {
  it('is one output that changes, and is a figure at the end', async () => {
    await train.fit(model(), dataset, { epochs: 30, batchSize: 8, validationSplit: 0.25 });
    expect(shown.length).toBeGreaterThan(5);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(1);
    expect(shown.map(({ update }) => update)).toEqual([false, ...shown.slice(1).map(() => true)]);
    expect(shown.map(({ bundle }) => plotly in bundle)).toEqual([...shown.slice(1).map(() => false), true]);
    const last = figureOf(shown.at(-1)!);
    expect(last.data.map(({ name, x }) => [name, x.length])).toEqual(
      expect.arrayContaining([['loss', 30], ['val_loss', 30], ['acc', 30], ['val_acc', 30]]), // prettier-ignore
    );
    expect(last.layout.title.subtitle.text).toMatch(/^30 epochs in [\d.]+ s<br>loss [\d.]+, val_loss [\d.]+, acc/);
    expect(shown.at(-1)!.bundle['text/plain']).toMatch(/^30 epochs in .*loss: from [\d.]+ to [\d.]+ in 30 epochs/s);
  });

  it('is redrawn no more than four times a second', async () => {
    await train.fit(model(), dataset, { epochs: 20, batchSize: 4 });
    const times = shown.slice(0, -1).map(({ at }) => at); // the end comes when it comes
    times.slice(1).forEach((time, i) => expect(time - times[i]!).toBeGreaterThanOrEqual(250));
  });

  it('says how far it is and how much time is left', async () => {
    tick = 300; // so that every batch is drawn
    await train.fit(model(), dataset, { epochs: 2, batchSize: 32 });
    const lines = shown.map(({ bundle }) => bundle['text/plain']);
    expect(lines[0]).toBe('Epoch 1 of 2, batch 0 of 2');
    expect(lines[1]).toMatch(/^Epoch 1 of 2, batch 1 of 2, [\d.]+ s left\. loss 0\.\d+$/);
    const left = lines.map((line) => Number(/([\d.]+) s left/.exec(line)?.[1] ?? NaN));
    expect(left.slice(2, -1).at(-1)).toBe(0); // after the last batch
  });

  it('shows curves, names and words in its sketch, safe in HTML', async () => {
    tick = 300;
    await train.fit(model(), dataset, { epochs: 3, batchSize: 32, validationSplit: 0.5 });
    const html = String(shown.at(-2)!.bundle['text/html']);
    expect(html).toMatch(/^<svg [^>]*role="img" aria-label="Epoch 3 of 3/);
    for (const name of ['loss between epochs', 'loss', 'val_loss', 'acc', 'val_acc', 'epoch'])
      expect(html).toContain(`>${name}</text>`);
    const paths = [...html.matchAll(/<path d="(M[^"]*L[^"]*)"/g)].map(([, d]) => d!.match(/[ML]/g)!.length);
    expect(paths).toEqual([3, 3, 3, 3, 3]); // of what was between the epochs, and of four curves
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('tells of a loss that is not a number, and draws on', async () => {
    const broken = model();
    broken.setWeights([tf.tensor2d([[NaN], [1]]), tf.tensor1d([0])]);
    tick = 300;
    await train.fit(broken, dataset, { epochs: 2 });
    expect(shown.at(-1)!.bundle['text/plain']).toContain('not a finite number from epoch 1 on');
    expect(shown.map(({ bundle }) => (bundle['text/html'] ?? '') as string).join('')).not.toMatch(
      / (d|x|y|cx|cy)="[^"]*NaN/,
    );
  });

  it('says that it was stopped, and leaves out the part of an epoch', async () => {
    const stopped = model();
    let batches = 0;
    const callbacks = { onBatchEnd: () => void (++batches === 6 && (stopped.stopTraining = true)) };
    await train.fit(stopped, dataset, { epochs: 10, batchSize: 16, callbacks });
    expect(shown.at(-1)!.bundle['text/plain']).toMatch(/^Stopped: 1 of 10 epochs in/);
    expect(figureOf(shown.at(-1)!).data.find(({ name }) => name === 'loss')!.x).toEqual([1]);
  });

  it('says that it ended early, which epoch was best, and that its weights are back', async () => {
    const still = model();
    still.compile({ optimizer: tf.train.sgd(0), loss: 'binaryCrossentropy' });
    await train.fit(still, dataset, { epochs: 9, earlyStopping: { patience: 2, minDelta: 0.1 } });
    expect(shown.at(-1)!.bundle['text/plain']).toMatch(
      /^Ended early: 3 of 9 epochs in [^,]*, loss was best in epoch 1, whose weights the model has again\./,
    );
  });

  it('says that an error broke it off, and throws it', async () => {
    const callbacks = { onBatchEnd: () => { throw new Error('mine'); } }; // prettier-ignore
    await expect(train.fit(model(), dataset, { callbacks })).rejects.toThrow('mine');
    expect(shown.at(-1)!.bundle['text/plain']).toMatch(/^Broken off by an error: 0 of 10 epochs/);
  });

  it('shows nothing where it is told to', async () => {
    await train.fit(model(), dataset, { epochs: 1, live: false });
    expect(shown).toEqual([]);
  });

  it('in a script prints its last words alone', async () => {
    delete (globalThis as Record<symbol, unknown>)[hook];
    const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
    tick = 300;
    await train.fit(model(), dataset, { epochs: 2 });
    expect(log.mock.calls).toEqual([[expect.stringMatching(/^2 epochs in/)]]);
  });
});

describe('in a cell', () => {
  it('the kernel shows one output and changes it, in the words of the protocol', async () => {
    const kernel = await Kernel.start();
    const answer = await kernel.execute(`
      import { data, tf, train } from 'neurona';
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
      model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
      await train.fit(model, data.xor(), { epochs: 2 });`);
    const [first, ...rest] = outputs(answer);
    const idOf = ({ content }: Said) => (content.transient as { display_id?: string }).display_id;
    expect(first!.type).toBe('display_data');
    expect(idOf(first!)).toMatch(/^[\da-f-]{36}$/);
    const updates = rest.filter(({ type }) => type === 'update_display_data');
    expect(updates.length).toBeGreaterThan(0);
    expect(new Set(updates.map(idOf))).toEqual(new Set([idOf(first!)]));
    expect(Object.keys(updates.at(-1)!.content.data as object)).toContain(plotly);
    await kernel.stop();
  });
});
