"""Write every learned file again, or say which committed ones are not what their script writes.

    python -m scripts.learned [--shared ../shared]            write them all
    python -m scripts.learned --check [--shared ../shared]    change nothing; fail where one differs

Files whose data is not on this machine are left as they are, with a sentence.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from scripts import learned
from scripts.learned.data import SHARED, DataMissing, save


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with corpora/")
    parser.add_argument("--check", action="store_true", help="change nothing, fail where a file differs")
    arguments = parser.parse_args()
    differing = []
    for files in made(arguments.shared):
        if arguments.check:
            differing += [path for path, text in files.items() if not is_committed(path, text)]
        else:
            save(files)
    if differing:
        sys.exit("\n".join(f"{path} is not what its script writes: run make learned." for path in differing))


def made(shared: Path) -> Iterator[Mapping[Path, str]]:
    """The files of each module whose data is here; for the others a sentence is printed."""
    for found in iter_modules(learned.__path__, "scripts.learned."):
        module = None if found.name.endswith("__main__") else import_module(found.name)
        if not hasattr(module, "files"):
            continue
        try:
            yield module.files(shared)
        except DataMissing as missing:
            print(f"{found.name} is passed over: {missing}")


def is_committed(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


if __name__ == "__main__":
    main()
