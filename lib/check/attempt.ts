/** What a student hands to `check`: looked at before it is judged, and remembered for the solution to be compared with. */
import { isStale } from '../display';
import { words } from '../words';
import { messageOf, textOf } from './calm';

const say = words.check;

type Anything = (...args: never[]) => unknown;

const newest = new Map<string, Anything>();

/** The newest function that was checked for an exercise. */
export function attemptAt(id: string): Anything | undefined {
  return newest.get(id);
}

/** The name of a function; empty for what has none, or won't say. */
export function nameOf(attempt: unknown): string {
  try {
    const { name } = attempt as { name?: unknown };
    return typeof name === 'string' ? name : '';
  } catch {
    return '';
  }
}

/** Why something can't be judged; undefined if it can. */
export function whyNot(id: string, attempt: unknown): string | undefined {
  if (typeof attempt === 'function') {
    newest.set(id, attempt as Anything);
    const name = nameOf(attempt);
    return isStale(name) ? say.stale(name) : undefined;
  }
  if (isPromise(attempt)) return say.promise(id);
  const got = typeof attempt === 'object' && attempt !== null ? say.object : `\`${textOf(attempt)}\``;
  return say.notAFunction(id, got);
}

/**
 * The same function, and whether it has returned a promise; such a promise may fail without anybody's harm. What it
 * throws is an error with a message, whatever it was.
 */
export function watched<Attempt>(attempt: Attempt): { attempt: Attempt; promised: () => boolean } {
  let promised = false;
  if (typeof attempt !== 'function') return { attempt, promised: () => promised }; // its judge will say so
  const proxy = new Proxy(attempt as Anything, {
    apply(target, self, args) {
      const answer = called(target, self, args);
      if (isPromise(answer)) {
        promised = true;
        answer.then(undefined, () => undefined);
      }
      return answer;
    },
  });
  return { attempt: proxy as Attempt, promised: () => promised };
}

function called(target: Anything, self: unknown, args: unknown[]): unknown {
  try {
    return Reflect.apply(target, self, args);
  } catch (error) {
    throw new Error(messageOf(error), { cause: error });
  }
}

function isPromise(value: unknown): value is Promise<unknown> {
  try {
    return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
  } catch {
    return false;
  }
}
