/** Errors as Jupyter wants them: a name, a message, and a traceback in the cell's own lines. */
import { inspect } from 'node:util';
import { adviseThrown } from './advice';
import { Interrupted } from '../awaits';
import { CompileError, type Compiler } from '../compiler';
import { diagnose } from './diagnosis';
import { failure, headline, type Failure } from './failure';
import { explainShapes } from './shapes';
import { frames } from './stack';
import { isInterrupt } from '../tslab';

/** Describes whatever a cell threw, or why it was not run. */
export function describe(error: unknown, compiler: Compiler): Failure {
  try {
    if (error instanceof CompileError) return diagnose(error);
    if (error instanceof Interrupted || isInterrupt(error)) return failure('Interrupted', new Interrupted().message);
    if (!(error instanceof Error)) return failure('Uncaught', inspect(error));
    return failure(nameOf(error), String(error.message), details(error, compiler, new Set([error])));
  } catch {
    return failure('Error', 'the cell threw something that cannot be shown');
  }
}

/** More parts, or causes of causes, than this tell nothing new. */
const mostTold = 5;

/** What stands below an error's headline: help, its stack, the parts it gathers, and its cause; `told` ends circles. */
function details(error: Error, compiler: Compiler, told: Set<unknown>): string[] {
  const help = explainShapes(String(error.message)) ?? adviseThrown(error);
  const parts = error instanceof AggregateError ? Array.from(error.errors as unknown[]) : [];
  const lines = [
    ...(help ? [`    ${help}`] : []),
    ...frames(String(error.stack), compiler),
    ...parts
      .slice(0, mostTold)
      .flatMap((part, index) => further(`Part ${index + 1} of ${parts.length}`, part, compiler, told)),
  ];
  return error.cause === undefined ? lines : [...lines, ...further('Caused by', error.cause, compiler, told)];
}

function further(relation: string, error: unknown, compiler: Compiler, told: Set<unknown>): string[] {
  if (!(error instanceof Error)) return [`${relation} ${headline('Uncaught', inspect(error))}`];
  if (told.has(error) || told.size > 2 * mostTold) return [];
  told.add(error);
  return [`${relation} ${headline(nameOf(error), String(error.message))}`, ...details(error, compiler, told)];
}

/** A name to show, whatever the error calls itself. */
function nameOf({ name }: Error): string {
  return typeof name === 'string' && /^\P{Cc}{1,80}$/u.test(name.trim()) ? name.trim() : 'Error';
}
