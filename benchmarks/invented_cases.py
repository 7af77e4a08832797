"""How many invented cases come out right: edits, who said what, quotations sought again, statements of two sources.

    python -m benchmarks.invented_cases             figures
    python -m benchmarks.invented_cases --misses    also those that come out otherwise, of those that were looked at

The cases stand in `words/invented_*.jsonl`, one a line, in words invented for it, each labelled before the engine was
asked. `seen` says that somebody who wrote rules has read it; the others were only ever read as these figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.compare import EditKind, Severity, compare, find_attributions, locate
from factcheck.compare.clashing import Said, agreement, clash
from factcheck.compare.findings import Attribution

WORDS = Path(__file__).parent / "words"
WORTH_SHOWING = frozenset({"contradicts", "qualifies"})
RARITY = 0.9  # of each term: none is known among pairs of a thousand matters
Case = Mapping[str, Any]


class Answer(NamedTuple):
    """What the engine says of a case, in a word or two, and whether that is right."""

    case: Case
    said: str
    is_right: bool


# What each kind of case asks


def severity(case: Case) -> Answer:
    rows = compare(case["original"], case["version"], language=case.get("language", "en")).rows
    severities = [row.severity for row in rows if row.severity]
    worst = max(severities, key=lambda one: one.rank, default=Severity.STYLE)
    return Answer(case, worst.value, worst == Severity(case["severity"]))


def who_said_it(case: Case) -> Answer:
    text = case["text"]
    found = find_attributions(text, language=case.get("language", "en"))
    is_whole = all(any(_is_as_said(one, text, said) for one in found) for said in case["said"])
    is_clean = not case.get("nothing_else") or len(found) <= len(case["said"])
    told = "; ".join(f"{one.source.of(text) if one.source else '?'}: {one.content.of(text)}" for one in found)
    return Answer(case, told or "nothing", is_whole and is_clean)


def what_became_of_it(case: Case) -> Answer:
    status = locate(case["quotation"], case["text"]).status.value
    return Answer(case, status, status in case["answers"])


def is_worth_showing(case: Case) -> Answer:
    sides = _sides(case)
    is_shown = clash(*sides, weight=lambda _: RARITY) is not None
    return Answer(case, "shown" if is_shown else "not shown", is_shown == (case["label"] in WORTH_SHOWING))


def _is_as_said(one: Attribution, text: str, said: Mapping[str, Any]) -> bool:
    content, source = one.content.of(text), one.source.of(text) if one.source else ""
    return (
        said["words"] in content
        and (said["source"] is None or said["source"].lower() in source.lower())
        and said.get("direct", one.direct) == one.direct
        and not any(words in content for words in said.get("beyond", ()))
    )


def _sides(case: Case) -> tuple[Said, Said]:
    first, second = (
        Said(words=case[side], sentence=case[side], around=case[side], source=side, article=side)
        for side in ("first", "second")
    )
    return first, second


# What is printed


def print_share(answers: Sequence[Answer]) -> None:
    for topic in dict.fromkeys(answer.case["topic"] for answer in answers):
        of_topic = [answer for answer in answers if answer.case["topic"] == topic]
        parts = [_share([one for one in of_topic if one.case["seen"] is seen]) for seen in (True, False)]
        print(f"  {topic:<32} looked at {parts[0]:<18} only scored {parts[1]}")


def _share(answers: Sequence[Answer]) -> str:
    right = sum(answer.is_right for answer in answers)
    return f"{right / len(answers):.2f} ({right} of {len(answers)})" if answers else "none"


def print_edits(answers: Sequence[Answer]) -> None:
    for seen, title in ((True, "looked at"), (False, "only scored")):
        part = [answer for answer in answers if answer.case["seen"] is seen]
        wanted = [answer for answer in part if answer.case["severity"] == "substantive"]
        called = [answer for answer in part if answer.said == "substantive"]
        belittled = sum(answer.said == "style" for answer in wanted)
        print(f"  {title}: substantive found {_share(wanted)}, right of those called so {_share(called)}")
        print(f"  {title}: substantive called style {belittled}")


def print_kinds(cases: Sequence[Case]) -> None:
    """Each kind among the edits whose kinds are labelled: how often it is told, and rightly."""
    labelled = [(case, _kinds_told(case)) for case in cases if "kinds" in case]
    for kind in EditKind:
        wanted = [kind in told for case, told in labelled if kind.value in case["kinds"]]
        right = [kind.value in (*case["kinds"], *case["also"]) for case, told in labelled if kind in told]
        print(f"  {kind.value:>12}  told {sum(wanted)} of {len(wanted)}, right {sum(right)} of {len(right)}")


def _kinds_told(case: Case) -> set[EditKind]:
    return {kind for row in compare(case["original"], case["version"]).rows for kind in row.kinds}


def print_statements(answers: Sequence[Answer]) -> None:
    for seen, title in ((True, "looked at"), (False, "only scored")):
        part = [answer for answer in answers if answer.case["seen"] is seen]
        shown = Counter(answer.case["label"] for answer in part if answer.said == "shown")
        of_all = Counter(answer.case["label"] for answer in part)
        told = ", ".join(f"{label} {shown[label]} of {count}" for label, count in of_all.items())
        worth = sum(shown[label] for label in WORTH_SHOWING)
        print(f"  {title}: shown {told}; worth showing {worth} of {shown.total()}")
        agreeing = [answer.case["label"] for answer in part if agreement(*_sides(answer.case), weight=lambda _: RARITY)]
        print(f"  {title}: “also said by” right {agreeing.count('agrees')} of {len(agreeing)}")


KINDS: Mapping[str, Callable[[Case], Answer]] = {
    "edits": severity,
    "speech": who_said_it,
    "quotations": what_became_of_it,
    "statements": is_worth_showing,
}
MORE: Mapping[str, Callable[[Sequence[Answer]], None]] = {"edits": print_edits, "statements": print_statements}


def cases(kind: str) -> Iterator[Case]:
    for line in (WORDS / f"invented_{kind}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    has_misses = parser.parse_args().misses
    for kind, ask in KINDS.items():
        answers = [ask(case) for case in cases(kind)]
        print(kind)
        print_share(answers)
        MORE.get(kind, lambda _: None)(answers)
        if kind == "edits":
            print_kinds([answer.case for answer in answers])
        for answer in answers if has_misses else ():
            if answer.case["seen"] and not answer.is_right:
                print(json.dumps(answer.case, ensure_ascii=False, indent=1), "\n ", answer.said)


if __name__ == "__main__":
    main()
