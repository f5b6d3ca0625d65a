"""A control group for one submission: the system then counts memory and processes of all its processes together."""

import contextlib
import os
import pathlib
import tempfile
import time

mount = pathlib.Path("/sys/fs/cgroup")


class Cgroup:
    """Where this user may make none, there is none, and the limits of each process (prlimit) remain."""

    def __init__(self, memory: int, processes: int):
        self.folders: list[pathlib.Path] = []
        v2 = (mount / "cgroup.controllers").exists()
        for controller, limits in {
            "memory": {"memory.max" if v2 else "memory.limit_in_bytes": memory},
            "pids": {"pids.max": processes},
        }.items():
            with contextlib.suppress(OSError):
                self._make(_own(controller, v2), limits)

    def _make(self, parent: pathlib.Path, limits: dict[str, int]) -> None:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="neurona-", dir=parent))
        try:
            for name, value in limits.items():
                (folder / name).write_text(str(value))
        except OSError:
            folder.rmdir()
            raise
        self.folders.append(folder)

    def join(self) -> list[str]:
        """Arguments in front of a command that make it, and all it starts, part of the group."""
        if not self.folders:
            return []
        files = " ".join(str(folder / "cgroup.procs") for folder in self.folders)
        return ["sh", "-c", f'for file in {files}; do echo $$ > "$file" || exit; done; exec "$@"', "sh"]

    def remove(self) -> None:
        """Ends what is left in the group, and the group."""
        for folder in self.folders:
            for _ in range(100):
                with contextlib.suppress(OSError):
                    folder.rmdir()
                    break
                with contextlib.suppress(OSError):
                    for pid in (folder / "cgroup.procs").read_text().split():
                        os.kill(int(pid), 9)
                time.sleep(0.02)


def _own(controller: str, v2: bool) -> pathlib.Path:
    """The group that this process is in."""
    for line in pathlib.Path("/proc/self/cgroup").read_text().splitlines():
        _, names, path = line.split(":", 2)
        if v2 and names == "":
            return mount / path.lstrip("/")
        if not v2 and controller in names.split(","):
            return mount / controller / path.lstrip("/")
    raise FileNotFoundError(controller)
