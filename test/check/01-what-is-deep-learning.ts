/** Answers to the exercises of lesson 01, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson01.exercises;

/** A student's loops for a border, with the lines that go wrong left open. */
const loops = ({
  first = 'values[0]',
  start = 'Infinity',
  candidates = 'values',
  answer = 'value >= candidate ? 1 : 0',
  of = '',
  better = 'mistakes < fewest',
  end = 'return best;',
}) => `
  let best = ${first};
  let fewest = ${start};
  for (const candidate of ${candidates}) {
    const mistakes = values.filter((value, i) => ${of}(${answer}) !== ys[i]).length;
    if (${better}) {
      fewest = mistakes;
      best = candidate;
    }
  }
  ${end}`;

const means = `
  const mean = (numbers: number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const of = (kind: number) => values.filter((_, i) => ys[i] === kind);`;

/** Rules for shapes by what is measured of the bright pixels, each with its row and column. */
const measured = (answer: string, bright = 'v > 0.3') => `
  const lit: number[][] = [];
  picture.forEach((row, i) => row.forEach((v, j) => { if (${bright}) lit.push([i, j]); }));
  const [rows, columns] = [lit.map((p) => p[0]), lit.map((p) => p[1])];
  const box = (Math.max(...rows) - Math.min(...rows) + 1) * (Math.max(...columns) - Math.min(...columns) + 1);
  const share = lit.length / box;
  ${answer}`;

