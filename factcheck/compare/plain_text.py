"""A comparison as plain text for a terminal or a pipe, and as data for other programs."""

from __future__ import annotations

from typing import Any

from factcheck.compare.display import COUNTED, ONE_SIDED, Run, RunState, Shown, ShownRow
from factcheck.compare.findings import Comparison, Span

RED, GREEN, QUIET, PLAIN = "\033[31;9m", "\033[32;4m", "\033[2m", "\033[0m"


def as_text(shown: Shown, *, in_colour: bool = False) -> str:
    """The summary and every row: `[-words-]` were taken out, `{+words+}` put in; in colour, struck or underlined."""
    lines = [shown.summary, ""]
    for group in shown.groups:
        lines += [_line(row, in_colour) for row in group.rows]
        if group.folded and not group.rows:
            lines.append(_quiet(f"    … {len(group.folded)} sentences {group.what}", in_colour))
        else:
            lines += [_line(row, in_colour) for row in group.folded]
    return "\n".join(lines) + "\n"


def as_data(comparison: Comparison) -> list[dict[str, Any]]:
    """The rows as plain data; spans are `[start, end]` in code points of the text they belong to."""
    return [
        {
            "kind": row.kind.value,
            "original": _pair(row.original),
            "version": _pair(row.version),
            "moved": row.moved,
            "severity": row.severity and row.severity.value,
            "kinds": sorted(kind.value for kind in row.kinds),
            "edits": [
                {
                    "original": _pair(edit.original),
                    "version": _pair(edit.version),
                    "severity": edit.severity.value,
                    "kinds": sorted(kind.value for kind in edit.kinds),
                }
                for edit in row.edits
            ],
        }
        for row in comparison.rows
    ]


def _line(shown: ShownRow, in_colour: bool) -> str:
    words = "".join(_marked(run, in_colour) for run in shown.inline)
    if not shown.is_shown:
        return _quiet(f"    {words}", in_colour)
    moved = [f"moved from sentence {shown.from_sentence} to {shown.to_sentence}"] if shown.row.moved else []
    one_sided = [dict(COUNTED)[shown.row.kind]] if shown.row.kind in ONE_SIDED else []
    told = ", ".join([shown.severity_label, *one_sided, *shown.labels, *moved]).removeprefix(", ")
    return f"{shown.number:>3} {words}  {_quiet(f'({told})', in_colour)}"


def _marked(run: Run, in_colour: bool) -> str:
    if run.state == RunState.KEPT:
        return run.text
    if in_colour:
        return f"{GREEN if run.is_added else RED}{run.text}{PLAIN}"
    return f"{{+{run.text}+}}" if run.is_added else f"[-{run.text}-]"


def _quiet(text: str, in_colour: bool) -> str:
    return f"{QUIET}{text}{PLAIN}" if in_colour else text


def _pair(span: Span | None) -> list[int] | None:
    return list(span) if span else None
