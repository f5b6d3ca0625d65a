/** A value as the front end shows it: as it wants to be shown, and always as text. */
import { inspect } from 'node:util';

const display = Symbol.for('Jupyter.display');

/** The forms of `value` by MIME type; a value with a method `Symbol.for('Jupyter.display')` says them itself. */
export function render(value: unknown): object {
  const own = (value as { [display]?: unknown })[display];
  const forms = typeof own === 'function' ? (own.call(value) as object) : {};
  return { 'text/plain': inspect(value), ...forms };
}
