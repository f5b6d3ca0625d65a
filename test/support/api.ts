/** The public API of the library, read from its source: each export, its kind and its documentation. */
import ts from 'typescript';
import { inRoot } from './paths';

/** Something that a student can import or reach through a namespace. */
export interface Export {
  /** As it is typed in a cell: `data.blobs`. */
  name: string;
  kind: 'function' | 'class' | 'type' | 'value';
  /** The text of its JSDoc, empty if it has none. */
  doc: string;
  /** The fenced examples in its JSDoc. */
  examples: string[];
}

/** Everything that lib/index.ts exports, but for tf, which is TensorFlow's own. */
export function publicApi(): Export[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(inRoot('lib/tsconfig.json'), (file) => ts.sys.readFile(file)).config,
    ts.sys,
    inRoot('lib'),
  );
  const program = ts.createProgram([inRoot('lib/index.ts')], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(inRoot('lib/index.ts'))!)!;
  return exportsOf(module, '');

  function exportsOf(symbol: ts.Symbol, prefix: string): Export[] {
    return checker.getExportsOfModule(symbol).flatMap((exported): Export[] => {
      const name = prefix + exported.name;
      const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      if (name === 'tf') return [];
      if (target.flags & ts.SymbolFlags.ValueModule) return exportsOf(target, `${name}.`);
      const doc = ts.displayPartsToString(target.getDocumentationComment(checker));
      const examples = [...doc.matchAll(/```ts\n([^]*?)```/g)].map((match) => match[1]!);
      return [{ name, kind: kindOf(target), doc, examples }];
    });
  }
}

function kindOf({ flags }: ts.Symbol): Export['kind'] {
  if (flags & ts.SymbolFlags.Function) return 'function';
  if (flags & ts.SymbolFlags.Class) return 'class';
  return flags & ts.SymbolFlags.Value ? 'value' : 'type';
}
