/** Questions: sound as data, asked as widgets where somebody can choose and as text elsewhere, explained, and remembered. */
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { predict, quiz } from '../../lib/check/question';
import { QuestionWidget } from '../../lib/check/question-widget';
import { isRight, lessons, placesOf, questions, quizOf, type Question } from '../../lib/check/questions';
import { notebooksIn, readNotebook, sourceOf } from '../support/notebooks';
import { inRoot } from '../support/paths';
import { Desk } from './desk';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());

/** What is wrong with a question as data. */
function faults({ ask, several, choices }: Question): string[] {
  const right = choices.filter((choice) => choice.right).length;
  const texts = choices.map(({ text }) => text.trim().toLowerCase());
  return [
    ...(/[?:.]$/.test(ask) && ask.length > 10 ? [] : ['it asks nothing']),
    ...(choices.length >= 2 && choices.length <= 4 ? [] : ['it has not two to four choices']),
    ...(several ? (right >= 2 ? [] : ['several are not right']) : right === 1 ? [] : ['not exactly one is right']),
    ...(choices.every(({ text }) => text.trim()) ? [] : ['a choice is empty']),
    ...(choices.every(({ because }) => because.trim().length > 10) ? [] : ['a choice is not explained']),
    ...(new Set(texts).size === texts.length ? [] : ['two choices are the same']),
  ];
}

describe('the questions of the course', () => {
  const first = questions.get('02.prediction')!;
  const [wrong, alsoWrong, right] = first.choices as [Question['choices'][0], Question['choices'][0], Question['choices'][0]]; // prettier-ignore

  it.each<[string, Question]>([
    ['not exactly one is right', { ask: first.ask, choices: [right, { ...right, text: 'another' }] }],
    ['not exactly one is right', { ask: first.ask, choices: [wrong, alsoWrong] }],
    ['several are not right', { ask: first.ask, several: true, choices: [wrong, right] }],
    ['a choice is not explained', { ask: first.ask, choices: [right, { ...wrong, because: 'No.' }] }],
    ['two choices are the same', { ask: first.ask, choices: [right, { text: right.text, because: wrong.because }] }],
    ['it has not two to four choices', { ask: first.ask, choices: [right] }],
    ['it asks nothing', { ask: '', choices: [right, wrong] }],
  ])('are told from one of which is to be said: %s', (fault, question) => {
    expect(faults(question)).toContain(fault);
  });

  it.each([...questions])(
    '%s: one choice is right unless it says several, each is explained, none is twice there',
    (_, question) => {
      expect(faults(question)).toEqual([]);
    },
  );

  it.each(readdirSync(inRoot('lib/words/en/lessons')))(
    'are all known, those of %s too, under its number',
    async (file) => {
      const words = (await import(inRoot('lib/words/en/lessons', file))) as Record<
        string,
        { title: string; questions: object }
      >;
      const [lesson] = Object.values(words);
      const number = file.slice(0, 2);
      expect(Object.keys(lessons)).toContain(number);
      expect(Object.keys(lesson!.questions).length).toBeGreaterThan(0);
      for (const id of Object.keys(lesson!.questions)) {
        expect(id).toMatch(new RegExp(`^${number}\\.(q\\d+|prediction\\w*)$`));
        expect([...questions.keys()]).toContain(id);
      }
      expect(quizOf(number)).toEqual(quizOf(number).map((_, i) => `${number}.q${i + 1}`));
    },
  );

  it.each(notebooksIn('notebooks'))('have their place in %s, whose title is known', (path) => {
    const cells = readNotebook(path).cells.map(sourceOf);
    const number = /(\d\d)-[^/]+$/.exec(path)![1]!;
    expect(cells[0]).toContain(`# ${number} · ${(lessons as Record<string, { title: string }>)[number]!.title}\n`);
    const code = cells.join('\n');
    const asked = (id: string) =>
      code.includes(`('${id}'`) || (quizOf(number).includes(id) && code.includes(`quiz('${number}')`));
    expect([...questions.keys()].filter((id) => id.startsWith(`${number}.`) && !asked(id))).toEqual([]);
  });
});

describe('a choice of several', () => {
  const primes: Question = {
    ask: 'Which are prime?',
    several: true,
    choices: [
      { text: '2', right: true, because: 'Only 1 and 2 divide it.' },
      { text: '4', because: 'Two divides it as well.' },
      { text: '5', right: true, because: 'Only 1 and 5 divide it.' },
    ],
  };

  it('is right if it has all that are right and no other', () => {
    expect(placesOf(primes, 'ca')).toEqual([0, 2]);
    expect(placesOf(primes, 'ad')).toBeUndefined();
    expect(placesOf({ ...primes, several: undefined }, 'ac')).toBeUndefined();
    expect([[0, 2], [0], [0, 1, 2]].map((places) => isRight(primes, places))).toEqual([true, false, false]);
  });
});

