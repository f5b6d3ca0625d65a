"""Formgrader's page of a submission, on the server's own origin: it runs nbgrader's scripts and none of a student's."""

import base64
import hashlib

from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_notebook
from nbgrader.server_extensions.formgrader import formgrader, handlers

from .formulas import source as mathjax
from .formulas import with_formulas
from .policy import guarded

#: Not 'self' for scripts: the server has the files that students handed in as well.
policy = (
    "default-src 'none'; script-src 'nonce-{{nonce}}' 'unsafe-hashes' {hashes} {mathjax}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data: {mathjax}; connect-src 'self'; "
    "object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"
)

#: Of a file that was handed in beside the notebook: a page among them is shown as if it were from nowhere.
policy_of_files = "frame-ancestors 'self'; sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"


class FormgradeExporter(HTMLExporter):
    """nbgrader's page with a policy, by which the template's scripts run."""

    _hashes = ""

    def from_notebook_node(self, nb, resources=None, **kwargs):
        page, resources = super().from_notebook_node(nb, resources, **kwargs)
        self._hashes = self._hashes or self._hashes_of_template()
        start, end = page.index("<head>") + len("<head>"), page.index("</head>")
        page = page[:start] + with_formulas(page[start:end]) + page[end:]
        ours = policy.format(hashes=self._hashes, mathjax=mathjax)
        return guarded(page, ours, resources.get("neurona_figures"), trust_head=True), resources

    def _hashes_of_template(self) -> str:
        """What runs in the body of a page without a notebook, without names: scripts, and handlers such as onclick."""
        page, _ = super().from_notebook_node(new_notebook(), {"index": 0, "total": 0, "base_url": ""})
        body = BeautifulSoup(page, "html.parser").body
        texts = [script.string or "" for script in body.find_all("script")]
        texts += [value for tag in body.find_all(True) for name, value in tag.attrs.items() if name.startswith("on")]
        return " ".join(sorted({f"'sha256-{_hash(text)}'" for text in texts}))


def guard_formgrader() -> None:
    """Puts the exporter, and the policy of files, in the place of nbgrader's: it has no setting for either."""
    formgrader.HTMLExporter = FormgradeExporter
    handlers.SubmissionFilesHandler.content_security_policy = property(lambda _: policy_of_files)


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
