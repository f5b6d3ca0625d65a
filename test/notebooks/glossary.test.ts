/** Every term of every lesson is explained in the glossary, and every lesson explains its terms before it lists them. */
import { describe, expect, it } from 'vitest';
import { anchorOf, glossary, lessons, notation, usesOf } from './prose';

/** Terms that are also everyday words, which lessons before the one that teaches them use in that sense. */
const everyday: Record<string, string> = {
  depth: 'a bill has one in lessons 00 and 04',
};

/** Which lessons list a term, in their order. */
const listedBy = (term: string) => lessons.filter(({ terms }) => terms.includes(term));
const link = ({ number, file }: { number: string; file: string }) => `[${number}](${file})`;

describe('the glossary', () => {
  it('is in alphabetical order, and has no term twice', () => {
    const terms = glossary.map(({ term }) => term);
    expect(terms).toEqual([...new Set(terms)].sort((a, b) => a.localeCompare(b, 'en')));
  });

  it.each(glossary)(
    'explains $term in a sentence or two, under its anchor, with each lesson that lists it',
    (entry) => {
      expect(entry.term, `is no entry: ${entry.line}`).not.toBe('');
      expect(entry.id).toBe(anchorOf(entry.term));
      expect(entry.links).toBe(listedBy(entry.term).map(link).join(', '));
      const sentences = entry.meaning.split(/(?<=[.?]) (?=[A-Z])/);
      expect(sentences.length).toBeLessThanOrEqual(2);
      expect(entry.meaning).toMatch(/^[A-Z].*\.$/);
      expect(entry.meaning.split(' ').length).toBeLessThanOrEqual(40);
    },
  );

  it('knows the lesson of every letter, and no lesson that is not there', () => {
    const links = [...notation.matchAll(/\[[^\]]+\]\([^)]+\)/g)].map(([found]) => found);
    expect(links.filter((found) => !lessons.map(link).includes(found))).toEqual([]);
  });
});

describe.each(lessons)('lesson $number', ({ number, list, terms, prose }) => {
  it('lists its terms, each linked to its place in the glossary', () => {
    expect(terms.length).toBeGreaterThanOrEqual(5);
    expect(list).toBe(`${terms.map((term) => `[${term}](notation.md#${anchorOf(term)})`).join(', ')}.`);
    expect(terms.filter((term) => !glossary.some((entry) => entry.term === term))).toEqual([]);
  });

  it.each(terms)('has %s in bold where it first speaks of it', (term) => {
    const uses = usesOf(term, prose).map((place) => prose.slice(0, place));
    const isBold = (before: string) => before.split('**').length % 2 === 0; // an odd number of marks is open
    expect(uses, 'no sentence speaks of it').not.toEqual([]);
    if (term in everyday) expect(uses.some(isBold)).toBe(true);
    else expect(isBold(uses[0]!), `not bold: …${uses[0]!.slice(-60)}`).toBe(true);
  });

  it('uses no term of a later lesson, unless the sentence says which lesson that is', () => {
    const tooEarly = glossary.flatMap(({ term }) => {
      const taught = listedBy(term)[0]?.number ?? number;
      if (taught <= number || term in everyday) return [];
      const sentences = prose.split(/(?<=[.?:])\s/).filter((sentence) => usesOf(term, sentence).length);
      return sentences.filter((sentence) => !sentence.includes(taught)).map((sentence) => `${term}: ${sentence}`);
    });
    expect(tooEarly).toEqual([]);
  });
});
