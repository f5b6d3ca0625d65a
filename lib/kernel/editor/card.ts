/** What is known of a name, as a page to read: in Markdown, and in plain text for terminals. */

export interface Card {
  /** In TypeScript, as it is declared. */
  signature: string;
  /** What comes at once: which overload, which parameter, that it is deprecated. In Markdown. */
  notes: string[];
  doc: string;
  /** Lists of names with what is said of each: parameters, options. */
  lists: { title: string; items: { name: string; text: string }[] }[];
  /** What is said after the lists: where there are options to choose from, they come before long prose. */
  more?: string;
  sections: { title: string; text: string }[];
}

export function markdown({ signature, notes, doc, lists, more = '', sections }: Card): string {
  const item = ({ name, text }: { name: string; text: string }) =>
    `- \`${name}\`${text && `: ${text.replaceAll('\n', '\n  ')}`}`;
  return [
    `\`\`\`ts\n${signature}\n\`\`\``,
    ...notes,
    doc,
    ...lists.map(({ title, items }) => `**${title}**\n\n${items.map(item).join('\n')}`),
    more,
    // A text of one line stands beside its name, code and longer texts under it.
    ...sections.map(({ title, text }) =>
      text === '' ? `**${title}**` : `**${title}**${text.includes('\n') ? '\n\n' : ' '}${text}`,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The same without the marks: fences and stars go, what stands between backticks stays. */
export function plain({ signature, notes, doc, lists, more = '', sections }: Card): string {
  const item = ({ name, text }: { name: string; text: string }) =>
    `  ${name}${text && `: ${text.replaceAll('\n', '\n    ')}`}`;
  const bare = (text: string) =>
    text
      .replace(/^```.*\n?/gm, '')
      .replaceAll('**', '')
      .trim();
  return [
    signature,
    ...notes.map(bare),
    bare(doc),
    ...lists.map(({ title, items }) => `${title}:\n${items.map(item).join('\n')}`),
    bare(more),
    ...sections.map(({ title, text }) => `${title}:${text.includes('\n') ? '\n' : ' '}${bare(text)}`),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
