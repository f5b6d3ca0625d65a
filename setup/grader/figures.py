"""Plotly's figures on every page: each has a place with its data and its words, and one script draws them all."""

import html
import importlib.util
import json
import pathlib

from nbconvert.preprocessors import Preprocessor
from traitlets import Bool

plotly = "application/vnd.plotly.v1+json"

_draw = """
document.addEventListener('DOMContentLoaded', () => {
  for (const figure of document.querySelectorAll('div.neurona-figure')) {
    try {
      const { data, layout, config, frames } = JSON.parse(figure.querySelector('script').textContent);
      const place = figure.querySelector('[role="img"]');
      place.textContent = ''; // the words stand there for those without scripts
      Plotly.newPlot(place, data, layout, { responsive: true, ...config }).then(() => Plotly.addFrames(place, frames));
    } catch (error) {
      console.error(error); // a place that a student has made up keeps no other figure from being drawn
    }
  }
});
"""


class PlaceFigures(Preprocessor):
    """nbconvert leaves out what it does not know: a figure gets a place in HTML. The page itself brings what draws it."""

    enabled = Bool(True).tag(config=True)  # nbgrader, unlike nbconvert, leaves that to the class

    def preprocess(self, nb, resources):
        count = 0
        for cell in nb.cells:
            for output in cell.get("outputs", []):
                if plotly in output.get("data", {}):
                    output["data"] = {"text/html": _place(output["data"], f"figure-{count}")}
                    count += 1
        resources["neurona_figures"] = count
        return nb, resources


class CarryFigures(PlaceFigures):
    """For a page of nbconvert's own, such as JupyterLab exports: the first figure brings what draws all of them."""

    def preprocess(self, nb, resources):
        nb, resources = super().preprocess(nb, resources)
        if resources["neurona_figures"]:
            first = next(output for cell in nb.cells for output in cell.get("outputs", []) if _is_placed(output))
            first["data"]["text/html"] = scripts() + first["data"]["text/html"]
        return nb, resources


def scripts(nonce: str = "") -> str:
    """What draws the figures: this copy of plotly.js is the one JupyterLab has."""
    spec = importlib.util.find_spec("plotly")
    library = pathlib.Path(spec.origin).parent / "package_data" / "plotly.min.js"
    tag = f'<script nonce="{nonce}">' if nonce else "<script>"
    return f"{tag}{library.read_text(encoding='utf8')}</script>\n{tag}{_draw}</script>"


def _place(data: dict, name: str) -> str:
    given = data[plotly] if isinstance(data[plotly], dict) else {}
    parts = {"data": [], "layout": {}, "config": {}, "frames": []}
    figure = json.dumps({part: given.get(part, empty) for part, empty in parts.items()})
    harmless = figure.replace("<", "\\u003c")  # nothing in it ends the element
    words = html.escape(str(data.get("text/plain", "")))
    return (
        f'<div class="neurona-figure"><script type="application/json">{harmless}</script>'
        f'<div id="{name}" role="img" aria-label="{words}">{words}</div></div>'
    )


def _is_placed(output: dict) -> bool:
    return str(output.get("data", {}).get("text/html", "")).startswith('<div class="neurona-figure">')
