/** The exercises of lesson 01: ImageNet's measure, a border that examples choose, rules for a drawn world. */
import { penguins } from '../../data/tables';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import { rounded } from '../arithmetic';
import { judgeByTable } from '../table';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson01.exercises;

type TopFive = (guesses: string[][], names: string[]) => number;

/** The share of pictures of which something is true. */
const shareWhere =
  (holds: (five: string[], name: string) => boolean, of = 1): TopFive =>
  (guesses, names) =>
    rounded((of * names.filter((name, i) => holds(guesses[i]!, name)).length) / names.length) as number;

/** Recall: the top-5 error. */
export const topFiveError: Exercise<TopFive> = {
  points: 1,
  hints: say.topFive.hints,
  judge: (attempt) =>
    judgeByTable((guesses: string[][], names: string[]) => rounded(attempt(guesses, names)), {
      points: 1,
      inputs: [
        [[['cat', 'dog', 'fox', 'cow', 'owl'], ['car', 'bus', 'van', 'tram', 'bike']], ['fox', 'boat']], // prettier-ignore
        [[['cat', 'dog', 'fox', 'cow', 'owl'], ['owl', 'cow', 'fox', 'dog', 'cat'], ['oak', 'elm', 'ash', 'fir', 'yew']], ['cat', 'cat', 'cat']], // prettier-ignore
        [[['cat', 'dog', 'fox', 'cow', 'owl'], ['car', 'bus', 'van', 'tram', 'bike'], ['catfish', 'eel', 'pike', 'cod', 'ray']], ['dog', 'van', 'cat']], // prettier-ignore
        [[['cat', 'dog', 'fox', 'cow', 'owl']], ['owl']],
        [[['cat', 'dog', 'fox', 'cow', 'owl']], ['bee']],
      ],
      right: shareWhere((five, name) => !five.includes(name)),
      misconceptions: [
        { looksLike: shareWhere((five, name) => five.includes(name)), message: say.topFive.accuracy },
        { looksLike: shareWhere((five, name) => five[0] !== name), message: say.topFive.first },
        { looksLike: shareWhere((five, name) => five[0] === name), message: say.topFive.first },
        { looksLike: shareWhere((five, name) => five.some((one) => one !== name)), message: say.topFive.any },
        { looksLike: (guesses, names) => names.filter((name, i) => !guesses[i]!.includes(name)).length, message: say.topFive.count }, // prettier-ignore
        { looksLike: shareWhere((five, name) => !five.includes(name), 100), message: say.topFive.percent },
        { looksLike: shareOfGuesses, message: say.topFive.guesses },
        { looksLike: (guesses, names) => rounded(names.filter((name) => !guesses.flat().includes(name)).length / names.length), message: say.topFive.flat }, // prettier-ignore
        {
          looksLike: (guesses, names) => shareWhere((five) => !five.includes(names[0]!))(guesses, names),
          message: say.topFive.firstName,
        },
        { looksLike: shareWhere((five, name) => !five.join(' ').includes(name)), message: say.topFive.part },
        { looksLike: () => undefined, message: say.topFive.nothing },
      ],
      passed: say.topFive.passed,
      wrong: say.topFive.wrong,
    }),
};

/** Wrong answers among five times as many guesses. */
function shareOfGuesses(guesses: string[][], names: string[]): unknown {
  return rounded(names.filter((name, i) => !guesses[i]!.includes(name)).length / guesses.flat().length);
}

type Border = (values: number[], ys: number[]) => number;

/** What `border` is asked; in each the 1s are, for the most part, the larger numbers. */
function tasks(): [name: string, values: number[], ys: number[]][] {
  const { xs, ys } = penguins({ features: ['flipper_length_mm'] });
  const flippers = xs.arraySync().map(([length]) => length!);
  const gentoos = ys.arraySync().map((row) => row[2]!);
  tf.dispose([xs, ys]);
  return [
    ['1, 2, 7, 8 with 0, 0, 1, 1', [1, 2, 7, 8], [0, 0, 1, 1]],
    ['the flippers of the penguins', flippers, gentoos],
    ['one giant among the 1s', [4, 1, 5, 2, 100, 3], [1, 0, 1, 0, 1, 0]],
    ['decimals', [0.3, 0.1, 0.4, 0.2], [1, 0, 1, 0]],
    ['numbers below 0', [-2, -9, -1, -8, -3], [1, 0, 1, 0, 1]],
    ['a 1 that lies among the 0s', [1, 2, 3, 4, 5, 6, 7, 8], [0, 1, 0, 0, 0, 1, 1, 1]],
    ['a 0 that lies among the 1s', [1, 2, 3, 4, 5, 6, 7], [0, 0, 0, 1, 1, 0, 1]],
  ];
}

