"""What lists tell of speech in languages other than English: verbs of saying, what opens a report, where names end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from factcheck.compare.lexicon import has_list, lines_of, words_of

UNSPACED = frozenset(["ja", "th", "zh"])
NOTHING = "(?!)"
HAVE = frozenset(["a", "ont", "avait", "avaient", "ha", "hanno", "aveva", "avevano", "han", "había", "habían"])
ADVERB = r"(?:(?:\p{L}{2,}mente?|aussi|encore|ensuite|déjà|enfin|anche|ancora|già|inoltre|infine|poi|ya|además)\s+)?"
ELIDING = frozenset(["fr", "it"])
AFTER_ELISION = r"(?<=\bl['’])(?=(?:a|ont|avai(?:en)?t|ha|hanno|aveva(?:no)?)\s)"  # "comme l'a dit", not "l'annonce"


@dataclass(frozen=True)
class Openers:
    """What of one language tells that something is reported; a pattern without entries matches nothing."""

    that: regex.Pattern[str]
    before: regex.Pattern[str]
    behind: regex.Pattern[str]
    nominal: regex.Pattern[str]
    denying: regex.Pattern[str]
    manner: regex.Pattern[str]
    joins: regex.Pattern[str]
    look_alikes: regex.Pattern[str]


@dataclass(frozen=True)
class SpeechWords:
    """What of one language tells who speaks."""

    tag: str
    verbs: regex.Pattern[str]
    ends: frozenset[str]
    joins: regex.Pattern[str]
    no_names: frozenset[str]
    openers: Openers

    @property
    def has_spaces(self) -> bool:
        return self.tag not in UNSPACED


def has_verbs(tag: str) -> bool:
    """Whether the verbs of saying of a language are known."""
    return has_list(f"{tag}/reporting_verbs")


@cache
def speech_words(tag: str) -> SpeechWords:
    judging = (line for line in lines_of(f"{tag}/credits") if not line.startswith(("credited:", "but not:")))
    forms = {form for line in (*lines_of(f"{tag}/reporting_verbs"), *judging) for form in entries_in(line)}
    written = "|".join(map(_pattern, sorted(forms, key=lambda form: (-len(form), form))))
    edges = ("", "") if tag in UNSPACED else (r"(?<![\p{L}\p{M}\p{N}'’-])", r"(?![\p{L}\p{M}\p{N}])")
    if tag in ELIDING:
        edges = (rf"(?:{edges[0]}|{AFTER_ELISION})", edges[1])
    lines = lines_of(f"{tag}/speaker_ends")
    ends = {form.casefold() for line in lines if ":" not in line for form in entries_in(line)}
    joins = "|".join(regex.escape(form) for line in lines if ":" in line for form in entries_in(line))
    return SpeechWords(
        tag,
        regex.compile(rf"{edges[0]}(?:{written}){edges[1]}", regex.IGNORECASE),
        frozenset(ends),
        regex.compile(rf"(?:(?:{joins})\s+)?", regex.IGNORECASE),
        words_of(f"{tag}/function_words") if has_list(f"{tag}/function_words") else frozenset(),
        _openers(tag),
    )


def _openers(tag: str) -> Openers:
    grouped: dict[str, list[str]] = {}
    for name in ("indirect_speech", "credits", "denials", "speaker_ends"):
        for line in lines_of(f"{tag}/{name}") if has_list(f"{tag}/{name}") else ():
            group, _, entries = line.rpartition(":")
            grouped.setdefault(f"{name} {group}", []).extend(entry.strip() for entry in entries.split(","))

    def pattern(*groups: str) -> regex.Pattern[str]:
        forms = sorted(
            {form for group in groups for form in grouped.get(group, ())}, key=lambda form: (-len(form), form)
        )
        written = "|".join(regex.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]\\s?") for form in forms if form)
        if not written:
            return regex.compile(NOTHING)
        edges = ("", "") if tag in UNSPACED else (r"(?<![\p{L}\p{M}])", r"(?<=['’]\s?|(?![\p{L}\p{M}]))")
        return regex.compile(rf"{edges[0]}(?:{written}){edges[1]}", regex.IGNORECASE)

    that, joins = pattern("indirect_speech that"), pattern("speaker_ends joins")
    return Openers(
        that=regex.compile(r"(?<!\p{L})כי(?!\p{L})|\G\s?ש(?=\p{L}{2})") if tag == "he" else that,
        before=pattern("indirect_speech credited before"),
        behind=pattern("indirect_speech credited behind"),
        nominal=pattern("indirect_speech nominal"),
        denying=pattern("denials denied"),
        manner=pattern("indirect_speech as somebody says"),
        joins=regex.compile(rf"\s(?=\S)|{joins.pattern}") if tag == "th" else joins,
        look_alikes=pattern("credits but not"),
    )


@cache
def forms_of(name: str, group: str) -> frozenset[str]:
    """The forms of one group of a list."""
    return frozenset(form for line in lines_of(name) if line.startswith(f"{group}:") for form in entries_in(line))


def entries_in(line: str) -> list[str]:
    return [form for part in line.rpartition(":")[2].split(",") if (form := part.strip())]


def _pattern(form: str) -> str:
    """A form as a pattern: a pronoun may be hung on its first word, as French does."""
    first, *rest = map(regex.escape, form.replace("'", "’").split(" "))
    gap = rf"\s+{ADVERB}" if first in HAVE else r"\s+"
    return gap.join([rf"{first}(?:(?:-t)?-(?:ils?|elles?|on)\b)?", *rest]).replace("’", "['’]")
