/** A place under the cell that runs, whose content changes. */
import { randomUUID } from 'node:crypto';
import { kernel, showRichest, stockTslab, type MimeBundle } from './display';

/** A place under a cell whose content can be replaced. */
export interface Place {
  show(bundle: MimeBundle): void;
  /** Says that nothing more comes. */
  end(): void;
}

/** A new place under the cell that runs. In a script, where nothing can be replaced, the last content is printed. */
export function place(): Place {
  const hook = kernel();
  if (hook) {
    const id = randomUUID();
    let update = false;
    return {
      show(bundle) {
        hook.display(bundle, id, update);
        update = true;
      },
      end: () => undefined,
    };
  }
  try {
    const there = stockTslab().newDisplay();
    return { show: (bundle) => showRichest(there, bundle), end: () => undefined };
  } catch {
    let last = '';
    return { show: (bundle) => (last = bundle['text/plain']), end: () => console.log(last) };
  }
}
