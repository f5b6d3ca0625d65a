/** The lessons as the lint reads them: what is said in sentences, without code, formulas and headings; and the glossary. */
import { readFileSync } from 'node:fs';
import { notebooksIn, readNotebook, sourceOf } from '../support/notebooks';
import { inRoot } from '../support/paths';

/** A lesson, read from its notebook. */
export interface Lesson {
  /** Such as 03. */
  number: string;
  /** Such as 03-perceptron.ipynb. */
  file: string;
  header: string;
  /** Each code cell. */
  code: string[];
  /** Each Markdown cell. */
  markdown: string[];
  /** What stands after **Terms:**. */
  list: string;
  terms: string[];
  /** All that is said from the end of the header to the list of the terms. */
  prose: string;
}

export const lessons: Lesson[] = notebooksIn('notebooks').map((path) => {
  const { cells } = readNotebook(path);
  const sources = (type: string) => cells.filter(({ cell_type }) => cell_type === type).map(sourceOf);
  const markdown = sources('markdown');
  const list = /^\*\*Terms:\*\* (.*)$/m.exec(markdown.at(-1)!)?.[1] ?? '';
  const [, afterHeader = ''] = /\n- .*\n\n([^]*)$/.exec(markdown[0]!) ?? [];
  return {
    ...{
      number: path.slice(10, 12),
      file: path.slice(10),
      header: markdown[0]!,
      code: sources('code'),
      markdown,
      list,
    },
    terms: [...list.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]!),
    prose: sentencesIn([afterHeader, ...markdown.slice(1)].join('\n\n')),
  };
});

function sentencesIn(markdown: string): string {
  return markdown
    .replace(/^\*\*(Terms|Next|Read|Practise):\*\*.*$/gm, '')
    .replace(/^#+ .*$/gm, '')
    .replace(/\$\$[^]*?\$\$|\$[^$\n]+\$|`[^`\n]+`/g, '…')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\*)\*[^*\n]+\* \(\d{4}\)/g, ''); // the title of a book and its year
}

/** The page of notation, and the entries of its glossary. */
export const notation = readFileSync(inRoot('notebooks/notation.md'), 'utf8');
export const glossary = notation
  .slice(notation.indexOf('## Glossary'))
  .split('\n')
  .filter((line) => line.startsWith('- '))
  .map((line) => {
    const [, id, term, links, meaning] = /^- <a id="([a-z0-9-]+)"><\/a>\*\*(.+?)\*\* \((.+?\.ipynb\))\): (.+)$/.exec(line) ?? []; // prettier-ignore
    return { line, id, term: term ?? '', links, meaning: meaning ?? '' };
  });

/** Where a term stands on the page of notation. */
export function anchorOf(term: string): string {
  return term
    .toLowerCase()
    .replaceAll(' ', '-')
    .replace(/[^a-z0-9-]/g, '');
}

/** Where a text speaks of a term, in any form: "fires" and "firing" for "fire"; not as a part of a longer term. */
export function usesOf(term: string, text: string): number[] {
  const longer = glossary.map((entry) => entry.term).filter((other) => other !== term && other.includes(term));
  const own = longer.reduce((rest, other) => rest.replace(formsOf(other), (use) => '…'.repeat(use.length)), text);
  return [...own.matchAll(formsOf(term))].map(({ index }) => index);
}

function formsOf(term: string): RegExp {
  const [stem] = /^.*?(?=(?:e|ing|ence|ion|y)?$)/.exec(term)!;
  const endings = stem === term ? '(s|es|ed)?' : '(e|es|ed|s|ing|ence|ions?|y|ies)';
  return new RegExp(`(?<![\\w-])${stem}${endings}(?![\\w-])`, 'gi');
}
