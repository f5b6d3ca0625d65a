/** What is said around a question. */
export const question = {
  howToAnswer: (call: string) => `Answer with the letter of your choice: \`${call}\`.`,
  right: (letter: string) => `${letter}) is right`,
  wrong: (letter: string) => `${letter}) is not right`,
  kept: (letter: string) => `Your prediction is kept: ${letter})`,
  noPrediction: 'You made no prediction. This is what came out',
  compared: (letter: string, right: boolean) =>
    right ? `You predicted ${letter}), and that is what came out` : `You predicted ${letter}). This is what came out`,
};
