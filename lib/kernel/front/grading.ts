/** The front's part in grading: it brings engine and judge together, and of a graded cell it alone says how it ended. */
import { failure, type Failure } from '../errors/failure';
import { judge as toJudge } from '../pipe';
import { peek, type Message } from '../wire';
import { gradedId } from './graded';
import { JudgeProcess, type Hearing } from './judge';
import { mark, readVerdict, type Verdict } from './mark';

/** The longest answer to a question of the judge's, in bytes. */
const longestAnswer = 32e6;

/** What of a graded cell's own messages goes out: what it says, and nothing that could pass for a mark or hide one. */
const shown = new Set(['execute_input', 'stream', 'display_data', 'comm_open', 'comm_msg', 'comm_close']);

/** A graded cell that runs. */
interface Trial {
  id: string;
  asked: boolean;
  fault?: string;
  verdict?: Verdict;
}

export class Grading implements Hearing {
  private readonly judge: JudgeProcess;
  /** Every request by its id: a trial as long as a graded cell runs, then 'over'; 'free' for what is no graded cell. */
  private readonly requests = new Map<string, Trial | 'over' | 'free'>();
  /** The trial that the judge is at. */
  private open: Trial | undefined;
  private questions = 0;
  private answered = true;

  constructor(
    program: string,
    private readonly toEngine: (...parts: Buffer[]) => void,
  ) {
    this.judge = new JudgeProcess(program, this);
  }

  /** Takes note of a request, and whether it is a graded cell; false for one that must not be heard, as its id is known. */
  admits(id: string, cell?: Message): boolean {
    if (this.requests.has(id)) return false;
    const graded = cell && gradedId(String(cell.content.code));
    this.requests.set(id, graded === undefined ? 'free' : { id: graded, asked: false });
    return true;
  }

  isGraded(id: string): boolean {
    return this.requests.get(id) !== 'free';
  }

  /** Whether something that the engine says may go out; what answers no request known may be meant for a later one. */
  lets(frames: Buffer[]): boolean {
    const { header, parent } = peek(frames);
    const request = this.requests.get(String(parent.msg_id));
    return request === 'free' || (typeof request === 'object' && shown.has(header.msg_type));
  }

  /** The engine turns to the judge: it asks for a verdict in the cell that runs, or answers a question. */
  hear([kind, first, answer]: Buffer[], running: string | undefined): void {
    if (String(kind) === 'ask') return this.ask(String(first), running);
    if (String(kind) !== 'answer' || !answer || this.answered || String(first) !== String(this.questions)) return;
    if (answer.length > longestAnswer) {
      return this.close(`an answer of ${answer.length} bytes; the judge takes ${longestAnswer} at most`);
    }
    this.answered = true;
    this.judge.answer(answer);
  }

  question(text: string): void {
    this.answered = false;
    this.tell('question', String(++this.questions), text);
  }

  verdict(text: string): void {
    if (this.open) this.open.verdict = readVerdict(text);
    this.release();
  }

  ended(why: string): void {
    if (this.open) this.close(`the judge has ended (${why}); see the terminal of whoever grades`);
  }

  /** A graded cell has ended, and as its reply says in an error or not: its mark, or the error in its place. */
  conclude(id: string, reply: Message['content']): Failure | ReturnType<typeof mark> {
    const trial = this.requests.get(id) as Trial;
    this.requests.set(id, 'over');
    if (this.open === trial) this.close('the cell ended before the judge had come to a verdict');
    if (reply.status !== 'ok') return ownFailure(reply);
    if (trial.fault) return failure('NotGraded', trial.fault);
    if (trial.verdict) return mark(trial.verdict);
    return failure(
      'NotGraded',
      `nobody asked the judge: expected that this cell calls grade('${trial.id}', …) of neurona`,
    );
  }

  /** The engine is gone, or the kernel is to end. */
  end(): void {
    this.judge.drop();
  }

  private ask(id: string, running: string | undefined): void {
    const trial = this.requests.get(running ?? '');
    if (typeof trial !== 'object') return this.tell('over'); // no graded cell: whatever it wants to know, it is no mark
    const again = trial.asked;
    trial.asked = true;
    this.open = trial;
    if (again) return this.close('the judge was asked more than once; a graded cell calls grade once');
    if (id !== trial.id) return this.close(`the judge was asked for '${id}', and the cell is for '${trial.id}'`);
    this.judge.begin(id);
  }

  /** Ends the trial that is open, without a mark. */
  private close(fault: string): void {
    if (!this.open) return;
    this.open.fault ??= fault;
    this.judge.drop();
    this.release();
  }

  private release(): void {
    this.open = undefined;
    this.answered = true;
    this.tell('over');
  }

  private tell(...parts: string[]): void {
    this.toEngine(...[toJudge, ...parts].map((part) => Buffer.from(part)));
  }
}

/** The cell's own error, made anew: its reply is the engine's word. */
function ownFailure({ ename, evalue, traceback }: Message['content']): Failure {
  const said = failure(String(ename), String(evalue));
  return Array.isArray(traceback) ? { ...said, traceback: traceback.slice(0, 100).map(String) } : said;
}
