/** What a name is: its signature and its docs; or those of the function whose brackets hold the cursor. */
import { relative } from 'node:path';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { call } from './call';
import type { Card } from './card';
import { compiler, neverCancelled } from './compiler';
import { document } from './doc';
import type { View } from './view';

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
  const card = { signature: signature(info.displayParts), ...document(info.documentation, info.tags) };
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
  return compiler().getQuickInfoAtPosition(file, program.getTypeChecker(), neverCancelled, position);
}

/** The declaration, without the line on how it was imported; a module by its name, not by its place on the disk. */
function signature(parts: TypeScript.SymbolDisplayPart[]): string {
  return parts
    .map(({ text }) => text)
    .join('')
    .replace(/^\(alias\) /, '')
    .replace(/\nimport [^\n]*$/, '')
    .replace(/^(module|namespace) "(?:[^"\n]*\/node_modules\/)?([^"\n]*)"/, '$1 "$2"')
    .replace(/"\/[^"\n]*\/([^"/\n]+)"/g, '"$1"');
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
