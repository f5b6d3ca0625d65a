/** The questions of the course: data of its lessons' words, by their numbers. */
import { words } from '../words';

/** A choice, whether it is right, and why or why not. */
export interface Choice {
  text: string;
  right?: true;
  because: string;
}

/** A question and its choices: one of them right, or `several`. */
export interface Question {
  ask: string;
  /** Whether more than one choice is right; the answer is then all their letters. */
  several?: true;
  choices: readonly Choice[];
}

/** The numbers of the lessons, of which a kernel reads no more than these: not the words of all questions. */
export type LessonId = '00' | '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09';

/** The numbers of the questions. */
export type QuestionId = `${LessonId}.${'prediction' | 'q1' | 'q2' | 'q3' | 'q4' | 'q5'}`;

interface Lesson {
  title: string;
  questions: Readonly<Record<string, Question>>;
}

export const lessons: Readonly<Record<LessonId, Lesson>> = {
  '00': words.lesson00,
  '01': words.lesson01,
  '02': words.lesson02,
  '03': words.lesson03,
  '04': words.lesson04,
  '05': words.lesson05,
  '06': words.lesson06,
  '07': words.lesson07,
  '08': words.lesson08,
  '09': words.lesson09,
};

/** The letter of a choice; '?' for none yet. Where several are right, their letters: 'ac'. */
export type Letters = 'a' | 'b' | 'c' | 'd' | '?' | (string & Record<never, never>);

/** Every question, by its number. */
export const questions: ReadonlyMap<string, Question> = new Map(
  Object.values<Lesson>(lessons).flatMap((lesson) => Object.entries(lesson.questions)),
);

/** The numbers of a lesson's quiz, in order; a prediction is no part of it. */
export function quizOf(lesson: string): string[] {
  return [...questions.keys()].filter((id) => id.startsWith(`${lesson}.q`));
}

/** The places of the choices that letters name, small or capital, in order; undefined where they name none, or one too many. */
export function placesOf({ choices, several }: Question, letters: string): number[] | undefined {
  const places = [...new Set(letters.toLowerCase())].map((letter) => letter.charCodeAt(0) - 'a'.charCodeAt(0)).sort();
  const known = places.length > 0 && places.every((place) => place in choices);
  return known && (several || places.length === 1) ? places : undefined;
}

/** Whether these are the choices that are right, all of them and no other. */
export function isRight({ choices }: Question, places: readonly number[]): boolean {
  return choices.every(({ right }, place) => places.includes(place) === (right ?? false));
}
