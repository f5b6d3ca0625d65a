/** How far a student has come, over the whole course. */
import { display } from '../display';
import { escapeHtml } from '../html';
import { table } from '../table';
import { words } from '../words';
import { calmly } from './calm';
import { read, type Diary, type Entry } from './diary';
import { exercises } from './exercises/index';
import { lessons, quizOf } from './questions';
import { answerTo, standingIn, type Standing } from './standing';

const say = words.desk;
type State = Standing['state'];

/**
 * Shows which exercises of the course are done, tried or open, and how its quizzes went, a row for each lesson. Kept
 * when the kernel restarts. Never throws.
 *
 * ```ts
 * import { progress } from 'neurona';
 * progress();
 * ```
 */
export function progress(): void {
  calmly('progress', () => {
    const diary = read();
    const rows = lessonNumbers().map((lesson) => rowOf(lesson, diary.entries));
    const [inExercises, inQuizzes] = [rows.map((row) => row.exercises), rows.map((row) => row.quiz)];
    const title = say.progress(counts(inExercises.flatMap((of) => [...of.values()])), counts(inQuizzes.flat()));
    const shown = table(rows.map(inWords), { title, columns: Object.values(say.columns) });
    const notes = notesOn(diary);
    display({
      'text/html': `${String(shown['text/html'])}${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}`,
      'text/plain': [shown['text/plain'], ...notes].join('\n'),
    });
  });
}

interface Row {
  lesson: string;
  exercises: Map<string, State>;
  quiz: State[];
}

function rowOf(lesson: string, entries: readonly Entry[]): Row {
  const ids = Object.keys(exercises).filter((id) => id.startsWith(`${lesson}.`));
  const stateOf = (id: string): State => {
    const answered = answerTo(id, entries);
    return answered ? (answered.right ? 'done' : 'tried') : 'open';
  };
  return {
    lesson,
    exercises: new Map(ids.sort().map((id) => [id, standingIn(id, entries).state])),
    quiz: quizOf(lesson).map(stateOf),
  };
}

function inWords({ lesson, exercises, quiz }: Row): Record<string, string> {
  const those = (state: State) => [...exercises].filter(([, its]) => its === state).map(([id]) => id);
  const list = (state: State) => those(state).join(', ') || say.none;
  const { title } = (lessons as Record<string, { title?: string }>)[lesson] ?? {};
  const { columns } = say;
  return {
    [columns.lesson]: `${lesson} ${title ?? ''}`.trim(),
    [columns.done]: list('done'),
    [columns.tried]: list('tried'),
    [columns.open]: list('open'),
    [columns.quiz]: quiz.length > 0 ? say.quiz(counts(quiz)) : say.none,
  };
}

function lessonNumbers(): string[] {
  const ofExercises = Object.keys(exercises).map((id) => id.split('.')[0]!);
  return [...new Set([...ofExercises, ...Object.keys(lessons)])].sort();
}

function counts(states: readonly State[]) {
  const count = (state: State) => states.filter((its) => its === state).length;
  return { done: count('done'), tried: count('tried'), open: count('open') };
}

/** Where it is kept, and what is wrong with it. */
function notesOn({ file, damaged, problem }: Diary): string[] {
  if (problem) return [say.unkept(problem)];
  if (!file) return [say.forgotten];
  return [...(damaged > 0 ? [say.damaged(damaged, file)] : []), say.keptIn(file)];
}
