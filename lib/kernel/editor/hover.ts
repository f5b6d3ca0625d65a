/** What a name is: its signature and its docs; or those of the function whose brackets hold the cursor. */
import { relative } from 'node:path';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { call } from './call';
import type { Card } from './card';
import { compiler, neverCancelled } from './compiler';
import { document } from './doc';
import type { View } from './view';

/** The checker's way along a chain of imports and exports, which the compiler's types leave out. */
type Checker = TypeScript.TypeChecker & {
  getImmediateAliasedSymbol(symbol: TypeScript.Symbol): TypeScript.Symbol | undefined;
};

/** The card for the place of the cursor; undefined if there is nothing to tell. With `detail`, where it is declared. */
export function hover(view: View, cursor: number, detail = false): Card | undefined {
  const position = cursor + view.offset;
  const node = compiler().getTouchingPropertyName(view.file, position);
  return word(view, node, position, detail) ?? call(view, position) ?? literal(view, position);
}

/** A word that is declared somewhere. */
function word(view: View, node: TypeScript.Node, position: number, detail: boolean): Card | undefined {
  const ts = compiler();
  if (!ts.isIdentifier(node) && !ts.isPrivateIdentifier(node)) return undefined;
  const info = ask(view, position);
  if (!info?.displayParts?.length) return undefined;
  const said = info.documentation?.length ? info.documentation : exported(view, node);
  const card = { signature: signature(info.displayParts), ...document(said, info.tags) };
  if (detail) card.sections.push(...declared(view, node));
  return card;
}

/** What has a type and no name: a number, a text, `this`. */
function literal(view: View, position: number): Card | undefined {
  const info = ask(view, position);
  if (!info?.displayParts?.length) return undefined;
  return { signature: signature(info.displayParts), ...document(info.documentation, info.tags) };
}

function ask({ program, file }: View, position: number): TypeScript.QuickInfo | undefined {
  const ts = compiler();
  const info = ts.getQuickInfoAtPosition(file, program.getTypeChecker(), neverCancelled, position);
  const nameless = info?.kind === ts.ScriptElementKind.unknown && info.displayParts?.[0]?.text === 'any';
  return nameless ? undefined : info; // a name that is declared nowhere
}

/** The declaration, without the line on how it was imported; a module by its name, not by its place on the disk. */
function signature(parts: TypeScript.SymbolDisplayPart[]): string {
  return parts
    .map(({ text }) => text)
    .join('')
    .replace(/^\(alias\) /, '')
    .replace(/\n(import|export) [^\n]*$/, '')
    .replace(/^import /, 'module ')
    .replace(/^(module|namespace) "(?:[^"\n]*\/node_modules\/)?([^"\n]*)"/, '$1 "$2"')
    .replace(/"\/[^"\n]*\/([^"/\n]+)"/g, '"$1"');
}

/** What is said of a module where it is exported: the compiler tells only what is said of it where it is imported. */
function exported({ program }: View, node: TypeScript.Node): TypeScript.SymbolDisplayPart[] {
  const checker = program.getTypeChecker() as Checker;
  let symbol = checker.getSymbolAtLocation(node);
  while (symbol && symbol.flags & compiler().SymbolFlags.Alias) {
    symbol = checker.getImmediateAliasedSymbol(symbol);
    const said = symbol?.getDocumentationComment(checker);
    if (said?.length) return said;
    const [file] = symbol?.declarations ?? [];
    const [, opening] = (file && compiler().isSourceFile(file) && /^\/\*\*\s*(.*?)\s*\*\//s.exec(file.text)) || [];
    if (opening) return [{ kind: 'text', text: opening.replace(/^\s*\* ?/gm, '') }];
  }
  return [];
}

function declared({ program, file }: View, node: TypeScript.Node): Card['sections'] {
  const ts = compiler();
  const checker = program.getTypeChecker();
  let symbol = checker.getSymbolAtLocation(node);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const declaration = symbol?.declarations?.[0];
  if (!declaration) return [];
  const source = declaration.getSourceFile();
  const line = ts.getLineAndCharacterOfPosition(source, declaration.getStart()).line;
  return [{ title: 'Declared in', text: place(source, file, line) }];
}

function place(source: TypeScript.SourceFile, cell: TypeScript.SourceFile, line: number): string {
  if (source === cell) return `this cell, line ${line}`; // the line of tslab's is the first
  if (source.fileName.endsWith('/__prev__.d.ts')) return 'an earlier cell';
  const [, inPackage] = /.*\/node_modules\/(.+)$/.exec(source.fileName) ?? [];
  return `${inPackage ?? relative(process.cwd(), source.fileName)}, line ${line + 1}`;
}
