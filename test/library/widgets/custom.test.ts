/** Widgets of one's own, the bytes of their state, and pages that are opened anew. */
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { widgets } from '../../../lib/index';
import { unpack } from '../../../lib/widgets/buffers';
import { FrontEnd } from './front-end';

let page: FrontEnd;
beforeEach(() => void (page = new FrontEnd().start()));
afterEach(() => page.stop());

describe('bytes for a path', () => {
  it('that names a prototype stand under that name and change no prototype', () => {
    const state = {};
    unpack(
      state,
      [['__proto__'], ['__proto__', 'x'], []],
      [new Uint8Array([1]), new Uint8Array([2]), new Uint8Array()],
      {},
    );
    expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('a page that is opened anew', () => {
  it('is told all widgets that are open, bytes included', async () => {
    const custom = widgets.custom({ esm: 'export default {}', state: { list: [{ bytes: new Uint8Array([1, 2]) }] } });
    custom.show();
    const id = page.find({ _model_name: 'AnyModel' });
    const control = page.openTo('jupyter.widget.control');
    await page.say(control, { method: 'request_states' });
    const { data, buffers } = page.sent.at(-1)!;
    expect(data).toMatchObject({
      method: 'update_states',
      states: { [id]: { model_name: 'AnyModel', model_module: 'anywidget', state: { list: [{}] } } },
    });
    expect(data.buffer_paths).toContainEqual([id, 'state', 'list', 0, 'bytes']);
    expect(buffers).toContainEqual(new Uint8Array([1, 2]));
  });

  it('may ask for one of them', async () => {
    widgets.checkbox({ value: true }).show();
    const id = page.find({ _model_name: 'CheckboxModel' });
    await page.say(id, { method: 'request_state' });
    expect(page.updates(id).at(-1)).toMatchObject({ _model_name: 'CheckboxModel', value: true });
  });
});

describe('a widget of one’s own', () => {
  const make = () =>
    widgets.custom({
      esm: 'export default {}',
      css: 'p {}',
      state: { xs: new Float32Array([1, 2]), n: 1, deep: { raw: new ArrayBuffer(2) } },
    });

  it('sends its bytes beside its state, and gets them back as what they were', async () => {
    const custom = make();
    custom.show();
    const id = page.find({ _model_name: 'AnyModel' });
    const opened = page.sent.find((one) => one.id === id)!;
    expect(opened.data).toMatchObject({
      buffer_paths: [['xs'], ['deep', 'raw']],
      state: { n: 1, deep: {}, _esm: 'export default {}', _css: 'p {}' },
    });
    expect(Buffer.from(opened.buffers[0]!)).toEqual(Buffer.from(new Float32Array([1, 2]).buffer));

    const told: unknown[] = [];
    custom.onChange('xs', (change) => told.push(change));
    const shifted = Buffer.concat([Buffer.from([0]), Buffer.from(new Float32Array([3, 4]).buffer)]).subarray(1);
    await page.set(
      id,
      { deep: { raw: null } },
      [['xs'], ['deep', 'raw'], ['__proto__', 'x']],
      [shifted, Buffer.from([9]), Buffer.from([9])],
    );
    expect(custom.get('xs')).toEqual(new Float32Array([3, 4]));
    expect(new Uint8Array(custom.get('deep').raw)).toEqual(new Uint8Array([9]));
    expect(told).toEqual([{ value: new Float32Array([3, 4]), previous: new Float32Array([1, 2]) }]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('tells the page what code sets, also an array that was changed in place', () => {
    const custom = make();
    custom.show();
    custom.set('n', 1);
    custom.set('n', 2);
    const xs = custom.get('xs');
    xs[0] = 5;
    custom.set('xs', xs);
    const id = page.find({ _model_name: 'AnyModel' });
    expect(page.updates(id)).toEqual([{ n: 2 }, {}]);
    expect(page.sent.at(-1)!.data.buffer_paths).toEqual([['xs']]);
  });

  it('exchanges messages besides its state', async () => {
    const custom = make();
    const heard: unknown[] = [];
    custom.onMessage((content, buffers) => heard.push(content, buffers));
    custom.show();
    const id = page.find({ _model_name: 'AnyModel' });
    await page.say(id, { method: 'custom', content: { ask: 1 } }, [new Uint8Array([1])]);
    expect(heard).toEqual([{ ask: 1 }, [new Uint8Array([1])]]);
    custom.send({ answer: 2 }, [new Uint8Array([2])]);
    expect(page.sent.at(-1)).toMatchObject({
      data: { method: 'custom', content: { answer: 2 } },
      buffers: [new Uint8Array([2])],
    });
  });

  it('refuses names that it does not have, and those that widgets need', async () => {
    const custom = make();
    expect(() => custom.get('ys' as 'xs')).toThrow("a name in the state (xs, n, deep), got 'ys'");
    expect(() => widgets.custom({ esm: 'export default {}', state: { _esm: '' } })).toThrow("got '_esm'");
    expect(() => widgets.custom({ esm: 'alert(1)', state: {} })).toThrow('esm to be a module');
    custom.show();
    await page.set(page.find({ _model_name: 'AnyModel' }), { _esm: 'export default 1', n: 3 });
    expect(custom.get('n')).toBe(3);
    await page.say(page.find({ _model_name: 'AnyModel' }), { method: 'request_state' });
    expect(page.updates(page.find({ _model_name: 'AnyModel' })).at(-1)).toMatchObject({
      _esm: 'export default {}',
      n: 3,
    });
  });

  it('is typed by its state', () => {
    expectTypeOf(make().get('xs')).toEqualTypeOf<Float32Array<ArrayBuffer>>();
    expectTypeOf(widgets.dropdown({ options: ['a', 'b'] }).value).toEqualTypeOf<'a' | 'b'>();
  });
});
