/** Widgets with values: what front ends hear of them, and what they hear from a hand. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { widgets } from '../../../lib/index';
import { FrontEnd } from './front-end';

let page: FrontEnd;
beforeEach(() => void (page = new FrontEnd().start()));
afterEach(() => page.stop());

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a widget', () => {
  it('is told to the front ends when it is displayed, and not before', () => {
    const slider = widgets.slider({ description: 'w', layout: { width: '300px', border: '1px solid' } });
    slider.value = 7;
    expect(page.sent).toEqual([]);
    slider.show();
    const id = page.find({ _model_name: 'IntSliderModel' });
    expect(page.state(id)).toMatchObject({ value: 7, description: 'w', _view_module: '@jupyter-widgets/controls' });
    const layout = String(page.state(id).layout).replace('IPY_MODEL_', '');
    expect(page.state(layout)).toMatchObject({ width: '300px', border_left: '1px solid' });
    expect(page.displayed[0]).toMatchObject({
      'application/vnd.jupyter.widget-view+json': { version_major: 2, version_minor: 0, model_id: id },
      'text/html': expect.stringMatching(/<svg.*It moves only in a running notebook\./s) as string,
      'text/plain': "slider 'w': 7 (it moves only in a running notebook)",
    });
  });

  it('that is closed leaves the page, and comes back when it is displayed again', () => {
    const box = widgets.checkbox();
    box.show();
    box.close();
    expect(page.sent.at(-1)).toMatchObject({ type: 'close' });
    box.value = true;
    expect(page.sent.at(-1)).toMatchObject({ type: 'close' });
    box.show();
    expect(page.state(page.find({ _model_name: 'CheckboxModel' }))).toMatchObject({ value: true });
  });

  it.each<[string, widgets.Control<never>, unknown, object]>([
    ['IntSliderModel', widgets.slider({ min: -3, max: 3 }) as never, 0, { min: -3, max: 3, step: 1, value: 0 }],
    ['FloatSliderModel', widgets.slider({ max: 1 }) as never, 0.5, { step: 0.01, readout_format: '.2f' }],
    ['FloatSliderModel', widgets.slider({ max: 1, step: 0.05, value: 0.5 }) as never, 0.5, { readout_format: '.2f' }],
    ['FloatLogSliderModel', widgets.slider({ min: 0.01, max: 100, scale: 'log' }) as never, 1, { min: -2, max: 2 }],
    ['IntRangeSliderModel', widgets.rangeSlider() as never, [25, 75], { value: [25, 75] }],
    ['FloatRangeSliderModel', widgets.rangeSlider({ max: 1, step: 0.5 }) as never, [0.5, 1], {}],
    ['ToggleButtonModel', widgets.toggle({ value: true }) as never, true, { value: true }],
    ['DropdownModel', widgets.dropdown({ options: ['a', 'b'], value: 'b' }) as never, 'b', { index: 1 }],
    ['RadioButtonsModel', widgets.radio({ options: [1, 2] }) as never, 1, { _options_labels: ['1', '2'] }],
    ['ToggleButtonsModel', widgets.toggleButtons({ options: { few: 10 } }) as never, 10, { _options_labels: ['few'] }],
    ['TextModel', widgets.text({ value: 'x' }) as never, 'x', { continuous_update: false }],
    ['TextareaModel', widgets.textarea() as never, '', { value: '' }],
    ['IntTextModel', widgets.number() as never, 0, { value: 0 }],
    ['BoundedFloatTextModel', widgets.number({ min: 0.5 }) as never, 0.5, { min: 0.5, _view_name: 'FloatTextView' }],
    ['PlayModel', widgets.play({ max: 5, interval: 50 }) as never, 0, { max: 5, interval: 50 }],
    ['FloatProgressModel', widgets.progress({ max: 10 }) as never, 0, { _view_name: 'ProgressView' }],
    ['LabelModel', widgets.label({ value: 'x' }) as never, 'x', {}],
    ['HTMLModel', widgets.html({ value: '<b>' }) as never, '<b>', {}],
  ])('%s has the state that ipywidgets gives it', (model, widget, value, state) => {
    expect(widget.value).toEqual(value);
    widget.show();
    expect(page.state(page.find({ _model_name: model }))).toMatchObject(state);
  });
});

describe('a value', () => {
  it('set by code is sent to the page and told with the one before', () => {
    const slider = widgets.slider();
    const told: unknown[] = [];
    const end = slider.onChange((change) => told.push(change));
    slider.show();
    slider.value = 51;
    slider.value = 51;
    slider.value = 52;
    end();
    slider.value = 53;
    expect(told).toEqual([
      { value: 51, previous: 50 },
      { value: 52, previous: 51 },
    ]);
    expect(page.updates(page.find({ _model_name: 'IntSliderModel' }))).toEqual([
      { value: 51 },
      { value: 52 },
      { value: 53 },
    ]);
  });

  it('set by a hand is told, and echoed for other pages', async () => {
    const dropdown = widgets.dropdown({ options: { few: 10, many: 1000 } });
    const told: unknown[] = [];
    dropdown.onChange((change) => told.push(change));
    dropdown.show();
    const id = page.find({ _model_name: 'DropdownModel' });
    await page.set(id, { index: 1 });
    expect(dropdown.value).toBe(1000);
    expect(told).toEqual([{ value: 1000, previous: 10 }]);
    expect(page.sent.at(-1)).toMatchObject({ id, data: { method: 'echo_update', state: { index: 1 } } });
  });

  it('that a page can’t have meant is refused, and changes nothing', async () => {
    const slider = widgets.slider();
    slider.show();
    const id = page.find({ _model_name: 'IntSliderModel' });
    await expect(page.set(id, { value: 'much' })).rejects.toThrow('value to be a finite number from 0 to 100');
    await expect(page.say(id, { method: 'update' })).rejects.toThrow('an update without a state');
    await expect(page.say(id, { method: 'dance' })).rejects.toThrow("'dance'");
    expect(slider.value).toBe(50);
  });

  it('of a slider by steps of 0.5 is free of the errors of such sums', async () => {
    const slider = widgets.slider({ min: -3, max: 3, step: 0.5 });
    slider.show();
    await page.set(page.find({ _model_name: 'FloatSliderModel' }), { value: 2.000000000000001 });
    expect(slider.value).toBe(2);
  });

  it('for a slow callback is the newest, and none comes twice at a time', async () => {
    const slider = widgets.slider();
    const told: unknown[] = [];
    let release: () => void = () => undefined;
    slider.onChange(async (change) => {
      told.push(change);
      await new Promise<void>((resolve) => (release = resolve));
    });
    for (const value of [1, 2, 3]) slider.value = value;
    expect(told).toEqual([{ value: 1, previous: 50 }]);
    release();
    await turn();
    expect(told.slice(1)).toEqual([{ value: 3, previous: 1 }]);
    release();
  });
});

describe('a slow callback that fails', () => {
  it('is called with the newest value all the same, and its error is told to whoever made the change', async () => {
    const slider = widgets.slider();
    const told: number[] = [];
    slider.onChange(async ({ value }) => {
      told.push(value);
      await turn();
      if (value === 1) throw new Error('one');
    });
    slider.show();
    const id = page.find({ _model_name: 'IntSliderModel' });
    const first = page.set(id, { value: 1 });
    slider.value = 2;
    await expect(first).rejects.toThrow('one');
    expect(told).toEqual([1, 2]);
  });
});

describe('bad input', () => {
  it.each<[string, () => unknown]>([
    ['widgets.slider: expected min to be below max, got { min: 3, max: 1 }', () => widgets.slider({ min: 3, max: 1 })],
    [
      'widgets.slider: expected min to be a finite number above 0, got 0',
      () => widgets.slider({ min: 0, scale: 'log' }),
    ],
    [
      'widgets.slider: expected value to be a finite number from 0 to 100, got 101',
      () => widgets.slider({ value: 101 }),
    ],
    ['widgets.rangeSlider: expected value to be [low, high], got [2, 1]', () => widgets.rangeSlider({ value: [2, 1] })],
    [
      "widgets.dropdown: expected value to be one of 'a', 'b', got 'c'",
      () => widgets.dropdown<string>({ options: ['a', 'b'], value: 'c' }),
    ],
    ['widgets.radio: expected at least one option, got []', () => widgets.radio({ options: [] })],
    ["widgets.toggle: expected value to be true or false, got 'yes'", () => widgets.toggle({ value: 'yes' as never })],
    ['widgets.text: expected value to be a text, got 5', () => widgets.text({ value: 5 as never })],
    [
      'widgets.number: expected value to be a finite number from 1 up, got 0',
      () => widgets.number({ min: 1, value: 0 }),
    ],
    ['widgets.play: expected step to be a whole number from 1 up, got 0.5', () => widgets.play({ step: 0.5 })],
    ['widgets.progress: expected value to be a finite number from 0 to 1, got 2', () => widgets.progress({ value: 2 })],
    ['widgets.row: expected child 0 to be a widget, got 5', () => widgets.row([5 as never])],
    ['widgets.grid: expected columns to be a whole number from 1 up, got 0', () => widgets.grid([], { columns: 0 })],
    ['layout: expected names among', () => widgets.slider({ layout: { colour: 'red' } as never })],
    ['widgets.jslink: expected two widgets with values, got 5', () => widgets.jslink(widgets.slider(), 5 as never)],
    ['onClick: expected a function, got undefined', () => widgets.button().onClick(undefined as never)],
  ])('says %s', (message, make) => {
    expect(make).toThrow(message);
  });
});

describe('other widgets', () => {
  it('hold their children by reference, each told first', () => {
    const [a, b] = [widgets.slider({ description: 'a' }), widgets.button({ description: 'b' })];
    widgets.tabs({ first: a, second: widgets.column([b]) }).show();
    const state = page.state(page.find({ _model_name: 'TabModel' }));
    expect(state).toMatchObject({ titles: ['first', 'second'] });
    expect(state.children).toEqual([
      `IPY_MODEL_${page.find({ description: 'a' })}`,
      `IPY_MODEL_${page.find({ _model_name: 'VBoxModel' })}`,
    ]);
    expect(page.sent.at(-1)).toMatchObject({ data: { state: { _model_name: 'TabModel' } } });
  });

  it('hear a press of a button', async () => {
    const button = widgets.button({ description: 'Go' });
    let pressed = 0;
    button.onClick(() => (pressed += 1));
    button.show();
    const id = page.find({ _model_name: 'ButtonModel' });
    await page.say(id, { method: 'custom', content: { event: 'click' } });
    await page.say(id, { method: 'custom', content: { event: 'hover' } });
    await button.click();
    expect(pressed).toBe(2);
  });

  it('keep equal values when they are linked', () => {
    const [a, b] = [widgets.slider({ max: 10 }), widgets.number({ min: 0, max: 10 })];
    const unlink = widgets.link(a, b);
    expect(b.value).toBe(5);
    b.value = 7;
    expect(a.value).toBe(7);
    unlink();
    a.value = 1;
    expect(b.value).toBe(7);
  });

  it('are linked in the browser by a model of their own', () => {
    const [a, b] = [widgets.play(), widgets.slider()];
    widgets.jslink(a, b);
    const [source, target] = [page.find({ _model_name: 'PlayModel' }), page.find({ _model_name: 'IntSliderModel' })];
    const link = page.state(page.find({ _model_name: 'LinkModel' }));
    expect(link).toMatchObject({ source: [`IPY_MODEL_${source}`, 'value'], target: [`IPY_MODEL_${target}`, 'value'] });
  });
});
