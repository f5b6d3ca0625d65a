/** Early stopping: the training ends where it no longer gets better, and the best weights come back. */
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { fail, finite, whole } from '../assert';

/** When to stop, in Keras's words. */
export interface EarlyStoppingOptions {
  /** The number to watch. Default `val_loss` where there is a validation, else `loss`. */
  monitor?: string;
  /** How many epochs without improvement to wait. Default 3. */
  patience?: number;
  /** How much better is better. Default 0. */
  minDelta?: number;
  /** Whether the model gets the weights of its best epoch back. Default true. */
  restoreBestWeights?: boolean;
  /** Whether less is better ('min') or more ('max'). Default by the name: of an accuracy more, of all else less. */
  mode?: 'min' | 'max';
}

/** Watches one number, epoch by epoch. */
export class EarlyStopping {
  private readonly monitor: string;
  private bestEpoch = 0; // from 1
  private restored = false;
  private readonly patience: number;
  private readonly minDelta: number;
  private readonly keeps: boolean;
  private readonly sign: 1 | -1;
  private best = Infinity;
  private kept: Tensor[] = [];

  constructor(
    private readonly who: string,
    private readonly model: LayersModel,
    options: EarlyStoppingOptions,
    validates: boolean,
  ) {
    const {
      monitor = validates ? 'val_loss' : 'loss',
      patience = 3,
      minDelta = 0,
      restoreBestWeights = true,
    } = options;
    whole(who, { patience }, 0);
    finite(who, { minDelta }, 0);
    const { mode = /(^|_)acc|accuracy/i.test(monitor) ? 'max' : 'min' } = options;
    if (mode !== 'min' && mode !== 'max') fail(who, "mode to be 'min' or 'max'", mode);
    this.monitor = monitor;
    this.patience = patience;
    this.minDelta = minDelta;
    this.keeps = restoreBestWeights;
    this.sign = mode === 'min' ? 1 : -1;
  }

  /** Whether to end after this epoch, counted from 1. */
  isOver(epoch: number, logs: Record<string, number>): boolean {
    const value = logs[this.monitor];
    if (value === undefined)
      fail(this.who, `earlyStopping.monitor to be one of ${Object.keys(logs).join(', ')}`, this.monitor);
    const loss = this.sign * value;
    if (loss < this.best - (this.bestEpoch > 0 ? this.minDelta : 0)) {
      this.best = loss;
      this.bestEpoch = epoch;
      this.keep();
      return false;
    }
    return epoch - this.bestEpoch >= Math.max(1, this.patience);
  }

  /** Gives the best weights back, where there are any and they are not the last. */
  restore(): void {
    if (this.kept.length === 0) return;
    this.model.setWeights(this.kept);
    this.restored = true;
  }

  /** What came of it: what was watched, its best epoch, whether the model has that epoch's weights again. */
  outcome(): { monitor: string; bestEpoch: number; restored: boolean } {
    return { monitor: this.monitor, bestEpoch: this.bestEpoch, restored: this.restored };
  }

  /** Frees what it holds. */
  dispose(): void {
    this.kept.forEach((tensor) => tensor.dispose());
    this.kept = [];
  }

  private keep(): void {
    if (!this.keeps) return;
    this.dispose();
    this.kept = this.model.getWeights().map((weights) => weights.clone());
  }
}
