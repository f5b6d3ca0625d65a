/** Whether a cell is ready to run, for consoles that run it on Enter. */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { compiler } from './compiler';

export type Readiness = { status: 'complete' | 'invalid' } | { status: 'incomplete'; indent: string };

/** A text in quotes ends on its own line: no further line can close it. */
const unterminatedText = 1002;

/** A file with what the parser complained of, which the compiler's types leave out. */
type Parsed = TypeScript.SourceFile & { parseDiagnostics: TypeScript.DiagnosticWithLocation[] };

export function readiness(code: string): Readiness {
  const ts = compiler();
  const file = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const complaints = (file as Parsed).parseDiagnostics;
  if (complaints.length === 0) return { status: 'complete' };
  const end = code.trimEnd().length;
  const [first] = complaints;
  // The first complaint decides: only if all before the end is sound can more text mend it.
  if (first!.start >= end && first!.code !== unterminatedText) return { status: 'incomplete', indent: indent(code) };
  return { status: 'invalid' };
}

/** How far the next line is to be indented: as the last one, and a step further for each bracket it leaves open. */
function indent(code: string): string {
  const last = code.trimEnd().split('\n').at(-1)!;
  const own = /^\s*/.exec(last)![0];
  let open = 0;
  for (const token of tokens(last)) {
    if ('([{'.includes(token)) open += 1;
    else if (open > 0) open -= 1;
  }
  return own + (open > 0 ? '  ' : '');
}

/** The brackets of a line that are neither in a text nor in a comment. */
function tokens(line: string): string[] {
  const ts = compiler();
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, line);
  const found: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) {
    const text = scanner.getTokenText();
    if ('()[]{}'.includes(text)) found.push(text);
  }
  return found;
}
