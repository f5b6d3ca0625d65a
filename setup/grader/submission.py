"""One submission: whose it is, for which assignment, and what is wrong with its files, in one line."""

import pathlib
from dataclasses import dataclass

import nbformat

from .places import autograded, submitted, work

#: A notebook with outputs is under 2 MB; what nbformat would read for minutes is no student's work.
largest = 50_000_000
largest_beside = 200_000_000


@dataclass(frozen=True, order=True)
class Submission:
    """Named as nbgrader names it: its notebook lies at STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb."""

    assignment: str
    student: str

    @property
    def folder(self) -> pathlib.Path:
        """What was handed in."""
        return submitted / self.student / self.assignment

    @property
    def work(self) -> pathlib.Path:
        """Where it is sanitised and executed."""
        return work / self.student / self.assignment

    @property
    def notebook(self) -> pathlib.Path:
        """The notebook that was handed in."""
        return self.folder / f"{self.assignment}.ipynb"

    @property
    def page(self) -> pathlib.Path:
        """The notebook as it was graded."""
        return autograded / self.student / self.assignment / f"{self.assignment}.ipynb"

    def __str__(self) -> str:
        return f"{self.student}, {self.assignment}"


def fault(submission: Submission) -> str | None:
    """Why a submission can't be graded; None if it can."""
    link = next((path for path in [submission.folder, *submission.folder.rglob("*")] if path.is_symlink()), None)
    if link:
        return f"{link.name} is a link to another place, which is not followed; hand in the file itself"
    notebook = submission.notebook
    if not notebook.is_file():
        others = sorted(path.name for path in submission.folder.glob("*.ipynb"))
        if others:
            return f"the notebook is named {', '.join(others)}; rename it to {notebook.name}"
        return f"there is no {notebook.name} in its folder"
    size = notebook.stat().st_size
    if size == 0:
        return f"{notebook.name} is empty; ask for it again"
    if size > largest:
        return f"{notebook.name} has {size / 1e6:.0f} MB, more than {largest / 1e6:.0f}; ask for it without its outputs"
    beside = sum(path.stat().st_size for path in submission.folder.rglob("*") if path.is_file()) - size
    if beside > largest_beside:
        return f"the files beside its notebook have {beside / 1e6:.0f} MB, more than {largest_beside / 1e6:.0f}"
    return _fault_of_notebook(notebook)


def kernel_remark(submission: Submission) -> list[str]:
    """What to say of a notebook that names no kernel or another one; nbgrader puts the assignment's in its place."""
    kernel = nbformat.read(submission.notebook, as_version=4).metadata.get("kernelspec", {}).get("name")
    return [] if kernel == "tslab" else [f"it named {f'the kernel {kernel}' if kernel else 'no kernel'}; ours was used"]


def _fault_of_notebook(path: pathlib.Path) -> str | None:
    try:
        notebook = nbformat.read(path, as_version=nbformat.current_nbformat)
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        return f"{path.name} is not a notebook as Jupyter knows it: {_first_line(error)}"
    except Exception as error:  # nbformat lets through whatever a broken file leads to
        return f"{path.name} cannot be read as a notebook: {_first_line(error)}"
    if not any(cell.get("metadata", {}).get("nbgrader") for cell in notebook.cells):
        return f"{path.name} has no cell of the exercise; was another notebook handed in?"
    return None


def _first_line(error: Exception) -> str:
    lines = str(getattr(error, "message", error)).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
