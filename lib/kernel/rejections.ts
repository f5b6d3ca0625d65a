/** Rejections that nobody handles: those known when a cell ends are its error, later ones are told as they come. */
import { Interrupted } from './awaits';

export class Rejections {
  /** What was rejected while a cell runs, by its promise; none while no cell runs. */
  private pending: Map<Promise<unknown>, unknown> | undefined;

  /** Hears of rejections from now on; `report` tells those that come while no cell runs. */
  listen(report: (reason: unknown) => void): void {
    process.on('unhandledRejection', (reason, promise) => {
      if (reason instanceof Interrupted) return; // its cell has told of it
      if (this.pending) this.pending.set(promise, reason);
      else report(reason);
    });
    // A cell may look at its promise late, as long as it does.
    process.on('rejectionHandled', (promise) => this.pending?.delete(promise));
  }

  /** A cell starts. */
  open(): void {
    this.pending = new Map();
  }

  /** The cell has ended: what nobody has handled by now, the oldest first. */
  close(): unknown[] {
    const reasons = [...(this.pending?.values() ?? [])];
    this.pending = undefined;
    return reasons;
  }
}
