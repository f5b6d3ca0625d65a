"""Grades submissions by nbgrader, several at a time, each in a sandbox; the marks go into grading/gradebook.db."""

import argparse
import os
import pathlib
import sys

from . import sandbox
from .collect import collect
from .grade import Grading, Options
from .lock import the_only_grader
from .places import submitted
from .progress import Progress
from .summary import listed

more = """\
The folder holds STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb, as nbgrader has it, or, for one assignment, a file
STUDENT.ipynb for each student. What lies elsewhere than in grading/submitted is copied there first.

What is done and unchanged is not done again. Ctrl-C ends it at once; the same command then goes on. The exit code
is 1 if a submission could not be graded, 130 if it was interrupted.

Marks that were given by hand in formgrader stay; a cell that is graded anew is shown there as to be looked at."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own."""
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=submitted, help="default: grading/submitted")
    parser.add_argument("--assignment", metavar="NAME", help="only this one; of a flat folder: its assignment")
    parser.add_argument("--force", action="store_true", help="grade again what is done and unchanged")
    parser.add_argument("--jobs", type=_count, default=_jobs(), help="submissions at a time (default: %(default)s)")
    parser.add_argument("--cell-seconds", type=_count, default=60, help="time for a cell (default: %(default)s)")
    parser.add_argument(
        "--notebook-seconds", type=_count, default=300, help="time for all cells of a notebook (default: %(default)s)"
    )
    parser.add_argument(
        "--memory-mb", type=_count, default=sandbox.Limits.memory >> 20, help="for a submission (default: %(default)s)"
    )
    parser.add_argument(
        "--unsafe", action="store_true", help="run the students' code without a sandbox, as yourself"
    )


def run(options: argparse.Namespace) -> int:
    """Collects, grades and tells."""
    limits = None if options.unsafe else sandbox.demanded("--unsafe", memory=options.memory_mb << 20)
    with the_only_grader():
        submissions, faults = collect(options.folder.resolve(), options.assignment)
        progress = Progress("graded", len(submissions))
        how = Options(options.jobs, options.cell_seconds, options.notebook_seconds, options.force, limits)
        outcome = Grading(submissions, how, progress.done).run()
        took = progress.end()
    faults |= outcome.faults
    print(f"{len(outcome.graded)} graded in {took}, {len(outcome.before)} as before, {len(faults)} not graded.")
    listed("Could not be graded:", faults)
    listed("Graded, but worth a look:", outcome.remarks)
    if outcome.interrupted:
        print("Interrupted; the same command goes on from here.", file=sys.stderr)
        return 130
    print("Next: npm run feedback, npm run marks, or formgrader in JupyterLab (npm start).")
    return 1 if faults else 0


def _jobs() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(1, min(cores, int(memory / 1.5e9)))  # a kernel with TensorFlow takes a gigabyte or so


def _count(text: str) -> int:
    if text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"expected a whole number above 0, got '{text}'")
