"""Finds the submissions in a folder, in nbgrader's layout or flat, and puts copies where nbgrader looks for them."""

import pathlib
import re
import shutil

from . import record
from .failure import Failure
from .places import shown, solutions, submitted
from .submission import Submission, fault

#: What nbgrader, a URL of formgrader's and a table of marks all take for a name.
name = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. @-]*")


def assignments() -> list[str]:
    """The assignments of the course."""
    return sorted(path.parent.name for path in solutions.glob("*/*.ipynb") if path.stem == path.parent.name)


def collect(folder: pathlib.Path, only: str | None) -> tuple[list[Submission], dict[str, str]]:
    """The submissions, and what can't be graded: its name and why. With `only`, of that assignment."""
    if not folder.is_dir():
        raise Failure(
            f"There is no folder {shown(folder)}.",
            "Put the submissions at grading/submitted/STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb, or name their folder.",
        )
    known = assignments()
    if only and only not in known:
        raise Failure(f"There is no assignment {only} in solutions/.", f"There are: {', '.join(known)}.")
    flat = [path for path in sorted(folder.iterdir()) if not path.is_dir() and not path.name.startswith(".")]
    layouts = [path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")]
    found: list[Submission] = []
    faults: dict[str, str] = {}
    for path in flat:
        _take_file(path, only or (known[0] if len(known) == 1 else None), found, faults)
    for student in layouts:
        _take_folder(student, known, only, folder, found, faults)
    if not found and not faults:
        raise Failure(f"No submission in {shown(folder)}.", "See npm run grade -- --help for where they belong.")
    return sorted(set(found)), faults


def _take_file(path: pathlib.Path, assignment: str | None, found: list[Submission], faults: dict[str, str]) -> None:
    """A flat folder has a file for each student, of one assignment."""
    if path.suffix != ".ipynb":
        faults[path.name] = "is not a notebook (.ipynb)"
    elif not name.fullmatch(path.stem):
        faults[path.name] = _bad_name(path.stem)
    elif path.is_symlink():
        faults[path.name] = "is a link to another place, which is not followed; hand in the file itself"
    elif not assignment:
        faults[path.name] = "may be of any assignment; say --assignment NAME"
    else:
        submission = Submission(assignment, path.stem)
        submission.folder.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, submission.notebook)
        _judge(submission, found, faults)


def _take_folder(
    student: pathlib.Path,
    known: list[str],
    only: str | None,
    folder: pathlib.Path,
    found: list[Submission],
    faults: dict[str, str],
) -> None:
    """A student's folder has one for each assignment."""
    if not name.fullmatch(student.name):
        faults[student.name] = _bad_name(student.name)
        return
    entries = [path for path in sorted(student.iterdir()) if not path.name.startswith(".")]
    if not entries:
        faults[student.name] = "has handed in nothing: the folder is empty"
    for path in entries:
        if path.name not in known:
            faults[f"{student.name}/{path.name}"] = f"is not one of the assignments: {', '.join(known)}"
        elif not only or path.name == only:
            submission = Submission(path.name, student.name)
            if path.is_dir() and folder.resolve() != submitted:
                shutil.rmtree(submission.folder, ignore_errors=True)
                shutil.copytree(path, submission.folder, symlinks=True)
            _judge(submission, found, faults)


def _judge(submission: Submission, found: list[Submission], faults: dict[str, str]) -> None:
    wrong = fault(submission)
    if wrong:
        faults[str(submission)] = wrong
        record.write_fault(submission, wrong)
    else:
        found.append(submission)


def _bad_name(text: str) -> str:
    return f"is no name of a student: '{text}' has signs other than letters, digits and . _ - @ or a space within"
