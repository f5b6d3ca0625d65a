"""One grader at a time: a lock on the course's marks that says who holds it, and that ends with its holder."""

import contextlib
import datetime
import fcntl
import getpass
import os
import socket
from collections.abc import Iterator

from .failure import Failure
from .places import grading


@contextlib.contextmanager
def the_only_grader() -> Iterator[None]:
    """The system gives the lock back when its process ends, however it ends: there is none to be left behind."""
    grading.mkdir(parents=True, exist_ok=True)
    with open(grading / "grader.lock", "a+", encoding="utf8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as refused:
            file.seek(0)
            raise Failure(
                f"Another grader is at work: {file.read().strip() or 'it has only just begun'}.",
                "Wait for its end, or stop it with Ctrl-C; no mark is lost. Then run the same command again.",
            ) from refused
        file.truncate(0)
        since = datetime.datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
        file.write(f"process {os.getpid()} of {getpass.getuser()} on {socket.gethostname()}, since {since}")
        file.flush()
        yield
        file.truncate(0)
