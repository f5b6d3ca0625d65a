"""Static pages of notebooks: figures are drawn and move, without a kernel and without a network."""

import json
from html import escape
from pathlib import Path

import plotly
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


c.HTMLExporter.preprocessors = [DrawFigures]
