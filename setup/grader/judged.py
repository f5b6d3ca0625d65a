"""How nbgrader itself runs students' code, by `nbgrader autograde` and Formgrader's button: in the sandbox, and judged."""

import contextlib
import os
import pathlib

from nbgrader.converters import NbGraderException
from nbgrader.preprocessors import Execute

from . import sandbox
from .failure import Failure
from .places import clone

#: Where this is set, students' code is run without a sandbox, as by `npm run grade -- --unsafe`.
unsafe = "NEURONA_GRADE_UNSAFE"

#: What decides about marks, in a process that runs none of a student's code.
judge = str(clone / "lib/dist/check/judge/program.js")


class JudgedExecute(Execute):
    """Runs a notebook on a kernel whose engine is in a sandbox and whose graded cells are judged by another process.

    Only here: nbgrader's Validate, which students use, runs on the kernel as it is at the desk.
    """

    shutdown_kernel = "immediate"  # a request for it would come from a second client, which is not heard

    @contextlib.contextmanager
    def setup_kernel(self, **kwargs):
        folder = pathlib.Path(self.resources.get("metadata", {}).get("path") or ".").resolve()
        with _sandboxed(folder) as environment:
            env = {**os.environ, **environment, "NEURONA_JUDGE": judge}
            with super().setup_kernel(env=env, **kwargs):
                yield


@contextlib.contextmanager
def _sandboxed(folder: pathlib.Path):
    """What the kernel's environment has besides our own: the words in front of its engine."""
    if os.environ.get(unsafe):
        yield {}
        return
    try:
        limits = sandbox.demanded(f"{unsafe}=1 in the environment")
    except Failure as failure:
        raise NbGraderException(f"{failure} {failure.remedy}") from failure
    with sandbox.around_engine(folder, limits) as environment:
        yield environment
