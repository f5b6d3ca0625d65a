/** Which cells are graded, and of whom the front takes requests, where marks are given. */

/**
 * The id in a graded cell's code; undefined for any other cell. The rule: the last line that is neither empty nor a `//`
 * comment is one whole call `grade('ID', …)`, its id in quotes. Whoever grades puts that line there, after the student.
 */
export function gradedId(code: string): string | undefined {
  const lines = code.split('\n').map((line) => line.trim());
  const last = lines.filter((line) => line && !line.startsWith('//')).at(-1) ?? '';
  return /^grade\(\s*(['"])([^'"\\]+)\1\s*,.*\)\s*;?$/.exec(last)?.[2];
}

/**
 * The one peer whose requests count: who spoke first, which is before any student's code has run. Such code may find the
 * kernel's sockets and its key, and would ask for cells in the name of a graded one.
 */
export class OnlyFirst {
  private first: string | undefined;

  allows(identity: Buffer): boolean {
    const name = identity.toString('hex');
    this.first ??= name;
    return name === this.first;
  }
}
