/** Where the clone under test is. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const inRoot = (...parts: string[]): string => join(root, ...parts);
/** A program of the virtual environment that set-up made. */
export const inVenv = (name: string): string => inRoot('.venv', 'bin', name);
