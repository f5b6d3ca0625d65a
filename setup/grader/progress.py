"""Says how far a long command is and how long it will still take: on a terminal in one line, elsewhere now and then."""

import sys
import time


class Progress:
    """`done` is told after each piece of work."""

    def __init__(self, what: str, total: int):
        self.what, self.total = what, total
        self.count = 0
        self.begun = self.told = time.monotonic()
        self.width = 0

    def done(self) -> None:
        """One more piece is done."""
        self.count += 1
        now = time.monotonic()
        terminal = sys.stderr.isatty()
        if not terminal and now - self.told < 10:
            return
        self.told = now
        left = (now - self.begun) / self.count * (self.total - self.count)
        line = f"  {self.what}: {self.count} of {self.total}, about {_said(left)} left"
        start, end = ("\r", "") if terminal else ("", "\n")
        print(f"{start}{line.ljust(self.width)}", end=end, file=sys.stderr, flush=True)
        self.width = len(line)

    def end(self) -> str:
        """Clears the line; returns how long it all took."""
        if self.width and sys.stderr.isatty():
            print(f"\r{' ' * self.width}\r", end="", file=sys.stderr, flush=True)
        return _said(time.monotonic() - self.begun)


def _said(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
