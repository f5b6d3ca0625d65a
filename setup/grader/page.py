"""The feedback page: without hidden tests, and with code of the student's only to be read, never to be run."""

import secrets

from nbconvert.exporters import HTMLExporter
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor
from nbgrader.utils import is_grade

from .figures import scripts

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
    """nbgrader's page with a policy on top, before anything that a student wrote."""

    def from_notebook_node(self, nb, resources=None, **kwargs):
        page, resources = super().from_notebook_node(nb, resources, **kwargs)
        nonce = secrets.token_urlsafe(24)  # nobody could know it when the notebook was handed in
        head = page.index("<head>") + len("<head>")  # the template's own: it comes first
        end = page.rindex("</html>")
        meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy.format(nonce=nonce)}">'
        figures = scripts(nonce) if resources.get("neurona_figures") else ""
        return page[:head] + meta + page[head:end] + figures + page[end:], resources
