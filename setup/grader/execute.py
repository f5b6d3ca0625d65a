"""Executes one notebook on a kernel of its own, within its limits: nbgrader's Execute, which nothing ends early."""

import asyncio
import contextlib
import json
import os
import subprocess
import time

from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Dict, Integer

from .judged import judge

#: Characters of output that are kept: of a cell, and of a notebook. A page with more could not be read anyway.
of_cell, of_notebook = 4_000_000, 16_000_000
kept_whole = {"error", "status", "execute_input", "execute_reply"}
#: A result as short as this is kept whatever was said before: it may be the points.
short = 1000
#: How the kernel begins where it has cut what a cell says (lib/kernel/allowance.ts).
cut = "[Cut here: this "


class ExecuteWithin(Execute):
    """Each cell has an outcome: one that came too late or found its kernel dead is in error, so worth nothing."""

    notebook_seconds = Integer(600, help="Time for all cells of a notebook together.").tag(config=True)
    environment = Dict(help="What the kernel's environment has besides our own.")
    store_widget_state = False
    shutdown_kernel = "immediate"  # a request for it would come from a second client, which is not heard

    def __init__(self, notebook: NotebookNode, **kwargs):
        super().__init__(timeout_func=self._time_left, **kwargs)
        self.nb = notebook  # nbconvert would take it twice
        self.remarks: list[str] = []  # for the summary
        self.deadline = 0.0
        self.said = 0  # characters of the notebook
        self.said_by_cell = 0
        self.said_too_much = False  # something of the cell was not kept
        self.dead: str | None = None

    async def run(self) -> list[str]:
        """Executes the notebook in place; returns what the instructor should know."""
        env = {**os.environ, **self.environment, "NEURONA_JUDGE": judge, "NBGRADER_EXECUTION": "autograde"}
        self.deadline = time.monotonic() + self.notebook_seconds
        try:
            await self.async_execute(env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        finally:
            with contextlib.suppress(Exception):
                await self.km.shutdown_kernel(now=True)
        return list(dict.fromkeys(self.remarks))

    def _time_left(self, _cell) -> float:
        return max(0.1, min(self.timeout, self.deadline - time.monotonic()))

    async def async_execute_cell(self, cell, cell_index, execution_count=None, store_history=True):
        # Tags are the student's: none of them keeps a cell from being run.
        cell.metadata.pop("tags", None)
        if cell.cell_type != "code" or not cell.source.strip():
            return cell
        cell.outputs = []
        self.said_by_cell = 0
        self.said_too_much = False
        if time.monotonic() > self.deadline and not self.dead:
            self.dead = f"the notebook took longer than {self.notebook_seconds} s"
            self.remarks.append(self.dead)
        if self.dead:
            return self._fail(cell, "NotRun", f"This cell did not run: {self.dead}.")
        begun = time.monotonic()
        try:
            await super().async_execute_cell(cell, cell_index, execution_count, store_history)
        except DeadKernelError:
            self.dead = f"the kernel ended in or after cell {cell_index + 1}"
            self.remarks.append(self.dead)
            if not _failed(cell):
                self._fail(cell, "KernelDied", "The kernel ended.")
        except asyncio.TimeoutError:
            self._fail(cell, "NoOutput", "The kernel did not say that the cell had ended.")
        if time.monotonic() - begun > self.timeout:
            self.remarks.append(f"cell {cell_index + 1} was stopped after {self.timeout} s")
        if self.said_too_much or any(cut in output.get("text", "") for output in cell.outputs):
            self.remarks.append(f"cell {cell_index + 1} said more than is kept")
        return cell

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] in kept_whole:
            return super().process_message(msg, cell, cell_index)
        size = len(json.dumps(msg["content"]))
        self.said += size
        self.said_by_cell += size
        over = self.said > of_notebook or self.said_by_cell > of_cell
        if over and not (msg["msg_type"] == "execute_result" and size < short):
            self.said_too_much = True
            return None
        return super().process_message(msg, cell, cell_index)

    @staticmethod
    def _fail(cell: NotebookNode, name: str, message: str) -> NotebookNode:
        cell.outputs.insert(0, new_output("error", ename=name, evalue=message, traceback=[message]))
        return cell


def _failed(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.outputs)
