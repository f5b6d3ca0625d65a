/** What the kernel offers to the code that runs in it: all that a library may know of it. */
import { show } from './output';
import type { StaleNames } from './stale';

/** Puts the offer where lib/display.ts looks for it. */
export function offer(stale: StaleNames): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for('neurona.kernel')] = {
    display: (bundle: object) => show('display_data', { data: bundle, metadata: {}, transient: {} }),
    isStale: (name: string) => stale.has(name),
  };
}
