"""Plotly's figures on a feedback page: the page carries plotly.js, the one script that its policy lets run."""

import html
import importlib.util
import json
import pathlib

from nbgrader.preprocessors import NbGraderPreprocessor

plotly = "application/vnd.plotly.v1+json"

_draw = """
for (const place of document.querySelectorAll('div.neurona-figure')) {
  const { data, layout } = JSON.parse(place.querySelector('script').textContent);
  Plotly.newPlot(place.querySelector('div'), data, layout, { displayModeBar: false, responsive: true });
}
"""


class DrawFigures(NbGraderPreprocessor):
    """nbconvert leaves out what it does not know: a figure gets a place in HTML, with its words beneath."""

    def preprocess_cell(self, cell, resources, cell_index):
        for output in cell.get("outputs", []):
            if plotly in output.get("data", {}):
                output.data = {"text/html": _place(output.data)}
                resources["neurona_figures"] = True
        return cell, resources


def scripts(nonce: str) -> str:
    """What draws the figures: this copy of plotly.js is the one JupyterLab has."""
    spec = importlib.util.find_spec("plotly")
    library = pathlib.Path(spec.origin).parent / "package_data" / "plotly.min.js"
    source = library.read_text(encoding="utf8")
    return f'<script nonce="{nonce}">{source}</script>\n<script nonce="{nonce}">{_draw}</script>'


def _place(data: dict) -> str:
    figure = json.dumps({"data": data[plotly].get("data", []), "layout": data[plotly].get("layout", {})})
    harmless = figure.replace("<", "\\u003c")  # nothing in it ends the element
    words = html.escape(str(data.get("text/plain", "")))
    return (
        f'<div class="neurona-figure"><script type="application/json">{harmless}</script>'
        f"<div role=\"img\" aria-label=\"{words}\"></div><p>{words}</p></div>"
    )
