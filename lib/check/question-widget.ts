/** A question as a widget: what is chosen on the page goes to code, and what code says of it comes back. */
import { words } from '../words';
import { Custom } from '../widgets/custom';
import { letter, toHtml, toText, type Card } from './card';
import { questionModule, questionStyle } from './question-front';
import { placesOf, type Question } from './questions';

const say = words.question;

/** How a question is put on the page. */
export interface Posed {
  question: Question;
  /** What stands on the button. */
  submit: string;
  /** The question for pages where nothing can be chosen. */
  still: Card;
  /** What was chosen before, as places, and what was said of it. */
  earlier?: { chosen: number[]; card: Card };
  /** What is said of a choice. */
  judge: (chosen: number[]) => Card;
}

interface State {
  ask: string;
  choices: string[];
  several: boolean;
  words: Record<string, string>;
  chosen: number[];
  verdict: { mood: string; heading: string; lines: string[] };
}

export class QuestionWidget extends Custom<State> {
  constructor(private readonly posed: Posed) {
    const { ask, choices, several = false } = posed.question;
    const { chosen, card } = posed.earlier ?? { chosen: [], card: { mood: 'neutral', heading: '' } };
    super({
      esm: questionModule,
      css: questionStyle,
      state: {
        ask,
        choices: choices.map(({ text }) => text),
        several,
        words: { submit: posed.submit, choose: several ? say.chooseSeveral : say.chooseOne, sent: say.sent },
        chosen,
        verdict: verdictOf(card),
      },
    });
    this.onMessage((content) => this.answered((content as { answer?: unknown } | null)?.answer));
  }

  override picture(): string {
    return toHtml(this.posed.still);
  }

  override summary(): string {
    return toText(this.posed.still);
  }

  private answered(answer: unknown): void {
    if (!Array.isArray(answer) || !answer.every((place) => Number.isInteger(place))) return;
    const chosen = placesOf(this.posed.question, (answer as number[]).map(letter).join(''));
    if (!chosen) return;
    this.set('chosen', chosen);
    this.set('verdict', verdictOf(this.posed.judge(chosen)));
  }
}

function verdictOf({ mood, heading, lines = [] }: Card): State['verdict'] {
  return { mood, heading, lines };
}
