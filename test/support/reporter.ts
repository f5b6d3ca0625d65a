/** Closes a run of the tests: each skipped test with its reason, and a last line that counts them. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export default class ClosingLines implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<SerializedError>): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const results = tests.map((test) => ({ test, result: test.result() }));
    const count = (state: string) => results.filter(({ result }) => result.state === state).length;

    for (const { test, result } of results) {
      if (result.state !== 'skipped') continue;
      console.log(`skipped: ${test.fullName}: ${result.note ?? 'no reason given'}`);
    }
    // A file that does not load, a hook that fails or an error outside of any test fails the run though no test counts it.
    const broken = modules.filter(
      (module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length,
    ).length;
    const failed = count('failed') + broken + unhandledErrors.length;
    console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`);
  }
}
