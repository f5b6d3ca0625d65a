/** What is said while a model trains, and after: a line of how far it is, and a line of numbers. */
import { count, number } from './numbers';

/** How far a training is. */
export interface Progress {
  /** From 1. */
  epoch: number;
  epochs: number;
  /** From 1; 0 before the first. */
  batch: number;
  batches: number;
  /** The newest numbers, by name. */
  logs: [name: string, value: number][];
  /** Undefined while nobody can say. */
  secondsLeft?: number;
}

/** How a training ended. */
export interface Ending {
  /** How many epochs were begun. */
  epoch: number;
  epochs: number;
  seconds: number;
  logs: [name: string, value: number][];
  /** Why it ended before its last epoch, if it did. */
  why?: 'early' | 'stopped' | 'error';
  monitor?: string;
  /** The epoch, from 1, whose weights are the best. */
  bestEpoch?: number;
  restored?: boolean;
}

export const train = {
  progress: ({ epoch, epochs, batch, batches, logs, secondsLeft }: Progress) => [
    `Epoch ${number(epoch)} of ${number(epochs)}, batch ${number(batch)} of ${number(batches)}` +
      (secondsLeft === undefined ? '' : `, ${duration(secondsLeft)} left`),
    numbers(logs),
  ],
  ending: ({ epoch, epochs, seconds, logs, why, monitor = '', bestEpoch = 0, restored }: Ending) => {
    const after = `${number(epoch)} of ${count(epochs, 'epoch')} in ${duration(seconds)}`;
    const head =
      why === 'early'
        ? `Ended early: ${after}, ${monitor} was best in epoch ${number(bestEpoch)}` +
          (restored ? ', whose weights the model has again' : '')
        : why === 'stopped'
          ? `Stopped: ${after}`
          : why === 'error'
            ? `Broken off by an error: ${after}`
            : `${count(epochs, 'epoch')} in ${duration(seconds)}`;
    return [head, numbers(logs)];
  },
};

function numbers(logs: [name: string, value: number][]): string {
  return logs.map(([name, value]) => `${name} ${number(value)}`).join(', ');
}

/** `8 s`, `1 min 40 s`, `2 h 5 min`. */
function duration(seconds: number): string {
  if (seconds < 9.95) return `${number(Math.round(seconds * 10) / 10)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`;
}
