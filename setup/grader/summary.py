"""The lists at a command's end: each submission by name, and why it is there."""

import re

from . import record
from .places import records
from .submission import Submission

#: Names and reasons come from students' files: no line of theirs may colour the terminal, or look like one of ours.
control = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def listed(heading: str, reasons: dict[str, str]) -> None:
    """Prints nothing where there is nothing to say."""
    if not reasons:
        return
    print(f"\n{heading}")
    for name, why in sorted(reasons.items()):
        print(f"  {control.sub(' ', name)}: {control.sub(' ', why)}")
    print()


def ungraded() -> dict[str, str]:
    """The submissions whose latest version has no marks, and why, as far as npm run grade has seen them."""
    faults = {}
    for file in sorted(records.glob("*/*.json")):
        submission = Submission(file.parent.name, file.stem)
        fault = (record.read(submission) or {}).get("fault")
        if fault:
            faults[str(submission)] = fault
    return faults
