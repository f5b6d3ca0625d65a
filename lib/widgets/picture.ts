/** Widgets as still pictures in HTML, for pages where nothing moves. */
import { escapeHtml } from '../html';
import { words } from '../words';

const grey = '#787878'; // legible on a light page and on a dark one
const blue = '#0072b2';
const box = `border: 1px solid ${grey}; border-radius: 2px; padding: 1px 6px;`;

/** A picture and the sentence that says why it does not move. */
export function still(picture: string): string {
  return `<div>${picture}<div style="color: ${grey}; font-size: 85%">${escapeHtml(sentence())}</div></div>`;
}

function sentence(): string {
  const { still } = words.widgets;
  return `${still[0]!.toUpperCase()}${still.slice(1)}.`;
}

/** A line: what it is, and what it holds. */
export function line(description: string, content: string): string {
  const label = description ? `<span>${escapeHtml(description)}</span> ` : '';
  return `<div style="padding: 2px 0">${label}${content}</div>`;
}

/** A track with handles at parts (0 to 1) of its length, and the value they stand for. */
export function track(parts: readonly number[], value: string): string {
  const at = (part: number) => 5 + 140 * Math.min(1, Math.max(0, part || 0));
  const handles = parts.map((part) => `<circle cx="${at(part).toFixed(1)}" cy="8" r="5" fill="${blue}"/>`).join('');
  const rail = `<line x1="5" y1="8" x2="145" y2="8" stroke="${grey}" stroke-width="2"/>`;
  const picture = `<svg width="150" height="16" style="vertical-align: middle" role="img" aria-label="${escapeHtml(value)}">${rail}${handles}</svg>`;
  return `${picture} <span>${escapeHtml(value)}</span>`;
}

/** A part (0 to 1) of a bar that is full. */
export function bar(part: number): string {
  const width = (150 * Math.min(1, Math.max(0, part || 0))).toFixed(1);
  const full = `<rect width="${width}" height="12" fill="${blue}"/>`;
  return `<svg width="150" height="12" role="img"><rect width="150" height="12" fill="none" stroke="${grey}"/>${full}</svg>`;
}

/** Text in a box, as in a field, a list or on a button. */
export function boxed(text: string): string {
  return `<span style="${box}">${escapeHtml(text) || '&nbsp;'}</span>`;
}

/** Things beside each other, or below each other. */
export function together(pictures: readonly string[], direction: 'row' | 'column'): string {
  return `<div style="display: flex; flex-direction: ${direction}; gap: 4px 16px">${pictures.join('')}</div>`;
}
