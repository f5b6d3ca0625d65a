/** Which completions fit what is typed, and in what order they are offered. */

/** One way to go on. */
export interface Candidate {
  /** What is typed to find it. */
  name: string;
  /** What is written in the place of what was typed. */
  text: string;
  /** What it is, in the words that JupyterLab colours. */
  type: string;
  /** The compiler's order: what it thinks likelier comes earlier in the alphabet. */
  order: string;
  deprecated: boolean;
}

/** All members of TensorFlow's module have room; a front end narrows the list itself while more is typed. */
const most = 1000;

/** Those that fit what is typed, the likeliest first, each text once. */
export function rank<T extends Candidate>(candidates: T[], typed: string): T[] {
  const fitting = candidates
    .map((candidate) => ({ candidate, fit: fit(candidate.name, typed) }))
    .filter(({ fit }) => fit < 3)
    .sort(
      (a, b) =>
        Number(a.candidate.deprecated) - Number(b.candidate.deprecated) ||
        a.fit - b.fit ||
        compare(a.candidate.order, b.candidate.order) ||
        Number(a.candidate.name.startsWith('_')) - Number(b.candidate.name.startsWith('_')) ||
        compare(a.candidate.name.toLowerCase(), b.candidate.name.toLowerCase()),
    );
  const once = new Map<string, T>();
  for (const { candidate } of fitting) if (!once.has(candidate.text)) once.set(candidate.text, candidate);
  return [...once.values()].slice(0, most);
}

/** 0 if the name starts with what is typed, 1 if it does but for capitals, 2 if it holds it, 3 if not: one letter is in many. */
function fit(name: string, typed: string): number {
  if (name.startsWith(typed)) return 0;
  const place = name.toLowerCase().indexOf(typed.toLowerCase());
  return place === 0 ? 1 : place > 0 && typed.length > 1 ? 2 : 3;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
