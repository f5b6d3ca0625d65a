/** Every exercise of the course, by its number: lesson, dot, place in the lesson. */
import { iris, mean, standardised } from './00-start-here';
import { exactlyTwo, fires, six } from './02-mcculloch-pitts';

export const exercises = {
  '00.1': mean,
  '00.2': standardised,
  '00.3': iris,
  '02.1': fires,
  '02.2': exactlyTwo,
  '02.3': six,
};

/** The numbers of the exercises. */
export type ExerciseId = keyof typeof exercises;

/** What an exercise takes as an attempt: a function of this type. */
export type Attempt<Id extends ExerciseId> = Parameters<(typeof exercises)[Id]['judge']>[0];
