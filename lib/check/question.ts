/** Questions with choices: a quiz explains each choice, a prediction is kept and compared later. */
import { comms, isAttended } from '../display';
import { words } from '../words';
import { calmly, textOf } from './calm';
import { letter, showCard, type Card } from './card';
import { QuestionWidget, type Posed } from './question-widget';
import { isRight, placesOf, questions, quizOf, type Choice, type LessonId, type Letters, type Question, type QuestionId } from './questions'; // prettier-ignore
import { answerTo, predictionOf, remember } from './standing';

const say = words.question;

/**
 * Asks a question of a quiz, or all of a lesson; tells whether the choice is right, and why.
 *
 * `id` is the question's number, such as '02.q1', or the lesson's, such as '02'. In a notebook the choices can be
 * clicked, or chosen by the keyboard: Tab, arrow keys, Enter. Everywhere else, `answer` is the letter of your choice; by
 * default it only asks. Never throws.
 *
 * ```ts
 * import { quiz } from 'neurona';
 * quiz('02');
 * quiz('02.q1', 'b');
 * ```
 */
export function quiz(id: QuestionId | LessonId, answer: Letters = '?'): void {
  calmly(id, () => {
    const all = answer === '?' ? quizOf(textOf(id)) : [];
    if (all.length > 0) return all.forEach((each) => quiz(each as QuestionId));
    withQuestion(id, answer, (question, places) => {
      if (places) {
        const card = judged(id, question, places);
        return showCard({ ...card, lines: [question.ask, ...(card.lines ?? [])] });
      }
      const earlier = placesOf(question, answerTo(id)?.answer ?? '');
      pose(id, `quiz('${id}', 'a')`, {
        question,
        submit: say.answer,
        judge: (chosen) => judged(id, question, chosen),
        earlier: earlier && { chosen: earlier, card: explained(question, earlier) },
      });
    });
  });
}

/**
 * Keeps your prediction before something is explained; called again without a letter, compares it with what came out.
 *
 * `id` is the question's number, such as '02.prediction'; `answer` is the letter of your choice, '?' to see the question,
 * and in a notebook to choose by a click or a key. It is kept when the kernel restarts. Never throws.
 *
 * ```ts
 * import { predict } from 'neurona';
 * predict('02.prediction', 'b');
 * predict('02.prediction');
 * ```
 */
export function predict(id: QuestionId, answer?: Letters): void {
  calmly(id, () =>
    withQuestion(id, answer ?? '?', (question, places) => {
      if (answer === undefined) return showCard(compared(id, question));
      if (places) return showCard(kept(id, question, places));
      const earlier = placesOf(question, predictionOf(id) ?? '');
      pose(id, `predict('${id}', 'a')`, {
        question,
        submit: say.predict,
        judge: (chosen) => kept(id, question, chosen),
        earlier: earlier && { chosen: earlier, card: keptCard(question, earlier) },
      });
    }),
  );
}

/** Hands on the question and the places of the letters, none for '?'; says what there is where these are not. */
function withQuestion(id: unknown, letters: unknown, work: (question: Question, places?: number[]) => void): void {
  const bad = (heading: string, line: string) => showCard({ mood: 'bad', heading, lines: [line] });
  const question = questions.get(id as string);
  if (!question) return bad(say.unknown(textOf(id)), say.known([...questions.keys()].join(', ')));
  if (letters === '?') return work(question);
  const places = placesOf(question, textOf(letters));
  if (places) return work(question, places);
  const there = question.choices.map((_, place) => `'${letter(place)}'`).join(', ');
  bad(say.noSuchChoice(textOf(letters)), say.lettersAre(there));
}

/** Puts the question on the page where somebody can choose there, else shows it with how to answer by a call. */
function pose(id: string, call: string, posed: Omit<Posed, 'still'>): void {
  const { ask, several, choices } = posed.question;
  const how = several ? say.howToAnswerSeveral(call.replace("'a'", "'ac'")) : say.howToAnswer(call);
  const texts = choices.map(({ text }) => text);
  const still: Card = { mood: 'neutral', heading: `${id}: ${ask}`, lines: [how], choices: texts };
  if (isAttended() && comms()) new QuestionWidget({ ...posed, still }).show();
  else showCard(still);
}

function judged(id: string, question: Question, places: number[]): Card {
  remember({ did: 'answer', id, answer: lettersOf(places), right: isRight(question, places) });
  return explained(question, places);
}

function explained(question: Question, places: number[]): Card {
  const chosen = places.map((place) => question.choices[place]!);
  const right = isRight(question, places);
  const lines = chosen.flatMap(({ text, because }) => [text, because]);
  if (!right && chosen.every((choice) => choice.right)) lines.push(say.notAll);
  const heading = (right ? say.right : say.wrong)(lettersOf(places));
  return { mood: right ? 'good' : 'bad', heading, lines };
}

function kept(id: string, question: Question, places: number[]): Card {
  remember({ did: 'prediction', id, answer: lettersOf(places) });
  return keptCard(question, places);
}

function keptCard({ choices }: Question, places: number[]): Card {
  return { mood: 'neutral', heading: say.kept(lettersOf(places)), lines: places.map((place) => choices[place]!.text) };
}

function compared(id: string, question: Question): Card {
  const prediction = predictionOf(id);
  const predicted = placesOf(question, prediction ?? '') ?? [];
  const right = prediction !== undefined && isRight(question, predicted);
  const told = (which: (choice: Choice, place: number) => boolean | undefined) =>
    question.choices.flatMap((choice, place) =>
      which(choice, place) ? [`${letter(place)}) ${choice.text}`, choice.because] : [],
    );
  const came = told((choice) => choice.right);
  const missed = told((choice, place) => !choice.right && predicted.includes(place));
  const heading = prediction === undefined ? say.noPrediction : say.compared(prediction, right);
  return { mood: right ? 'good' : 'neutral', heading, lines: [...came, ...missed] };
}

function lettersOf(places: readonly number[]): string {
  return places.map(letter).join('');
}
