"""The sandbox of a submission: bubblewrap around the kernel's engine, the one process that runs the student's code."""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
from dataclasses import dataclass

from .cgroup import Cgroup
from .failure import Failure
from .places import clone, node, shown, submitted

#: Where the engine finds the submission's folder: below the clone, so that tslab finds node_modules above it.
inside = clone / "submission"

system = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/etc/localtime"]
ours = ["lib/dist", "lib/package.json", "node_modules", "data"]
ours += [".neurona/tensorflow", ".neurona/addon", ".neurona/cache"]


@dataclass(frozen=True)
class Limits:
    """What a submission may use, all its processes together where the system can count them so."""

    memory: int = 3 << 30  # bytes; an engine that trains lesson 02's exercise takes 0.6 GB
    processes: int = 128  # with threads: Node and TensorFlow take about 30
    files: int = 256  # open at once
    disk: int = 64 << 20  # bytes in each of /tmp, the home and the submission's folder; as much in one file
    processor: int = 900  # seconds


def missing() -> str | None:
    """Why there can be no sandbox on this machine; None where there can."""
    for program in ("bwrap", "prlimit"):
        if not shutil.which(program):
            return f"{program} is not installed"
    probe = [*_namespaces(), *_system(), "--ro-bind", node, node, "--", node, "--version"]
    answer = subprocess.run(probe, capture_output=True, text=True, check=False)
    return None if answer.returncode == 0 else f"bwrap does not work here: {answer.stderr.strip()}"


def demanded(how: str, **limits: int) -> Limits:
    """The limits of the sandbox; where there can be none, a Failure, which says `how` to do without."""
    why = missing()
    if not why:
        return Limits(**limits)
    raise Failure(
        f"Students' code is run in a sandbox only, and there is none: {why}.",
        "Install it (sudo apt install bubblewrap), or grade in a container or virtual machine that holds nothing "
        f"else and say {how}. Nothing was run; the submissions in {shown(submitted)} are as they were.",
    )


def beside(folder: pathlib.Path) -> list[pathlib.Path]:
    """What was handed in with the notebook."""
    return [path for path in sorted(folder.iterdir()) if path.suffix != ".ipynb"]


@contextlib.contextmanager
def around_engine(folder: pathlib.Path, limits: Limits):
    """The environment of a kernel whose engine runs in the sandbox, with what was handed in with the notebook."""
    cgroup = Cgroup(limits.memory, limits.processes)
    try:
        yield {"NEURONA_ENGINE_PREFIX": json.dumps([*cgroup.join(), *command(beside(folder), limits)])}
    finally:
        cgroup.remove()


def command(files: list[pathlib.Path], limits: Limits, writable: pathlib.Path | None = None) -> list[str]:
    """What stands before a command that is to run in the sandbox.

    The folder in which it runs is empty but for `files`; what is written there is gone at the end, unlike in `writable`.
    """
    return [
        *_environment(),
        *_bounds(limits),
        *_namespaces(),
        *_system(),
        *_writable("/tmp", limits),  # before what is read: the course itself may stand in /tmp
        *_writable("/home/student", limits),
        *_readable(node, *(str(clone / part) for part in ours)),
        *_writable(str(inside), limits),
        *(part for path in files for part in ("--ro-bind", str(path), str(inside / path.name))),
        *(("--bind", str(writable), str(writable)) if writable else ()),
        *("--remount-ro", "/", "--chdir", str(inside)),
        "--",
        # Here the count is of the sandbox's own processes; outside it would be of all that the instructor runs.
        *("/usr/bin/prlimit", f"--nproc={limits.processes}"),
    ]


def _bounds(limits: Limits) -> list[str]:
    # Not the address space: TensorFlow and V8 reserve far more of it than they use.
    bounds = {"data": limits.memory, "cpu": limits.processor, "nofile": limits.files, "fsize": limits.disk, "core": 0}
    return [shutil.which("prlimit") or "prlimit", *(f"--{name}={value}" for name, value in bounds.items())]


def _namespaces() -> list[str]:
    bwrap = shutil.which("bwrap") or "bwrap"
    return [bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--hostname", "grading"]


def _system() -> list[str]:
    prlimit = os.path.realpath(shutil.which("prlimit") or "/usr/bin/prlimit")
    return [
        *_readable(*system),
        *("--ro-bind", prlimit, "/usr/bin/prlimit"),
        *("--proc", "/proc", "--dev", "/dev", "--size", str(1 << 20), "--tmpfs", "/dev/shm", "--remount-ro", "/dev"),
    ]


def _readable(*paths: str) -> list[str]:
    """Folders and files that can be read; a link, such as /lib in many systems, stays a link."""
    arguments = []
    for path in filter(os.path.exists, paths):
        if os.path.islink(path) and path in system:
            arguments += ["--symlink", os.readlink(path), path]
        else:
            arguments += ["--ro-bind", os.path.realpath(path), path]
    return arguments


def _writable(path: str, limits: Limits) -> list[str]:
    return ["--size", str(limits.disk), "--tmpfs", path]


def _environment() -> list[str]:
    """Nothing of the instructor's. bwrap itself must not have it either: it is process 1 in the sandbox's /proc."""
    own = {"HOME": "/home/student", "TMPDIR": "/tmp", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "USER": "student"}
    kept = ("NEURONA_BACKEND", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")
    own |= {name: os.environ[name] for name in kept if name in os.environ}
    own |= {"TF_CPP_MIN_LOG_LEVEL": "2"}
    return ["env", "-i", *(f"{name}={value}" for name, value in own.items())]
