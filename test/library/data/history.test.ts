/** The facts of lesson 01: dated, sourced, in order, and fit for the figures that draw them. */
import { describe, expect, it } from 'vitest';
import { data, figures } from '../../../lib/index';

const events = ['rules', 'examples'] as const;
const numbers = [
  'top-5 error',
  'multiplications per second',
  'bytes on a disk',
  'examples in a data set',
] as const satisfies data.HistoryKind[];

describe('data.history', () => {
  it('has all lines of the table, each under one kind', () => {
    const all = [...events, ...numbers].flatMap((kind) => data.history(kind));
    expect(all).toHaveLength(data.dataFrame('history').shape[0]!);
    expect(new Set(all.map(({ year, label }) => `${year} ${label}`)).size).toBe(all.length);
  });

  it.each([...events, ...numbers])('tells %s in the order of its years, each with a source', (kind) => {
    const facts = data.history(kind);
    const years = facts.map(({ year }) => year);
    expect(years).toEqual([...years].sort((a, b) => a - b));
    for (const { year, source } of facts) {
      expect(year).toBeGreaterThan(1930);
      expect(source).toMatch(/^https:\/\/\S+$/);
    }
  });

  it.each(events)('has events of %s that a timeline takes', (kind) => {
    const facts = data.history(kind);
    expect(facts.every(({ value }) => Number.isNaN(value))).toBe(true);
    expect(figures.timeline(facts).description).toContain(facts[0]!.label);
  });

  it.each(numbers)('has numbers above 0 for %s', (kind) => {
    expect(data.history(kind).every(({ value }) => value > 0)).toBe(true);
  });

  it('gives facts of your own', () => {
    data.history('rules')[0]!.year = 0;
    expect(data.history('rules')[0]!.year).toBe(1956);
  });

  it('refuses a kind that is not there', () => {
    const make = data.history as (kind: unknown) => unknown;
    for (const kind of ['rule', '', undefined]) expect(() => make(kind)).toThrow('data.history: expected kind to be');
  });
});
