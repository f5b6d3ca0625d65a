/** What is said of solutions, and of how far a student has come. */
export const desk = {
  solutionLater: (id: string) => `${id}: the solution opens after an attempt`,
  tryFirst: (id: string) =>
    `Write your own version, as far as you come, and run the cell with \`check('${id}', …)\`. After that it opens, passed or not. \`hint('${id}')\` helps on the way.`,
  solution: (id: string) => `${id}: a solution`,
  compared: 'Lines with `-` are yours, lines with `+` are the solution’s; the others are in both.',
  same: 'Line for line it is what you wrote.',
  alone: 'Your own version is not known here: run the cell with your code, then this one, to see the two side by side.',
  another: 'There are other right answers: yours needs only to pass the check.',
  noSolution: (id: string) => `${id}: no solution here`,
  withoutSolutions:
    'This copy of the course came without its solutions/ folder. Whoever gave it to you decides when they are shown.',
  unreadable: (error: string) => `The solution can’t be read: ${error}`,
  progress: (exercises: Counts, questions: Counts) =>
    `Exercises: ${exercises.done} done, ${exercises.tried} tried, ${exercises.open} open. ` +
    `Quiz: ${questions.done} right, ${questions.tried} not right yet, ${questions.open} open.`,
  columns: { lesson: 'lesson', done: 'done', tried: 'tried', open: 'open', quiz: 'quiz' },
  none: '–',
  quiz: ({ done, tried, open }: Counts) => `${done} right of ${done + tried + open}`,
  keptIn: (file: string) => `Kept in ${file}.`,
  forgotten:
    'Not kept: this notebook is run by a program, or on another kernel, so it is known only until the kernel ends.',
  damaged: (lines: number, file: string) =>
    `${lines} damaged ${lines === 1 ? 'line' : 'lines'} of ${file} could not be read and ${lines === 1 ? 'is' : 'are'} not counted; all others are.`,
  unkept: (error: string) =>
    `What you do from now on is known only until the kernel ends, for it can’t be kept: ${error}`,
};

export interface Counts {
  done: number;
  tried: number;
  open: number;
}
