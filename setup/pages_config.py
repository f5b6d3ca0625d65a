"""Static pages of notebooks: figures are drawn and move, and terms are explained, without a kernel and without a network."""

import json
import re
from html import escape
from pathlib import Path

import plotly
from nbformat.v4 import new_markdown_cell
from nbconvert.preprocessors import Preprocessor

c = get_config()  # noqa: F821 - traitlets puts it here

# With the widgets' state a page would draw them by scripts from the network, and without network nothing at all;
# without it, each stands there as its picture.
c.NotebookClient.store_widget_state = False

MIME = "application/vnd.plotly.v1+json"
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


class DrawFigures(Preprocessor):
    """Puts a script that draws it in the place of each figure; nbconvert by itself leaves figures out."""

    def preprocess(self, nb, resources):
        figures = 0
        for cell in nb.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if MIME not in data:
                    continue
                html = figure_html(f"figure-{figures}", data.pop(MIME), data.get("text/plain", ""))
                library = f"<script>{PLOTLY.read_text()}</script>" if figures == 0 else ""  # once a page
                data["text/html"] = library + html
                figures += 1
        return nb, resources


def figure_html(name, figure, words):
    """A figure's place, with its words for those who can't see it, and the script that draws it there."""
    parts = {part: figure.get(part, empty) for part, empty in {"data": [], "layout": {}, "config": {}, "frames": []}.items()}
    text = json.dumps(parts).replace("<", "\\u003c")  # nothing in it ends the script
    draw = f"const figure = {text}; const place = document.getElementById('{name}');"
    return (
        f'<div id="{name}" role="img" aria-label="{escape(words)}"></div>'
        f"<script>{{ {draw} Plotly.newPlot(place, figure.data, figure.layout, figure.config)"
        ".then(() => Plotly.addFrames(place, figure.frames)); }</script>"
    )


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


c.HTMLExporter.preprocessors = [DrawFigures, BringGlossary]
