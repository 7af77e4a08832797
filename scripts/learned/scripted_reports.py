"""Invented sentences of indirect speech, made by rule, whose ends are known: beside labelled articles, to learn from.

The clauses behind the speech are those that Quirk et al., A Comprehensive Grammar of the English Language (1985), give
as adjuncts and supplements of the reporting clause: participles (15.54), "but" (13.32), "when" and "after" (15.25).
"""

from __future__ import annotations

from itertools import product
from typing import Any

SPEAKERS = ("Ruiz", "Ana Ruiz", "The envoy", "A spokesman for the port", "She", "They")
VERBS = ("said", "says", "argued", "added", "claimed", "warned", "told reporters")
SPEECH = (
    "the bridge is safe",
    "that the ferry would sail in spring",
)
BEHIND = (
    ", calling the fears of the town a joke",
    ", adding nothing more",
    ", pointing to the cracks",
    ", referring to a letter of the board",
    ", but the board does not agree",
    ", while the board kept silent",
    ", when the board met on Monday",
    " in an interview with a local paper",
    " during a hearing on Monday",
    ", according to the minutes",
    "",
)
FRAMES = (("When ", ", everybody left"), ("Although ", ", the board waited"))


def reports() -> list[dict[str, Any]]:
    """An article for each speech and what stands around it, a sentence for each speaker; labelled as PolNeAR is."""
    around = product(SPEECH, [*(("", behind) for behind in BEHIND), *FRAMES])
    return [_article(speech, *frame, number) for number, (speech, frame) in enumerate(around)]


def _article(speech: str, before: str, behind: str, number: int) -> dict[str, Any]:
    text, labels = "", []
    for at, speaker in enumerate(SPEAKERS):
        verb = VERBS[(number + at) % len(VERBS)]
        text += before
        source = len(text)
        cue = source + len(speaker) + 1
        content = cue + len(verb) + 1
        end = content + len(speech)
        text += f"{speaker} {verb} {speech}{behind}.\n\n"
        labels.append({"source": [[source, cue - 1]], "cue": [[cue, cue + len(verb)]], "content": [[content, end]]})
    return {"text": text, "attributions": labels}
