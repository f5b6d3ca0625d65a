/** What the third exercise of lesson 07 answers: how many bikes to set out. */
import { number } from '../numbers';

export const stock = {
  numbers: (answer: number, cost: number, best: number) =>
    `At five o’clock your ${number(answer)} bikes cost ${number(cost)} euros a day on average; the best number costs ${number(best)}.`,
  passed: (numbers: string) => `${numbers} You wrote down what you want, and asked for it.`,
  nothing: '`stock` has to return one number: how many bikes to set out.',
  notFinite: 'The answer is not a finite number. Is there a division by 0, or an index past the end?',
  mean: (numbers: string) => `${numbers} That is the mean, what squares ask for. They don’t know the prices.`,
  median: (numbers: string) => `${numbers} That is the median, right only where both prices are equal.`,
  reversed: (numbers: string) => `${numbers} The prices are exchanged: on which days are bikes missing?`,
  largest: (numbers: string) => `${numbers} You are never short, and pay for idle bikes every day but one.`,
  cost: 'That is the cost itself, in euros. Return the number of bikes at which it is lowest.',
  ratio: (numbers: string) =>
    `${numbers} Nearly the right idea: where one number balances, missing · (days above) = idle · (days below). The share of days below is then missing / (missing + idle).`,
  fixed: (numbers: string) => `${numbers} Right for these prices only: use \`missing\` and \`idle\`, not 3 and 1.`,
  near: (numbers: string) => `${numbers} Close. Try more numbers, or walk on with smaller steps.`,
  wrong: (numbers: string) =>
    `${numbers} Try your cost on one day, prices 3 and 1: with 10 asked for, 8 set out should cost 6, and 12 set out 2. If it does, look at the search: does it reach the largest number in \`lent\`, and does it look for the lowest?`,
  squares: (numbers: string) =>
    `${numbers} You square how many are missing or idle. The prices are for each bike: ten bikes cost ten times as much as one.`,
  days: (numbers: string) =>
    `${numbers} Your number is the largest or the smallest of all. A price is for each bike, so multiply it by how many; and on one day bikes are either missing or idle, never both.`,
  elsewhere: (lent: readonly number[], missing: number, idle: number, answer: number, cost: number, best: number) =>
    `Good for five o’clock at these prices, not for others: for ${lent.length > 12 ? `${lent.length} other days` : `[${lent.join(', ')}]`} and the prices ${missing} and ${idle}, your ${number(answer)} bikes cost ${number(cost)} a day, the best number ${number(best)}. Does your search suit these, too? Does it use both prices, and sort numbers as numbers?`,
  hints: [
    'Two parts: what one number of bikes costs over all the days, as a function, and a search for the number with the lowest cost.',
    'On a day with y asked for and s set out, y > s costs `missing * (y - s)`, else `idle * (s - y)`. The lowest cost is at one of the numbers in `lent`: try them all. Or walk down: the slope is idle for each day below s, −missing for each above.',
    'With equal prices it would be: `const cost = (s: number) => lent.reduce((sum, y) => sum + Math.abs(y - s), 0); return lent.reduce((best, s) => (cost(s) < cost(best) ? s : best));`, which is the median. Put the two prices into the cost.',
  ],
} as const;
