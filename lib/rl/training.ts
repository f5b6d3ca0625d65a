/** A training of many episodes: it reports each, gives Stop its chance, and frees what it used, however it ends. */
import { fail } from '../assert';
import { onStop } from '../display';
import * as tf from '../tensorflow';

/** What a training tells after each episode. */
export interface EpisodeReport {
  /** Which episode it was, counted from 1. */
  episode: number;
  /** The sum of its rewards. */
  reward: number;
  /** The mean reward of the last 20 episodes. */
  mean: number;
}

/** Is told of each episode; where it answers `false`, the training ends with it. */
export type OnEpisode = (report: EpisodeReport) => unknown;

/** What a training leaves. */
export interface Trained {
  /** The model, as it has learnt. */
  model: tf.LayersModel;
  /** The sum of rewards of each episode. */
  rewards: number[];
}

/** The trainings that go on, each with what ends it. */
const going = new Set<() => void>();
onStop(() => going.forEach((end) => end()));

/**
 * Plays episode after episode, `play` each, which returns the sum of its rewards: until there are `episodes`, `onEpisode`
 * says false, or Stop. Then `release` is called, once.
 */
export async function train(
  who: string,
  episodes: number,
  onEpisode: OnEpisode | undefined,
  play: (episode: number) => number,
  release: () => void,
): Promise<number[]> {
  const rewards: number[] = [];
  let ended = false;
  // Stop may cut the code off in the midst of an episode: then nothing below is reached, and it is Stop that frees.
  const end = () => {
    if (ended) return;
    ended = true;
    going.delete(end);
    release();
  };
  going.add(end);
  try {
    if (onEpisode !== undefined && typeof onEpisode !== 'function') fail(who, 'onEpisode to be a function', onEpisode);
    while (!ended && rewards.length < episodes) {
      rewards.push(play(rewards.length));
      const last = rewards.slice(-20);
      const mean = last.reduce((sum, reward) => sum + reward, 0) / last.length;
      const goOn = await onEpisode?.({ episode: rewards.length, reward: rewards.at(-1)!, mean });
      if (goOn === false) break;
      await tf.nextFrame(); // whoever waits has a turn: what is drawn, a button, Stop
    }
  } finally {
    end();
  }
  return rewards;
}
