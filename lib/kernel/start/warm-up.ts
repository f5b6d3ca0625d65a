/** What a kernel does until its first cell comes: reads the types and the modules that most notebooks begin with. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Compiler } from '../compiler';
import type { Turn } from '../turn';

/** Imports to look at, in this order and one by one, since a cell that comes meanwhile has to wait. */
export const mostImported: readonly string[] = [
  '',
  "import '@tensorflow/tfjs-core';",
  "import '@tensorflow/tfjs-layers';",
  "import '@tensorflow/tfjs-node';",
  "import 'neurona';",
];

/** Leaves no trace but that what it has read is known; what isn't installed is left out. `imports` are those to look at. */
export async function warmUp(compiler: Compiler, turn: Turn, imports = mostImported): Promise<void> {
  const steps = [
    ...imports.map((code) => () => compiler.node.inspect('', code, 0)),
    () => require('@tensorflow/tfjs') as unknown, // without its native part, which a cell may still want to be left out
  ];
  for (const step of steps) {
    await nextTurn(); // requests that have come are heard first
    if (compiler.count > 0) return; // the first cell has come
    try {
      turn.kernels(step);
    } catch {
      return; // whoever asks for the same in a cell is told why it can't be had
    }
  }
}
