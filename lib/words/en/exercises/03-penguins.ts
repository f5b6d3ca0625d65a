/** What the third exercise of lesson 03 answers: the scales of penguins. */
export const rescaled = {
  passed: (mistakes: string) =>
    `On your rows the perceptron converges with ${mistakes}. The birds are the same, and so is the rule: only the units of measurement have changed.`,
  nothing: '`rescaled` has to return the rows, as many as came in, each with as many numbers.',
  shape: (expected: string, came: string) => `The rows should have the shape ${expected}; yours have ${came}.`,
  notANumber: 'Some numbers are not finite. Do you divide by 0, or use a mean before it is computed?',
  changes: 'Your function changes the rows it was given. Make new rows, with `map`.',
  untouched: (numbers: string) =>
    `${numbers} The rows are as they were: thousands of grams still shout down the millimetres.`,
  wholesale: (numbers: string) =>
    `${numbers} You have changed all columns by the same factor or mean. Grams are still larger than millimetres by the same ratio: give each column its own.`,
  byRow: (numbers: string) =>
    `${numbers} You have scaled each bird by numbers of its own row. Compare like with like: one mean and one spread for each *column*, over all birds.`,
  otherColumn: (column: number) =>
    `Column ${column} is no longer the measurement it was. Each column may be moved and stretched, and each bird keeps its row.`,
  onlyCentred: (numbers: string) =>
    `${numbers} Each column now has mean 0, which is half of it. Grams still vary by hundreds and bill depths by one or two: divide by the spread.`,
  onlyScaled: (numbers: string) =>
    `${numbers} The columns now have a similar size, but all lie on one side of 0, so the bias has a long way to go. Subtract the mean of each column first.`,
  variance: (numbers: string) =>
    `${numbers} You divide by the variance. Its root, the standard deviation, has the unit of the column, so dividing by it removes the unit.`,
  wrong: (numbers: string) => `${numbers} Give each column mean 0 and a spread of about 1.`,
  numbers: (mistakes: number, epochs: number, converged: boolean) =>
    converged
      ? `The perceptron converges after ${epochs} epochs and ${mistakes} mistakes; ten should be enough.`
      : `After ${epochs} epochs and ${mistakes} mistakes the perceptron still makes some.`,
  mistakes: (count: number) => (count === 1 ? 'a single mistake' : `${count} mistakes`),
  hints: [
    'Look at one row: a bird has a bill of some 40 mm and a mass of some 4,000 g. After a mistake, which weight moves most? And how far does the bias move?',
    'For each column: compute its mean over all rows and its standard deviation (the root of the mean of the squared distances from the mean). Then subtract the one and divide by the other.',
    'For a single column it would be: `const mean = column.reduce((a, b) => a + b) / column.length; const spread = Math.sqrt(column.reduce((s, v) => s + (v - mean) ** 2, 0) / column.length); return column.map((v) => (v - mean) / spread);`. You have four, so compute a list of means and a list of spreads, and use them in `rows.map((row) => row.map((v, j) => …))`.',
  ],
} as const;
