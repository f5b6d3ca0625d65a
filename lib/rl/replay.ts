/** Replay: what was lived through, kept to learn from more than once. */
import type { Generator } from '../random';

/** One step as it was lived through. */
export interface Experience {
  state: number[];
  action: number;
  reward: number;
  /** The state after it. */
  next: number[];
  /** Whether nothing follows. */
  over: boolean;
}

/** The last `capacity` steps; the newest takes the place of the oldest. Lin, 1992; Mnih and others, 2015. */
export class Replay {
  private readonly kept: Experience[] = [];
  private count = 0;

  constructor(private readonly capacity: number) {}

  /** How many steps there are to learn from. */
  get size(): number {
    return this.kept.length;
  }

  add(experience: Experience): void {
    this.kept[this.count % this.capacity] = experience;
    this.count += 1;
  }

  /** So many steps, each drawn from all. */
  sample(many: number, random: Generator): Experience[] {
    return Array.from({ length: many }, () => random.choice(this.kept));
  }
}
