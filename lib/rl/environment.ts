/** What a learner acts in: an environment shows a state, takes an action, and answers with a reward. */
import { fail, finite, whole } from '../assert';

/** What an environment answers to an action. */
export interface Step<State> {
  /** The state after the action. */
  state: State;
  /** What the action has earned, a finite number. */
  reward: number;
  /** Whether the episode is over. */
  done: boolean;
  /** Where true, it is over only because its time is: learners then still count on what would have come. */
  truncated?: boolean;
}

/**
 * Anything to act in; a student's own needs no more than this. States of tables (`qLearning`, `sarsa`) are whole
 * numbers from 0 up, those of networks (`policyGradient`, `dqn`) lists of numbers.
 */
export interface Environment<State> {
  /** The names of the actions; an action is a place in this list, counted from 0. */
  readonly actions: readonly string[];
  /** Begins an episode; returns its first state. */
  reset(): State;
  /** Acts; the answer of the environment. */
  step(action: number): Step<State>;
  /** How many states there are, where that is known. */
  readonly states?: number;
}

/** Wants an environment. */
export function environment(who: string, env: Environment<unknown>): void {
  const given = env as Partial<Environment<unknown>> | null | undefined;
  if (typeof given?.reset !== 'function' || typeof given.step !== 'function') {
    fail(who, 'an environment with reset() and step(action), as rl.gridWorld() makes it', env);
  }
  if (!Array.isArray(given.actions) || given.actions.length === 0) {
    fail(who, "the environment's actions to be an array of at least one name", given.actions);
  }
}

/** Acts in an environment that may be a student's own, and wants its answer to be whole. */
export function act<State>(who: string, env: Environment<State>, action: number): Step<State> {
  const answer = env.step(action) as Step<State> | undefined;
  if (typeof answer?.done !== 'boolean') {
    fail(who, "step's answer to be { state, reward, done }, done true or false", answer);
  }
  finite(who, { "step's reward": answer.reward });
  return answer;
}

/** The number of an action that is given by its number or its name. */
export function actionNumber(who: string, actions: readonly string[], action: number | string): number {
  const number = typeof action === 'string' ? actions.indexOf(action) : action;
  if (typeof action === 'string' && number < 0) {
    fail(who, `the action to be one of ${actions.map((name) => `'${name}'`).join(', ')}`, action);
  }
  whole(who, { action: number }, 0, actions.length - 1);
  return number;
}
