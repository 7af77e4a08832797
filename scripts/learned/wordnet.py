"""Write what the engine takes from WordNet 3.0: opposites, derived words, synonyms, kinds of nouns and of verbs.

    python -m scripts.learned.wordnet        needs the Debian package wordnet-base; always gives the same files

A sense is kept if its word is one word of letters, is the first or second meaning of that word, and was tagged at
least once in the SemCor texts that WordNet's counts come from. Few people, places, organisations and units were: of
them a first meaning is kept too if WordNet derives a word from it or sets a kind under it ("guitarist", from "guitar").
A second meaning counts for the class of a noun only if it was tagged half as often as the first or both are of one
lexicographers' file. Names are left out but for the calendar's and those of peoples and countries.

Opposites: the pointer `!`, which joins words, in any of their first three meanings (the meanings of "accept" that
"refuse" opposes are its second and third), one of the two tagged or both in their first; for adjectives also between
one word and the other words of its opposite's synset ("unsafe", with "dangerous") and what is only similar to that
("deceased", like "dead", and "alive"). Opposites of two similar adjectives were tried and left out: "bloody" is no
opposite of "parched" though "wet" is one of "dry".

Derived words: the pointers `+`, and from an adverb `\\` to its adjective. Which of the two is the root: the verb, else
the adjective, else the noun; between two of one part of speech the shorter. Hedges are not taken: WordNet has no
pointer that tells them from other adverbs.

Verbs: troponyms of one parent that are of the body, competition, possession or social life, each word's first meaning.
Those of contact and motion were tried and left out, they differ in manner only ("drag", "haul"); so do those of saying,
thinking, feeling, being, changing and making, and of a parent that is no kind of anything ("act"). That one is
questioned, arrested, charged or convicted, hurt or killed is not to be had from WordNet, these verbs have no parent in
common: `lexicon/alternatives.txt` has them.

Opposite verbs: two antonyms, each with its kinds and their kinds, these each in the word's first meaning: "plunge" is
a kind of descending as "soar" is of rising. A pair of which one side has more than 40 words is left out, such verbs
("act", "change", "give", "move") have kinds that do not exclude one another.

Phrases: verbs of two or three words of which the last is an adverb or a preposition, in their first meaning, and the
words of that synset that are in their first or second and were tagged. Those with "at", "in", "on" and "to" were left
out: "to go" in the first quarter enters nothing.

Like words: verbs but those of saying, adjectives and adverbs that share a meaning which is the first of one and the
first or second of the other, each tagged.

Sure verbs: words tagged as verbs at least thrice, and more than twice as often as anything else; "report" and "plan"
are as often nouns.

Peoples: an adjective pertains to a country by pointer; of people, the gloss says of what they are natives.

Figures: 117,659 synsets give 4,100 words with their opposites, 4,800 derived words, 5,200 groups of synonyms (900 of
them of a rare meaning), 6,100 meanings of nouns, 58 verbs with their kinds, 690 verbs of saying and 610 words for
countries: 450 kB in all, read on first use in about a tenth of a second. Of two offices or trades taken at random seven
in ten pairs are rivals, of two other people's nouns one in two hundred, of two artefacts one in three hundred.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from scripts.learned.data import LEARNED, Origin, write
from scripts.learned.wordnet_data import Key, Sense, Synset, licence, synsets

ORIGIN = Origin(
    "WordNet 3.0, Princeton University, from the Debian package wordnet-base",
    "WordNet 3.0 license, whole in wordnet_licence beside this file",
    "2006-12",
    "wordnet",
)
ANTONYM, SIMILAR, DERIVED, PERTAINS, GROUPED = "!", "&", "+", "\\", "$"
KIND_OF = ("@", "@i")
GROUP, PLACE, OBJECT, PERSON, QUANTITY, TIME, COMMUNICATION = 14, 15, 17, 18, 23, 28, 32
SELDOM_TAGGED = {GROUP, PLACE, OBJECT, PERSON, QUANTITY, TIME}
THINGS = {5: "animal", 6: "artefact", 27: "substance"}
OF_DEEDS = {29, 33, 40, 41}
LISTED = {"event", "document", "unit", "amount"}
MOST_KINDS = 30
MOST_OPPOSED = 40  # words of one side of two opposite verbs
CLASSES = {  # a class, and the words at its top, each with the number of its meaning; the first that fits counts
    "calendar": ("calendar_month:1", "day_of_the_week:1"),
    "colour": ("color:1",),
    "occupation": ("worker:1", "leader:1", "professional:1", "authority:2", "entertainer:1", "negotiator:1",
                   "intellectual:1", "creator:2", "lawman:1", "athlete:1"),
    "person": ("person:1",),
    "organisation": ("organization:1", "gathering:1", "political_unit:1"),
    "place": ("region:1", "location:1", "body_of_water:1", "geological_formation:1", "land:4", "building:1",
              "facility:1", "road:1"),
    "document": ("document:1", "writing:2", "publication:1", "written_record:1"),
    "unit": ("unit_of_measurement:1", "time_unit:1", "time_period:1"),
    "amount": ("definite_quantity:1", "number:2", "sum:1", "fraction:3"),
    "event": ("event:1",),
}  # fmt: skip
LEAST_TAGGED = 3
PARTICLES = frozenset(
    ["about", "across", "after", "against", "ahead", "along", "apart", "around", "aside", "away", "back", "behind",
     "by", "down", "for", "forth", "forward", "from", "into", "of", "off", "out", "over", "past", "round", "through",
     "together", "up", "upon", "with"]
)  # fmt: skip
STANCES = ("criticize:1", "praise:1", "think_over:1")
NATIVE = re.compile(
    r"(?:native|inhabitant|citizen|resident|member)\b[^;]*? of (?:the )?([A-Z][a-z]+(?: [A-Z][a-z]+)*)"
    r"|person of ([A-Z][a-z]+) nationality"
)

CAPITAL = re.compile(r"capital\b[^;]*? of (?:the )?([A-Z][A-Za-z']+(?: (?:of )?[A-Z][a-z]+)*)")

type Synsets = Mapping[Key, Synset]


def files(shared: Path) -> Mapping[Path, str]:
    """Every file made of WordNet, whole, by where it belongs; `shared` is not read.

    Raises DataMissing without WordNet.
    """
    every = synsets()
    made = {
        "opposites": ("A word, then words that are its opposites, each pair once.", opposites(every)),
        "derived": ("A word, then the words it is derived from, its root first.", derived(every)),
        "synonyms": ("Words that share one of their frequent meanings, behind a ~ a rare one.", synonyms(every)),
        "nouns": (
            "A meaning: the number, from 0, of what it is a kind of, its class if not that one's, its nouns.",
            nouns(every),
        ),
        "verbs": ("A verb, then the kinds of it, each with its synonyms.", verbs(every)),
        "opposite_verbs": ("Two opposite verbs, then the words for each and its kinds.", opposite_verbs(every)),
        "phrases": ("A verb of several words, then the words that stand for it.", phrases(every)),
        "like_words": (
            "Words that have this meaning first, then those that have it second: any first one may stand for any.",
            like_words(every),
        ),
        "communication": ("A verb of saying, by the lexicographers' file of communication.", saying(every)),
        "stances": ("A verb of blame, praise or thinking over, in its first meaning.", stances(every)),
        "sure_verbs": ("A word that is nearly always a verb.", sure_verbs(every)),
        "tenures": ("An adjective of what lasts for a while, or did once.", tenures(every)),
        "peoples": (
            "A word for the people or things of a country, or another name of it, then the country.",
            peoples(every),
        ),
        "capitals": ("A capital, then its country: papers write one for the other's government.", capitals(every)),
    }
    found = {LEARNED / f"wordnet_{name}.txt": ORIGIN.text(*made_of) for name, made_of in made.items()}
    return found | {LEARNED / "wordnet_licence": licence()}


def frequent(synset: Synset) -> list[Sense]:
    """The senses that are kept, by the criteria at the top of this module."""
    return [sense for sense in synset.senses if _is_frequent(sense, synset)]


def _is_frequent(sense: Sense, synset: Synset) -> bool:
    if sense.number > 2 or not (_is_plain(sense) or (synset.file == TIME and sense.word.isalpha())):
        return False
    connected = any(pointer.symbol in {DERIVED, "~"} for pointer in synset.pointers)
    return sense.tagged > 0 or (synset.file in SELDOM_TAGGED and sense.number == 1 and connected)


def _is_plain(sense: Sense) -> bool:
    return sense.word.isalpha() and sense.word.islower()


def opposites(every: Synsets) -> list[str]:
    """Lines "alive: dead deceased": each pair with the word first that comes first in the alphabet."""
    pairs: set[tuple[str, str]] = set()
    for synset in every.values():
        for pointer in synset.pointers:
            if pointer.symbol == ANTONYM:
                sense = synset.senses[pointer.source_word - 1]
                opposite = every[pointer.target]
                others = [opposite.senses[pointer.target_word - 1]]
                pairs |= _opposed(sense, others, most=3)
                pairs |= _opposed(sense, opposite.senses, most=2)
                if synset.key[0] == "a":
                    pairs |= _opposed(sense, _similar(every, opposite), most=2)
    return _grouped(pairs)


def _similar(every: Synsets, head: Synset) -> list[Sense]:
    """The adjectives that have an opposite only by being similar to this one."""
    satellites = (every[key] for key in head.to(SIMILAR))
    alone = (some for some in satellites if all(pointer.symbol != ANTONYM for pointer in some.pointers))
    return [sense for synset in alone for sense in frequent(synset) if sense.number == 1]


def _opposed(sense: Sense, others: Iterable[Sense], *, most: int) -> set[tuple[str, str]]:
    if not _is_plain(sense) or sense.number > most:
        return set()
    kept = (other for other in others if _is_plain(other) and other.number <= most and _are_known(sense, other, most))
    ordered = (sorted((sense.word, other.word)) for other in kept if other.word != sense.word)
    return {(first, second) for first, second in ordered}


def _are_known(sense: Sense, other: Sense, most: int) -> bool:
    return sense.tagged + other.tagged > 0 or (most > 2 and sense.number == other.number == 1)


def derived(every: Synsets) -> list[str]:
    """Lines "denial: deny": the likeliest root first, by part of speech and then by how often it was tagged."""
    found = defaultdict[str, dict[str, tuple[int, int, int]]](dict)
    for synset in every.values():
        for pointer in synset.pointers:
            if pointer.symbol == DERIVED or (pointer.symbol == PERTAINS and synset.key[0] == "r"):
                of = every[pointer.target]
                sense, root = synset.senses[pointer.source_word - 1], of.senses[pointer.target_word - 1]
                if _may_derive(sense, synset) and _may_derive(root, of) and _is_root(root, of, sense, synset):
                    rank = (_rank(of), -root.tagged, len(root.word))
                    found[sense.word][root.word] = min(rank, found[sense.word].get(root.word, rank))
    return [
        f"{word}: {' '.join(sorted(ranks, key=lambda root: (ranks[root], root)))}"
        for word, ranks in sorted(found.items())
    ]


def _may_derive(sense: Sense, synset: Synset) -> bool:
    if not _is_plain(sense) or sense.number > 3:
        return False
    return sense.tagged > 0 or (sense.number == 1 and (synset.file == PERSON or synset.key[0] == "r"))


def _is_root(root: Sense, of: Synset, sense: Sense, synset: Synset) -> bool:
    return root.word != sense.word and (_rank(of), len(root.word), root.word) < (
        _rank(synset),
        len(sense.word),
        sense.word,
    )


def _rank(synset: Synset) -> int:
    return "vanr".index(synset.key[0])


def synonyms(every: Synsets) -> list[str]:
    """Lines of two words or more, one a synset; behind a `~` those that share a rare meaning."""
    groups = {tuple(sorted({sense.word for sense in frequent(synset)})) for synset in every.values()}
    known = {word for words in groups for word in words}
    rare = {
        tuple(sorted({sense.word for sense in synset.senses if sense.word in known and sense.number <= 4}))
        for synset in every.values()
        if synset.file in {GROUP, PERSON, PLACE, OBJECT, *OF_DEEDS}
    }
    kept = [" ".join(words) for words in sorted(groups) if len(words) > 1]
    return kept + ["~ " + " ".join(words) for words in sorted(rare - groups) if len(words) > 1]


def nouns(every: Synsets) -> list[str]:
    """The tree of nouns that have a class, what they are kinds of first; classes without rivals as lists of words."""
    classes = {key: name for name, words in reversed(CLASSES.items()) for key in _tops(every, words)}
    firsts = _first_meanings(every)
    listed = defaultdict[str, set[str]](set)
    numbers: dict[Key, int] = {}
    lines: list[str] = []
    for key in sorted(key for key in every if key[0] == "n"):
        words = _class_words(every[key], firsts)
        way = _way_up(every, key)
        name = next((classes[step] for step in way if step in classes), "")
        if words and name in LISTED:
            listed[name].update(words)
        elif words:
            for step, above in _classed(every, way, classes):
                if step not in numbers:
                    label = classes.get(step) or ("-" if above else THINGS[every[step].file])
                    numbers[step] = len(lines)
                    parent = numbers[above] if above else "-"
                    lines.append(" ".join([str(parent), label, *_class_words(every[step], firsts)]))
    for name, found in sorted(listed.items()):
        by_letter = groupby(sorted(found, key=lambda word: (word.lower(), word)), key=lambda word: word[0].lower())
        lines += [" ".join(["-", name, *words]) for _, words in by_letter]
    return lines


def _classed(every: Synsets, way: list[Key], classes: Mapping[Key, str]) -> Iterator[tuple[Key, Key | None]]:
    """What of a way up lies under the top of a class, or among things, from above: each with what it is a kind of."""
    ends = [at for at, step in enumerate(way) if step in classes]
    ends = ends or [at for at, step in enumerate(way) if every[way[0]].file in THINGS and every[step].file in THINGS]
    kept = list(reversed(way[: max(ends, default=-1) + 1]))
    return zip(kept, [None, *kept], strict=False)


def _first_meanings(every: Synsets) -> dict[str, tuple[Synset, Sense]]:
    found = {}
    for synset in every.values():
        if synset.key[0] == "n":
            found |= {sense.word.lower(): (synset, sense) for sense in synset.senses if sense.number == 1}
    return found


def _class_words(synset: Synset, firsts: Mapping[str, tuple[Synset, Sense]]) -> list[str]:
    words = []
    for sense in frequent(synset):
        first, first_sense = firsts[sense.word.lower()]
        if sense.number == 1:
            words.append(sense.word)
        elif first.file == synset.file or 2 * sense.tagged >= first_sense.tagged:
            words.append(f"{sense.word}2")
    return words


def _tops(every: Synsets, entries: Iterable[str]) -> Iterator[Key]:
    wanted = {(word, int(number)) for word, _, number in (entry.partition(":") for entry in entries)}
    nouns_only = (synset for synset in every.values() if synset.key[0] == "n")
    return (synset.key for synset in nouns_only if any((s.word, s.number) in wanted for s in synset.senses))


def _way_up(every: Synsets, key: Key) -> list[Key]:
    """The synset, what it is a kind of, and so on; the first of several where it is of several kinds."""
    way = [key]
    while above := every[way[-1]].to(*KIND_OF):
        way.append(above[0])
    return way


def verbs(every: Synsets) -> list[str]:
    """Lines "injure: shoot,hit stab,knife"."""
    kinds = defaultdict[Key, list[str]](list)
    for synset in every.values():
        words = [sense.word for sense in frequent(synset) if sense.number == 1]
        if words and synset.file in OF_DEEDS and not synset.to(GROUPED):
            for parent in synset.to("@"):
                kinds[parent].append(",".join(words))
    few = {key: words for key, words in kinds.items() if 1 < len(words) <= MOST_KINDS and every[key].to("@")}
    return sorted(f"{every[key].senses[0].word}: {' '.join(sorted(words))}" for key, words in few.items())


def opposite_verbs(every: Synsets) -> list[str]:
    """Lines "descend/rise: drop,fall,plunge climb,rise,soar"; words of both sides are on neither."""
    kinds = _kinds_of_verbs(every)
    lines = set()
    for synset in every.values():
        for opposite in synset.to(ANTONYM) if synset.key[0] == "v" else ():
            pair = sorted((synset, every[opposite]), key=lambda one: (one.senses[0].word, one.key))
            left, right = (_words_below(every, kinds, one.key) for one in pair)
            if left - right and right - left and max(len(left), len(right)) <= MOST_OPPOSED:
                names = "/".join(one.senses[0].word for one in pair)
                lines.add(f"{names}: {','.join(sorted(left - right))} {','.join(sorted(right - left))}")
    return sorted(lines)


def _kinds_of_verbs(every: Synsets) -> Mapping[Key, list[Key]]:
    kinds = defaultdict[Key, list[Key]](list)
    for key, synset in every.items():
        for parent in synset.to("@") if key[0] == "v" else ():
            kinds[parent].append(key)
    return kinds


def _words_below(every: Synsets, kinds: Mapping[Key, list[Key]], top: Key) -> set[str]:
    """The frequent words of a meaning, of its kinds and of their kinds."""
    near = [top, *kinds.get(top, [])]
    below = [*near[1:], *(kind for key in near[1:] for kind in kinds.get(key, []))]
    firsts = {sense.word for key in below for sense in frequent(every[key]) if sense.number == 1}
    return firsts | {sense.word for sense in frequent(every[top])}


def phrases(every: Synsets) -> list[str]:
    """Lines "turn down: decline refuse reject"."""
    found = {}
    for synset in every.values():
        words = [sense.word for sense in synset.senses if _is_plain(sense) and sense.number <= 2 and sense.tagged]
        for sense in synset.senses if synset.key[0] == "v" and words else ():
            first, *rest = sense.word.split("_")
            if sense.number == 1 and 1 <= len(rest) <= 2 and rest[-1] in PARTICLES and first.isalpha():
                found[f"{first} {' '.join(rest)}"] = " ".join(sorted(words))
    return sorted(f"{phrase}: {words}" for phrase, words in found.items())


def like_words(every: Synsets) -> list[str]:
    """Lines "begin commence start:" and "cease: stop"."""
    lines = set()
    for synset in every.values():
        kept = [sense for sense in synset.senses if _is_plain(sense) and sense.number <= 2 and sense.tagged]
        first, second = (sorted({sense.word for sense in kept if sense.number == number}) for number in (1, 2))
        if synset.key[0] != "n" and synset.file != COMMUNICATION and first and len(first) + len(second) > 1:
            lines.add(f"{' '.join(first)}: {' '.join(second)}".rstrip())
    return sorted(lines)


def saying(every: Synsets) -> list[str]:
    """Verbs whose first or second meaning is one of communication."""
    communication = (synset for synset in every.values() if synset.file == COMMUNICATION)
    return sorted({sense.word for synset in communication for sense in frequent(synset)})


def stances(every: Synsets) -> list[str]:
    """Verbs whose first meaning is, or is a kind of, one of `STANCES`."""
    kinds = defaultdict[Key, list[Key]](list)
    for key, synset in every.items():
        for parent in synset.to(*KIND_OF):
            kinds[parent].append(key)
    waiting, found = [_meaning(every, "v", top) for top in STANCES], set[Key]()
    while waiting:
        found.add(key := waiting.pop())
        waiting += kinds[key]
    return _first_words(every, found)


def sure_verbs(every: Synsets) -> list[str]:
    """Words that were tagged as verbs, and more than twice as often as anything else."""
    tagged = {part: Counter[str]() for part in "vo"}
    for key, synset in every.items():
        for sense in synset.senses:
            tagged["v" if key[0] == "v" else "o"][sense.word] += sense.tagged if _is_plain(sense) else 0
    verbs, others = tagged.values()
    return sorted(word for word, times in verbs.items() if times >= LEAST_TAGGED and times > 2 * others[word])


def tenures(every: Synsets) -> list[str]:
    """Adjectives of one meaning with "erstwhile", and those similar to "temporary"."""
    temporary = _meaning(every, "a", "temporary:1")
    return _first_words(every, {_meaning(every, "a", "erstwhile:1"), temporary, *every[temporary].to(SIMILAR)})


def _meaning(every: Synsets, part: str, name: str) -> Key:
    """The synset in which a word has the how many-th of its meanings, "think_over:1"."""
    word, _, number = name.partition(":")
    return next(
        key
        for key, synset in every.items()
        if key[0] == part and any((sense.word, sense.number) == (word, int(number)) for sense in synset.senses)
    )


def _first_words(every: Synsets, keys: Iterable[Key]) -> list[str]:
    """The plain words that have one of these for their first meaning."""
    senses = (sense for key in keys for sense in every[key].senses)
    return sorted({sense.word for sense in senses if sense.number == 1 and _is_plain(sense)})


def peoples(every: Synsets) -> list[str]:
    """Lines "French: France": adjectives by what they pertain to, people by what their gloss says they are of."""
    countries = _countries(every)
    names = {sense.word.replace("_", " "): name for key, name in countries.items() for sense in every[key].senses}
    found: dict[str, set[str]] = defaultdict(set)
    for synset in every.values():
        for pointer in synset.pointers:
            land = every[pointer.target]
            called = names.get(land.senses[0].word.replace("_", " "))
            if pointer.symbol == PERTAINS and called and land.to("@i"):
                found[synset.senses[pointer.source_word - 1].word].add(countries.get(land.key, called))
    for synset in every.values():
        said = NATIVE.search(synset.gloss) if synset.file == PERSON else None
        if said:
            land, nation = said.groups()
            of = {names[land]} if land in names else found.get(nation or "", set())
            for sense in synset.senses:
                if sense.word[0].isupper() and of and not synset.to("@i"):
                    found[sense.word] |= of
    for key, name in countries.items():
        for sense in every[key].senses[1:]:
            found[sense.word].add(name)
    lines = ((word.replace("_", " "), min(of)) for word, of in found.items() if len(of) == 1)
    return sorted(f"{word}: {name}" for word, name in lines if word[0].isupper())


def capitals(every: Synsets) -> list[str]:
    """Lines "Paris: France": national capitals, for each name of the land in the gloss or what it is part of."""
    top = set(_tops(every, ["national_capital:1"]))
    lands = {sense.word.replace("_", " "): key for key in _countries(every) for sense in every[key].senses}
    found = set()
    for synset in every.values():
        said = CAPITAL.search(synset.gloss) if top & set(synset.to("@i")) else None
        if said and said.group(1) in lands:
            land = lands[said.group(1)]
            whole = [key for key in every[land].to("#p") if key in lands.values()]
            names = (sense.word.replace("_", " ") for key in (land, *whole) for sense in every[key].senses)
            found |= {f"{synset.senses[0].word.replace('_', ' ')}: {name}" for name in names}
    return sorted(found)


def _countries(every: Synsets) -> dict[Key, str]:
    """Countries by WordNet's own tree, and how each is called by the first word of its synset."""
    tops = set(_tops(every, ["country:2", "kingdom:1"]))
    is_country = [key for key, synset in every.items() if synset.to("@i") and tops & set(_way_up(every, key))]
    return {key: every[key].senses[0].word.replace("_", " ") for key in is_country}


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[str]:
    by_first = groupby(sorted(pairs), key=lambda pair: pair[0])
    return [f"{first}: {' '.join(second for _, second in group)}" for first, group in by_first]


if __name__ == "__main__":
    write(files)
