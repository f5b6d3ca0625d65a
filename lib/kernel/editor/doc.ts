/** Doc comments: their text with its links written plainly, and their tags with their names. */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { Card } from './card';

type Parts = TypeScript.SymbolDisplayPart[] | undefined;
type Documented = Pick<Card, 'notes' | 'doc' | 'lists' | 'sections'>;

/** The title of a tag that has one of its own; others go by their name. */
const titles: Record<string, string> = {
  return: 'Returns',
  returns: 'Returns',
  throws: 'Throws',
  exception: 'Throws',
  example: 'Example',
  default: 'Default',
  defaultvalue: 'Default',
  see: 'See',
};

/** Marks for programs that make web pages of the comments. */
const unsaid = new Set(['doc', 'internal', 'public', 'export', 'typedef', 'callback', 'template']);

export function document(documentation: Parts, tags: TypeScript.JSDocTagInfo[] = []): Documented {
  const told = tags.filter(({ name }) => !unsaid.has(name));
  const deprecated = told.filter(({ name }) => name === 'deprecated');
  const items = told.filter(({ name }) => name === 'param').map(({ text }) => parameter(text));
  return {
    notes: deprecated.map(({ text }) => `**Deprecated** ${plainText(text)}`.trim()),
    doc: plainText(documentation),
    lists: items.length > 0 ? [{ title: 'Parameters', items }] : [],
    sections: told
      .filter(({ name }) => name !== 'param' && name !== 'deprecated')
      .map(({ name, text }) => ({
        title: titles[name] ?? name[0]!.toUpperCase() + name.slice(1),
        text: name === 'example' ? example(plainText(text)) : plainText(text).replace(/\s+\*$/, ''), // a star that @see leaves
      })),
  };
}

/** The text of a comment; a link becomes its words, or else the name it points to. */
export function plainText(parts: Parts): string {
  let text = '';
  for (const part of parts ?? []) {
    if (part.kind === 'link') continue; // the braces
    if (part.kind === 'linkName') text += `\`${part.text}\``;
    else if (part.kind === 'linkText') text = linked(text, part.text);
    else text += part.text;
  }
  return text.trim();
}

/** Puts a link's own words in the place of the name before them; without a name, they begin with an address. */
function linked(text: string, words: string): string {
  const [, address, shown = address] = /^(https?:\S+?)(?:\s*[|\s]\s*(.+))?$/.exec(words.trim()) ?? [];
  if (address) return `${text}[${shown}](${address})`;
  const label = words.replace(/^\s*\|?\s*/, '');
  if (label === '' || label.startsWith('(')) return text + label;
  return text.replace(/`[^`]*`$/, '') + label;
}

/** What is said of a parameter; many write a dash in front. */
export function parameterText(parts: Parts): string {
  return plainText(parts).replace(/^-\s*/, '');
}

function parameter(parts: Parts): { name: string; text: string } {
  const [first, ...rest] = parts ?? [];
  if (first?.kind === 'parameterName') return { name: first.text, text: parameterText(rest) };
  const [, name = '', text = ''] = /^(\S+)\s*-?\s*([^]*)$/.exec(plainText(parts)) ?? [];
  return { name, text };
}

/** An example is code, whether its author fenced it or not. */
function example(text: string): string {
  return text.includes('```') ? text : `\`\`\`ts\n${text}\n\`\`\``;
}
