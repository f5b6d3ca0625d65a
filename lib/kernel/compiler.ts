/** Compiles cells by tslab's converter, and remembers each, to tell in which line of which cell an error arose. */
import { Interrupted, stoppable } from './awaits';
import { view } from './editor/view';
import type { StaleNames } from './stale';
import { createConverter, named, type Converter, type ConverterSet, type Diagnostic } from './tslab';
import type { Turn } from './turn';

type Completions = ReturnType<Converter['complete']>;

/** A cell as it ran. */
export interface Script {
  /** The number in front of the cell. */
  count: number;
  source: string;
  compiled: string;
}

/** A cell that was not run, since it isn't sound TypeScript. */
export class CompileError extends Error {
  constructor(
    readonly script: Script,
    readonly diagnostics: readonly Diagnostic[],
  ) {
    super('the cell does not compile');
  }
}

export class Compiler implements ConverterSet {
  /** The number of the cell that is about to be compiled. */
  count = 0;
  readonly node: Converter;
  /** tslab runs no browser code; what it compiles for browsers is checked like the rest. */
  readonly browser: Converter;
  private readonly scripts: Script[] = [];

  constructor(
    private readonly stale: StaleNames,
    private readonly turn: Turn,
    private readonly converter = createConverter(),
  ) {
    this.node = this.browser = {
      ...this.converter,
      convert: (declarations, source) => turn.kernels(() => this.convert(declarations, source)),
      // The executor alone knows what the cells before have declared, and hands on to `Editor` what this gives.
      complete: (declarations, source) => view(this.converter, declarations, source) as unknown as Completions,
      addModule: (name, source, metadata) => this.checked(source, this.converter.addModule(name, source, metadata)),
    };
  }

  /** The cell whose frames have this name in a stack. */
  find(name: string): Script | undefined {
    return this.scripts[Number(/^cell-(\d+)\.js$/.exec(name)?.[1])];
  }

  close(): void {
    this.converter.close();
  }

  private convert(declarations: string, source: string): ReturnType<Converter['convert']> {
    const converted = this.converter.convert(declarations, source);
    this.checked(source, converted.diagnostics);
    if (this.turn.stopAsked) throw new Interrupted(); // what is compiled is not to start
    if (!converted.output) return converted;
    const { output: stops, awaits } = stoppable(converted.output);
    const output = named(stops, `cell-${this.scripts.length}.js`);
    this.scripts.push({ count: this.count, source, compiled: output });
    return { ...converted, output, hasToplevelAwait: converted.hasToplevelAwait || awaits };
  }

  private checked(source: string, diagnostics: Diagnostic[]): Diagnostic[] {
    if (diagnostics.length === 0) return diagnostics;
    throw new CompileError(
      { count: this.count, source, compiled: '' },
      diagnostics.map((diagnostic) => this.explained(diagnostic)),
    );
  }

  /** A name that is missing only because its own cell failed sends the reader to that cell. */
  private explained(diagnostic: Diagnostic): Diagnostic {
    const [, name] = /^Cannot find name '(.+?)'/.exec(diagnostic.messageText) ?? [];
    if (!name || !this.stale.has(name)) return diagnostic;
    const messageText = `${diagnostic.messageText} The cell that declares it ended in an error: mend that one and run it first.`;
    return { ...diagnostic, messageText };
  }
}
