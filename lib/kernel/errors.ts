/** Errors as Jupyter wants them: a name, a message, and a traceback in the cell's own lines. */
import { sep } from 'node:path';
import { inspect } from 'node:util';
import { CompileError, type Compiler, type Script } from './compiler';
import { sourceLine } from './lines';
import { isInterrupt, type Diagnostic } from './tslab';

/** What `error` and `execute_reply` say of a cell that failed. */
export interface Failure {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** Describes whatever a cell threw, or why it was not run. */
export function describe(error: unknown, compiler: Compiler): Failure {
  try {
    if (error instanceof CompileError) return notCompiled(error);
    if (isInterrupt(error)) return failure('Interrupted', 'the cell was stopped before it ended');
    if (!(error instanceof Error)) return failure('Uncaught', inspect(error));
    const cause = error.cause === undefined ? [] : [`Caused by ${headline(error.cause)}`];
    return failure(String(error.name), String(error.message), [...frames(error.stack ?? '', compiler), ...cause]);
  } catch {
    return failure('Error', 'the cell threw something that cannot be shown');
  }
}

function failure(ename: string, evalue: string, details: string[] = []): Failure {
  return { ename, evalue, traceback: [evalue ? `${ename}: ${evalue}` : ename, ...details] };
}

function headline(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
}

/** The frames of a stack that are the student's: those in cells, and those in files beside the notebook. */
function frames(stack: string, compiler: Compiler): string[] {
  const own = stack.split('\n').flatMap((frame) => {
    const [, name, file, line, column] = /^ +at (?:(.*) \()?(?:async )?(.*?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
    if (!file) return [];
    const script = compiler.find(file);
    if (script) return cellFrame(script, sourceLine(script, Number(line), Number(column)), name);
    return file.startsWith(process.cwd() + sep) && !file.includes('node_modules') ? [frame] : [];
  });
  return own.filter((frame, index) => frame !== own[index - 1]); // a recursion is told once
}

function cellFrame(script: Script, line: number | undefined, name: string | undefined): string[] {
  if (line === undefined) return [];
  const place = `Cell [${script.count}], line ${line}`;
  const caller = name?.replace('Proxy.', ''); // what a cell declares lives in a proxy of tslab's
  return [`    at ${caller ? `${caller} (${place})` : place}\n${quote(script, line)}`];
}

/** More messages than this push the first, which matters, out of sight. */
const mostTold = 5;

function notCompiled({ script, diagnostics }: CompileError): Failure {
  const messages = merged(diagnostics);
  const details = messages.slice(0, mostTold).flatMap(({ fileName, start, messageText }) => {
    const place = `${fileName ?? `Cell [${script.count}]`}, line ${start.line + 1}, column ${start.character + 1}`;
    return [`${place}: ${messageText}`, ...(fileName ? [] : [quote(script, start.line + 1)])];
  });
  const evalue = messages.map(
    ({ fileName, start, messageText }) =>
      `${fileName ? `${fileName}:` : ''}${start.line + 1}:${start.character + 1} - ${messageText}`,
  );
  const more = messages.length - mostTold;
  if (more > 0) details.push(`and ${more} more, which often follow from the first`);
  return {
    ename: 'TypeScriptError',
    evalue: evalue.slice(0, mostTold).join('\n'),
    traceback: ['TypeScriptError: the cell was not run', ...details],
  };
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

/** A line of a cell; what is missing at a cell's end is missing after its last line. */
function quote({ source }: Script, line: number): string {
  const lines = source.trimEnd().split('\n');
  return `      ${lines[Math.min(line, lines.length) - 1]!.trim()}`;
}
