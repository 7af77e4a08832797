"""Invented quotations and texts made by rule that hold them, hold a part of them or do not hold them."""

from __future__ import annotations

from tests.compare.scripted_speech import FACTS, PEOPLE, as_sentence

QUOTES = [f"{fact} and we said so to the whole board in May" for fact in FACTS]


def _text(words: str, speaker: str = "Ana Ruiz") -> str:
    return f"The board met on Monday. {speaker} said: “{words}.” Nobody else spoke for long."


def with_footnotes() -> list[tuple[str, str]]:
    made = []
    for number, quote in enumerate(QUOTES):
        words = quote.split(" ")
        mark = ("[3]", "³", "[a]", "[note 2]", "[12]", "[citation needed]")[number % 6]
        words[2 + number % 5] += mark
        made.append((quote, _text(" ".join(words))))
    return made


def with_entities() -> list[tuple[str, str]]:
    written = {"’": "&#8217;", " so ": "&nbsp;so "}
    made = []
    for quote in QUOTES:
        given = quote.replace(" and ", " &amp; ") if "&" in quote else quote
        for sign, entity in written.items():
            given = given.replace(sign, entity)
        made.append((quote, _text(given).replace("“", "&ldquo;").replace("”", "&rdquo;")))
    return made


def with_ellipses() -> list[tuple[str, str]]:
    made = []
    for number, quote in enumerate(QUOTES):
        words = quote.split(" ")
        sign = ("…", "...", ". . .", "[…]", "(...)")[number % 5]
        made.append((quote, _text(" ".join([*words[:3], sign, *words[-4:]]))))
    return made


def with_vowel_marks() -> list[tuple[str, str]]:
    """Words of Arabic and Hebrew, and the same with a mark behind each letter."""
    plain = [
        "الجسر غير آمن تماما",
        "لم يحذر احد السفن",
        "السوق مغلق حتى الربيع",
        "הגשר לא בטוח היום",
        "איש לא הזהיר אותנו",
    ]
    marks = {"ا": "\u064e", "ה": "\u05b8"}
    made = []
    for words in plain:
        mark = marks["ה" if "\u0590" < words[0] < "\u0600" else "ا"]
        made.append((words, "«" + "".join(sign + mark if sign.isalpha() else sign for sign in words) + "»"))
        made.append((words, f"«{words[:3]}{mark}{words[3:]}»"))
    return made


def by_another() -> list[tuple[str, str, str]]:
    """A quotation, the words before it where it was first given, and a text that gives the same words to another."""
    made = []
    for number, quote in enumerate(QUOTES):
        first, other = PEOPLE[number % 8], PEOPLE[(number + 3) % 8]
        text = f"{first} kept silent on Monday. {other} said: “{as_sentence(quote)}.” The board will meet again."
        made.append((quote, f"The board met. {first} said: “", text))
    return made


def by_the_same() -> list[tuple[str, str, str]]:
    """The same, but the speaker is only named in another way."""
    made = []
    for number, quote in enumerate(QUOTES):
        name = PEOPLE[number % 8]
        text = f"The board met on Monday. “{as_sentence(quote)},” Ms. {name.split()[-1]} said. It will meet again."
        made.append((quote, f"The board met. {name} said: “", text))
    return made
