/** Asks whoever runs the notebook a question, in the middle of a cell. */
import { ask } from './display';

/** How the answer is typed. */
export interface InputOptions {
  /** Whether to hide what is typed. Default false. */
  password?: boolean;
}

/**
 * Shows `prompt` with a field to type in under the cell, and resolves to the text that was typed.
 *
 * ```ts
 * import { input } from 'neurona';
 *
 * const name = await input('Your name? ').catch(() => 'nobody'); // where no questions are taken, the cell goes on
 * console.log(`Hello, ${name}!`);
 * ```
 *
 * The cell waits for the answer, and Stop ends it. Throws where nobody can answer: in a notebook that a program runs,
 * in a script, or on a kernel without questions.
 */
export async function input(prompt = '', options: InputOptions = {}): Promise<string> {
  const answer = ask(String(prompt), options.password === true);
  if (!answer) throw new Error('input: nobody can be asked here; run it in a notebook, on the kernel of this course');
  return answer;
}
