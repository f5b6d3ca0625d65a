/** Calls that never overlap: while one is under way, only the newest of those that come is kept, and made after it. */

/** Wraps `work`; the promise of a call that waits on is that of the calls before it and its own. */
export function newestOnly<Argument>(work: (argument: Argument) => unknown): (argument: Argument) => unknown {
  let underWay: Promise<void> | undefined;
  let waiting: { argument: Argument } | undefined;

  const finish = async (first: PromiseLike<unknown>): Promise<void> => {
    const errors: unknown[] = [];
    let result: unknown = first;
    for (;;) {
      try {
        await result;
        if (!waiting) break;
        const { argument } = waiting;
        waiting = undefined;
        result = work(argument);
      } catch (error) {
        errors.push(error);
        result = undefined;
      }
    }
    underWay = undefined;
    if (errors.length > 0) throw errors[0];
  };

  return (argument) => {
    if (underWay) {
      waiting = { argument };
      return undefined; // whoever made the first call hears of its end
    }
    const result = work(argument);
    if (!isPromise(result)) return undefined;
    underWay = finish(result);
    return underWay;
  };
}

/** Whether a call goes on after it has returned. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
