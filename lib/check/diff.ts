/** The difference of two texts by lines: the longest lines in common stay, the rest is taken away or added. */
import type { CodeLine } from './card';

/** The lines of both texts in order, those of `before` alone with a minus and those of `after` alone with a plus. */
export function diff(before: string, after: string): CodeLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const common = lengths(a, b);
  const lines: CodeLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i]! });
      [i, j] = [i + 1, j + 1];
    } else if (j === b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      lines.push({ sign: '-', text: a[i++]! });
    } else {
      lines.push({ sign: '+', text: b[j++]! });
    }
  }
  return lines;
}

/** For each place in both, how many lines the rests have in common: the table of Wagner and Fischer, from its end. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [row, below] = [table[i]!, table[i + 1]!];
      row[j] = a[i] === b[j] ? below[j + 1]! + 1 : Math.max(below[j]!, row[j + 1]!);
    }
  }
  return table;
}

/** A line is its text: blanks at its end and empty lines around the whole are nothing that anybody meant. */
function linesOf(text: string): string[] {
  const trimmed = text.replace(/[ \t\r]+$/gm, '').replace(/^\n+|\n+$/g, '');
  return trimmed === '' ? [] : trimmed.split('\n');
}
