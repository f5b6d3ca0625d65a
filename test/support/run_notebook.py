"""Executes one notebook as CI does and prints, as JSON, what went wrong and how long each cell took.

usage: run_notebook.py NOTEBOOK [--kernel NAME] [--timeout SECONDS]

A notebook is sound if each of its code cells ran, none ended in an error or was aborted, and nothing came on stderr
(a rejection that nobody handles and that comes too late to end its cell is told there). nbclient alone sees only errors;
nbmake not even a cell that never ran. A cell's seconds are those of the clock or, where they are fewer, of the processor:
what else the machine has to do is not the cell's fault.
"""

import argparse
import json
import os
import pathlib
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

PLOTLY = "application/vnd.plotly.v1+json"

parser = argparse.ArgumentParser()
parser.add_argument("notebook", type=pathlib.Path)
parser.add_argument("--kernel", default="tslab")
parser.add_argument("--timeout", type=int, default=60)
options = parser.parse_args()

notebook = nbformat.read(options.notebook, as_version=4)
code = [(place, cell) for place, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
cells = {place: {"cell": place, "id": cell.id, "seconds": None, "status": None} for place, cell in code}
started = {}


def stat(pid):
    """What /proc says of a process after its name: its state, its parent, and so on."""
    return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def processor_seconds():
    """Of the kernel, which is a process and its children; 0 where the system has no /proc."""
    kernel = str(client.km.provisioner.pid)
    ticks = 0
    for pid in filter(str.isdigit, os.listdir("/proc")) if os.path.exists("/proc/self/stat") else []:
        try:
            fields = stat(pid)
        except OSError:
            continue  # it has just ended
        if kernel in (pid, fields[1]):
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def on_start(cell, cell_index):
    started[cell_index] = time.monotonic(), processor_seconds()


def on_executed(cell, cell_index, execute_reply):
    clock, processor = started[cell_index]
    seconds = min(time.monotonic() - clock, processor_seconds() - processor or float("inf"))
    cells[cell_index]["seconds"] = round(seconds, 3)
    cells[cell_index]["status"] = execute_reply["content"]["status"]


problems = []
begin = time.monotonic()
client = NotebookClient(
    notebook,
    kernel_name=options.kernel,
    timeout=options.timeout,
    startup_timeout=60,
    allow_errors=True,  # all of them are told, not only the first
    resources={"metadata": {"path": str(options.notebook.parent)}},
    on_cell_execute=on_start,
    on_cell_executed=on_executed,
)
try:
    client.execute()
except CellTimeoutError:
    problems.append(f"a cell took longer than {options.timeout} s")
except DeadKernelError:
    problems.append("the kernel died")


def tell(place, cell, text):
    first_line = cell.source.strip().split("\n")[0]
    problems.append(f"cell {place} ({first_line[:60]}): {text}")


for place, cell in code:
    status = cells[place]["status"]
    if status not in ("ok", "error"):
        tell(place, cell, f"did not run (status {status})")
    if status == "ok" and cell.execution_count is None:
        tell(place, cell, "has no execution count")
    for output in cell.outputs:
        if output.output_type == "error":
            tell(place, cell, f"{output.ename}: {output.evalue}")
        if output.output_type == "stream" and output.name == "stderr":
            tell(place, cell, f"wrote on stderr: {output.text[:500]}")

texts = [
    {"cell": place, "types": sorted(output.data), "text": output.data.get("text/plain")}
    for place, cell in code
    for output in cell.outputs
    if "data" in output
] + [
    {"cell": place, "types": ["stdout"], "text": output.text}
    for place, cell in code
    for output in cell.outputs
    if output.output_type == "stream" and output.name == "stdout"
]


def about(outputs):
    """What each figure says of itself: its title, the titles of the axes that carry numbers or names, its words."""
    for output in outputs:
        data = output.get("data", {})
        if PLOTLY not in data:
            continue
        layout = data[PLOTLY].get("layout", {})
        axes = [axis for name, axis in layout.items() if name.startswith(("xaxis", "yaxis"))]
        shown = [axis for axis in axes if axis.get("visible", True) and axis.get("showticklabels", True)]
        titles = [axis.get("title", {}).get("text", "") for axis in shown]
        yield {"title": layout.get("title", {}).get("text", ""), "axes": titles, "words": data.get("text/plain", "")}


# Figures under a slider are not outputs of a cell; they stand in the state of the widgets.
widgets = notebook.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {}).get("state", {})
moved = [output for widget in widgets.values() for output in widget["state"].get("outputs", [])]
figures = [figure for outputs in [*(cell.outputs for _, cell in code), moved] for figure in about(outputs)]
print(
    json.dumps(
        {
            "problems": problems,
            "seconds": round(time.monotonic() - begin, 1),
            "bytes": len(nbformat.writes(notebook)),
            "cells": list(cells.values()),
            "outputs": texts,
            "figures": figures,
        }
    )
)
