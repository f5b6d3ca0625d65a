/** The live picture of a training: one output that changes, at most four times a second. */
import { place, type Place } from '../place';
import { inTwins } from '../figures/history';
import { training, type BatchLoss } from '../figures/training';
import { bundle } from '../show/figure';
import type { Figure } from '../types';
import { words } from '../words';
import type { Ending } from '../words/en/train';
import { sketch } from './sketch';

/** Four redraws a second: more costs the page, and the training, time that nobody sees. */
const interval = 250; // ms

/** The most points between epochs that are drawn; where there are more, every other one goes. */
const mostPoints = 400;

/** Draws what it is told of a training. */
export class Live {
  private readonly where: Place = place();
  private readonly begun = performance.now();
  private readonly curves: Record<string, number[]> = {};
  private points: BatchLoss[] = [];
  private sinceDraw = { loss: 0, batches: 0 };
  private lastDraw = 0;
  private epoch = 0; // from 0
  private batch = 0; // how many of this epoch are done
  private logs: [name: string, value: number][] = [];

  constructor(
    private readonly epochs: number,
    private readonly batches: number,
  ) {
    this.draw();
  }

  /** A batch is done: its number in the epoch, from 0, and its loss. */
  batchEnd(epoch: number, batch: number, loss: number): void {
    this.epoch = epoch;
    this.batch = batch + 1;
    this.sinceDraw.loss += loss;
    this.sinceDraw.batches++;
    if (performance.now() - this.lastDraw < interval) return;
    const mean = this.sinceDraw.loss / this.sinceDraw.batches;
    this.points.push({ epoch: epoch + this.batch / this.batches, loss: mean });
    if (this.points.length > mostPoints) this.points = this.points.filter((_, i) => i % 2 === 1);
    this.sinceDraw = { loss: 0, batches: 0 };
    if (this.epoch === 0) this.logs = [['loss', mean]]; // no epoch has given better ones
    this.draw();
  }

  /** An epoch, from 0, is done. */
  epochEnd(epoch: number, logs: Record<string, number>): void {
    if (this.batch < this.batches) return; // it was stopped: a part of an epoch is no point of the curve
    for (const [name, value] of Object.entries(logs)) (this.curves[name] ??= []).push(value);
    this.logs = inTwins(Object.keys(logs)).map((name) => [name, logs[name]!]);
    if (performance.now() - this.lastDraw >= interval) this.draw();
  }

  /** The training is over: this picture stays. */
  end(ending: Omit<Ending, 'epoch' | 'epochs' | 'seconds' | 'logs'>): void {
    const seconds = (performance.now() - this.begun) / 1000;
    const done = Object.values(this.curves)[0]?.length ?? 0;
    const lines = words.train.ending({ ...ending, epoch: done, epochs: this.epochs, seconds, logs: this.logs });
    this.where.show(bundle(this.picture(lines, Math.max(1, done))));
    this.where.end();
  }

  private draw(): void {
    this.lastDraw = performance.now();
    const steps = this.epoch * this.batches + this.batch;
    const left = ((this.lastDraw - this.begun) / 1000 / steps) * (this.epochs * this.batches - steps);
    const lines = words.train.progress({
      epoch: this.epoch + 1,
      epochs: this.epochs,
      batch: this.batch,
      batches: this.batches,
      logs: this.logs,
      ...(steps > 0 ? { secondsLeft: left } : {}),
    });
    const html = sketch(this.picture(lines, this.epochs), lines);
    this.where.show({ 'text/plain': lines.filter(Boolean).join('. '), 'text/html': html });
  }

  private picture(lines: string[], epochs: number): Figure {
    return training(this.curves, { points: this.points, epochs, lines });
  }
}
