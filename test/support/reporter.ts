/** Closes a run of the tests: each skipped test with its reason, and a last line that counts them. */
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

export default class ClosingLines implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<SerializedError>): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const results = tests.map((test) => ({ test, result: test.result() }));
    const count = (state: string) => results.filter(({ result }) => result.state === state).length;

    for (const { test, result } of results) {
      if (result.state !== 'skipped') continue;
      console.log(`skipped: ${test.fullName}: ${result.note ?? whyNotRun(test)}`);
    }
    // A file that does not load, a hook that fails or an error outside of any test fails the run though no test counts it.
    const broken = modules.filter(
      (module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length,
    ).length;
    const failed = count('failed') + broken + unhandledErrors.length;
    console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`);
  }
}

/** Why a test did not run that does not say so itself: what went wrong in the preparations that it shares with others. */
function whyNotRun(test: TestCase): string {
  for (let group = test.parent; ; group = group.parent) {
    const [error] = group.errors();
    if (error) return `not run, for its preparations failed: ${error.message.split('\n', 1)[0]}`;
    if (group.type === 'module') break;
  }
  return test.options.mode === 'run' ? 'not run, for the run was ended before it' : 'no reason given';
}
