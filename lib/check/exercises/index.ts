/** Every exercise of the course, by its number: lesson, dot, place in the lesson. */
import { exactlyTwo, fires, six } from './02-mcculloch-pitts';
import { chinstrap } from './05-chinstrap';
import { forward, parameterCount } from './05-layers-and-matrices';

export const exercises = {
  '02.1': fires,
  '02.2': exactlyTwo,
  '02.3': six,
  '05.1': parameterCount,
  '05.2': forward,
  '05.3': chinstrap,
};

/** The numbers of the exercises. */
export type ExerciseId = keyof typeof exercises;

/** What an exercise takes as an attempt: a function of this type. */
export type Attempt<Id extends ExerciseId> = Parameters<(typeof exercises)[Id]['judge']>[0];
