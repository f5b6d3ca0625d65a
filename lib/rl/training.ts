/** A training of many episodes: it reports each, gives Stop its chance, and frees what it used, however it ends. */
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

/** What {@link train} needs of a learner. */
export interface Learner {
  /** Its model. */
  model: tf.LayersModel;
  /** Whether the model was made for this training: then nobody else has it if the training fails. */
  made: boolean;
  /** Plays an episode, counted from 0, learns from it, and returns the sum of its rewards. */
  play(episode: number): number;
  /** Frees what is needed for the training only. */
  release(): void;
}

/** Lets a learner play until there are `episodes`, `onEpisode` says false, or Stop. */
export async function train(
  learner: Learner,
  { episodes, onEpisode }: { episodes: number; onEpisode: OnEpisode | undefined },
): Promise<Trained> {
  const rewards: number[] = [];
  let ended = false;
  // Stop may cut the code off in the midst of an episode: then nothing below is reached, and it is Stop that frees.
  const end = () => {
    if (ended) return;
    ended = true;
    going.delete(end);
    learner.release();
  };
  going.add(end);
  try {
    while (!ended && rewards.length < episodes) {
      rewards.push(learner.play(rewards.length));
      const last = rewards.slice(-20);
      const mean = last.reduce((sum, reward) => sum + reward, 0) / last.length;
      const goOn = await onEpisode?.({ episode: rewards.length, reward: rewards.at(-1)!, mean });
      if (goOn === false) break;
      await tf.nextFrame(); // whoever waits has a turn: what is drawn, a button, Stop
    }
    return { model: learner.model, rewards };
  } catch (error) {
    if (learner.made) learner.model.dispose();
    throw error;
  } finally {
    end();
  }
}
