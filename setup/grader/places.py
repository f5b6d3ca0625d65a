"""Where things are: the clone, whose library and kernel grade, and the course's own folders for grading."""

import json
import os
import pathlib
import sys

clone = pathlib.Path(sys.prefix).parent  # the virtual environment stands in it
course = pathlib.Path(os.environ.get("NEURONA_COURSE") or clone).resolve()

solutions = course / "solutions"
grading = course / "grading"
submitted = grading / "submitted"
autograded = grading / "autograded"
feedback = grading / "feedback"
#: Submissions on their way from submitted to autograded: sanitised, then executed.
work = grading / "work"
#: What is known of each submission: what it was graded from, and what went wrong.
records = grading / "records"

_kernel = json.loads((pathlib.Path(sys.prefix) / "share/jupyter/kernels/tslab/kernel.json").read_text())
#: The Node that runs the kernel.
node: str = os.path.realpath(_kernel["argv"][0])


def shown(path: pathlib.Path) -> str:
    """A path as one would type it in the course's folder."""
    return os.path.relpath(path, course) if path.is_relative_to(course) else str(path)
