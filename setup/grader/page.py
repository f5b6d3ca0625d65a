"""The feedback page: without hidden tests, and with code of the student's only to be read, never to be run."""

from nbconvert.exporters import HTMLExporter
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor
from nbgrader.utils import is_grade

from .policy import guarded

#: Whatever a student wrote into the page, the browser runs none of it, and asks nobody for anything.
policy = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


class HideTests(NbGraderPreprocessor):
    """Takes the hidden tests out of the graded cells, and the lines of them that errors quote."""

    def preprocess(self, nb, resources):
        for cell in nb.cells:
            if cell.cell_type == "code" and is_grade(cell):
                for output in cell.outputs:
                    if output.output_type == "error":
                        output.traceback = [f"{output.ename}: {output.evalue}"]
        return ClearHiddenTests(parent=self.parent).preprocess(nb, resources)


class FeedbackExporter(HTMLExporter):
    """nbgrader's page, on which nothing runs but what draws the figures."""

    def from_notebook_node(self, nb, resources=None, **kwargs):
        page, resources = super().from_notebook_node(nb, resources, **kwargs)
        return guarded(page, policy, resources.get("neurona_figures")), resources
