/** Whose turn it is on the main thread: Stop may cut off the user's code wherever it is, but never the kernel's own. */

/** What the main thread shares with the one that hears of Stop: a number at each of these places. */
export const shared = { turn: 0, asked: 1, heard: 2, mail: 3 };
export const whose = { users: 0, kernels: 1, cutOff: 2 };

export class Turn {
  constructor(private readonly memory = new Int32Array(new SharedArrayBuffer(4 * 4))) {}

  /** What the other thread needs to know. */
  get buffer(): SharedArrayBuffer {
    return this.memory.buffer;
  }

  /** Does the kernel's own work, to its end. */
  kernels<T>(work: () => T): T {
    if (Atomics.load(this.memory, shared.turn) === whose.kernels) return work();
    this.take();
    try {
      return work();
    } finally {
      Atomics.store(this.memory, shared.turn, whose.users);
    }
  }

  /** Runs code of the user's in the midst of the kernel's work. */
  users<T>(code: () => T): T {
    Atomics.store(this.memory, shared.turn, whose.users);
    try {
      return code();
    } finally {
      this.take();
    }
  }

  /** Whether Stop was asked for, and nobody has acted upon it yet. */
  get stopAsked(): boolean {
    return Atomics.load(this.memory, shared.asked) !== Atomics.load(this.memory, shared.heard);
  }

  /** One who has asked for Stop is heard. */
  hearStop(): void {
    Atomics.add(this.memory, shared.heard, 1);
  }

  /** The kernel's turn begins, unless the user's is just being cut off: what runs here then ends on this line. */
  private take(): void {
    while (Atomics.compareExchange(this.memory, shared.turn, whose.users, whose.kernels) === whose.cutOff) {
      Atomics.wait(this.memory, shared.turn, whose.cutOff, 10);
    }
  }
}
