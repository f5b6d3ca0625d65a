/**
 * To whom running code belongs: where its output goes, and which request its messages answer. Node's own
 * AsyncLocalStorage won't do: where code under it is cut off, Node 20 and 22 end the process.
 */
import type { Publish } from './wire';

export interface Context {
  /** Where output goes; to the newest cell, if it is not said. */
  output?: Publish;
  /** The request that a callback answers: what it sends is part of that, or front ends wait for its end in vain. */
  answers?: Publish;
}

const nobody: Context = {};
let current = nobody;

export function context(): Context {
  return current;
}

/** Does `work` in a context of its own; a cell's code keeps it through what it awaits. */
export function within<Result>(change: Context, work: () => Result): Result {
  const before = current;
  current = { ...before, ...change };
  try {
    return work();
  } finally {
    current = before;
  }
}

/** The same function, which has the context of now whenever it is called. */
export function bound<Args extends unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
  const its = current;
  return (...args) => within(its, () => work(...args));
}

/** Code goes on that had this context; what runs after it, in turns of its own, does not. */
export function resume(its: Context): void {
  if (its === current) return;
  current = its;
  queueMicrotask(leave);
}

/** Ends all contexts: code that was cut off never left its own. */
export function leave(): void {
  current = nobody;
}
