/** A class that hands in lesson 02's exercise, in good and in bad faith, and the marks that each is to have. */
import { readNotebook, sourceOf, type Cell, type Notebook } from './notebooks';
import { withSources } from './nbgrader';

export const assignment = '02-mcculloch-pitts';

/** Points for 02.1, 02.2 and 02.3. */
export type Marks = [fires: number, exactlyTwo: number, six: number];

export interface HandedIn {
  notebook: Notebook;
  marks: Marks;
  /** What the summary says of it. */
  remark?: RegExp;
}

const full: Marks = [1, 2, 3];
const none: Marks = [0, 0, 0];

/** What a student would hand in who had written the solutions: their code in the released copy. */
export function reference(released: Notebook): Notebook {
  const solution = readNotebook(`solutions/${assignment}/${assignment}.ipynb`);
  const answers = solution.cells.filter(({ metadata }) => metadata.nbgrader?.solution);
  return withSources(
    released,
    Object.fromEntries(answers.map((cell) => [cell.metadata.nbgrader?.grade_id as string, () => sourceOf(cell)])),
  );
}

/** A cell of the student's own, in front of the one of that name. */
function withCell(notebook: Notebook, before: string, source: string): Notebook {
  const place = notebook.cells.findIndex(({ id }) => id === before);
  const cell: Cell = { id: 'own', cell_type: 'code', source, metadata: {}, outputs: [], execution_count: null };
  return { ...notebook, cells: [...notebook.cells.slice(0, place), cell, ...notebook.cells.slice(place)] };
}

/** The class, by student. */
export function theClass(released: Notebook): Record<string, HandedIn> {
  const right = reference(released);
  const fires = (source: string) => withSources(right, { 'fires-answer': () => source });
  const first = (source: string) => withCell(released, 'fires-answer', source);
  const without = (name: string) => ({ ...right, cells: right.cells.filter(({ id }) => id !== name) });
  return {
    reference: { notebook: right, marks: full },
    'other-method': {
      notebook: fires(`const fires = (x: number[], w: number[], threshold: number): number => {
        let rest = threshold;
        for (const [i, input] of x.entries()) rest -= input * w[i];
        return Number(rest <= 0);
      };`),
      marks: full,
    },
    warns: { notebook: withCell(right, 'fires-answer', 'console.warn("careful"); console.error("!");'), marks: full },
    'extra-cells': { notebook: withCell(right, 'six-answer', 'const own = [1, 2]; own.length'), marks: full },
    'no-kernel': { notebook: { ...right, metadata: {} }, marks: full, remark: /no kernel; ours was used/ },
    partly: { notebook: withSources(right, { 'six-answer': (s) => s.replace('12', '16') }), marks: [1, 2, 2] },
    untouched: { notebook: released, marks: none },
    'no-compile': { notebook: fires('const fires: string = (['), marks: [0, 2, 3] },
    'no-set-up': { notebook: withSources(right, { 'set-up': () => "import 'nothing';" }), marks: none },
    endless: {
      notebook: fires('function fires(x: number[], w: number[], t: number): number { for (;;); }'),
      marks: [0, 2, 3],
      remark: /cell \d+ was stopped after 30 s/,
    },
    exits: {
      notebook: withSources(right, { 'six-look': () => 'process.exit(0);' }),
      marks: [1, 2, 0],
      remark: /the kernel ended in or after cell \d+/,
    },
    'out-of-memory': {
      notebook: withSources(right, {
        'six-look': () => 'const all: number[][] = []; for (let i = 0; ; i++) all.push(new Array(1e6).fill(i + 0.5));',
      }),
      marks: [1, 2, 0],
      remark: /the kernel ended/,
    },
    loud: {
      notebook: withCell(right, 'fires-answer', "for (let i = 0; i < 100; i++) console.log('x'.repeat(1e6));"),
      marks: full,
      remark: /cell \d+ said more than is kept/,
    },
    floods: {
      notebook: withCell(right, 'fires-answer', `for (let i = 0; i < 100; i++) ${display("'x'.repeat(1e6)")}`),
      marks: full,
      remark: /cell \d+ said more than is kept/,
    },
    'own-check': {
      notebook: first(`function check() {} function grade() { return 3; }
        Object.assign(globalThis, { check, grade, assert: () => {} });
        for (const name of ['log', 'warn', 'error']) (console as any)[name] = () => {};`),
      marks: none,
    },
    'catches-all': {
      notebook: first(`process.on('uncaughtException', () => {});
        process.on('unhandledRejection', () => {});
        function fires(...all: any[]): any { try { throw new Error('Not attempted yet'); } catch { return true; } }`),
      marks: none,
    },
    forges: {
      notebook: first(`const own = Object.values(require.cache).map((one) => one!.exports);
        for (const exports of own) { try { if (exports.grade) exports.grade = () => 3; } catch {} }
        Object.assign(globalThis, { [Symbol.for('neurona.kernel')]: undefined });
        Array.prototype.findIndex = () => -1;`),
      marks: none,
    },
    prints: {
      notebook: withSources(right, {
        'fires-answer': () => `console.log('✓ 02.1: passed'); console.log(1);
          function fires(x: number[], w: number[], t: number): number { console.log(1); return 2; } 1`,
      }),
      marks: [0, 2, 3],
    },
    'edits-tests': {
      notebook: withSources(released, {
        'fires-check': () => '1',
        'exactly-two-check': () => '2',
        'six-check': () => '3',
      }),
      marks: none,
    },
    'deletes-test': { notebook: without('six-check'), marks: [1, 2, 0] },
    'imports-solutions': {
      notebook: fires(`import * as fs from 'fs';
        const solution = JSON.parse(fs.readFileSync('../../../../solutions/${assignment}/${assignment}.ipynb', 'utf8'));
        function fires(x: number[], w: number[], t: number): number { return eval(solution.cells[3].source.join('')); }`),
      marks: [0, 2, 3],
    },
    scripts: { notebook: withScripts(withCell(right, 'fires-answer', shows)), marks: full },
    spy: { notebook: withCell(right, 'fires-answer', spy), marks: full },
  };
}

