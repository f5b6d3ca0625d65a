/** What the third exercise of lesson 06 answers: biases for a layer of dead units. */

/** To one digit where a whole percent would hide on which side of a limit a share lies. */
const percents = (shares: readonly number[]) =>
  shares
    .map((share) => {
      const whole = Math.round(100 * share);
      return `${[0, 25, 75, 100].includes(whole) && 100 * share !== whole ? (100 * share).toFixed(1) : whole} %`;
    })
    .join(', ');

export const wake = {
  numbers: (open: readonly number[]) => `Your units are open for ${percents(open)} of the birds.`,
  shares: (open: readonly number[]) => `there the units are open for ${percents(open)} of the examples.`,
  passed: (numbers: string) => `${numbers} The bend of each falls among them: none is dead, none is a straight line.`,
  nothing: '`wake` has to return a list with one bias for each unit.',
  length: (expected: number, came: number) =>
    `There should be ${expected} biases, one for each unit (a row of W); yours are ${came}.`,
  notANumber: 'A bias is not a number. Do you read past the end of a list, or sort an empty one?',
  changes: 'Your function changes W or X. Make new lists, with `map`; `sort` sorts the very list it is called on.',
  untouched: (numbers: string) =>
    `${numbers} Without biases the grams decide: a unit with a positive weight on them is always open, one with a negative weight always shut.`,
  sign: (numbers: string) =>
    `${numbers} Your biases have the right size and the wrong sign. A unit whose sums are about 4,000 needs a bias of about −4,000, so that z lies around 0.`,
  dead: (numbers: string) =>
    `${numbers} All your units are dead: no bird gets above 0. Do you subtract the largest sum of each? Take a value from the middle.`,
  always: (numbers: string) =>
    `${numbers} No unit is ever shut, so all of them are straight lines. Where do the sums of a unit lie, and where should its bend lie among them?`,
  smallest: (numbers: string) =>
    `${numbers} You subtract the smallest sum of each, so the bend lies at the edge: next to no bird is below it. Take a value from the middle.`,
  common: (numbers: string) =>
    `${numbers} All units have the same bias. Their weights differ, so their sums do: each needs its own.`,
  text: (numbers: string) =>
    `Right for the penguins, not for another table and other weights: ${numbers} Do you call \`sort()\`? It sorts numbers as words, 1000 before 9. Say \`sort((a, b) => a - b)\`.`,
  someDead: (numbers: string) =>
    `${numbers} At 0 % a unit is dead. What is z for a bird in the middle, and what should it be?`,
  someLinear: (numbers: string) =>
    `${numbers} None is dead, but at 100 % a unit is a straight line. Look for the bird in the middle.`,
  nearly: (numbers: string) =>
    `${numbers} No unit is dead and none is a line. But between a quarter and three quarters of the birds are asked for.`,
  elsewhere: (numbers: string) =>
    `Right for the penguins, not for another table and other weights: ${numbers} Is there a number in your code that suits the penguins only, such as a step or a count? Or do you take the middle of a list that is not sorted?`,
  hints: [
    'For one unit, write down its sums without a bias, one for each bird. Which number must be added so that half of them come out above 0?',
    'For each row of W: the list of its sums, sorted with `sort((a, b) => a - b)`; take the one in the middle, and turn its sign.',
    'For a single unit that reads a single number of each bird with weight 1, so that its sums are the numbers: `const sorted = [...numbers].sort((a, b) => a - b); return -sorted[Math.floor(sorted.length / 2)];`. Yours are sums `weights.reduce((sum, weight, i) => sum + weight * X[i][bird], 0)`, and there is a list for each row of W.',
  ],
} as const;
