/** Where a student stands with an exercise or a question: all that was noted, put together. */
import { note, read, type Entry } from './diary';

/** Where a student stands with one exercise. */
export interface Standing {
  state: 'done' | 'tried' | 'open';
  /** How many hints were given. */
  hints: number;
}

/** An answer to a question. */
export interface Answered {
  answer: string;
  right: boolean;
}

/** Where the student stands with an exercise; once passed, it is done for good. */
export function standingIn(id: string, entries: readonly Entry[] = read().entries): Standing {
  let [tried, done, hints] = [false, false, 0];
  for (const entry of entries) {
    if (entry.id !== id) continue;
    if (entry.did === 'attempt') [tried, done] = [true, done || entry.passed];
    if (entry.did === 'hint') hints = Math.max(hints, entry.step);
  }
  return { state: done ? 'done' : tried ? 'tried' : 'open', hints };
}

/** The newest answer to a question of a quiz. */
export function answerTo(id: string, entries: readonly Entry[] = read().entries): Answered | undefined {
  const answers = entries.filter((entry) => entry.did === 'answer' && entry.id === id);
  return answers.at(-1) as Answered | undefined;
}

/** The newest prediction. */
export function predictionOf(id: string, entries: readonly Entry[] = read().entries): string | undefined {
  const predictions = entries.filter((entry) => entry.did === 'prediction' && entry.id === id);
  return (predictions.at(-1) as { answer: string } | undefined)?.answer;
}

/** Notes what changes where a student stands; what says nothing new is not noted, or the file would grow with each run. */
export function remember(entry: Entry): void {
  const { entries } = read();
  if (entry.did === 'attempt') {
    const { state } = standingIn(entry.id, entries);
    if (state === 'done' || (state === 'tried' && !entry.passed)) return;
  }
  if (entry.did === 'hint' && standingIn(entry.id, entries).hints >= entry.step) return;
  if (entry.did === 'answer' && answerTo(entry.id, entries)?.answer === entry.answer) return;
  if (entry.did === 'prediction' && predictionOf(entry.id, entries) === entry.answer) return;
  note(entry);
}
