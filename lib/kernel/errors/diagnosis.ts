/** Why a cell was not run: what the compiler found, where, and what helps. */
import { advise } from './advice';
import { strong } from './emphasis';
import type { CompileError } from '../compiler';
import { cut, type Failure } from './failure';
import { quote, within } from './quote';
import type { Diagnostic } from '../tslab';

/** More messages than this push the first, which matters, out of sight. */
const mostTold = 5;

export function diagnose({ script: { count, source }, diagnostics }: CompileError): Failure {
  const messages = merged(inCell(source, diagnostics));
  const told = messages.slice(0, mostTold).map((diagnostic) => {
    const { fileName, start, end } = diagnostic;
    const found = { line: start.line + 1, column: start.character + 1 };
    const place = fileName ? found : within(source, found);
    const text = cut(diagnostic.messageText);
    const where = `${fileName ?? `Cell [${count}]`}, line ${place.line}, column ${place.column}: ${text}`;
    const quoted = fileName ? [] : [quote(source, place, Math.max(1, end.offset - start.offset))];
    return {
      short: `${fileName ? `${fileName}:` : ''}${place.line}:${place.column} - ${text}`,
      full: [where, ...quoted],
      help: advise(diagnostic, fileName ? '' : (source.split('\n')[place.line - 1] ?? '')),
    };
  });
  const helped = new Set<string>(); // the same sentence helps once
  const details = told.flatMap(({ full, help }) => {
    if (!help || helped.has(help)) return full;
    helped.add(help);
    return [...full, `    ${help}`];
  });
  const more = messages.length - mostTold;
  if (more > 0) details.push(`and ${more} more, which often follow from the first`);
  return {
    ename: 'TypeScriptError',
    evalue: told.map(({ short }) => short).join('\n'),
    traceback: [`${strong('TypeScriptError')}: the cell was not run`, ...details],
  };
}

/** Without what is said of the line that tslab adds to a cell, unless nothing else is said. */
function inCell(source: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const own = diagnostics.filter(({ fileName, start }) => fileName || start.offset <= source.length);
  return own.length > 0 ? own : diagnostics;
}

/** tslab cuts a message with reasons into one message for each; they belong together. */
function merged(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const whole: Diagnostic[] = [];
  for (const part of diagnostics) {
    const last = whole.at(-1);
    if (last?.start.offset === part.start.offset && last.end.offset === part.end.offset) {
      last.messageText += `\n  ${part.messageText}`;
    } else whole.push({ ...part });
  }
  return whole;
}
