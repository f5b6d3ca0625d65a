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
  another: (id: string) => `\`solution('${id}')\` shows another beside yours.`,
  stuck: (id: string) => `Still stuck? \`solution('${id}')\` shows one beside yours.`,
  hint: (id: string, step: number, steps: number) => `${id}: hint ${step} of ${steps}`,
  unknown: (id: string) => `There is no exercise '${id}'`,
  known: (ids: string) => `The exercises have the numbers ${ids}.`,
  notAFunction: (id: string, got: string) =>
    `What is checked has to be your function, by its name and without calling it: \`check('${id}', yours)\`. This is ${got}.`,
  object: 'an object',
  promise: (id: string) =>
    `This is a promise, the answer of an \`async\` function. \`check('${id}', yours)\` takes the function itself, by its name.`,
  asynchronous:
    'Your function is `async`, or returns a promise: what it answers comes later. Here the answer has to come at once, so leave out `async` and `await`.',
  nothingShown: 'something that can’t be shown',
  failed: 'This could not be checked',
};
