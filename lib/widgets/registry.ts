/** The widgets that front ends know: told whole to one that asks, and forgotten when nothing in the notebook needs them. */
import type { Comm, Comms } from '../display';
import { pack } from './buffers';

/** A widget's side of a comm. */
export interface Open {
  /** The whole state, references written out. */
  wholeState(): Record<string, unknown>;
}

const open = new Map<string, WeakRef<Open>>();
const collected = new FinalizationRegistry<Comm>((comm) => {
  open.delete(comm.id);
  comm.close();
});
const prepared = new WeakSet<Comms>();

/** Notes that `model` talks through `comm`; it is not kept alive by that. */
export function register(comms: Comms, comm: Comm, model: Open): void {
  open.set(comm.id, new WeakRef(model));
  collected.register(model, comm, comm);
  if (prepared.has(comms)) return;
  prepared.add(comms);
  // By this comm a page that was opened anew asks for all there is.
  comms.registerTarget('jupyter.widget.control', (control) => {
    control.onMessage(({ data }) => {
      if (data.method === 'request_states') tellAll(control);
    });
  });
}

export function unregister(comm: Comm): void {
  open.delete(comm.id);
  collected.unregister(comm);
}

function tellAll(control: Comm): void {
  const states: Record<string, unknown> = {};
  for (const [id, reference] of open) {
    const state = reference.deref()?.wholeState();
    if (!state) continue;
    states[id] = {
      model_name: state._model_name,
      model_module: state._model_module,
      model_module_version: state._model_module_version,
      state,
    };
  }
  const packed = pack(states);
  control.send({ method: 'update_states', states: packed.state, buffer_paths: packed.paths }, packed.buffers);
}

interface Run {
  cell: object;
  shown: Set<Open>;
}
const runs = new Map<unknown, Run>();

/** Keeps `model` for as long as it stands under the cell that runs, which is until that cell shows others. */
export function hold(comms: Comms, model: Open): void {
  const cell = comms.newestCell() ?? {};
  const id = (cell as { metadata?: { cellId?: unknown } }).metadata?.cellId ?? cell;
  let run = runs.get(id);
  if (run?.cell !== cell) runs.set(id, (run = { cell, shown: new Set() }));
  run.shown.add(model);
}
