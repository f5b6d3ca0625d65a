"""JupyterLab's server: its exported pages are as nbconvert's, and Formgrader runs no script of a student's."""

import os
import sys

sys.path.append(os.path.join(os.path.dirname(sys.prefix), "setup"))  # of the clone, whose .venv this is
from grader.figures import PlaceFigures  # noqa: E402
from grader.formgrade import guard_formgrader  # noqa: E402

c = get_config()  # noqa: F821 - traitlets puts it here

load_subconfig("jupyter_nbconvert_config.py")  # noqa: F821 - from traitlets, too: setup/pages_config.py, beside this file

c.FormgradeExporter.preprocessors = [PlaceFigures]
guard_formgrader()
