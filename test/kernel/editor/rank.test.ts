/** The order of completions, and that none is offered twice. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { inRoot } from '../../support/paths';

interface Candidate {
  name: string;
  text: string;
  type: string;
  order: string;
  deprecated: boolean;
}
const { rank } = createRequire(import.meta.url)(inRoot('lib/dist/kernel/editor/rank.js')) as {
  rank: (candidates: Candidate[], typed: string) => Candidate[];
};
const candidate = (name: string, order = '11'): Candidate => ({
  name,
  text: name,
  type: 'module',
  order,
  deprecated: false,
});

it('a text that comes from two places is offered once, at its better place', () => {
  const ranked = rank([candidate('punycode', '2'), candidate('path', '2'), candidate('punycode', '1')], 'p');
  expect(ranked.map(({ name, order }) => [name, order])).toEqual([
    ['punycode', '1'],
    ['path', '2'],
  ]);
});

it('no more than 1000 are offered', () => {
  const many = Array.from({ length: 1200 }, (_, index) => candidate(`a${index}`));
  expect(rank(many, 'a')).toHaveLength(1000);
});
