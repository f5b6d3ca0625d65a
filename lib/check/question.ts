/** Questions with lettered choices: a quiz explains each choice, a prediction is kept and compared later. */
import { words } from '../words';
import { letter, showCard } from './card';

/** A choice, whether it is right, and why or why not. */
export interface Choice {
  text: string;
  right?: true;
  because: string;
}

/** A question and its choices, exactly one of them right. */
export interface Question {
  ask: string;
  choices: readonly Choice[];
}

const questions = { ...words.lesson00.questions, ...words.lesson02.questions } satisfies Record<string, Question>;

/** The numbers of the questions. */
export type QuestionId = keyof typeof questions;

/** The letter of a choice; '?' for none yet. */
export type Letter = 'a' | 'b' | 'c' | 'd' | '?';

const say = words.question;

/**
 * Asks a question of a quiz; with a letter, tells whether the choice is right and why.
 *
 * `id` is the question's number, such as '02.q1'; `answer` is the letter of your choice. None by default: it only asks.
 *
 * ```ts
 * import { quiz } from 'neurona';
 * quiz('02.q1', 'b');
 * ```
 */
export function quiz(id: QuestionId, answer: Letter = '?'): void {
  const question = questionOf(id);
  const choice = choiceOf(id, question, answer);
  if (!choice) return ask(id, question, say.howToAnswer(`quiz('${id}', 'a')`));
  const heading = choice.right ? say.right(answer) : say.wrong(answer);
  showCard({ mood: choice.right ? 'good' : 'bad', heading, lines: [question.ask, choice.text, choice.because] });
}

const predictions = new Map<QuestionId, Letter>();

/**
 * Keeps your prediction before something is explained; called again without a letter, compares it with what came out.
 *
 * `id` is the question's number, such as '02.prediction'; `answer` is the letter of your choice, '?' to see the question.
 *
 * ```ts
 * import { predict } from 'neurona';
 * predict('02.prediction', 'b');
 * predict('02.prediction');
 * ```
 */
export function predict(id: QuestionId, answer?: Letter): void {
  const question = questionOf(id);
  if (answer !== undefined) {
    const choice = choiceOf(id, question, answer);
    if (!choice) return ask(id, question, say.howToAnswer(`predict('${id}', 'a')`));
    predictions.set(id, answer);
    return showCard({ mood: 'neutral', heading: say.kept(answer), lines: [choice.text] });
  }
  const kept = predictions.get(id);
  const place = question.choices.findIndex(({ right }) => right);
  const { text, because } = question.choices[place]!;
  const heading = kept === undefined ? say.noPrediction : say.compared(kept, kept === letter(place));
  showCard({
    mood: kept === letter(place) ? 'good' : 'neutral',
    heading,
    lines: [`${letter(place)}) ${text}`, because],
  });
}

function ask(id: QuestionId, { ask, choices }: Question, how: string): void {
  showCard({ mood: 'neutral', heading: `${id}: ${ask}`, lines: [how], choices: choices.map(({ text }) => text) });
}

function questionOf(id: QuestionId): Question {
  const question: Question | undefined = questions[id];
  if (question) return question;
  throw new Error(`expected the number of a question (${Object.keys(questions).join(', ')}), got '${String(id)}'`);
}

function choiceOf(id: QuestionId, { choices }: Question, answer: Letter): Choice | undefined {
  if (answer === '?') return undefined;
  const choice = choices.find((_, place) => letter(place) === answer);
  if (choice) return choice;
  const letters = choices.map((_, place) => `'${letter(place)}'`).join(', ');
  throw new Error(`${id}: expected one of the letters ${letters} or '?', got '${String(answer)}'`);
}
