"""One kernel and Jupyter's own client for it, driven by JSON lines: one command in, one answer out.

usage: kernel_client.py CWD ARGV...   ({connection_file} in ARGV stands for the file that Jupyter writes)

{"do": "send", "requests": [{"type": ..., "content": {...}, "channel": "shell", "buffers": [base64], "metadata": {...}}]}
                                               sends them all at once -> their ids
{"do": "collect", "id": ..., "silent": false}  waits for the replies (none, if silent) and the end on iopub
                                               -> {"replies": [...], "iopub": [...]}
{"do": "wait", "id": ..., "type": ..., "text": ...}  waits for a message of that type, with that text, on iopub
                                               -> its content
{"do": "question", "id": ...}  waits for the next question of that cell -> its content
{"do": "answer", "value": ...}  answers the newest question, asked or not
{"do": "frames", "frames": [...], "channel": "shell"}  sends raw frames, whatever they are
{"do": "sign", "parts": [...]}                 -> the signature a message of these parts should have
{"do": "interrupt"}                            as the button Stop does
{"do": "shutdown", "restart": false}           -> {"reply": ..., "code": ...}
"""

import base64
import json
import os
import signal
import sys
import time
from collections import defaultdict

import zmq
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

PATIENCE = 30  # seconds; a message that takes longer will not come

cwd, *argv = sys.argv[1:]


class OnlyThis(KernelSpecManager):
    """Finds the kernel under test, whatever is installed."""

    def get_kernel_spec(self, kernel_name):
        return KernelSpec(argv=argv, display_name="under test", language="typescript", interrupt_mode="signal")


manager = KernelManager(kernel_spec_manager=OnlyThis())
if "UNSIGNED" in os.environ:
    manager.session.key = b""
manager.start_kernel(cwd=cwd, stdout=sys.stderr.fileno(), stderr=sys.stderr.fileno())  # stdout is for our answers
client = manager.blocking_client()
client.start_channels()
client.wait_for_ready(timeout=PATIENCE)

channels = {name: getattr(client, f"{name}_channel") for name in ("shell", "control", "iopub", "stdin")}
poller = zmq.Poller()
for channel in channels.values():
    poller.register(channel.socket, zmq.POLLIN)
replies = defaultdict(list)  # by the id of the request
iopub = defaultdict(list)
questions = defaultdict(list)


def receive_until(satisfied, what):
    """Files messages under the request they answer until there are enough."""
    end = time.monotonic() + PATIENCE
    while not satisfied():
        ready = dict(poller.poll(1000))
        for name, channel in channels.items():
            if channel.socket not in ready:
                continue
            message = channel.get_msg(timeout=0)
            parent = message["parent_header"].get("msg_id")
            {"iopub": iopub, "stdin": questions}.get(name, replies)[parent].append(
                {
                    "type": message["msg_type"],
                    "content": message["content"],
                    "header": message["header"],
                    "metadata": message["metadata"],
                    "buffers": [base64.b64encode(buffer).decode() for buffer in message["buffers"]],
                }
            )
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not come in {PATIENCE} s")


def is_idle(message):
    return message["type"] == "status" and message["content"]["execution_state"] == "idle"


def send(command):
    ids = []
    for request in command["requests"]:
        message = client.session.msg(request["type"], request["content"], metadata=request.get("metadata"))
        buffers = [base64.b64decode(buffer) for buffer in request.get("buffers", [])]
        client.session.send(channels[request["channel"]].socket, message, buffers=buffers)
        ids.append(message["header"]["msg_id"])
    return ids


def collect(command):
    asked = command["id"]
    receive_until(
        lambda: (replies[asked] or command["silent"]) and any(map(is_idle, iopub[asked])), f"the answer to {asked}"
    )
    return {"replies": replies[asked], "iopub": iopub[asked]}


def wait(command):
    found = []

    def satisfied():
        found[:] = [
            message
            for message in iopub[command["id"]]
            if message["type"] == command["type"] and command["text"] in json.dumps(message["content"])
        ]
        return found

    receive_until(satisfied, command["type"])
    return found[0]["content"]


def question(command):
    receive_until(lambda: questions[command["id"]], "a question")
    return questions[command["id"]].pop(0)["content"]


def answer(command):
    client.input(command["value"])


def frames(command):
    channels[command["channel"]].socket.send_multipart([frame.encode() for frame in command["frames"]])


def sign(command):
    return client.session.sign([part.encode() for part in command["parts"]]).decode()


def interrupt(command):
    manager.interrupt_kernel()


def shutdown(command):
    message = client.session.msg("shutdown_request", {"restart": command["restart"]})
    channels["control"].send(message)
    asked = message["header"]["msg_id"]
    receive_until(lambda: replies[asked] and any(map(is_idle, iopub[asked])), "shutdown_reply")
    process = manager.provisioner.process
    return {"reply": replies[asked][0]["content"], "code": process.wait(timeout=PATIENCE)}


commands = {f.__name__: f for f in (send, collect, wait, question, answer, frames, sign, interrupt, shutdown)}
print(json.dumps({"pid": manager.provisioner.pid}), flush=True)
try:
    for line in sys.stdin:
        command = json.loads(line)
        try:
            said = {"answer": commands[command["do"]](command)}
        except TimeoutError as error:
            said = {"error": str(error)}
        print(json.dumps(said, default=str), flush=True)  # dates, too
finally:
    client.stop_channels()
    if manager.provisioner.process.poll() is None:
        os.kill(manager.provisioner.pid, signal.SIGKILL)
    manager.cleanup_resources()
