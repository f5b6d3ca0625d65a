/** What the editor's part takes from TypeScript that its types leave out: the language service's own functions. */
import type * as TypeScript from '@tslab/typescript-for-tslab';

interface Internals {
  Completions: {
    getCompletionsAtPosition(
      host: TypeScript.LanguageServiceHost,
      program: TypeScript.Program,
      log: (message: string) => void,
      file: TypeScript.SourceFile,
      position: number,
      preferences: TypeScript.UserPreferences,
      triggerCharacter: undefined,
      triggerKind: undefined,
      cancellation: TypeScript.CancellationToken,
      format: undefined,
    ): TypeScript.CompletionInfo | undefined;
  };
  SignatureHelp: {
    getSignatureHelpItems(
      program: TypeScript.Program,
      file: TypeScript.SourceFile,
      position: number,
      reason: undefined,
      cancellation: TypeScript.CancellationToken,
    ): TypeScript.SignatureHelpItems | undefined;
  };
  /** The token that holds a place or ends at it, if it is a word or a literal. */
  getTouchingPropertyName(file: TypeScript.SourceFile, position: number): TypeScript.Node;
}

export type Compiler = typeof TypeScript & Internals;

/** TypeScript as tslab has loaded it. */
export function compiler(): Compiler {
  return require('@tslab/typescript-for-tslab') as Compiler;
}

/** Questions of an editor are short, so none is ever called off. */
export const neverCancelled: TypeScript.CancellationToken = {
  isCancellationRequested: () => false,
  throwIfCancellationRequested: () => undefined,
};