const mistakesAt = (border: number, values: readonly number[], ys: readonly number[]) =>
  values.filter((value, i) => (value >= border ? 1 : 0) !== ys[i]).length;

/** The fewest mistakes that a border can make: one of the values, or a border above all of them. */
const fewest = (values: readonly number[], ys: readonly number[]) =>
  Math.min(...[...values, Infinity].map((border) => mistakesAt(border, values, ys)));

const average = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const only = (values: readonly number[], ys: readonly number[], kind: number) =>
  values.filter((_, i) => ys[i] === kind);

/** What other ideas of a border come to. */
const borderIdeas: [like: (values: number[], ys: number[]) => number, message: string][] = [
  ...[0, 1].map((kind): [(values: number[], ys: number[]) => number, string] => [
    (values, ys) => {
      const ofKind = (border: number) => values.filter((value, i) => ys[i] === kind && (value >= border ? 1 : 0) !== kind).length; // prettier-ignore
      return values.reduce((a, b) => (ofKind(b) < ofKind(a) ? b : a));
    },
    say.border.oneKind,
  ]),
  [(values, ys) => fewest(values, ys), say.border.count],
  [(values, ys) => values.findIndex((value) => mistakesAt(value, values, ys) === fewest(values, ys)), say.border.index],
  [(values) => average(values), say.border.mean],
  [(values, ys) => (average(only(values, ys, 0)) + average(only(values, ys, 1))) / 2, say.border.middle],
  [(values, ys) => Math.min(...only(values, ys, 1)), say.border.smallest],
  [(values, ys) => Math.max(...only(values, ys, 0)), say.border.largest],
  [
    (values, ys) => values.reduce((a, b) => (mistakesAt(b, values, ys) > mistakesAt(a, values, ys) ? b : a)),
    say.border.most,
  ],
  [
    (values, ys) => {
      const strict = (border: number) => values.filter((value, i) => (value > border ? 1 : 0) !== ys[i]).length;
      return values.reduce((a, b) => (strict(b) < strict(a) ? b : a));
    },
    say.border.strictly,
  ],
];

/** Build: the border between two classes that makes the fewest mistakes on the examples. */
export const border: Exercise<Border> = {
  points: 2,
  hints: say.border.hints,
  judge(attempt): Verdict {
    const asked = tasks();
    const came: unknown[] = [];
    for (const [, values, ys] of asked) {
      const own: [number[], number[]] = [[...values], [...ys]];
      came.push(attempt(...own));
      if (String(own[0]) !== String(values) || String(own[1]) !== String(ys)) return wrong(say.border.changes);
    }
    if (came.some((one) => typeof one !== 'number')) return wrong(say.border.nothing);
    const borders = came as number[];
    if (borders.some(Number.isNaN)) return wrong(say.border.notANumber);
    const bad = asked.findIndex(([, values, ys], i) => mistakesAt(borders[i]!, values, ys) > fewest(values, ys));
    if (bad === -1) return { status: 'passed', points: 2, message: say.border.passed };
    const idea = borderIdeas.find(([like]) =>
      asked.every(([, values, ys], i) => Math.abs(like(values, ys) - borders[i]!) < 1e-6),
    );
    const [name, values, ys] = asked[bad]!;
    const found = mistakesAt(borders[bad]!, values, ys);
    return {
      ...wrong(idea?.[1] ?? say.border.wrong(name, found, fewest(values, ys))),
      ...(values.length > 10
        ? {}
        : {
            example: {
              input: `[${values.join(', ')}], [${ys.join(', ')}]`,
              expected: say.border.mistakes(fewest(values, ys)),
              came: `${borders[bad]}: ${say.border.mistakes(found)}`,
            },
          }),
    };
  },
};
