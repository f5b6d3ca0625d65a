/** Reinforcement learning: worlds to act in, and learners that find out what to do. */
export { cartPole, type CartPole, type CartPoleOptions, type CartPoleState } from './cart-pole';
export { type Epsilon } from './choices';
export { dqn, type DqnOptions } from './dqn';
export {
  policyIteration,
  valueIteration,
  type IterationOptions,
  type Solution,
  type Sweep,
} from './dynamic-programming';
export { type Environment, type Step } from './environment';
export { gridWorld, type GridWorld, type GridWorldOptions, type Transition, type World } from './grid-world';
export { type MapName, type Place, type Rewards } from './maps';
export { greedy, play, type Episode, type PlayOptions, type Policy } from './play';
export { policyGradient, type PolicyGradientOptions } from './policy-gradient';
export { qLearning, sarsa, type Table, type TableOptions } from './q-learning';
export { type EpisodeReport, type OnEpisode, type Trained } from './training';
