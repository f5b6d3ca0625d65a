/** The third exercise of lesson 08: a gradient check that finds broken operations. */
import { words } from '../../words';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson08.exercises.broken;

/** An operation as somebody typed it: its value, its slope, and where to try it. */
export interface Operation {
  name: string;
  f: (a: number) => number;
  slope: (a: number) => number;
  places: number[];
}

/** Why an operation is hard to judge: none is what `clear` is. */
type Trap = 'clear' | 'later place' | 'too small' | 'sign' | 'thousandth' | 'large' | 'flat';

const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));

/** The operations of the check: name, f, slope, places, whether it is broken, and what it catches. */
const operations: (Operation & { isBroken: boolean; trap: Trap })[] = [
  { name: 'tanh', f: Math.tanh, slope: (a) => 1 - Math.tanh(a) ** 2, places: [-2, 0.3, 1, 13], isBroken: false, trap: 'flat' },
  { name: 'hinge', f: (a) => Math.max(0, 1 - a), slope: () => -1, places: [-1, 3, 0.5], isBroken: true, trap: 'later place' },
  { name: 'exp', f: Math.exp, slope: Math.exp, places: [-1, 0, 12], isBroken: false, trap: 'large' },
  { name: 'cube', f: (a) => a ** 3, slope: (a) => 2 * a ** 2, places: [-1, 2], isBroken: true, trap: 'too small' },
  { name: 'cos', f: Math.cos, slope: Math.sin, places: [0.7, 2], isBroken: true, trap: 'sign' },
  { name: 'log', f: Math.log, slope: (a) => 1 / a, places: [0.2, 1, 40], isBroken: false, trap: 'clear' },
  { name: 'log10', f: Math.log10, slope: (a) => 1 / (2.3 * a), places: [0.1, 0.5], isBroken: true, trap: 'thousandth' },
  { name: 'sigmoid', f: sigmoid, slope: sigmoid, places: [-1, 0.5], isBroken: true, trap: 'clear' },
  { name: 'square', f: (a) => a * a, slope: (a) => 2 * a, places: [-3, 5000, -5000], isBroken: false, trap: 'large' },
  { name: 'reciprocal', f: (a) => 1 / a, slope: (a) => 1 / a ** 2, places: [0.5, 2], isBroken: true, trap: 'sign' },
  { name: 'relu', f: (a) => Math.max(0, a), slope: (a) => (a > 0 ? 1 : 0), places: [-1, 2], isBroken: false, trap: 'clear' },
  { name: 'leaky', f: (a) => (a > 0 ? a : a / 5), slope: (a) => (a > 0 ? 1 : 0), places: [3, -1, 2], isBroken: true, trap: 'later place' },
]; // prettier-ignore

/** Transfer: a function that finds, in operations it has never seen, those whose backward pass is broken. */
export const broken: Exercise<(operations: Operation[]) => string[]> = {
  points: 3,
  hints: say.hints,
  judge(attempt): Verdict {
    const copies = () =>
      operations.map(({ name, f, slope, places }) => ({ name, f: (a: number) => f(a), slope: (a: number) => slope(a), places: [...places] })); // prettier-ignore
    const answer: unknown = attempt(copies());
    if (!Array.isArray(answer) || answer.some((name) => typeof name !== 'string')) return wrong(say.nothing);
    const accused = new Set(answer as string[]);
    const stranger = [...accused].find((name) => operations.every((one) => one.name !== name));
    if (stranger !== undefined) return wrong(say.stranger(stranger));
    const missed = operations.filter(({ name, isBroken }) => isBroken && !accused.has(name));
    const harmed = operations.filter(({ name, isBroken }) => !isBroken && accused.has(name));
    const faults = missed.length + harmed.length;
    if (faults === 0) return { status: 'passed', points: 3, message: say.passed(operations.length) };
    const example = {
      input: operations.map(({ name }) => name).join(', '),
      expected: list(operations.filter(({ isBroken }) => isBroken).map(({ name }) => name)),
      came: list([...accused]),
    };
    const points = faults === 1 ? 2 : 0;
    return { status: 'wrong', points, message: messageFor(accused.size, missed, harmed), example };
  },
};

function messageFor(accused: number, missed: typeof operations, harmed: typeof operations): string {
  if (accused === 0) return say.none;
  if (accused === operations.length) return say.all;
  if (missed.length + harmed.length === operations.length) return say.turned;
  const [names, innocent] = [missed, harmed].map((some) => inWords(some.map(({ name }) => name))) as [string, string];
  const only = (some: typeof operations, ...traps: Trap[]) =>
    some.length > 0 && some.every(({ trap }) => traps.includes(trap));
  if (only(harmed, 'large')) return say.absolute(innocent);
  if (only(harmed, 'flat')) return say.flat(innocent);
  if (harmed.length > 0) return say.accused(innocent);
  if (only(missed, 'thousandth')) return say.lax(names);
  if (only(missed, 'sign')) return say.signless(names);
  if (only(missed, 'later place')) return say.firstPlace(names);
  if (missed.some(({ trap }) => trap === 'too small')) return say.noSize(names);
  return say.missed(names);
}

const list = (names: string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`;
const inWords = (names: string[]) => words.list(names);
