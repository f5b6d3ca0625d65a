/** What a student's code may try for a mark that its work is not worth, each on a kernel of its own: it never gets one. */
import { afterEach, describe, expect, it } from 'vitest';
import { Kernel } from '../support/kernel';
import { judged, marks, right } from '../support/marks';

let kernel: Kernel;
afterEach(() => kernel.stop());

/** Runs a student's cell, and then the graded one, whose `fires` is wrong if the student's cell has not done it better. */
async function attack(student: string, wrong = 'const fires = (): any => 7;'): Promise<unknown[]> {
  kernel = await Kernel.start(judged);
  await kernel.execute(`import { grade } from 'neurona'; ${wrong}`);
  await kernel.execute(student, { stop_on_error: false });
  return marks(await kernel.execute("import { grade } from 'neurona';\ngrade('02.1', fires)"));
}

/** For a student's cell: messages as the kernel's two processes exchange them. */
const pipe = `
const fs = require('node:fs'), write = fs.writeSync;
const pack = (parts) => {
  const all = parts.map((part) => Buffer.from(part)), head = Buffer.alloc(4 * (1 + all.length));
  [all.length, ...all.map((part) => part.length)].forEach((size, i) => head.writeUInt32LE(size, 4 * i));
  return Buffer.concat([head, ...all]);
};
const send = (...parts) => write(4, pack(parts));
const message = (type, parent, content) => ['<IDS|MSG>', '', ...[
  { msg_id: 'x' + Math.random(), msg_type: type, session: 's', username: 'kernel', date: '', version: '5.4' }, parent, {}, content,
].map((part) => JSON.stringify(part))];
const result = { execution_count: 1, data: { 'text/plain': '1' }, metadata: {} };
const forge = (parent) => {
  send('iopub', 'execute_result', ...message('execute_result', parent, result));
  send('iopub', 'update_display_data', ...message('update_display_data', parent, { ...result, transient: { display_id: '1' } }));
};
/** The header of the cell that runs, as the kernel's own messages tell it. */
const header = (bytes) => JSON.parse(/\\{"msg_id":"[^"]*","msg_type":"execute_request"[^}]*\\}/.exec(bytes.toString('latin1'))?.[0] ?? 'null');
`;

const notPassed = [expect.stringMatching(/^NotPassed: 02\.1: /)];
const notGraded = (why: string): unknown[] => [expect.stringMatching(new RegExp(`^NotGraded: .*${why}`))];

describe('no mark is had by', () => {
  it.each<[string, string, unknown[], string?]>([
    [
      'changing what the language does',
      `Object.is = () => true; Number.isFinite = () => true; String.prototype.includes = () => true;
       JSON.parse = ((f) => (text: string) => (/points/.test(text) ? { points: 1 } : f(text)))(JSON.parse);
       for (const [name, value] of [['points', 1], ['status', 'passed']] as const)
         Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true });`,
      notPassed,
    ],
    [
      'another grade in the place of neurona',
      `Object.defineProperty(require('neurona'), 'grade', { get: () => () => 1, configurable: true });
       require.cache[require.resolve('neurona')] = { exports: { grade: () => 1 }, loaded: true } as any;
       require('node:module')._load = () => ({ grade: () => 1 });`,
      notGraded('nobody asked the judge'),
    ],
    [
      "an offer of the kernel's that is not the kernel's",
      `const hook = (globalThis as any)[Symbol.for('neurona.kernel')]; hook.judge = () => {};
       console.log = process.stdout.write = hook.display as any;`,
      notGraded('nobody asked the judge'),
    ],
    [
      'printing what a pass would print',
      `process.stdout.write('1'); console.log(1); require('node:fs').writeSync(1, '1');`,
      notPassed,
    ],
    [
      'leaving in the midst of a question',
      '',
      [expect.stringMatching(/^KernelEnded: /)],
      'const fires = (): any => process.exit(0);',
    ],
    [
      'dying in the midst of a question',
      '',
      [expect.stringMatching(/^KernelDied: /)],
      'const fires = (): any => process.abort();',
    ],
    [
      'catching everything',
      `process.on('uncaughtException', () => {}); process.on('unhandledRejection', () => {}); process.exit = (() => {}) as any;
       Error.prepareStackTrace = () => '1'; Promise.prototype.catch = function () { return Promise.resolve(1) as any; };`,
      [expect.stringMatching(/^(NotPassed: 02|Error: )/)],
    ],
    [
      "messages of the kernel's own making, for the cell that runs",
      `${pipe} fs.writeSync = (...args) => {
         const parent = header(args[1]);
         if (parent) { forge(parent); send('shell', ...message('execute_reply', parent, { status: 'ok', execution_count: 1 })); }
         return write(...args);
       };`,
      notGraded('nobody asked the judge'),
    ],
    [
      'messages for a cell that is still to come',
      `${pipe} let done = false; fs.writeSync = (...args) => {
         const parent = header(args[1]);
         if (parent && !done) {
           done = true;
           for (let n = 1; n < 6; n++) forge({ ...parent, msg_id: parent.msg_id.replace(/\\d+$/, (last) => String(Number(last) + n)) });
         }
         return write(...args);
       };`,
      notPassed,
    ],
    [
      "the judge's own words",
      `${pipe} send('judge', 'verdict', '{"points":1}'); send('judge', 'ask', '02.1');
       for (let n = 1; n < 20; n++) send('judge', 'answer', String(n), '["gives",1]');`,
      notPassed,
    ],
    [
      "words of the judge's in the midst of its questions",
      '',
      notGraded('asked more than once'),
      `${pipe} const fires = (): any => { send('judge', 'ask', '02.1'); send('judge', 'verdict', '{"points":1}'); return 7; };`,
    ],
    [
      'bytes that are no message',
      '',
      [expect.stringMatching(/^KernelDied: /)],
      "const fires = (): any => require('node:fs').writeSync(4, Buffer.alloc(1e5, 255));",
    ],
  ])('%s', async (_, student, ended, wrong) => {
    expect(await attack(student, wrong)).toEqual(ended);
  });

  it("asking for the next cell in the client's name, by the kernel's sockets and with its key", async () => {
    const ended = await attack(`${pipe}
      const { Dealer } = require('zeromq'), { createHmac } = require('node:crypto');
      const path = fs.readFileSync('/proc/' + process.ppid + '/cmdline', 'latin1').split('\\0').find((word) => word.startsWith('--config-path=')).slice(14);
      const { ip, shell_port, key } = JSON.parse(fs.readFileSync(path, 'utf8'));
      let told; fs.writeSync = (...args) => ((told ??= header(args[1])), write(...args));
      console.log('wait');
      const next = told.msg_id.replace(/\\d+$/, (last) => String(Number(last) + 1));
      const frames = message('execute_request', {}, { code: '1', silent: false, store_history: true });
      frames[2] = JSON.stringify({ ...told, msg_id: next });
      frames[1] = frames.slice(2).reduce((hmac, part) => hmac.update(part), createHmac('sha256', key)).digest('hex');
      const socket = new Dealer({ linger: 0 }); socket.connect('tcp://' + ip + ':' + shell_port);
      await socket.send(frames);
      await new Promise((resolve) => setTimeout(resolve, 200));`);
    expect(ended).toEqual(notPassed);
    expect(kernel.terminal).toContain('dropped execute_request of a second client');
  });

  it('none of these: the right answer has its mark', async () => {
    expect(await attack('', right)).toEqual(['1']);
  });
});
