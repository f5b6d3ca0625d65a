/** One more sentence for errors that beginners meet again and again: what to do, in plain words. */
import type { Diagnostic } from '../tslab';

interface Advice {
  /** TypeScript's numbers for the messages that are meant; any, if there are none. */
  codes?: number[];
  message?: RegExp;
  /** What the line looks like that the message is about. */
  line?: RegExp;
  help: string;
}

const newMethods = 'toSorted|toReversed|toSpliced|with|findLast|findLastIndex|groupBy|fromAsync|union|intersection';

const promised =
  /^(Type|Argument of type|Property '.*' does not exist on type) 'Promise<|^Operator .* types? .*'Promise</;

/** The first that fits is told. */
const table: Advice[] = [
  {
    codes: [1002],
    help: 'A text in \'…\' or "…" ends on its own line; write one of several lines between backticks: `…`.',
  },
  { codes: [1127], line: /[“”„‘’‚«»]/, help: 'Quotes in code are straight: \'…\' or "…".' },
  {
    codes: [2339, 4104, 2540, 2542],
    message: /readonly .*\[\]|'readonly'|type 'readonly|only permits reading/,
    help: 'A readonly array cannot change: change a copy, [...numbers], or leave the word readonly away.',
  },
  { message: promised, help: 'A Promise is a value still to come: write await in front of what gives it.' },
  {
    codes: [2339, 2550, 2551],
    message: new RegExp(`^Property '(${newMethods})' does not exist`),
    help: 'This TypeScript is 5.0 with the library of ES2022, which lacks it; sort and reverse a copy: [...numbers].sort().',
  },
  {
    line: /^\s*(await\s+)?using\s+[\w$]+\s*=/,
    help: 'This TypeScript is 5.0 with the library of ES2022, which lacks using: take const, and release by hand.',
  },
  {
    codes: [2307, 2691, 5097],
    message: /\.ts'|'\.ts'|\.ts extension/,
    help: "Import a file without its ending: './util', not './util.ts'.",
  },
  {
    codes: [2307],
    message: /'\.\.?\//,
    help: 'A path that starts with a dot is sought from the folder of the notebook; look at its spelling.',
  },
  {
    codes: [2307],
    help: 'No package of that name is installed; look at its spelling, or install it in the folder of the course.',
  },
  {
    codes: [6059],
    help: 'A notebook imports files from its own folder, or packages: put the file beside the notebook.',
  },
  {
    codes: [2323, 2484],
    line: /^\s*export\b/,
    help: 'The next cells see all that a cell declares: leave the word export away.',
  },
  { codes: [2588], help: 'What const declares keeps its value: declare it with let to change it.' },
  { codes: [2584], message: /'document'/, help: 'A cell runs in Node, where there is no page, so no document.' },
  { codes: [2304], message: /'print'/, help: 'TypeScript prints with console.log(…).' },
  { line: /^\s*def\s/, help: 'A function starts with function name(…) { in TypeScript, and ends with }.' },
];

/** Help with a message of the compiler about this line; undefined if the message says it all. */
export function advise({ code, messageText }: Diagnostic, line: string): string | undefined {
  return table.find(
    (advice) =>
      (advice.codes?.includes(code) ?? true) &&
      (advice.message?.test(messageText) ?? true) &&
      (advice.line?.test(line) ?? true),
  )?.help;
}

/** What the compiler lets pass and Node refuses. */
const refused: [RegExp, string][] = [
  [/^Cannot use 'import\.meta' outside a module$/, 'A cell is no module of its own; its folder is process.cwd().'],
];

/** Help with an error that Node throws, not the student's code. */
export function adviseThrown(error: Error): string | undefined {
  if (!(error instanceof SyntaxError)) return undefined;
  return refused.find(([message]) => message.test(error.message))?.[1];
}
