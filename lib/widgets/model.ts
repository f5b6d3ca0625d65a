/** One model of Jupyter's widgets: a state that the kernel and the front ends share, through a comm of its own. */
import { comms, type Comm, type CommMessage } from '../display';
import { pack, unpack, type Path } from './buffers';
import { register, unregister } from './registry';

type State = Record<string, unknown>;

/** Which model of which module draws it; no view for what is not to be seen. */
export interface Kind {
  module: string;
  version: string;
  model: string;
  view?: string | null;
  /** The module of the view, if it is another. */
  viewModule?: string;
}

export class Model {
  private comm: Comm | undefined;

  constructor(
    private readonly kind: Kind,
    protected readonly state: State,
  ) {}

  /** Its id in the front ends, which hear of it now at the latest; undefined where there are none. */
  open(): string | undefined {
    const offered = comms();
    if (this.comm || !offered) return this.comm?.id;
    const { state, paths, buffers } = pack(this.wholeState());
    const data = { state, buffer_paths: paths };
    const comm = offered.open('jupyter.widget', { data, metadata: { version: '2.1.0' }, buffers });
    this.comm = comm;
    // The comm must not keep its model alive: see registry.ts.
    const model = new WeakRef(this);
    comm.onMessage((message) => model.deref()?.hear(message));
    comm.onClose(() => model.deref()?.forget());
    register(offered, comm, this);
    return comm.id;
  }

  /** Takes it, and its views, from the pages; the next time it is displayed it is there again. */
  close(): void {
    this.comm?.close();
    this.forget();
  }

  /** Changes the state here and in the front ends. */
  protected update(changes: State): void {
    Object.assign(this.state, changes);
    if (this.comm) this.sendUpdate(changes, 'update');
  }

  /** Called with what a front end has changed; throws if that can't be. */
  protected changed(changes: State): unknown {
    Object.assign(this.state, changes);
    return undefined;
  }

  /** Called with a message that a front end's widget sends besides its state. */
  protected custom(_content: unknown, _buffers: Uint8Array[]): unknown {
    return undefined;
  }

  protected sendCustom(content: unknown, buffers: readonly Uint8Array[] = []): void {
    this.comm?.send({ method: 'custom', content }, buffers);
  }

  wholeState(): State {
    const { module, version, model, view = model.replace(/Model$/, 'View'), viewModule = module } = this.kind;
    return {
      _model_module: module,
      _model_module_version: version,
      _model_name: model,
      _view_module: viewModule,
      _view_module_version: version,
      _view_name: view,
      ...references(this.state),
    };
  }

  private sendUpdate(changes: State, method: 'update' | 'echo_update'): void {
    const { state, paths, buffers } = pack(references(changes));
    this.comm?.send({ method, state, buffer_paths: paths }, buffers);
  }

  private hear({ data, buffers }: CommMessage): unknown {
    if (data.method === 'request_state') return this.sendUpdate(this.wholeState(), 'update');
    if (data.method === 'custom') return this.custom(data.content, buffers);
    if (data.method !== 'update') throw new Error(`a widget was sent '${String(data.method)}', which it does not know`);
    const changes = data.state;
    if (!isState(changes)) throw new Error('a widget was sent an update without a state');
    unpack(changes, (data.buffer_paths ?? []) as Path[], buffers, this.state);
    this.sendUpdate(changes, 'echo_update'); // other pages that show it are to follow
    return this.changed(changes);
  }

  private forget(): void {
    if (this.comm) unregister(this.comm);
    this.comm = undefined;
  }
}

/** The state with other models written as what front ends know them by. */
function references(state: State): State {
  const written = (value: unknown): unknown => {
    if (value instanceof Model) return `IPY_MODEL_${value.open() ?? ''}`;
    return Array.isArray(value) && value.some((item) => item instanceof Model) ? value.map(written) : value;
  };
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, written(value)]));
}

function isState(value: unknown): value is State {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
