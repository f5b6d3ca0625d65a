/** What was typed: the newest sound cell that declares a name, so that code can be shown as its writer knows it. */
import { declaredNames } from './stale';

export class Sources {
  private readonly cells = new Map<string, string>();

  /** Takes note of a cell that has run; one that failed declares nothing. */
  note(code: string, failed: boolean): void {
    if (!failed) for (const name of declaredNames(code)) this.cells.set(name, code);
  }

  of(name: string): string | undefined {
    return this.cells.get(name);
  }
}