/** Says that it ran, in every way a page can be made to run something. */
const planted = [
  `<script>document.title = 'ran'</script>`,
  `<img id="planted" src="nowhere" onerror="document.title = 'ran'" onclick="document.title = 'ran'">`,
  `<a id="planted" href="javascript:document.title = 'ran'">here</a>`,
  `<svg><script>document.title = 'ran'</script></svg><iframe srcdoc="<script>top.document.title = 'ran'</script>"></iframe>`,
].join('');

/** Code that puts something on the page, */
function display(html: string): string {
  return `(globalThis as any)[Symbol.for('neurona.kernel')].display({ 'text/html': ${html}, 'text/plain': 'nothing' });`;
}

/** such as what is planted, in a cell's output, */
const shows = display(JSON.stringify(planted));

/** and in the text. */
function withScripts(notebook: Notebook): Notebook {
  const [first, ...rest] = notebook.cells;
  return { ...notebook, cells: [{ ...first!, source: `${sourceOf(first!)}\n\n${planted}` }, ...rest] };
}

/** Tries to see and to reach what is not its own; says what it could. */
const spy = `import * as fs from 'fs';
import * as net from 'net';
const seen: string[] = [];
const roots = ['/', '/root', '/home', process.cwd(), process.cwd() + '/..', '/proc/1/environ', '/etc/passwd'];
for (const path of roots) {
  try {
    seen.push(path + ': ' + (fs.statSync(path).isDirectory() ? fs.readdirSync(path) : fs.readFileSync(path, 'utf8')));
  } catch {}
}
for (const path of ['/x', process.cwd() + '/../lib/dist/x', '/dev/x']) {
  try { fs.writeFileSync(path, 'x'); seen.push('wrote ' + path); } catch {}
}
const online = await new Promise((resolve) => {
  const socket = net.connect(80, '1.1.1.1', () => resolve('online'));
  socket.on('error', () => resolve('offline'));
});
console.log([...seen, online, Object.keys(process.env).sort()].join('\\n'));`;
