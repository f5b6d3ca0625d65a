"""A process that has read the types of TensorFlow and of the library, and compiles cells for one kernel after another."""

import asyncio
import contextlib
import os
import pathlib
import shutil
import tempfile
from asyncio.subprocess import DEVNULL, PIPE, Process

from . import sandbox
from .places import clone, node

program = str(clone / "lib/dist/kernel/converter-server.js")


class Converter:
    """One for each submission that is executed at a time: what hangs in it delays nobody else."""

    def __init__(self, limits: sandbox.Limits | None):
        self.limits = limits  # None: without a sandbox
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="neurona-"))  # in /tmp: a socket's path is a short one
        self.process: Process | None = None

    async def socket(self) -> str | None:
        """Where kernels find it, started anew if it has ended; None if it can't be had, and each kernel compiles itself."""
        if self.process is None or self.process.returncode is not None:
            await self._start()
        return str(self._path) if self.process else None

    async def end(self) -> None:
        """Ends it; it may be busy with something endless."""
        if self.process and self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            await self.process.wait()
        self.process = None

    async def close(self) -> None:
        """Ends it for good."""
        await self.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _path(self) -> pathlib.Path:
        return self.folder / "socket"

    async def _start(self) -> None:
        await self.end()
        self._path.unlink(missing_ok=True)
        before = sandbox.command([], self.limits, writable=self.folder) if self.limits else []
        self.process = await asyncio.create_subprocess_exec(
            *(*before, node, program, str(self._path)), stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=clone
        )
        assert self.process.stdout
        if b"ready" not in await self.process.stdout.readline():
            await self.end()
