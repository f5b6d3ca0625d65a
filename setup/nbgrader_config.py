"""nbgrader for this course: where things are, the stub of an exercise, and marks that nobody gets by silence."""

import math
import os
import re
import sys

from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbformat.v4 import new_output
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    GetGrades,
    IgnorePattern,
    LimitOutput,
    NbGraderPreprocessor,
    SaveAutoGrades,
)
from nbgrader.utils import is_grade, is_solution

sys.path.append(os.path.join(os.path.dirname(sys.prefix), "setup"))  # of the clone, whose .venv this is
from grader.figures import PlaceFigures  # noqa: E402
from grader.judged import JudgedExecute  # noqa: E402
from grader.page import FeedbackExporter, HideTests  # noqa: E402

c = get_config()  # noqa: F821 - traitlets puts it here

c.CourseDirectory.root = os.environ.get("NEURONA_COURSE") or os.getcwd()
c.CourseDirectory.course_id = "neurona"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
c.CourseDirectory.submitted_directory = "grading/submitted"
c.CourseDirectory.autograded_directory = "grading/autograded"
c.CourseDirectory.feedback_directory = "grading/feedback"
c.CourseDirectory.db_url = f"sqlite:///{c.CourseDirectory.root}/grading/gradebook.db"
c.CourseDirectory.groupshared = False

# lib/check/verdict.ts knows this message. It type-checks wherever it stands: a throw fits any return type.
c.ClearSolutions.code_stub = {"typescript": "// Your code here\nthrow new Error('Not attempted yet');"}
c.ClearSolutions.text_stub = "*Your answer here*"

c.Execute.timeout = 120  # seconds a cell
c.Execute.kernel_name = "tslab"


class DemandPoints(NbGraderPreprocessor):
    """A graded cell answers with its points. One that answers nothing, as if it had not run, is in error.

    Without this, nbgrader gives full marks to a cell without an output. And one whose last line is no call of grade,
    which the kernel knows a graded cell by (lib/kernel/front/graded.ts), has no judge: what it answers is no mark.
    """

    def preprocess_cell(self, cell, resources, cell_index):
        if cell.cell_type == "code" and is_grade(cell) and not is_solution(cell):
            failed = any(output.output_type == "error" for output in cell.outputs)
            points = [output for output in cell.outputs if output.output_type == "execute_result"]
            judged = self._is_judged(cell.source)
            if not failed and not (judged and len(points) == 1 and self._is_mark(points[0], cell)):
                message = "This cell reported no points." if judged else "This cell's last line is no call of grade."
                error = new_output("error", ename="NoPoints", evalue=message, traceback=[message])
                cell.outputs.insert(0, error)  # first: nbgrader gives up at a mark above the cell's
        return cell, resources

    @staticmethod
    def _is_judged(source):
        lines = [line.strip() for line in source.split("\n")]
        last = [line for line in lines if line and not line.startswith("//")][-1:]
        return bool(last and re.fullmatch(r"""grade\(\s*(['"])[^'"\\]+\1\s*,.*\)\s*;?""", last[0]))

    @staticmethod
    def _is_mark(output, cell):
        try:
            mark = float(output.data["text/plain"])
        except (KeyError, ValueError):
            return False
        return math.isfinite(mark) and 0 <= mark <= float(cell.metadata.nbgrader.points)


c.Autograde.autograde_preprocessors = [
    JudgedExecute,
    DemandPoints,
    IgnorePattern,
    ClearMetadataPreprocessor,
    LimitOutput,
    SaveAutoGrades,
    AssignLatePenalties,
    CheckCellMetadata,
]

c.GenerateFeedback.preprocessors = [GetGrades, HideTests, PlaceFigures, CSSHTMLHeaderPreprocessor]
c.GenerateFeedback.exporter_class = FeedbackExporter
