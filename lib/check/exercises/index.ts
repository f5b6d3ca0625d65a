/** Every exercise of the course, by its number: lesson, dot, place in the lesson. */
import { iris, mean, standardised } from './00-start-here';
import { shapeOf } from './01-shapes';
import { border, topFiveError } from './01-what-is-deep-learning';
import { exactlyTwo, fires, six } from './02-mcculloch-pitts';
import { rescaled } from './03-penguins';
import { corrected, learn as learnByMistakes } from './03-perceptron';
import { learn as learnBySlopes } from './04-learning';
import { chance, virginica } from './04-sigmoid-neuron';
import { chinstrap } from './05-chinstrap';
import { forward, parameterCount } from './05-layers-and-matrices';
import { pathSlope, softmax } from './06-activations';
import { wake } from './06-dead-units';
import { fromScores } from './07-from-scores';
import { crossentropy } from './07-losses';
import { stock } from './07-stock';
import { dense, product } from './08-backpropagation';
import { broken } from './08-gradient-check';
import { adam } from './09-adam';
import { largestRate } from './09-largest-rate';
import { rolled } from './09-optimizers';

export const exercises = {
  '00.1': mean,
  '00.2': standardised,
  '00.3': iris,
  '01.1': topFiveError,
  '01.2': border,
  '01.3': shapeOf,
  '02.1': fires,
  '02.2': exactlyTwo,
  '02.3': six,
  '03.1': corrected,
  '03.2': learnByMistakes,
  '03.3': rescaled,
  '04.1': chance,
  '04.2': learnBySlopes,
  '04.3': virginica,
  '05.1': parameterCount,
  '05.2': forward,
  '05.3': chinstrap,
  '06.1': pathSlope,
  '06.2': softmax,
  '06.3': wake,
  '07.1': crossentropy,
  '07.2': fromScores,
  '07.3': stock,
  '08.1': product,
  '08.2': dense,
  '08.3': broken,
  '09.1': rolled,
  '09.2': adam,
  '09.3': largestRate,
};

/** The numbers of the exercises. */
export type ExerciseId = keyof typeof exercises;

/** What an exercise takes as an attempt: a function of this type. */
export type Attempt<Id extends ExerciseId> = Parameters<(typeof exercises)[Id]['judge']>[0];
