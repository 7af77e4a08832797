"""Looks at the demonstration's public pages with tools that nobody here wrote: python -m scripts.site_audit [PART…]

Ends with 1 if any of them finds anything. Parts: markup, linked_data, feeds, reading, api, lighthouse; all if none is
named. Lighthouse measures time too, so it wants a machine that does nothing else. The checker of markup needs Java.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from scripts import npm
from scripts.serving import serve
from scripts.site_audit import api, feeds, lighthouse, linked_data, markup, reading
from scripts.site_audit.served import Served

PARTS = {part.__name__.rpartition(".")[2]: part for part in (markup, linked_data, feeds, reading, api, lighthouse)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    wanted = parser.parse_args().parts or list(PARTS)
    npm.install(Path(__file__).parent)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with serve(folder, f"sqlite:///{folder / 'site.sqlite3'}") as site:
            site.manage("export_site", str(folder / "copy"))
            served = Served(site, folder / "copy", folder)
            found = {part: list(PARTS[part].findings(served)) for part in wanted}
    for part, told in found.items():
        print(f"{part}: {len(told)} findings", *told, sep="\n  ")
    sys.exit(any(found.values()))


if __name__ == "__main__":
    main()
