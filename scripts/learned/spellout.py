"""Numbers in words by CLDR's rule-based number formats, as UTS 35 says how to read them.

Only what whole numbers below a hundred and the names of scales need; of plural forms every one is given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

OPTIONAL = re.compile(r"\[([^]]*)\]")
BEFORE = re.compile(r"←(%*[\w-]*)←")
AFTER = re.compile(r"→(%*[\w-]*)→")
SAME = re.compile(r"=(%%?[\w-]+)=")
PLURAL = re.compile(r"\$\(\w+,(.*?)\)\$")
CHOICE = re.compile(r"\w+\{([^}]*)\}")
FORMATTED = re.compile(r"=[#0]")


class Rule(NamedTuple):
    """How numbers from `value` on are said; `divisor` splits one into what stands before and behind."""

    value: int
    divisor: int
    text: str


type Rules = Mapping[str, tuple[Rule, ...]]


def rules_of(path: Path) -> Rules:
    """The sets of rules of a language that say numbers in words, by name."""
    found: dict[str, tuple[Rule, ...]] = {}
    for ruleset in ET.parse(path).getroot().iter("ruleset"):
        rules = [_rule(rule) for rule in ruleset.iter("rbnfrule") if rule.get("value", "").isdigit()]
        found.setdefault(ruleset.get("type", ""), tuple(rules))
    return found


def _rule(element: ET.Element) -> Rule:
    value, radix = int(element.get("value", "")), int(element.get("radix", "10"))
    divisor = 1
    while divisor * radix <= value:
        divisor *= radix
    text = (element.text or "").rstrip().removesuffix(";").removeprefix("'")
    return Rule(value, divisor, text)


def spelled(number: int, ruleset: str, rules: Rules) -> str:
    """A number in words; empty where the rules write digits."""
    rule = max((rule for rule in rules[ruleset] if rule.value <= number), key=lambda rule: rule.value)
    text = rule.text
    if FORMATTED.search(text):
        return ""
    before, after = divmod(number, rule.divisor)
    text = OPTIONAL.sub(lambda found: found.group(1) if after else "", text)
    text = PLURAL.sub(lambda found: CHOICE.findall(found.group(1))[-1], text)
    for pattern, part in ((BEFORE, before), (AFTER, after), (SAME, number)):
        text = pattern.sub(lambda found, part=part: spelled(part, found.group(1).lstrip("%") or ruleset, rules), text)
    return _plain(text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\u00ad", "").replace("\u200b", "")).strip()


def scales(ruleset: str, rules: Rules) -> Iterator[tuple[int, str]]:
    """Each power of ten that has a word of its own, and the word, in each form that the rules have.

    Of hundreds only what stands alone: in some languages the others are ends of words.
    """
    for rule in rules[ruleset]:
        is_said = (rule.value == 100 or rule.value >= 1000) and not FORMATTED.search(rule.text)
        if is_said and (rule.value == rule.divisor or BEFORE.search(rule.text)):
            bare = AFTER.sub("", BEFORE.sub("", OPTIONAL.sub("", rule.text)))
            plurals = PLURAL.search(bare)
            for form in CHOICE.findall(plurals.group(1)) if plurals else [bare]:
                text = _plain(SAME.sub("", PLURAL.sub(form, bare))).strip("'-")
                if text and "%" not in text:
                    yield rule.divisor, text.split()[-1]
