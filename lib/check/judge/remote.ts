/** The judge's end: stand-ins for a student's functions and objects, each use of which is done in the student's process. */
import * as tf from '../../tensorflow';
import { each } from '../each';
import { decode, encode, type Names, type Wire } from './values';

/** Puts a question to the student's process and waits for what it says. */
export type Ask = (question: string) => string;

type Callable = (...args: unknown[]) => unknown;

export class Remote implements Names {
  /** Whether something of the student's was a promise that nobody has waited for. */
  get promised(): boolean {
    return this.unawaited.size > 0;
  }

  private readonly unawaited = new Set<number>();
  private readonly standIns = new Map<number, object>();
  private readonly numbers = new Map<object, number>();
  /** The judge's own functions that an attempt was given. */
  private readonly own: Callable[] = [];
  private readonly tensors: tf.Tensor[] = [];

  constructor(private readonly put: Ask) {}

  /** What the student has handed in: a stand-in if it is a function or an object, else a copy. */
  attempt(): unknown {
    return this.ask('attempt');
  }

  /** Frees the tensors that were made on the way, there and here. */
  end(): void {
    tf.dispose(this.tensors);
    this.ask('end');
  }

  /** Calls a function of the judge's that an attempt has called, and gives what to say to that. */
  reply(said: string): string {
    const [, number, args] = JSON.parse(said) as [string, number, Wire];
    try {
      const called = this.own[number];
      if (!called) throw new Error(`there is no function ${String(number)}`);
      return JSON.stringify(['gives', encode(called(...(decode(args, this) as unknown[])), this)]);
    } catch (error) {
      return JSON.stringify(['throws', encode(error instanceof Error ? error : new Error(String(error)), this)]);
    }
  }

  known(value: object): Wire | undefined {
    const number = this.numbers.get(value);
    return number === undefined ? undefined : ['yours', number];
  }

  name(value: object): Wire {
    if (typeof value !== 'function') {
      throw new Error('expected data or a function to give to an attempt, got an object of a class of its own');
    }
    const known = this.own.indexOf(value as Callable);
    return ['mine', known === -1 ? this.own.push(value as Callable) - 1 : known];
  }

  named(whose: Wire, number: number, kind: Wire): unknown {
    if (whose === 'yours') return this.own[number];
    const standIn = this.standIns.get(number) ?? (kind === 'promise' ? this.promise(number) : this.proxy(number, kind));
    this.standIns.set(number, standIn);
    this.numbers.set(standIn, number);
    return standIn;
  }

  made(tensor: tf.Tensor): void {
    this.tensors.push(tensor);
  }

  private ask(what: string, ...about: Wire[]): unknown {
    let said = this.put(JSON.stringify([what, ...about]));
    while (said.startsWith('["calls",')) said = this.put(this.reply(said));
    const [how, wire] = JSON.parse(said) as [string, Wire];
    const value = decode(wire, this);
    if (how === 'gives') return value;
    throw value;
  }

  private proxy(number: number, kind: Wire): object {
    const me: Wire = ['yours', number];
    const refuse = () => {
      throw new Error(
        "expected a use of a student's object by a name of its own: its names cannot be listed or changed",
      );
    };
    const symbols: Record<symbol, unknown> = {
      // Told what it is, not asked: a student's valueOf and toString have no say in what a judge reckons.
      [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? NaN : `[a student's ${String(kind)}]`),
      [each]: (inputs: unknown[][]) =>
        this.ask(
          'each',
          me,
          inputs.map((args) => encode(args, this)),
        ),
    };
    const target = kind === 'function' ? function () {} : {};
    return new Proxy(target, {
      get: (_, key) => (typeof key === 'symbol' ? symbols[key] : this.ask('get', me, key)),
      set: (_, key, value) => this.ask('set', me, String(key), encode(value, this)) === true,
      has: (_, key) => typeof key === 'string' && this.ask('has', me, key) === true,
      apply: (_, self, args: unknown[]) =>
        this.ask('call', me, this.known(self as object) ?? ['undefined'], encode(args, this)),
      construct: (_, args: unknown[]) => Object(this.ask('construct', me, encode(args, this))) as object,
      ownKeys: refuse,
      getOwnPropertyDescriptor: refuse,
      defineProperty: refuse,
      deleteProperty: refuse,
      setPrototypeOf: refuse,
    });
  }

  /** Waits when it is awaited, not before; nothing else happens here meanwhile. */
  private promise(number: number): object {
    this.unawaited.add(number);
    let settled: Promise<unknown> | undefined;
    const wait = () => {
      this.unawaited.delete(number);
      return new Promise((resolve) => resolve(this.ask('await', ['yours', number])));
    };
    const then: Promise<unknown>['then'] = (...handlers) => (settled ??= wait()).then(...handlers);
    return Object.create(Promise.prototype, { then: { value: then } }) as object;
  }
}
