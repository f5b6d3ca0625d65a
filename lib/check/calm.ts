/** What a student calls at the desk never throws: whatever goes wrong is a card, and the notebook goes on. */
import { words } from '../words';
import { showCard } from './card';

const say = words.check;

/** Does `work`, and shows a card with the error if there is one. */
export function calmly(id: unknown, work: () => void): void {
  try {
    work();
  } catch (error) {
    showCard({ mood: 'bad', heading: `${textOf(id)}: ${say.failed}`, lines: [say.threw(messageOf(error))] });
  }
}

/** What an error says; anything can be thrown, also what can't be made a text. */
export function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? textOf(error.message) : textOf(error);
  } catch {
    return say.nothingShown;
  }
}

/** Anything as a text. */
export function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return say.nothingShown;
  }
}
