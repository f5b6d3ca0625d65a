"""Writes the marks of the gradebook, by nbgrader's own export, as a table (CSV)."""

import argparse
import pathlib

from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin

from .failure import Failure
from .nbgrader_line import Nbgrader
from .places import grading, shown
from .progress import Progress
from .summary import listed, ungraded

more = "A student without a submission of an assignment has 0 for it, as nbgrader has it."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own."""
    parser.add_argument("--to", type=pathlib.Path, default=grading / "marks.csv", help="default: grading/marks.csv")
    parser.add_argument("--assignment", action="append", default=[], metavar="NAME", help="only this one; repeatable")


def run(options: argparse.Namespace) -> int:
    """Exports and tells."""
    nbgrader = Nbgrader()
    if not (grading / "gradebook.db").exists():
        raise Failure("There are no marks yet.", "Grade first: npm run grade")
    with Gradebook(nbgrader.db_url) as book:
        known = [assignment.name for assignment in book.assignments]
        unknown = sorted(set(options.assignment) - set(known))
        if unknown:
            raise Failure(f"No marks of {', '.join(unknown)}.", f"There are marks of: {', '.join(known)}.")
        progress = Progress("written", len(options.assignment or known))
        export = CsvExportPlugin(parent=nbgrader.app, to=str(options.to), assignment=options.assignment)
        export.export(book)
        students = len(book.students)
    progress.end()
    print(f"The marks of {students} students are in {shown(options.to.resolve())}.")
    faults = ungraded()
    listed("Not in the table, or there with marks of an earlier version, since it could not be graded:", faults)
    return 1 if faults else 0
