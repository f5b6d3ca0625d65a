/** The modules that a cell may import by name: packages the course lists, and Node's own. */
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';

interface Manifest {
  name?: string;
  workspaces?: string[];
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Packages named by a package.json of the folder or above it that are installed; then Node's modules. */
export function importable(folder: string): { packages: string[]; builtin: string[] } {
  const packages = new Set<string>();
  for (const place of upwards(folder)) {
    const own = read(join(place, 'package.json'));
    const workspaces = (Array.isArray(own.workspaces) ? own.workspaces : [])
      .filter((workspace) => !workspace.includes('*'))
      .map((workspace) => read(join(place, workspace, 'package.json')));
    const named = [own, ...workspaces].flatMap(({ dependencies, devDependencies, peerDependencies }) =>
      Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }),
    );
    for (const name of [...workspaces.map(({ name }) => name), ...named]) {
      // Declarations alone (@types) can't be imported by their own name.
      if (name && !name.startsWith('@types/') && existsSync(join(place, 'node_modules', name))) packages.add(name);
    }
  }
  const builtin = builtinModules.filter((name) => !name.startsWith('_'));
  return { packages: [...packages].sort(), builtin: [...builtin, ...builtin.map((name) => `node:${name}`)] };
}

function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/** A package.json; an empty one where there is none that can be read. */
function read(path: string): Manifest {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as Manifest | null) ?? {};
  } catch {
    return {};
  }
}
