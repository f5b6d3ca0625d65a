/** What is said around a question. */
export const question = {
  howToAnswer: (call: string) => `Answer with the letter of your choice: \`${call}\`.`,
  howToAnswerSeveral: (call: string) => `More than one may be right. Answer with all their letters: \`${call}\`.`,
  right: (letters: string) => `${listed(letters)} is right`,
  wrong: (letters: string) => `${listed(letters)} is not right`,
  notAll: 'Right as far as it goes, but not all: more choices are right.',
  kept: (letters: string) => `Your prediction is kept: ${listed(letters)}`,
  noPrediction: 'You made no prediction. This is what came out',
  compared: (letters: string, right: boolean) =>
    right
      ? `You predicted ${listed(letters)}, and that is what came out`
      : `You predicted ${listed(letters)}. This is what came out`,
  unknown: (id: string) => `There is no question '${id}'`,
  known: (ids: string) => `The questions have the numbers ${ids}.`,
  noSuchChoice: (letters: string) => `'${letters}' is none of the choices`,
  lettersAre: (letters: string) => `Choose among ${letters}, or '?' to see the question.`,
  answer: 'Answer',
  predict: 'Keep my prediction',
  chooseOne: 'Choose first: a click, or the arrow keys.',
  chooseSeveral: 'Choose first: a click, or Tab and the space bar. More than one may be right.',
  sent: 'Sent. If nothing comes, the kernel has ended or is busy: run the cell again.',
};

function listed(letters: string): string {
  return [...letters].map((letter) => `${letter})`).join(' ');
}
