"""The Jupyter project's conformance suite with code for our kernel; one line for each test of the suite.

usage: conformance.py   (prints, as JSON lines, {"test": ..., "outcome": "passed" | "failed" | "skipped", "why": ...})
"""

import json
import sys
import unittest

import jupyter_kernel_test

HOOK = "(globalThis as any)[Symbol.for('neurona.kernel')]"


class Neurona(jupyter_kernel_test.KernelTests):
    kernel_name = "tslab"
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = 'console.log("hello, world");'
    code_stderr = 'console.error("hello, stderr");'
    code_generate_error = 'throw new Error("on purpose");'

    completion_samples = [
        {"text": "Math.sqr", "matches": {"sqrt", "SQRT1_2", "SQRT2"}},
        {"text": "parseI", "matches": {"parseInt"}},
    ]
    complete_code_samples = ["1", "const a = 1;", 'console.log("{");', "function f() {\n  return 1;\n}"]
    incomplete_code_samples = ["const a = {", "function f() {", 'console.log("a"']
    code_inspect_sample = "parseInt"

    code_execute_result = [
        {"code": "1 + 1", "result": "2"},
        {"code": "[1, 2].map((x) => 2 * x)"},
        {"code": 'await Promise.resolve("later")', "result": "'later'"},
        {"code": '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>5</b>" }) })', "mime": "text/html"},
    ]
    code_display_data = [
        {"code": f'{HOOK}.display({{ "text/plain": "five" }});', "mime": "text/plain"},
        {"code": f'{HOOK}.display({{ "text/plain": "5", "text/html": "<b>5</b>" }});', "mime": "text/html"},
        {
            "code": f'{HOOK}.display({{ "text/plain": "a plot", "application/vnd.plotly.v1+json": {{ data: [] }} }});',
            "mime": "application/vnd.plotly.v1+json",
        },
        {"code": 'import * as tslab from "tslab"; tslab.display.html("<b>5</b>");', "mime": "text/html"},
    ]
    code_clear_output = f"{HOOK}.clearOutput(false);"

    code_history_pattern = "1?+*"
    supported_history_operations = ("tail", "range", "search")


class Welcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "tslab"
    support_iopub_welcome = True


class Lines(unittest.TestResult):
    """Says how each test ended; a test of several samples fails once, with the reason of each."""

    outcome, why = None, []  # of the test that runs; none in front of the first, while the kernel starts

    def startTest(self, test):
        super().startTest(test)
        self.outcome, self.why = "passed", []

    def note(self, outcome, why):
        if not self.outcome:
            sys.exit(why)
        if self.outcome != "failed":
            self.outcome = outcome
        self.why.append(why)

    def addFailure(self, test, error):
        self.note("failed", self._exc_info_to_string(error, test))

    addError = addFailure

    def addSubTest(self, test, subtest, error):
        if error:
            self.addFailure(subtest, error)

    def addSkip(self, test, reason):
        self.note("skipped", reason)

    def stopTest(self, test):
        name = test.id().split(".")[-1].removeprefix("test_")
        print(json.dumps({"test": name, "outcome": self.outcome, "why": "\n".join(self.why)}), flush=True)
        self.outcome = None


loader = unittest.TestLoader()
unittest.TestSuite(loader.loadTestsFromTestCase(kind) for kind in (Neurona, Welcome)).run(Lines())