describe('where nothing can be clicked, quiz and predict', () => {
  beforeEach(() => void (desk.page.attended = false));

  it('ask first, and explain the choice once there is one', () => {
    quiz('02.q1');
    expect(desk.text).toMatch(/^○ 02\.q1: [^]*quiz\('02\.q1', 'a'\)[^]*b\) OR/);
    expect(desk.text).not.toContain('One input suffices');
    quiz('02.q1', 'b');
    expect(desk.text).toMatch(/^✓ b\) is right\nA unit has[^]*\nOR\nOne input suffices/);
    quiz('02.q1', 'a');
    expect(desk.text).toMatch(/^✗ a\) is not right[^]*the threshold would be 2/);
    expect(desk.page.sent).toEqual([]);
  });

  it('say which letters there are, for one that is no choice', () => {
    for (const letters of ['d', 'ab', '', 'D', 1, null]) {
      quiz('02.q1', letters as string);
      expect(desk.text).toMatch(/is none of the choices\nChoose among 'a', 'b', 'c', or '\?'/);
    }
    predict('02.prediction', 'e');
    expect(desk.text).toContain("Choose among 'a', 'b', 'c', 'd'");
  });

  it('ask all questions of a lesson, one after the other', () => {
    quiz('02');
    const headings = desk.page.displayed.map((shown) => shown['text/plain'].slice(0, 8));
    expect(headings).toEqual([1, 2, 3, 4, 5].map((n) => `○ 02.q${n}:`.slice(0, 8)));
  });

  it('keep a prediction and compare it later', () => {
    predict('02.prediction');
    expect(desk.text).toContain('You made no prediction');
    predict('02.prediction', 'b');
    expect(desk.text).toMatch(/Your prediction is kept: b\)\nEight$/);
    predict('02.prediction');
    expect(desk.text).toMatch(/You predicted b\)\.[^]*c\) Fourteen\nAll but two[^]*\nb\) Eight\nMore: it is not/);
    predict('02.prediction', 'C');
    predict('02.prediction');
    expect(desk.text).toMatch(/^✓ You predicted c\), and that is what came out/);
    expect(desk.text.match(/Fourteen/g)).toHaveLength(1);
  });
});

describe('in a notebook that a person runs', () => {
  const state = () => {
    const id = desk.page.find({ _model_name: 'AnyModel' });
    return { id, ...desk.page.state(id) } as unknown as {
      id: string;
      verdict: { mood: string; heading: string; lines: string[] };
      chosen: number[];
    };
  };

  it('a question is a widget; what is chosen on the page is explained there, and nothing of it is there before', async () => {
    quiz('02.q1');
    expect(desk.page.displayed.at(-1)).toHaveProperty(['application/vnd.jupyter.widget-view+json']);
    expect(desk.text).toContain("quiz('02.q1', 'a')");
    expect(JSON.stringify(desk.page.sent)).not.toMatch(/because|suffices/);
    const { id } = state();
    await desk.page.say(id, { method: 'custom', content: { answer: [1] } });
    expect(state()).toMatchObject({ chosen: [1], verdict: { mood: 'good', heading: 'b) is right' } });
    expect(state().verdict.lines.join()).toContain('One input suffices');
    await desk.page.say(id, { method: 'custom', content: { answer: [0] } });
    expect(state().verdict).toMatchObject({ mood: 'bad', heading: 'a) is not right' });
  });

  it.each([
    undefined,
    null,
    {},
    { answer: [] },
    { answer: [7] },
    { answer: 'b' },
    { answer: [[0]] },
    { answer: [0, 1] },
  ])('a message that names no choice changes nothing: %j', async (content) => {
    quiz('02.q1');
    await desk.page.say(state().id, { method: 'custom', content });
    expect(state()).toMatchObject({ chosen: [], verdict: { heading: '' } });
  });

  it('an answer and a prediction stand there again when the cell is run again', async () => {
    quiz('02.q2');
    await desk.page.say(state().id, { method: 'custom', content: { answer: [0] } });
    predict('02.prediction', '?');
    await desk.page.say(state().id, { method: 'custom', content: { answer: [3] } });
    expect(state().verdict).toMatchObject({ mood: 'neutral', heading: 'Your prediction is kept: d)' });
    quiz('02.q2');
    expect(state()).toMatchObject({ chosen: [0], verdict: { mood: 'bad' } });
    predict('02.prediction', '?');
    expect(state()).toMatchObject({ chosen: [3], verdict: { heading: 'Your prediction is kept: d)' } });
    predict('02.prediction');
    expect(desk.text).toContain('You predicted d). This is what came out');
  });

  it('the lesson’s quiz is a widget for each question', () => {
    quiz('02');
    expect(desk.page.displayed.filter((shown) => 'application/vnd.jupyter.widget-view+json' in shown)).toHaveLength(5);
  });

  it('of several that are right some are praised, and more are asked for', async () => {
    const judge = vi.fn(() => ({ mood: 'good' as const, heading: 'h' }));
    const still = { mood: 'neutral' as const, heading: '' };
    const choices = ['a', 'b', 'c'].map((text) => ({ text, because: 'so' }));
    new QuestionWidget({ question: { ask: '?', several: true, choices }, submit: 'go', still, judge }).show();
    await desk.page.say(state().id, { method: 'custom', content: { answer: [0, 2] } });
    expect(judge).toHaveBeenCalledWith([0, 2]);
    expect(state()).toMatchObject({ several: true, chosen: [0, 2] });
  });
});
