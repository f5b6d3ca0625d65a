/** Dynamic programming: where every chance is known, the best policy can be computed without a single try. */
import { fail, finite, positive, whole } from '../assert';
import { best } from './choices';
import type { Transition, World } from './grid-world';

/** Options of {@link valueIteration} and {@link policyIteration}. */
export interface IterationOptions {
  /** What a reward one step later is worth beside one now, from 0 to 1. Default 0.9. */
  discount?: number;
  /** It ends where no value has moved by more than this in a sweep, above 0. Default 1e-9. */
  tolerance?: number;
  /** The most sweeps over all states, from 1 up. Default 10,000. */
  maxSweeps?: number;
}

/** The values after a sweep, and what would be done by them. */
export interface Sweep {
  /** What each state is worth. */
  values: number[];
  /** The best action in each state by these values. */
  policy: number[];
  /** How far, at most, a value has moved in the sweep. */
  change: number;
}

/** What dynamic programming has found. */
export interface Solution {
  /** What each state is worth to who acts as the policy says. */
  values: number[];
  /** What each action in each state is worth, [state][action]. */
  q: number[][];
  /** The best action in each state, the first of several; 0 where all is over. */
  policy: number[];
  /** Every sweep: of value iteration, each over all states; of policy iteration, each policy and its values. */
  sweeps: Sweep[];
  /** Whether the values have come to rest. */
  converged: boolean;
}

/**
 * The values of all states and the best policy, by Bellman's equation, V(s) ← max over a of Σ p (r + γ V(s')), again and again.
 *
 * ```ts
 * import { rl, show } from 'neurona';
 *
 * const world = rl.gridWorld({ slip: 0.2 });
 * const { values, policy, sweeps } = rl.valueIteration(world, { discount: 0.9 });
 * console.log(sweeps.length, values[8]);
 * show.gridWorld(world, { values: sweeps[2]!.values }); // the news of the goal has come three steps far
 * show.gridWorld(world, { values, policy });
 * ```
 *
 * `world` has `actions` and `transitions[state][action]`, as `rl.gridWorld` makes them. Returns values, q, policy and
 * every sweep; `converged` is false where values still move after `maxSweeps`, as they do where a reward can be
 * collected for ever and nothing is discounted.
 * Throws where the world is none, its chances don't sum to 1, or an option is out of range.
 * Source: Bellman, "A Markovian decision process", 1957; lesson 26.
 */
export function valueIteration(world: World, options: IterationOptions = {}): Solution {
  const { discount, tolerance, maxSweeps } = read('rl.valueIteration', world, options);
  let values = world.transitions.map(() => 0);
  const sweeps: Sweep[] = [];
  for (let change = Infinity; change > tolerance && sweeps.length < maxSweeps;) {
    const q = qOf(world, values, discount);
    const next = q.map((ofState) => Math.max(...ofState));
    change = furthest(values, next);
    values = next;
    sweeps.push({ values, policy: qOf(world, values, discount).map(best), change });
  }
  return solution(world, sweeps, discount, tolerance);
}

/**
 * The same by Howard's way: what is this policy worth in each state? Then the best action by those values: a better
 * policy. Again, until nothing changes.
 *
 * ```ts
 * import { rl } from 'neurona';
 *
 * const { policy, sweeps } = rl.policyIteration(rl.gridWorld({ slip: 0.2 }));
 * console.log(policy, `${sweeps.length} policies`);
 * ```
 *
 * It begins with the first action everywhere. Returns values, q, policy, and every policy it went through.
 * Throws where the world is none, its chances don't sum to 1, an option is out of range, or discount is 1: a policy that
 * never comes to an end would have no value.
 * Source: Howard, "Dynamic programming and Markov processes", 1960; lesson 26.
 */
export function policyIteration(world: World, options: IterationOptions = {}): Solution {
  const who = 'rl.policyIteration';
  const { discount, tolerance, maxSweeps } = read(who, world, options);
  if (discount === 1) fail(who, 'discount to be below 1', discount, 'a policy that never ends would have no value');
  let values = world.transitions.map(() => 0);
  let policy = world.transitions.map(() => 0);
  const sweeps: Sweep[] = [];
  for (let rest = maxSweeps, better = true; better && rest > 0;) {
    const before = values;
    for (let change = Infinity; change > tolerance && rest > 0; rest--) {
      const next = qOf(world, values, discount).map((ofState, state) => ofState[policy[state]!]!); // V(s) ← Q(s, π(s))
      change = furthest(values, next);
      values = next;
    }
    sweeps.push({ values, policy, change: furthest(before, values) });
    const q = qOf(world, values, discount);
    // Another action only where it is better by more than rounding: else two equal ones would take turns for ever.
    const gain = (state: number) => Math.max(...q[state]!) - q[state]![policy[state]!]!;
    const improved = policy.map((action, state) => (gain(state) > 10 * tolerance ? best(q[state]!) : action));
    better = improved.some((action, state) => action !== policy[state]);
    policy = improved;
  }
  return solution(world, sweeps, discount, tolerance);
}

/** Q(s, a) = Σ p (r + γ V(s')), and nothing follows where the episode is over. */
function qOf(world: World, values: readonly number[], discount: number): number[][] {
  return world.transitions.map((ofState) =>
    ofState.map((outcomes) =>
      outcomes.reduce((sum, o) => sum + o.chance * (o.reward + (o.done ? 0 : discount * values[o.state]!)), 0),
    ),
  );
}

function furthest(before: readonly number[], after: readonly number[]): number {
  return after.reduce((most, value, state) => Math.max(most, Math.abs(value - before[state]!)), 0);
}

function solution(world: World, sweeps: Sweep[], discount: number, tolerance: number): Solution {
  const { values } = sweeps.at(-1)!;
  const q = qOf(world, values, discount);
  const converged = furthest(values, q.map((ofState) => Math.max(...ofState))) <= 10 * tolerance; // prettier-ignore
  return { values, q, policy: q.map(best), sweeps, converged };
}

function read(who: string, world: World, options: IterationOptions): Required<IterationOptions> {
  const { discount = 0.9, tolerance = 1e-9, maxSweeps = 10_000 } = options;
  finite(who, { discount }, 0, 1);
  positive(who, { tolerance });
  whole(who, { maxSweeps }, 1);
  const transitions: unknown = (world as World | undefined)?.transitions;
  if (!Array.isArray(transitions) || transitions.length === 0) {
    fail(who, 'a world with transitions[state][action], as rl.gridWorld makes it', world);
  }
  world.transitions.forEach((ofState: unknown, state) => {
    if (!Array.isArray(ofState) || ofState.length === 0) fail(who, `transitions[${state}] to be a list for each action`, ofState); // prettier-ignore
    ofState.forEach((outcomes: unknown, action) => {
      const where = `transitions[${state}][${action}]`;
      if (!Array.isArray(outcomes)) fail(who, `${where} to be a list of { chance, state, reward, done }`, outcomes);
      outcomes.forEach((outcome: Transition) => {
        finite(who, { [`${where}: chance`]: outcome.chance }, 0, 1);
        whole(who, { [`${where}: state`]: outcome.state }, 0, transitions.length - 1);
        finite(who, { [`${where}: reward`]: outcome.reward });
      });
      const sum = (outcomes as Transition[]).reduce((all, { chance }) => all + chance, 0);
      if (Math.abs(sum - 1) > 1e-9) fail(who, `the chances of ${where} to sum to 1`, sum);
    });
  });
  return { discount, tolerance, maxSweeps };
}
