/** A card: a heading, paragraphs and a list, as HTML for a notebook and as text for everyone else. */
import { display } from '../display';
import { escapeHtml } from '../html';

/** How a card is marked: by a sign and a word first, by a colour second. */
export type Mood = 'good' | 'bad' | 'neutral';

/** What stands on a card. */
export interface Card {
  mood: Mood;
  heading: string;
  lines?: string[];
  /** A list with letters, such as the choices of a question. */
  choices?: string[];
  /** Code, line by line: in both versions, in the one only, or in the other. */
  code?: readonly CodeLine[];
}

/** A line of code and the sign in front of it, as in a diff. */
export interface CodeLine {
  sign: ' ' | '-' | '+';
  text: string;
}

const signs: Record<Mood, string> = { good: '✓', bad: '✗', neutral: '○' };

// JupyterLab's own colours, which follow its theme; the second is for pages outside of it.
const colours: Record<Mood, string> = {
  good: 'var(--jp-success-color1, #1b7f3b)',
  bad: 'var(--jp-warn-color0, #b35900)',
  neutral: 'var(--jp-border-color0, #888)',
};

/** Displays a card under the cell. */
export function showCard(card: Card): void {
  display({ 'text/html': toHtml(card), 'text/plain': toText(card) });
}

/** The card as text, a line each. */
export function toText({ mood, heading, lines = [], choices = [], code = [] }: Card): string {
  return [
    `${signs[mood]} ${heading}`,
    ...lines,
    ...choices.map((choice, i) => `  ${letter(i)}) ${choice}`),
    ...code.map(({ sign, text }) => `${sign} ${text}`),
  ].join('\n');
}

/** The card as HTML, read out as one by a screen reader. */
export function toHtml({ mood, heading, lines = [], choices = [], code = [] }: Card): string {
  // The letters are written out: JupyterLab's styles make numbers of a list's own.
  const list = choices.map((choice, i) => `<li>${letter(i)}) ${inline(choice)}</li>`).join('');
  return (
    `<div role="status" style="border-left: 4px solid ${colours[mood]}; padding: 0.2em 0 0.2em 0.8em; max-width: 60em">` +
    `<strong>${signs[mood]} ${inline(heading)}</strong>` +
    lines.map((line) => `<p style="margin: 0.3em 0">${inline(line)}</p>`).join('') +
    (list && `<ul style="margin: 0.3em 0; padding-left: 1em; list-style: none">${list}</ul>`) +
    (code.length > 0 ? `<pre style="margin: 0.3em 0; overflow-x: auto">${code.map(codeLine).join('')}</pre>` : '') +
    `</div>`
  );
}

// Thin enough that JupyterLab's own ink is legible on it, on a light page and on a dark one.
const washes = { ' ': 'none', '-': 'rgba(230, 120, 0, 0.18)', '+': 'rgba(0, 160, 80, 0.18)' };

function codeLine({ sign, text }: CodeLine): string {
  return `<span style="display: block; background: ${washes[sign]}">${sign} ${escapeHtml(text)}</span>`;
}

/** Text in HTML; what stands between backticks is code, between stars emphasised. */
function inline(text: string): string {
  const emphasised = (words: string) => words.replace(/(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])/g, '<em>$1</em>');
  const parts = escapeHtml(text).split('`'); // the odd ones are code, if each sign has its other
  if (parts.length % 2 === 0) return parts.join('`');
  return parts.map((part, i) => (i % 2 ? `<code>${part}</code>` : emphasised(part))).join('');
}

/** a, b, c … for 0, 1, 2 … */
export function letter(place: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + place);
}
