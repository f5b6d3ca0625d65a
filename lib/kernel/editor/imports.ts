/** Completion of the module that an import names: a package, a module of Node, or a file by its path. */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { compiler } from './compiler';
import { importable } from './modules';
import type { Candidate } from './rank';
import type { View } from './view';

/** A string that names a module, up to the cursor; undefined if the cursor is elsewhere. */
export function specifier({ file }: View, position: number): { start: number; end: number; typed: string } | undefined {
  const ts = compiler();
  const token = ts.findPrecedingToken(position, file);
  if (!token || !ts.isStringLiteral(token) || !namesModule(ts, token)) return undefined;
  const start = token.getStart(file) + 1;
  const closed = token.end > start && file.text[token.end - 1] === file.text[start - 1];
  const end = closed ? token.end - 1 : token.end;
  if (position < start || position > end) return undefined;
  return { start, end, typed: file.text.slice(start, position) };
}

function namesModule(ts: typeof TypeScript, { parent }: TypeScript.Node): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isExternalModuleReference(parent)) {
    return true;
  }
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent);
  if (!ts.isCallExpression(parent)) return false;
  const { expression } = parent;
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require')
  );
}

/** Whether a specifier is a path: from the notebook's folder, or from the root. */
export function isPath(specifier: string): boolean {
  return /^\.{0,2}\/|^\.{1,2}$/.test(specifier);
}

const candidate =
  (order: string, type = 'module') =>
  (name: string): Candidate => ({ name, text: name, type, order, deprecated: false });

/** How a path begins. */
export function upOrHere(): Candidate[] {
  return ['./', '../'].map(candidate('1', 'path'));
}

/** What may be imported by name. */
export function moduleNames(): Candidate[] {
  const { packages, builtin } = importable(process.cwd());
  return [
    ...packages.map(candidate('1')),
    ...builtin.map((name) => candidate(name.startsWith('node:') ? '3' : '2')(name)),
  ];
}

/** Whether a file or folder that the compiler offers is one to import: no hidden folder, no source of a package. */
export function isOffered({ name, kindModifiers }: TypeScript.CompletionEntry, typed: string): boolean {
  if (name.startsWith('.') && !/(^|\/)\.[^./][^/]*$/.test(typed)) return false;
  return isPath(typed) || (kindModifiers !== '.ts' && kindModifiers !== '.tsx');
}
