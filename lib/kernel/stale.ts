/** Names that are out of date: a cell that ended in an error would have declared them anew. */

const declaration = /^(?:async\s+)?(?:function\*?|class|const|let|var)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;

/** The names that a cell declares at its top level. */
export function declaredNames(code: string): string[] {
  return [...code.matchAll(declaration)].map(([, name]) => name!);
}

export class StaleNames {
  private readonly names = new Set<string>();

  /** Takes note of a cell that has run: a failed one leaves its names stale, a sound one brings them up to date. */
  note(code: string, failed: boolean): void {
    for (const name of declaredNames(code)) {
      if (failed) this.names.add(name);
      else this.names.delete(name);
    }
  }

  has(name: string): boolean {
    return this.names.has(name);
  }
}
