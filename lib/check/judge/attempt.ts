/** The student's end: an attempt stays in its own process, and what the judge asks of it is done here. */
import type { Serve } from '../../display';
import * as tf from '../../tensorflow';
import { decode, encode, type Names, type Wire } from './values';

type Exchange = Parameters<Serve>[1];
type Callable = (...args: unknown[]) => unknown;

/** Answers the judge's questions about `attempt`, whatever that is. */
export function serveAttempt(attempt: unknown): Serve {
  const end = new AttemptEnd(attempt);
  return (question, exchange) => end.answer(question, exchange);
}

class AttemptEnd implements Names {
  /** What the judge knows by number only. */
  private readonly own: object[] = [];
  private readonly numbers = new Map<object, number>();
  /** The judge's own functions, as the attempt calls them. */
  private readonly judges = new Map<number, Callable>();
  private readonly tensors: tf.Tensor[] = [];
  private exchange: Exchange | undefined;

  constructor(private readonly attempt: unknown) {}

  /** Does what is asked; what it throws is an answer, too. */
  answer(question: string, exchange: Exchange): string | Promise<string> {
    this.exchange = exchange;
    const [what, ...rest] = JSON.parse(question) as [string, ...Wire[]];
    if (what === 'await') return this.settled(rest[0]!);
    return this.attempted(() => this.do(what, rest));
  }

  known(value: object): Wire | undefined {
    const number = this.numbers.get(value);
    if (number !== undefined) return ['mine', number, kindOf(value)];
    const judges = [...this.judges].find(([, stub]) => stub === value);
    return judges && ['yours', judges[0]];
  }

  name(value: object): Wire {
    if (value instanceof Promise) value.then(undefined, () => undefined); // no judge may wait for it: it fails in peace
    this.numbers.set(value, this.own.push(value) - 1);
    return this.known(value)!;
  }

  named(whose: Wire, number: number): unknown {
    if (whose === 'yours') return this.own[number];
    const stub: Callable = this.judges.get(number) ?? ((...args) => this.call(number, args));
    this.judges.set(number, stub);
    return stub;
  }

  made(tensor: tf.Tensor): void {
    this.tensors.push(tensor);
  }

  private do(what: string, [on, ...rest]: Wire[]): unknown {
    const read = (wire: Wire | undefined) => decode(wire ?? null, this);
    const list = (wire: Wire | undefined) => read(wire) as unknown[];
    if (what === 'attempt') return this.attempt;
    if (what === 'end') return tf.dispose(this.tensors);
    const target = read(on) as Record<string, unknown> & Callable & (new (...args: unknown[]) => object);
    const [first, second] = rest;
    if (what === 'get') return target[String(first)];
    if (what === 'set') return Reflect.set(target, String(first), read(second));
    if (what === 'has') return String(first) in target;
    if (what === 'call') return Reflect.apply(target, read(first), list(second));
    if (what === 'each') return (first as Wire[]).map((args) => target(...list(args)));
    if (what === 'construct') return new target(...list(first));
    throw new Error(`the judge asks for something unknown: ${what}`);
  }

  private async settled(on: Wire): Promise<string> {
    try {
      const value = await (decode(on, this) as Promise<unknown>);
      return this.attempted(() => value);
    } catch (error) {
      return this.attempted(() => {
        throw error;
      });
    }
  }

  private attempted(work: () => unknown): string {
    try {
      return JSON.stringify(['gives', encode(work(), this)]);
    } catch (error) {
      return JSON.stringify(['throws', encode(error instanceof Error ? error : new Error(String(error)), this)]);
    }
  }

  /** Calls a function of the judge's; on the way to its result the judge may have questions of its own. */
  private call(number: number, args: unknown[]): unknown {
    let said = this.exchange!(JSON.stringify(['calls', number, encode(args, this)]));
    for (;;) {
      const [what, ...rest] = JSON.parse(said) as [string, ...Wire[]];
      if (what === 'gives') return decode(rest[0]!, this);
      if (what === 'throws') throw decode(rest[0]!, this);
      said = this.exchange!(this.attempted(() => this.do(what, rest)));
    }
  }
}

function kindOf(value: object): 'function' | 'promise' | 'object' {
  if (typeof value === 'function') return 'function';
  return value instanceof Promise ? 'promise' : 'object';
}
