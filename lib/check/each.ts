/** Calls of one function with many inputs: where the function stands in another process, in one go. */

/** By this name a stand-in for a function of another process takes all inputs at once. */
export const each = Symbol('each');

/** What `f` answers for each of the inputs, which are lists of arguments; each call gets copies of its own. */
export function callEach<Arguments extends unknown[], Result>(
  f: (...args: Arguments) => Result,
  inputs: readonly Arguments[],
): Result[] {
  const standIn = f as { [each]?: (inputs: readonly Arguments[]) => Result[] };
  return standIn[each]?.(inputs) ?? inputs.map((input) => f(...structuredClone(input)));
}
