"""nbgrader's converters as the line needs them: one submission at a time, executing apart from the rest."""

import logging
import os
import warnings

from nbgrader.api import Gradebook
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback, NbGraderException
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from sqlalchemy.exc import SAWarning

from .failure import Failure
from .places import course, work
from .submission import Submission


warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, one for each new submission


class Nbgrader:
    """nbgrader with the course's configuration, which it finds as `npm run nbgrader` does."""

    def __init__(self) -> None:
        os.environ.setdefault("NEURONA_COURSE", str(course))
        self.app = NbGrader()
        self.app.initialize([])
        self.log = _Captured()
        self.app.log.handlers = [self.log]
        self.app.log.propagate = False
        self.app.log.setLevel(logging.WARNING)

    @property
    def db_url(self) -> str:
        """Where the gradebook is."""
        return self.app.coursedir.db_url

    def register(self, assignment: str) -> None:
        """Writes an assignment's cells and points into the gradebook, which may be new."""
        directory = self._directory(assignment, ".", release_directory=str(work / ".released"))
        try:
            self._convert(GenerateAssignment(coursedir=directory, parent=self.app, force=True))
        except NbGraderException as error:
            raise Failure(
                f"nbgrader does not take solutions/{assignment}: {error}.",
                "If cells were added or removed, start over: npm run nbgrader -- db assignment remove "
                f"{assignment} --force removes its marks; then run the same command again.",
            ) from error

    def sanitise(self, submission: Submission) -> None:
        """Puts back what nbgrader protects: locked cells, kernel, files; into the folder for work."""
        self._convert(_Sanitise(coursedir=self._of(submission), parent=self.app, force=True))

    def mark(self, submission: Submission) -> None:
        """Takes the points from the executed notebook into the gradebook, and it to where formgrader finds it."""
        self._convert(_Mark(coursedir=self._of(submission), parent=self.app, force=True))

    def page(self, submission: Submission) -> None:
        """Makes the feedback page, as the course's configuration has it."""
        self._convert(GenerateFeedback(coursedir=self._of(submission), parent=self.app, force=True))

    def _of(self, submission: Submission) -> CourseDirectory:
        return self._directory(submission.assignment, submission.student)

    def _directory(self, assignment: str, student: str, **places: str) -> CourseDirectory:
        return CourseDirectory(parent=self.app, assignment_id=assignment, student_id=student, **places)

    def _convert(self, converter: BaseConverter) -> None:
        self.log.lines.clear()
        try:
            converter.start()
        except NbGraderException as error:
            raise NbGraderException(self.log.reason() or str(error)) from error


class _Sanitise(Autograde):
    """The first half of nbgrader's own convert_single_notebook."""

    @property
    def _output_directory(self) -> str:
        return str(work)

    def convert_single_notebook(self, notebook_filename: str) -> None:
        self._sanitizing = True
        self._init_preprocessors()
        BaseConverter.convert_single_notebook(self, notebook_filename)


class _Mark(Autograde):
    """The second half, without executing: that is done."""

    _sanitizing = False

    @property
    def _input_directory(self) -> str:
        return str(work)

    def _init_preprocessors(self) -> None:
        self.exporter._preprocessors = []
        for preprocessor in self.autograde_preprocessors:
            if not (isinstance(preprocessor, type) and issubclass(preprocessor, Execute)):
                self.exporter.register_preprocessor(preprocessor)

    def convert_single_notebook(self, notebook_filename: str) -> None:
        self._no_marks_yet()
        self._init_preprocessors()
        BaseConverter.convert_single_notebook(self, notebook_filename)

    def _no_marks_yet(self) -> None:
        """A test cell that was deleted has no mark to be saved; an earlier submission's must not stand for it."""
        directory = self.coursedir
        with Gradebook(directory.db_url, directory.course_id) as book:
            submission = book.find_submission(directory.assignment_id, directory.student_id)
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    grade.auto_score = 0
                    grade.needs_manual_grade = False
            book.db.commit()


class _Captured(logging.Handler):
    """What nbgrader logs: the reason of a failure stands nowhere else."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def reason(self) -> str | None:
        """The last line of the traceback that nbgrader has logged."""
        for text in self.lines:
            if text.startswith("Traceback"):
                return text.strip().splitlines()[-1]
        return None
