"""Invented news sentences made by rule, of which it is known who said what: one kind of attribution at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

PEOPLE = ["Ana Ruiz", "Piet Vorn", "Orla Dask", "Mayor Ines Holt", "Tom Reed", "Lena Fisk", "Omar Said", "Ruth Gale"]
FACTS = [
    "the bridge is not safe",
    "the ferry will sail in spring",
    "twelve boats were lost in the storm",
    "the council has sold the old quay",
    "no money was paid to the yard",
    "the harbour can take larger ships",
    "the crane was mended last year",
    "the levy will end before winter",
    "the crews were never warned in time",
    "the lighthouse has stood empty since March",
    "the boys’ school knew of the crack",
    "it’s too late to build a second pier",
]
WRITINGS = ["notice", "letter", "statement", "report", "memo", "sign", "petition", "ruling", "leaflet", "study"]
MARKS = ["“%s”", '"%s"', "``%s''", "‘%s’", "«%s»", "„%s“", "''%s''"]


@dataclass(frozen=True)
class Said:
    """A text, and for each utterance in it who speaks (in the mention; "" for nobody) and words of what is said."""

    text: str
    utterances: tuple[tuple[str, str], ...]


def as_sentence(fact: str) -> str:
    return fact[0].upper() + fact[1:]


def _pairs() -> Iterator[tuple[str, str, str, str]]:
    """Two people and two facts, each time others."""
    people, others = cycle(PEOPLE), cycle(PEOPLE[3:] + PEOPLE[:3])
    for fact, other in zip(FACTS, FACTS[5:] + FACTS[:5], strict=True):
        yield next(people), fact, next(others), other


def _made(template: str) -> list[Said]:
    """One text for each pair from "A: F" or "A: F, B: G" behind a bar: {A}, {B}, {f}, {g}, {F}, {G} are filled in."""
    text, _, truth = template.partition("|")
    made = []
    for number, (one, fact, other, more) in enumerate(_pairs()):
        words = {"A": one, "B": other, "f": fact, "g": more, "F": as_sentence(fact), "G": as_sentence(more)}
        words["w"] = WRITINGS[number % len(WRITINGS)]
        who = {"A": one, "B": other, "w": words["w"], "-": ""}
        what = {"F": fact, "G": more}
        pairs = (pair.split(":") for pair in truth.split(",") if pair.strip())
        made.append(Said(text.strip().format(**words), tuple((who[a.strip()], what[b.strip()][1:]) for a, b in pairs)))
    return made


KINDS = {
    "two speakers in one sentence": [
        "“{F},” said {A}, to which {B} replied: “{G}.” | A: F, B: G",
        "“{F},” {A} said, while {B} answered: “{G}.” | A: F, B: G",
        "{A} said: “{F},” and {B} said: “{G}.” | A: F, B: G",
    ],
    "unclosed mark": [
        '{A} said: "{F}. {B} said: "{G}." | A: F, B: G',
        "{A} said: “{F}. {B} said: “{G}.” | A: F, B: G",
        '{A} told the board: "{F}. But {B} replied: "{G}." | A: F, B: G',
    ],
    "title in marks": [
        "In his book “The Bridge Is Safe,” {A} says {f}. | A: F",
        "In the film “Night Over Hare Bridge,” {A} claims that {f}. | A: F",
        "In an essay titled “The Last Ferry,” {A} writes that {f}. | A: F",
    ],
    "said first": [
        "“{F},” said {A}. | A: F",
        "Said {A}: “{F}.” | A: F",
        "“{F},” added {A}, the port’s head. | A: F",
    ],
    "behind a dash": [
        "“{F}.” — {A} | A: F",
        "“{F}.” -{A} | A: F",
        "“{F}.”\n\n– {A}, harbour trust | A: F",
    ],
    "led in by from": [
        "And from {A}:\n\n“{F}.” | A: F",
        "This from {A}: “{F}.” | A: F",
        "And this from {A}, the port’s head:\n\n“{F}.” | A: F",
    ],
    "question and answer": [
        "Q: What of the bridge?\n\nA: {F}. | -: F",
        "Question: What of the bridge?\n\nAnswer: {F}. | -: F",
        "Q. What of the bridge?\n\nA. {F}. | -: F",
    ],
    "told in the passive": [
        "{F}, the council was told by {A}. | A: F",
        "The council was told by {A} that {f}. | A: F",
        "Reporters were told by {A} that {f}. | A: F",
    ],
    "writings that speak": [
        "“{F},” the {w} read. | w: F",
        "“{F},” reads the {w}. | w: F",
        "The {w} said {f}. | w: F",
    ],
    "suppositions": [
        "If {A} says {f}, the ferry will stop.",
        "Unless {A} says that {f}, the ferry will stop.",
        "It is not true that {A} said {f}.",
        "It is false that {A} said {f}.",
        "Should {A} say that {f}, the ferry will stop.",
    ],
    "relative clauses": [
        "{A}, who said on Monday that {f}, quit on Friday. | A: F",
        "{A}, who said {f}, was not there. | A: F",
        "{A}, who told reporters that {f}, has left the board. | A: F",
    ],
}

SPEECH = {  # what is said, then a sentence of direct speech with its name, by language
    "es": ("El puente no es seguro", ["«{s}», dijo la alcaldesa {n}.", "{n} aseguró: «{s}».", "—{s} —respondió {n}—.",
           "“{s}”, ha declarado {n} este lunes.", "«{s}», añadió {n} el martes.",
           "Según los vecinos, {n} dijo: «{s}»."]),
    "fr": ("Le pont n'est pas sûr", ["« {s} », a déclaré {n} lundi.", "{n} a affirmé : « {s} ».", "— {s}, dit {n}.",
           "« {s} », explique {n}.", "“{s}”, a ajouté {n}."]),
    "de": ("Die Brücke ist nicht sicher", ["„{s}“, sagte {n} am Montag.", "{n} erklärte: „{s}.“", "»{s}«, betonte {n}.",
           "Am Montag sagte {n}: „{s}.“", "„{s}“, so {n}."]),
    "pt": ("A ponte não é segura", ["“{s}”, disse a prefeita {n}.", "{n} afirmou: “{s}”.", "— {s} — respondeu {n}.",
           "«{s}», acrescentou {n} na segunda-feira."]),
    "it": ("Il ponte non è sicuro", ["«{s}», ha detto {n} lunedì.", "{n} ha dichiarato: «{s}».", "“{s}”, spiega {n}.",
           "«{s}», ha aggiunto la sindaca {n}."]),
    "ru": ("Мост небезопасен", ["«{s}», — сказала {n} в понедельник.", "{n} заявила: «{s}».", "— {s}, — ответила {n}.",
           "„{s}“, — отметила {n}."]),
    "uk": ("Міст небезпечний", ["«{s}», — сказала {n} у понеділок.", "{n} заявила: «{s}».", "— {s}, — відповіла {n}."]),
    "ar": ("الجسر غير آمن", ["وقالت {n}: «{s}».", "«{s}»، قالت {n} يوم الاثنين.", "وأضافت {n}: “{s}”."]),
    "he": ("הגשר לא בטוח", ['אמרה {n}: "{s}".', '"{s}", אמרה {n} אתמול.', "״{s}״, הוסיפה {n}."]),
    "zh": ("桥不安全", ["{n}说：“{s}。”", "“{s}，”{n}表示。", "{n}强调：「{s}」"]),
    "ja": ("橋は安全ではない", ["{n}は「{s}」と述べた。", "{n}は月曜日、「{s}」と語った。", "{n}が「{s}」と話した。"]),
    "th": ("สะพานไม่ปลอดภัย", ["{n}กล่าวว่า “{s}”", "“{s}” {n}กล่าว", "{n}ระบุว่า “{s}”"]),
}  # fmt: skip
NAMES = {
    "ru": ["Орла Даск", "Анна Фиск"], "uk": ["Орла Даск", "Анна Фіск"], "ar": ["أورلا داسك", "ليلى فيسك"],
    "he": ["אורלה דאסק", "רות גייל"], "zh": ["市长奥拉", "安娜"], "ja": ["ダスク市長", "フィスク氏"],
    "th": ["ดาสก์", "ฟิสก์"],
}  # fmt: skip


def scripted(kind: str) -> list[Said]:
    """The texts of one kind, an utterance and its speaker each."""
    return [made for template in KINDS[kind] for made in _made(template)]


def in_marks() -> list[Said]:
    """Direct speech of English in the quotation marks of many languages."""
    return [
        Said(f"{marks % (as_sentence(fact) + ',')} {one} said.", ((one, fact[1:]),))
        for marks in MARKS
        for one, fact, _, _ in _pairs()
    ]


def spoken_in(language: str) -> list[Said]:
    """Direct speech of another language."""
    speech, sentences = SPEECH[language]
    return [
        Said(sentence.format(s=speech, n=name), ((name, speech),))
        for sentence in sentences
        for name in NAMES.get(language, PEOPLE[:3])
    ]
