/**
 * The judge's process: `node judge.js PROGRAM`, started by the front where cells are graded. It runs nothing of a student's;
 * what its program wants to know of a student's work, it asks, and waits for the answer.
 */
import './start/index'; // first: it decides how the others are loaded
import { judgeReads, judgeWrites, readMessage, writeMessage } from './pipe';

/** What a program has to export. */
interface Program {
  /** Comes to a verdict; `ask` puts a question to the student's code, and gives its answer. */
  judge(id: string, ask: (question: string) => string): Promise<{ points: number; message: string }>;
}

function say(kind: string, text: string): void {
  writeMessage(judgeWrites, [Buffer.from(kind), Buffer.from(text)]);
}

/** What the front says next; where it has gone, so does the judge. */
function hear(): string {
  const [text] = readMessage(judgeReads) ?? process.exit(0);
  return String(text);
}

function ask(question: string): string {
  say('question', question);
  return hear();
}

async function main(path: string): Promise<void> {
  const program = require(path) as Program;
  for (;;) say('verdict', JSON.stringify(await program.judge(hear(), ask)));
}

main(process.argv[2]!).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