export const answers: Record<string, Answers> = {
  '01.1': {
    right: [
      {
        name: 'a loop',
        code: `let errors = 0;
          for (let i = 0; i < names.length; i++) if (guesses[i].indexOf(names[i]) < 0) errors++;
          return errors / names.length;`,
      },
      {
        name: 'one minus the share that was found',
        code: 'return 1 - guesses.filter((five, i) => five.some((one) => one === names[i])).length / guesses.length;',
      },
    ],
    wrong: [
      {
        name: 'the share that was found',
        code: 'return names.filter((name, i) => guesses[i].includes(name)).length / names.length;',
        message: say.topFive.accuracy,
      },
      {
        name: 'the top-1 error',
        code: 'return names.filter((name, i) => guesses[i][0] !== name).length / names.length;',
        message: say.topFive.first,
      },
      {
        name: 'a picture with any wrong guess',
        code: 'return names.filter((name, i) => guesses[i].some((one) => one !== name)).length / names.length;',
        message: say.topFive.any,
      },
      {
        name: 'the number of errors',
        code: 'return names.filter((name, i) => !guesses[i].includes(name)).length;',
        message: say.topFive.count,
      },
      {
        name: 'percent',
        code: 'return (100 * names.filter((name, i) => !guesses[i].includes(name)).length) / names.length;',
        message: say.topFive.percent,
      },
      {
        name: 'a share of the guesses',
        code: 'return names.filter((name, i) => !guesses[i].includes(name)).length / guesses.flat().length;',
        message: say.topFive.guesses,
      },
      {
        name: 'all guesses in one list',
        code: 'return names.filter((name) => !guesses.flat().includes(name)).length / names.length;',
        message: say.topFive.flat,
      },
      {
        name: 'the first name for all pictures',
        code: 'return guesses.filter((five) => !five.includes(names[0])).length / names.length;',
        message: say.topFive.firstName,
      },
      {
        name: 'a name within another',
        code: "return names.filter((name, i) => !guesses[i].join(' ').includes(name)).length / names.length;",
        message: say.topFive.part,
      },
      { name: 'no return', code: 'names.length;', message: say.topFive.nothing },
      { name: 'something else', code: 'return 0.25;', message: say.topFive.wrong },
    ],
  },
  '01.2': {
    right: [
      {
        name: 'borders between the values',
        code: `
          const sorted = [...values].sort((a, b) => a - b);
          const between = sorted.map((value, i) => (i === 0 ? value - 1 : (value + sorted[i - 1]) / 2));
          ${loops({ candidates: 'between' })}`,
      },
      { name: 'the last of equally good borders', code: loops({ better: 'mistakes <= fewest' }) },
    ],
    wrong: [
      { name: 'the number of mistakes', code: loops({ end: 'return fewest;' }), message: say.border.count },
      {
        name: 'the place in the list',
        code: loops({ end: 'return values.indexOf(best);' }),
        message: say.border.index,
      },
      { name: 'the mean of all', code: `${means}\nreturn mean(values);`, message: say.border.mean },
      {
        name: 'halfway between the means',
        code: `${means}\nreturn (mean(of(0)) + mean(of(1))) / 2;`,
        message: say.border.middle,
      },
      { name: 'the smallest of the 1s', code: `${means}\nreturn Math.min(...of(1));`, message: say.border.smallest },
      { name: 'the largest of the 0s', code: `${means}\nreturn Math.max(...of(0));`, message: say.border.largest },
      {
        name: 'the most mistakes',
        code: loops({ start: '-1', better: 'mistakes > fewest' }),
        message: say.border.most,
      },
      {
        name: 'the border on the other side',
        code: loops({ answer: 'value > candidate ? 1 : 0' }),
        message: say.border.strictly,
      },
      { name: 'no return', code: loops({ end: '' }), message: say.border.nothing },
      { name: 'NaN', code: 'return values[values.length] * 1;', message: say.border.notANumber },
      {
        name: 'values sorted in place',
        code: `values.sort((a, b) => a - b);${loops({})}`,
        message: say.border.changes,
      },
      {
        name: 'always the same border',
        code: 'return 4;',
        message:
          /^For the flippers of the penguins, your border makes \d+ mistakes, and there is one that makes \d+\.$/,
      },
      {
        name: 'the last of four',
        code: 'return 8;',
        message: /your border makes 1 mistake, and there is one that makes 0\.$/,
      },
      { name: 'only the 1s that are missed', code: loops({ of: 'ys[i] === 1 && ' }), message: say.border.oneKind },
      { name: 'only the false alarms', code: loops({ of: 'ys[i] === 0 && ' }), message: say.border.oneKind },
      {
        name: 'whole numbers from 0',
        code: loops({ first: '0', candidates: 'Array.from({ length: 300 }, (_, i) => i)' }),
        message: /^For decimals, your border makes/,
      },
    ],
  },
  '01.3': {
    right: [
      {
        name: 'the share of the box',
        code: measured('if (share > 0.93) return 1;\nreturn share > 0.68 ? 0 : 2;'),
        message: /Rules can win here/,
      },
      {
        name: 'the widths of the rows',
        code: `
          const widths = picture.map((row) => row.filter((v) => v > 0.3).length).filter((width) => width > 0);
          const [top, middle, bottom] = [widths[0], widths[widths.length >> 1], widths.at(-1)!];
          if (top <= 2 && bottom >= middle) return 2;
          return top < 0.8 * middle ? 0 : 1;`,
      },
    ],
    wrong: [
      { name: 'always a square', code: 'return 1;', message: say.shape.constant('square') },
      {
        name: 'a share of the whole picture',
        code: measured('const part = lit.length / 256; return part > 0.93 ? 1 : part > 0.68 ? 0 : 2;'),
        message: say.shape.constant('triangle'),
      },
      {
        name: 'the area alone',
        code: measured('return lit.length > 60 ? 1 : lit.length > 35 ? 0 : 2;'),
        message: /follow the size of the shape/,
      },
      {
        name: 'circle and square in each other’s place',
        code: measured('return share > 0.93 ? 0 : share > 0.68 ? 1 : 2;'),
        message: /some names are mixed up/,
      },
      {
        name: 'no circles',
        code: measured('return share > 0.8 ? 1 : 2;'),
        message: /The answer is never circle\./,
        points: 1,
      },
      {
        name: 'a border too high',
        code: measured('return share > 0.93 ? 1 : share > 0.78 ? 0 : 2;'),
        message: /Draw pictures with what you measured/,
        points: 2,
      },
      {
        name: 'paper taken for bright',
        code: measured('return share > 0.93 ? 1 : share > 0.68 ? 0 : 2;', 'v > 0.1'),
        message: /Draw pictures with what you measured/,
      },
      { name: 'names', code: "return 'circle' as unknown as number;", message: say.shape.texts },
      { name: 'no return', code: measured(''), message: say.shape.nothing },
      {
        name: 'numbers from 1',
        code: measured('return share > 0.93 ? 2 : share > 0.68 ? 1 : 3;'),
        message: /A shape is 0, 1 or 2/,
      },
    ],
  },
};
