/** What is said about an attempt at an exercise, whichever it is. */
export const check = {
  passed: 'passed',
  notYet: 'not yet',
  notAttempted: 'not attempted yet',
  threw: (error: string) => `Your code stopped with an error: ${error}`,
  example: ({ input, expected, came }: { input: string; expected: string; came: string }) =>
    `For the input \`${input}\` the answer should be \`${expected}\`; yours is \`${came}\`.`,
  partly: (points: number, all: number) => `Worth ${points} of ${all} points as it is.`,
  stale: (name: string) =>
    `Your newest version of \`${name}\` ended in an error, so there is nothing new to check. Mend the red error in its cell, run that cell, then this one.`,
  firstHint: (id: string) => `Stuck? \`hint('${id}')\` gives a hint.`,
  hint: (id: string, step: number, steps: number) => `${id}: hint ${step} of ${steps}`,
};
