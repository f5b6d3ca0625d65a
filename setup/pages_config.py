"""Static pages of notebooks: figures are drawn and move, without a kernel and without a network."""

import os
import sys

sys.path.append(os.path.join(os.path.dirname(sys.prefix), "setup"))  # of the clone, whose .venv this is
from grader.figures import CarryFigures  # noqa: E402

c = get_config()  # noqa: F821 - traitlets puts it here

# With the widgets' state a page would draw them by scripts from the network, and without network nothing at all;
# without it, each stands there as its picture.
c.NotebookClient.store_widget_state = False

c.HTMLExporter.preprocessors = [CarryFigures]
