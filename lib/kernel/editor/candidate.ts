/** What the compiler offers as what the kernel offers: the text to write, and its kind in JupyterLab's words. */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { Candidate } from './rank';
import type { View } from './view';

/** What stands around the cursor and is to be completed. */
export interface Word {
  start: number;
  end: number;
}

/** A candidate, and where it starts if that is not at the word. */
export type Found = Candidate & { from?: number };

export function candidate(entry: TypeScript.CompletionEntry, word: Word, { declared }: View): Found {
  const { name, insertText, replacementSpan, sortText, kind, kindModifiers = '' } = entry;
  const own = declared.has(name) && String(kind) !== 'keyword'; // of an earlier cell: before all that is global
  const from = replacementSpan && replacementSpan.start < word.start ? replacementSpan.start : undefined;
  return {
    name: unquoted(name),
    text: insertText ?? (name.startsWith('"') ? quoted(name) : name),
    type: types[kind] ?? kind,
    order: own ? '11+' : sortText,
    deprecated: /\bdeprecated\b/.test(kindModifiers),
    ...(from !== undefined && { from }),
  };
}

/** A key that is no identifier comes in double quotes. */
function unquoted(name: string): string {
  return name.startsWith('"') ? (JSON.parse(name) as string) : name;
}

function quoted(name: string): string {
  return /['\\]/.test(name) ? name : `'${unquoted(name)}'`;
}

/** JupyterLab's own words for the compiler's kinds of things; others go by their own. */
const types: Record<string, string> = {
  method: 'function',
  'local function': 'function',
  call: 'function',
  var: 'instance',
  let: 'instance',
  const: 'instance',
  'local var': 'instance',
  parameter: 'instance',
  alias: 'instance',
  getter: 'property',
  setter: 'property',
  accessor: 'property',
  'local class': 'class',
  'enum member': 'property',
  'external module name': 'module',
  script: 'path',
  directory: 'path',
  string: 'value',
};
