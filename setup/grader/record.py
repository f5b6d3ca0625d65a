"""What is known of a submission that was graded, so that the same work isn't done twice."""

import hashlib
import json
import os
import pathlib
from functools import cache

from .places import clone, records, solutions
from .submission import Submission

#: Everything that decides how marks come about, besides the assignment itself.
grader = ["setup/grader", "setup/nbgrader_config.py", "lib/dist/.stamp", "requirements.txt"]


def key(submission: Submission) -> str:
    """A hash of all that the marks follow from: the submission, the assignment and the grader."""
    return _digest([_hash(submission.folder), *_common(submission.assignment)])


def is_done(submission: Submission) -> bool:
    """Whether the marks of this very submission are in the gradebook."""
    known = read(submission)
    return known is not None and known.get("key") == key(submission) and submission.page.exists()


def read(submission: Submission) -> dict | None:
    """What was written, or None."""
    try:
        return json.loads(_file(submission).read_text(encoding="utf8"))
    except (OSError, ValueError):
        return None


def write(submission: Submission, what: dict) -> None:
    """Written whole, after the marks: what is cut short in between is done again."""
    file = _file(submission)
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    partial.write_text(json.dumps(what, indent=1), encoding="utf8")
    os.replace(partial, file)


def write_fault(submission: Submission, why: str) -> None:
    """The submission could not be graded, and will be tried again."""
    write(submission, {"fault": why})


def forget(submission: Submission) -> None:
    """From now on until it is written again, the submission counts as not graded."""
    _file(submission).unlink(missing_ok=True)


def _file(submission: Submission) -> pathlib.Path:
    return records / submission.assignment / f"{submission.student}.json"


def source_key(assignment: str) -> str:
    """A hash of an assignment's source."""
    return _hash(solutions / assignment)


@cache
def _common(assignment: str) -> tuple[str, ...]:
    return (source_key(assignment), *(_hash(clone / part) for part in grader))


def _hash(path: pathlib.Path) -> str:
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    read = (file for file in files if "__pycache__" not in file.parts and ".ipynb_checkpoints" not in file.parts)
    return _digest(part for file in read for part in (str(file.relative_to(path)), file.read_bytes().hex()))


def _digest(parts) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()
