"""The words that strips are kept with, told in the language of the page: a sealed strip holds them in English."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from factcheck.compare.sentence_rows import SentenceFate

LABEL = re.compile(r"(?:(?P<what>a denial|marked words)|(?P<whose>denial by|words of) (?P<name>.*)): (?P<fate>[^:]*)")
HEADLINES = {
    SentenceFate.KEPT: gettext_lazy("headline kept"),
    SentenceFate.EDITED: gettext_lazy("headline edited"),
    SentenceFate.CUT: gettext_lazy("headline cut"),
    SentenceFate.ADDED: gettext_lazy("headline added"),
}
STATES = {
    SentenceFate.KEPT: gettext_lazy("kept"),
    SentenceFate.EDITED: gettext_lazy("edited"),
    SentenceFate.CUT: gettext_lazy("cut"),
    SentenceFate.ADDED: gettext_lazy("added"),
}


def label_retold(label: str) -> str:
    """What stands out, in a line: “denial by Ana Ruiz: left out”; no name has to be put into the possessive."""
    parts = LABEL.fullmatch(label)
    if parts is None:
        return label
    told = {
        "a denial": _("a denial: {fate}"),
        "marked words": _("marked words: {fate}"),
        "denial by": _("denial by {name}: {fate}"),
        "words of": _("words of {name}: {fate}"),
    }[parts["what"] or parts["whose"]]
    fate = parts["fate"]
    return told.format(name=parts["name"], fate=_(fate))


def counted_sentences(number: int) -> str:
    return ngettext("{number} sentence", "{number} sentences", number).format(number=number)


COUNTED: dict[str, Callable[[int], str]] = {
    "kept": lambda n: ngettext("{number} kept", "{number} kept", n),
    "edited": lambda n: ngettext("{number} edited", "{number} edited", n),
    "cut": lambda n: ngettext("{number} cut", "{number} cut", n),
    "left out": lambda n: ngettext("{number} left out", "{number} left out", n),
    "not in it": lambda n: ngettext("{number} not in it", "{number} not in it", n),
    "not there yet": lambda n: ngettext("{number} not there yet", "{number} not there yet", n),
    "added": lambda n: ngettext("{number} added", "{number} added", n),
    "only in it": lambda n: ngettext("{number} only in it", "{number} only in it", n),
    "moved": lambda n: ngettext("{number} moved", "{number} moved", n),
}


def counted(words: str, number: int) -> str:
    """So many sentences of which this may be said."""
    return COUNTED[words](number).format(number=number)


def added_together(words: str, number: int) -> str:
    """So many sentences that a version has more, in one bar."""
    if words == "added":
        return ngettext("{number} sentence added", "{number} sentences added", number).format(number=number)
    return ngettext("{number} sentence only in it", "{number} sentences only in it", number).format(number=number)


def told_headline(state: SentenceFate) -> str:
    return str(HEADLINES[state])
