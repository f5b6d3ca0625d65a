/** A cell as the compiler sees it while it is written, after the cells that have run. */
import { join } from 'node:path';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { Converter } from '../tslab';
import { newestProgram } from '../typescript/builder';

export interface View {
  program: TypeScript.Program;
  /** The cell's own file; it begins with a line of tslab's. */
  file: TypeScript.SourceFile;
  /** How long that line is: what to add to a place in the cell. */
  offset: number;
  /** What the cells before have declared. */
  declared: ReadonlySet<string>;
}

/** The binder's names, which the compiler's types leave out. */
type Bound = TypeScript.Node & { locals?: Map<string, unknown> };

const folder = process.cwd().replaceAll('\\', '/');

/** Brings tslab's program up to the text, and shows the cell in it: nothing is parsed or bound a second time. */
export function view(converter: Converter, declarations: string, source: string): View {
  converter.inspect(declarations, source, -1); // the place is no matter: tslab updates the program on any question
  const program = newestProgram()!;
  const file = program.getSourceFile(join(folder, '__tslab__.ts').replaceAll('\\', '/'))!;
  const previous = program.getSourceFile(join(folder, '__prev__.d.ts').replaceAll('\\', '/')) as TypeScript.Node as
    Bound | undefined;
  return {
    program,
    file,
    offset: file.text.length - source.length,
    declared: new Set(previous?.locals?.keys()),
  };
}
