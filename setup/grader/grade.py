"""Grades submissions: each is sanitised, executed (several at once) and marked; what is done is not done again."""

import asyncio
import contextlib
import os
import queue
import shutil
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import nbformat
from nbgrader.converters import NbGraderException

from . import record, sandbox
from .converter import Converter
from .execute import ExecuteWithin
from .nbgrader_line import Nbgrader
from .submission import Submission, kernel_remark


@dataclass
class Outcome:
    """How the grading went; what could not be graded, and what was graded with a remark, each with its reason."""

    graded: list[Submission] = field(default_factory=list)
    before: list[Submission] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    interrupted: bool = False


@dataclass(frozen=True)
class Options:
    """How to grade."""

    jobs: int
    cell_seconds: int
    notebook_seconds: int
    force: bool
    limits: sandbox.Limits | None  # None: without a sandbox


class Grading:
    """One run of the grader. Only its main thread touches the gradebook; another one talks to the kernels."""

    def __init__(self, submissions: list[Submission], options: Options, tell: Callable[[], None]):
        self.submissions, self.options, self.tell = submissions, options, tell
        self.nbgrader = Nbgrader()
        self.outcome = Outcome()
        self.waiting: queue.SimpleQueue[Submission] = queue.SimpleQueue()
        self.executed: queue.SimpleQueue[tuple[Submission, list[str] | Exception]] = queue.SimpleQueue()
        self.stopped = threading.Event()

    def run(self) -> Outcome:
        """Ctrl-C ends it between two marks, never in the middle of one."""
        previous = signal.signal(signal.SIGINT, lambda *_: self.stopped.set())
        try:
            todo = [one for one in self.submissions if not self._is_done(one)]
            jobs = min(self.options.jobs, len(todo))
            kernels = threading.Thread(target=lambda: asyncio.run(self._execute_all(jobs)))
            kernels.start()  # before the rest: it has preparations of its own
            try:
                for assignment in sorted({one.assignment for one in todo}):
                    self.nbgrader.register(assignment)
                self._sanitise_and_mark(todo, kernels)
                self.outcome.interrupted = self.stopped.is_set()
            finally:
                self.stopped.set()
                kernels.join()
        finally:
            signal.signal(signal.SIGINT, previous)
        return self.outcome

    def _is_done(self, submission: Submission) -> bool:
        if self.options.force or not record.is_done(submission):
            record.forget(submission)
            return False
        self.outcome.before.append(submission)
        known = record.read(submission) or {}
        if known.get("remarks"):
            self.outcome.remarks[str(submission)] = known["remarks"]
        self.tell()
        return True

    def _sanitise_and_mark(self, todo: list[Submission], kernels: threading.Thread) -> None:
        """Sanitises a few ahead of the kernels, so that they never wait, and marks what comes back."""
        ahead = iter(todo)
        under_way = 0
        while not self.stopped.is_set():
            while under_way < 2 * self.options.jobs and (submission := next(ahead, None)):
                under_way += self._sanitise(submission)
            if not under_way:
                break
            try:
                submission, result = self.executed.get(timeout=0.2)
            except queue.Empty:
                if not kernels.is_alive():
                    raise RuntimeError("the thread that talks to the kernels has ended; see above") from None
                continue
            under_way -= 1
            if not self.stopped.is_set():  # else it may have been cut short
                self._mark(submission, result)

    def _sanitise(self, submission: Submission) -> bool:
        try:
            self.nbgrader.sanitise(submission)
        except NbGraderException as error:
            self._fail(submission, f"nbgrader cannot prepare it: {error}")
            return False
        self.waiting.put(submission)
        return True

    def _mark(self, submission: Submission, result: list[str] | Exception) -> None:
        if isinstance(result, Exception):
            self._fail(submission, f"it could not be executed: {result}")
            return
        try:
            self.nbgrader.mark(submission)
        except NbGraderException as error:
            self._fail(submission, f"nbgrader cannot mark it: {error}")
            return
        remarks = "; ".join(kernel_remark(submission) + result)
        record.write(submission, {"key": record.key(submission), "remarks": remarks})
        shutil.rmtree(submission.work, ignore_errors=True)
        self.outcome.graded.append(submission)
        if remarks:
            self.outcome.remarks[str(submission)] = remarks
        self.tell()

    def _fail(self, submission: Submission, why: str) -> None:
        self.outcome.faults[str(submission)] = why
        record.write_fault(submission, why)
        self.tell()

    async def _execute_all(self, jobs: int) -> None:
        await asyncio.gather(*(self._execute_some() for _ in range(jobs)))

    async def _execute_some(self) -> None:
        converter = Converter(self.options.limits)
        try:
            await self._execute_with(converter)
        finally:
            await converter.close()

    async def _execute_with(self, converter: Converter) -> None:
        await converter.socket()
        while not self.stopped.is_set():
            try:
                submission = self.waiting.get_nowait()
            except queue.Empty:
                await asyncio.sleep(0.02)
                continue
            task = asyncio.create_task(self._execute(submission, converter))
            while not task.done() and not self.stopped.is_set():
                await asyncio.wait([task], timeout=0.2)
            if not task.done():
                task.cancel()  # once: it still has its kernel to end
                await asyncio.wait([task])
                return
            result = task.exception() or task.result()
            self.executed.put((submission, result))
            if result:  # an error, or remarks: whatever it was, the next one finds everything new
                await converter.end()

    async def _execute(self, submission: Submission, converter: Converter) -> list[str]:
        path = submission.work / submission.notebook.name
        notebook = nbformat.read(path, as_version=4)
        limits = self.options.limits
        around = sandbox.around_engine(submission.work, limits) if limits else contextlib.nullcontext({})
        with around as environment:
            # It sees none of the files that were handed in with the notebook.
            if not sandbox.beside(submission.work) and (socket := await converter.socket()):
                environment["NEURONA_CONVERTER"] = socket
            execute = ExecuteWithin(
                notebook,
                parent=self.nbgrader.app,
                timeout=self.options.cell_seconds,
                notebook_seconds=self.options.notebook_seconds,
                resources={"metadata": {"path": str(submission.work)}},
                environment=environment,
            )
            remarks = await execute.run()
        os.chmod(path, 0o644)  # nbgrader makes what it writes read-only
        nbformat.write(notebook, path)
        return remarks
