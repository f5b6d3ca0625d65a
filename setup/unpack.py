"""Unpacks from TensorFlow's wheel only what the addon needs: two libraries, the C headers, the notices.

usage: unpack.py WHEEL FOLDER MEMBER_OR_PREFIX...
"""

import pathlib
import shutil
import sys
import zipfile

wheel, folder, *wanted = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    names = archive.namelist()
    for prefix in wanted:
        found = [name for name in names if name.startswith(prefix) and not name.endswith("/")]
        if not found:
            sys.exit(f"{wheel} has no {prefix}")
        for name in found:
            # lib/ for the libraries, include/ as the compiler wants it
            target = pathlib.Path(folder, name.removeprefix("tensorflow/"))
            if not name.startswith("tensorflow/include/"):
                target = pathlib.Path(folder, "lib", pathlib.PurePosixPath(name).name)
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as source, open(target, "wb") as copy:  # read to its end, so the checksum is verified
                shutil.copyfileobj(source, copy, 1 << 20)
