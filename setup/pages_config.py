"""Static pages of notebooks: figures are drawn and move, and terms are explained, without a kernel and without a network."""

import os
import re
import sys
from pathlib import Path

from nbconvert.preprocessors import Preprocessor
from nbformat.v4 import new_markdown_cell

sys.path.append(os.path.join(os.path.dirname(sys.prefix), "setup"))  # of the clone, whose .venv this is
from grader.figures import CarryFigures  # noqa: E402

c = get_config()  # noqa: F821 - traitlets puts it here

# With the widgets' state a page would draw them by scripts from the network, and without network nothing at all;
# without it, each stands there as its picture.
c.NotebookClient.store_widget_state = False


class BringGlossary(Preprocessor):
    """Puts notation.md, to which the lessons' terms link, at the end of the page: a page may lie anywhere, alone."""

    def preprocess(self, nb, resources):
        glossary = Path(resources.get("metadata", {}).get("path", "")) / "notation.md"
        linked = [cell for cell in nb.cells if cell.cell_type == "markdown" and "](notation.md" in cell.source]
        if linked and glossary.is_file():
            for cell in linked:
                cell.source = re.sub(r"\]\(notation\.md(#[^)]+)?\)", to_its_place, cell.source)
            nb.cells.append(new_markdown_cell(glossary.read_text(encoding="utf-8")))
        return nb, resources


def to_its_place(link):
    return f"]({link[1] or '#Notation-and-glossary'})"


c.HTMLExporter.preprocessors = [CarryFigures, BringGlossary]
