"""Makes a page for each student and assignment: the notebook as it was graded, with its figures, marks and comments."""

import argparse

from nbgrader.api import Gradebook
from nbgrader.converters import NbGraderException

from .failure import Failure
from .nbgrader_line import Nbgrader
from .places import feedback, grading, shown
from .progress import Progress
from .submission import Submission
from .summary import listed, ungraded

more = """\
The pages are made anew each time: marks and comments given by hand in formgrader are in them. They don't show the
hidden tests, run no script, load nothing from elsewhere and so can be opened and sent without harm."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own."""
    parser.add_argument("--assignment", metavar="NAME", help="only of this one")
    parser.add_argument("--student", metavar="NAME", help="only for this one")


def run(options: argparse.Namespace) -> int:
    """Makes the pages and tells."""
    nbgrader = Nbgrader()
    graded = _graded(nbgrader, options)
    progress = Progress("made", len(graded))
    faults: dict[str, str] = {}
    for submission in graded:
        try:
            nbgrader.page(submission)
        except NbGraderException as error:
            faults[str(submission)] = f"nbgrader cannot make its page: {error}"
        progress.done()
    took = progress.end()
    print(f"{len(graded) - len(faults)} pages made in {took}: {shown(feedback)}/STUDENT/ASSIGNMENT/ASSIGNMENT.html")
    faults |= ungraded()
    listed("No page, or one of an earlier version, for:", faults)
    return 1 if faults else 0


def _graded(nbgrader: Nbgrader, options: argparse.Namespace) -> list[Submission]:
    if not (grading / "gradebook.db").exists():
        raise Failure("There are no marks yet.", "Grade first: npm run grade")
    with Gradebook(nbgrader.db_url) as book:
        every = [
            Submission(assignment.name, submission.student.id)
            for assignment in book.assignments
            for submission in assignment.submissions
        ]
    chosen = [
        one
        for one in sorted(every)
        if options.assignment in (None, one.assignment) and options.student in (None, one.student) and one.page.exists()
    ]
    if chosen:
        return chosen
    raise Failure("No graded submission of that name.", "Leave out --student and --assignment to make all pages.")
