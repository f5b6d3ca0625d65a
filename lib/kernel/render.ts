/** A value as the front end shows it: as it wants to be shown, else as the kernel knows how to; always as text too. */
import type { Forms } from './render/forms';
import { kinds } from './render/index';
import { abridge } from './render/nested';
import { inAWord, inText } from './render/text';

const display = Symbol.for('Jupyter.display');

/**
 * The forms of `value` by MIME type. A value with a method `Symbol.for('Jupyter.display')` says them itself, and an
 * error in there is the cell's own; all else is shown somehow, whatever it does when it is looked at.
 */
export function render(value: unknown): Forms {
  const own = method(value);
  if (own) {
    const forms = own.call(value);
    if (typeof forms === 'object' && forms !== null) return { 'text/plain': text(value), ...forms };
  }
  try {
    const kind = kinds.find((one) => one.knows(value));
    if (kind) return kind.forms(value);
  } catch {
    // it is not what it looks like
  }
  return { 'text/plain': text(value) };
}

function method(value: unknown): ((this: unknown) => unknown) | undefined {
  try {
    const own = (value as { [display]?: unknown } | undefined | null)?.[display];
    return typeof own === 'function' ? (own as (this: unknown) => unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** In text as well as can be: with what stands inside it abridged, as it is, or what it is called. */
function text(value: unknown): string {
  for (const write of [() => inText(abridge(value, kinds)), () => inText(value)]) {
    try {
      return write();
    } catch {
      // the next way, then
    }
  }
  return inAWord(value);
}
