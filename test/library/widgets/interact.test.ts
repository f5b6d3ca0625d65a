/** Controls and what is drawn for them, in an output area: drawn anew at each change, never twice at a time. */
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { widgets } from '../../../lib/index';
import { display } from '../../../lib/display';
import { FrontEnd } from './front-end';

let page: FrontEnd;
beforeEach(() => void (page = new FrontEnd().start()));
afterEach(() => page.stop());

const turn = () => new Promise((resolve) => setImmediate(resolve));
const area = () => page.find({ _model_name: 'OutputModel' });
/** What stands in the newest output area. */
const shown = () =>
  (page.state(area()).outputs as Record<string, unknown>[]).map(
    ({ text, data, ename, evalue }) =>
      text ?? (data as Record<string, unknown>)?.['text/plain'] ?? `${String(ename)}: ${String(evalue)}`,
  );

describe('interact', () => {
  it('shows controls for what stands for them, and hands their values to what draws', () => {
    const drawn: object[] = [];
    const w = widgets.slider({ min: -3, max: 3 });
    widgets.interact({ w, kind: ['a', 'b'], on: true, n: [0, 10], step: [0, 2, 0.5], word: 'x', k: 2 }, (values) => {
      expectTypeOf(values).toEqualTypeOf<{
        w: number;
        kind: 'a' | 'b';
        on: boolean;
        n: number;
        step: number;
        word: string;
        k: number;
      }>();
      drawn.push(values);
    });
    expect(drawn).toEqual([{ w: 0, kind: 'a', on: true, n: 5, step: 1, word: 'x', k: 2 }]);
    expect(page.displayed).toHaveLength(1);
    const box = page.state(page.find({ _model_name: 'VBoxModel' }));
    expect(box.children).toHaveLength(8);
    expect(page.state(page.find({ description: 'k' }))).toMatchObject({ min: -2, max: 6 });
  });

  it('shows what is printed, displayed and returned, and puts it all in the place of what stood there', async () => {
    const n = widgets.slider();
    widgets.interact({ n }, ({ n }) => {
      page.print(`n is ${n}\n`);
      display({ 'text/plain': 'a figure' });
      return n * 2;
    });
    expect(shown()).toEqual(['n is 50\n', 'a figure', '100']);
    expect(page.displayed[0]!['text/html']).toContain('a figure');
    await page.set(page.find({ _model_name: 'IntSliderModel' }), { value: 3 });
    expect(shown()).toEqual(['n is 3\n', 'a figure', '6']);
  });

  it('empties the area where nothing is drawn', () => {
    const on = widgets.checkbox({ value: true });
    widgets.interact({ on }, ({ on }) => (on ? 'something' : undefined));
    expect(shown()).toEqual(['something']);
    on.value = false;
    expect(shown()).toEqual([]);
  });

  it('keeps only the newest values while a slow drawing runs, and draws once more with them', async () => {
    const n = widgets.slider();
    const drawn: number[] = [];
    let release: () => void = () => undefined;
    const first = widgets.interact({ n }, async ({ n }) => {
      drawn.push(n);
      await new Promise<void>((resolve) => (release = resolve));
      page.print(`done ${n}`);
    });
    expectTypeOf(first).toEqualTypeOf<Promise<void>>();
    for (const value of [1, 2, 3]) n.value = value;
    release();
    await first;
    await turn();
    expect(drawn).toEqual([50, 3]);
    release();
    await turn();
    expect(shown()).toEqual(['done 3']);
  });

  it('throws what the first drawing throws, and draws at the next change', async () => {
    const n = widgets.slider();
    const draw = ({ n }: { n: number }) => {
      if (n > 9) throw new Error('too much');
      return n;
    };
    expect(() => widgets.interact({ n }, draw)).toThrow('too much');
    n.value = 9;
    expect(shown()).toEqual(['9']);
    n.value = 10;
    expect(shown()).toEqual(['Error: too much']);
    n.value = 8;
    expect(shown()).toEqual(['8']);
    await expect(widgets.interact({ n: 10 }, async (values) => draw(await Promise.resolve(values)))).rejects.toThrow(
      'too much',
    );
  });

  it.each<[string, () => unknown]>([
    ['expected at least one control, got {}', () => widgets.interact({}, () => 1)],
    ['expected a function that draws, got 5', () => widgets.interact({ n: 1 }, 5 as never)],
    ['expected n to be a widget with a value', () => widgets.interact({ n: {} as never }, () => 1)],
  ])('says %s', (message, call) => {
    expect(call).toThrow(`widgets.interact: ${message}`);
  });
});

describe('an output area', () => {
  it('takes what code prints, also after it has awaited, in one change a turn', async () => {
    const output = widgets.output();
    output.show();
    const captured = output.capture(async () => {
      page.print('a');
      page.print('b');
      await turn();
      page.print('c');
      return 5;
    });
    expect(await captured).toBe(5);
    await turn();
    expect(shown()).toEqual(['abc']);
    expect(page.updates(area()).length).toBeLessThanOrEqual(2);
  });

  it('is emptied by code, or by what it captures', async () => {
    const output = widgets.output();
    output.show();
    output.append('x');
    output.clear();
    await turn();
    expect(shown()).toEqual([]);
    output.capture(() => {
      page.print('old');
      page.clear();
      page.print('new');
    });
    await turn();
    expect(shown()).toEqual(['new']);
    output.clear({ wait: true });
    await turn();
    expect(shown()).toEqual(['new']);
    output.append('newer');
    await turn();
    expect(shown()).toEqual(['newer']);
  });
});

describe('without a front end', () => {
  beforeEach(() => page.stop());

  it('a widget is a picture with a sentence, can be set, and tells its changes', () => {
    const slider = widgets.slider({ description: 'w' });
    const told: unknown[] = [];
    slider.onChange((change) => told.push(change));
    slider.value = 3;
    expect(told).toEqual([{ value: 3, previous: 50 }]);
    const forms = (slider as unknown as Record<symbol, () => object>)[Symbol.for('Jupyter.display')]!();
    expect(Object.keys(forms)).toEqual(['text/html', 'text/plain']);
    const [a, b] = [widgets.play(), widgets.slider()];
    widgets.jslink(a, b);
    a.value = 4;
    expect(b.value).toBe(4);
  });

  it('interact draws once', () => {
    const drawn: unknown[] = [];
    const n = widgets.slider();
    widgets.interact({ n }, (values) => void drawn.push(values));
    n.value = 4;
    expect(drawn).toEqual([{ n: 50 }]);
  });
});
