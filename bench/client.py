"""Times kernels as a front end sees them, through Jupyter's own client: one JSON plan in, one JSON line for each launch out.

The plan is {"rounds", "log", "kernels": [{"name", "argv", "env", "cwd", "first", "cells", "complete"}]}. In each round every
kernel is launched in a process of its own, one after the other, so that whatever else the machine does falls on all of them.
All times are milliseconds on the client's clock.
"""

import json
import os
import sys
import time

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

PATIENCE = 60  # seconds
PAUSE = 3  # seconds


class Only(KernelSpecManager):
    """Finds the kernel under test, whatever is installed."""

    def __init__(self, argv):
        super().__init__()
        self.argv = argv

    def get_kernel_spec(self, kernel_name):
        return KernelSpec(argv=self.argv, display_name="under test", language="any")


class Launch:
    """One process of a kernel, and what it was asked."""

    def __init__(self, kernel, log):
        self.start = time.perf_counter()
        self.manager = KernelManager(kernel_spec_manager=Only(kernel["argv"]))
        env = {**os.environ, **kernel["env"]}
        self.manager.start_kernel(cwd=kernel["cwd"], env=env, stdout=log, stderr=log)
        self.client = self.manager.blocking_client()
        self.client.start_channels(hb=False, stdin=False)

    def since_start(self):
        return (time.perf_counter() - self.start) * 1000

    def wait_until_ready(self):
        """Asks until both sockets answer, as Jupyter's server does: a message on iopub is lost before the connection is made."""
        asked = {self.client.kernel_info()}
        end = time.monotonic() + PATIENCE
        heard = answered = False
        while not (heard and answered):
            if time.monotonic() > end or not self.manager.is_alive():
                raise TimeoutError("the kernel does not answer kernel_info_request")
            if self.client.iopub_channel.socket.poll(10):
                heard |= self.client.get_iopub_msg(timeout=0)["parent_header"].get("msg_id") in asked
            if self.client.shell_channel.socket.poll(0):
                answered |= self.client.get_shell_msg(timeout=0)["parent_header"].get("msg_id") in asked
            elif answered and not heard:
                asked.add(self.client.kernel_info())

    def ask(self, kind, content):
        """Sends a request; gives the time until its reply and its last word on iopub, the reply, and what the cell printed."""
        message = self.client.session.msg(kind, content)
        asked = message["header"]["msg_id"]
        start = time.perf_counter()
        self.client.shell_channel.send(message)
        reply, idle, text = None, False, ""
        end = time.monotonic() + PATIENCE
        while not (reply and idle):
            if time.monotonic() > end:
                raise TimeoutError(f"no answer to {kind}")
            if self.client.iopub_channel.socket.poll(0 if reply is None else 1000):
                said = self.client.get_iopub_msg(timeout=0)
                if said["parent_header"].get("msg_id") != asked:
                    continue
                content = said["content"]
                idle |= said["msg_type"] == "status" and content["execution_state"] == "idle"
                text += content.get("text", "") or content.get("data", {}).get("text/plain", "")
            elif reply is None and self.client.shell_channel.socket.poll(1):
                said = self.client.get_shell_msg(timeout=0)
                if said["parent_header"].get("msg_id") == asked:
                    reply = said["content"]
        return (time.perf_counter() - start) * 1000, reply, text

    def run(self, code):
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "stop_on_error": True}
        took, reply, text = self.ask("execute_request", {**content, "allow_stdin": False})
        if reply["status"] != "ok":
            raise RuntimeError(f"{code!r} failed: {json.dumps(reply)[:500]}")
        return took, text

    def complete(self, code):
        took, reply, _ = self.ask("complete_request", {"code": code, "cursor_pos": len(code)})
        return took, reply["matches"]

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        self.manager.cleanup_resources()


def first_tensor(launch, first):
    took, text = launch.run(first["code"])
    if first["prints"] not in text:
        raise RuntimeError(f"the first tensor did not show: {text[:200]!r}")
    return took


def measure(kernel, log):
    """A notebook that is run at once: from the launch to the first tensor, then cells and completions."""
    launch = Launch(kernel, log)
    try:
        launch.wait_until_ready()
        times = {"ready": [launch.since_start()]}
        first_tensor(launch, kernel["first"])
        times["first"] = [launch.since_start()]
        times["cell"] = [launch.run(code)[0] for code in kernel["cells"]]
        times["complete"] = []
        for code, offered in kernel["complete"]:
            took, matches = launch.complete(code)
            if not any(match.split(".")[-1] == offered for match in matches):
                raise RuntimeError(f"completing {code!r} does not offer {offered}, but {matches[:5]}")
            times["complete"].append(took)
        return times
    finally:
        launch.stop()


def measure_later(kernel, log):
    """A notebook whose reader reads first: what the cell with the first tensor takes after a pause."""
    launch = Launch(kernel, log)
    try:
        launch.wait_until_ready()
        time.sleep(PAUSE)
        took = first_tensor(launch, kernel["first"])
        time.sleep(PAUSE)
        return {"later": [took]}
    finally:
        launch.stop()


def main():
    plan = json.load(sys.stdin)
    with open(plan["log"], "w") as log:
        for turn in range(plan["rounds"] + 1):
            for kernel in plan["kernels"]:
                # The first turn counts for nothing: it brings the files into memory, and lets kernels fill their caches.
                for part in [measure, measure_later] if turn else [measure_later]:
                    try:
                        said = {"times": part(kernel, log)}
                    except (TimeoutError, RuntimeError, OSError) as error:
                        said = {"error": f"{type(error).__name__}: {error}"}
                    if turn or "error" in said:
                        print(json.dumps({"name": kernel["name"], **said}), flush=True)


main()
