#!/bin/sh
# Finds a Python that is new enough and has install.py make .venv with it: sh scripts/install.sh run|develop|bench
# $PYTHON names one; else these names are tried in turn, and pyenv, where it is, chooses its newest of each.
set -eu
cd "$(dirname "$0")/.."

older=""
for name in ${PYTHON:-python3.13 python3.12 python3.14 python3 python}; do
    export PYENV_VERSION="${name#python}"
    found=$("$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    case $found in
    2.* | 3.[0-9] | 3.1[01]) older="${older:-$found}" ;;
    *) exec "$name" scripts/install.py "$@" ;;
    esac
done

echo "Python 3.12 or newer is needed, and this machine has ${older:-none}: install one (your system's packages or" \
    "python.org have it) and run the same command again, or say where it is: make demo PYTHON=/path/to/python3.13" >&2
exit 1
