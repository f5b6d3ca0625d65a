/** Says why the engine has ended, to the one whose cell ran. */
import { failure, type Failure } from '../errors/failure';
import type { End } from './process';

const gone = 'The variables are gone; the kernel starts anew, and cells have to run again from the top.';

/** What the cell is told; `lastWords` are those of the process, where native code says why it gives up. */
export function describeEnd({ code, signal, lastWords }: End): Failure {
  if (signal === null) return failure('KernelEnded', `the cell ended its process, with exit code ${code}. ${gone}`);
  const why = reasons[signal] ?? `it was ended by ${signal}`;
  const details = lastWords ? [`    Its last words:\n${lastWords.replace(/^/gm, '      ')}`] : [];
  return failure('KernelDied', `the process that runs the cells has died: ${why}. ${gone}`, details);
}

const reasons: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: 'native code gave up (SIGABRT), as TensorFlow does when a check of its own fails, and Node without memory',
  SIGSEGV: 'native code touched memory that is not its own (SIGSEGV)',
  SIGBUS: 'native code touched memory that is not its own (SIGBUS)',
  SIGILL: 'native code has instructions that this processor does not know (SIGILL)',
  SIGFPE: 'native code made an impossible computation (SIGFPE)',
  SIGKILL: 'the system ended it (SIGKILL), most often since the machine has no memory left',
};
