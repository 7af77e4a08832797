"""What a statement denies or doubts: each denial with its focus, which another statement must meet, and its scope.

A denial speaks of what stands behind it in its clause ("denied that …", "has not offered …"), or of what stands before
it where it is the predicate ("reports of … are false"). Words round the matter are passed over ("claims of", "plans
to"); not confirming is doubt, and not commenting says nothing. Two denials side by side cancel out.

De Marneffe, Rafferty and Manning, Finding Contradictions in Text (2008), found that most false contradictions are
statements of two events: so the event denied, its focus, is what is looked for first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from factcheck.compare.clashing.clauses import DENIERS, Clause, Matter, is_matter
from factcheck.compare.findings import Span
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.signals import APART, NOT_ONLY, groups_of
from factcheck.compare.language.word_relations import is_verb_of_saying
from factcheck.compare.words.plain_words import phrase

LEFT_OPEN = "left open"
ABSENCE = "not there"  # the group of words by which nobody and nothing is said to be, or to have done something
REACH = 10  # words behind a denial that its clause denies
COPULA = 3  # words before "false" in which "are" or "as" makes it the predicate
SIDE_BY_SIDE = 2


class DenialKind(StrEnum):
    """Whether something is said not to be so, not to be known, or not to be decided."""

    DENIED = "denies"
    DOUBTED = "doubts"
    LEFT_OPEN = "leaves open"


class Denial(NamedTuple):
    """One denial of a statement: the words for it, the matter next to it, and all that it denies."""

    kind: DenialKind
    shown: str
    focus: frozenset[str]
    scope: frozenset[str]


class Denier(NamedTuple):
    """A word or phrase that denies, where it stands in its clause, and its group."""

    where: range
    group: str
    shown: str


def denials_in(clauses: Sequence[Clause], inside: Span) -> Iterator[Denial]:
    """The denials in a text whose matter stands in one part of it, wherever the denying word stands."""
    for number, clause in enumerate(clauses):
        before = [one for one in clauses[:number] if one.sentence == clause.sentence]
        for denier in _deniers(clause):
            kind, behind = _kind(clause, denier), _behind(clause, denier)
            matters = behind or _before(clause, denier, before)
            matters = [matter for matter in matters if inside.start <= matter.start < inside.end]
            if kind and matters and not (behind and _tells_who(clause, denier, matters)):
                focus = _focus(clause, denier, matters) if behind else _plain(matters)
                subject = _subject(clause, denier, inside) if behind else []
                yield Denial(kind, denier.shown, _keys(focus), _keys([*matters, *subject]))


def groups_denying(clauses: Sequence[Clause]) -> frozenset[str]:
    """The groups of the words in clauses that deny, doubt or leave open; silence ("did not comment") has none."""
    found = (denier for clause in clauses for denier in _deniers(clause) if _kind(clause, denier))
    return frozenset(ABSENCE if denier.shown in NOBODY else denier.group for denier in found)


def unsaid_in(clauses: Sequence[Clause]) -> frozenset[int]:
    """Where matters stand that a statement says nothing of: "did not say that …", "has no reason to believe …"."""
    silent = [(clause, denier) for clause in clauses for denier in _deniers(clause) if _is_silent(clause, denier)]
    return frozenset(matter.start for clause, denier in silent for matter in _behind(clause, denier))


def _is_silent(clause: Clause, denier: Denier) -> bool:
    return not clause.is_open and denier.group in TURNING and _kind(clause, denier) is None


def _focus(clause: Clause, denier: Denier, matters: Sequence[Matter]) -> Sequence[Matter]:
    """The matter next to a denial; one word may give two. What is untrue or undecided is told by any of its words."""
    plain = _plain(matters)
    if denier.group not in TURNING:
        plain = _heads(plain, matters)
    if denier.group == LEFT_OPEN or denier.group in ASCRIBED:
        return plain
    frame = _frame(clause, denier)
    is_noun = denier.shown.endswith("no") and frame not in ("sign", "certainty")
    if frame == "belief":
        plain = _from_verb(clause, plain)
    plain = _from_noun(plain) if is_noun else _without_support(plain)
    if not is_noun and _tells_where(clause.plain[denier.where.stop : plain[0].at]):
        return []  # of "did not get on the ferry" nothing is left but where
    focus = [matter for matter in plain if matter.at == plain[0].at]
    return [*focus, *(_done(clause, focus[0], plain) if is_noun else ())]


def _done(clause: Clause, noun: Matter, matters: Sequence[Matter]) -> Iterator[Matter]:
    """What the noun behind "no" does or undergoes: "no files will be deleted"."""
    for matter in matters:
        if AUXILIARIES.intersection(clause.plain[noun.at + 1 : matter.at]):
            if not PERCEIVED.intersection(bases_of(clause.plain[matter.at])):
                yield matter
            return


def _plain(matters: Sequence[Matter]) -> Sequence[Matter]:
    """The matters that are no names, nor people and bodies if there are others; the names, if there is nothing else."""
    plain = [matter for matter in matters if not matter.is_name]
    return [matter for matter in plain if class_of(matter.shown.lower()) not in SOMEBODY] or plain or matters


def _tells_where(between: Sequence[str]) -> bool:
    """Whether between a negation and a matter stands a light verb with a preposition, "get on", and no other verb."""
    return not PLACING.isdisjoint(between[1:]) and AUXILIARIES.isdisjoint(between)


def _heads(plain: Sequence[Matter], matters: Sequence[Matter]) -> Sequence[Matter]:
    """The matters that stand before no other: of "the giant crab image" the image."""
    places = {matter.at for matter in matters if not (matter.is_name or matter.shown.endswith(PARTICIPLE))}
    return [matter for matter in plain if matter.at + 1 not in places] or plain


def _from_noun(matters: Sequence[Matter]) -> Sequence[Matter]:
    """The matters from the noun on that "no" negates: adjectives before it follow one upon the other."""
    noun = next((at for at, (one, other) in enumerate(pairwise(matters)) if other.at - one.at > 1), len(matters) - 1)
    return matters[noun:]


def _from_verb(clause: Clause, matters: Sequence[Matter]) -> Sequence[Matter]:
    """The matters from the verb of what is not believed on: "that the missing men posed a threat" speaks of posing."""
    if not matters or not ARTICLES_AND_SUCH.intersection(clause.plain[max(0, matters[0].at - 1) : matters[0].at]):
        return matters
    last = next((at for at, (one, other) in enumerate(pairwise(matters)) if other.at - one.at > 1), len(matters) - 1)
    is_helped = not AUXILIARIES.isdisjoint(clause.plain[matters[last].at : matters[last].at + 2])
    return matters[last + is_helped :] or matters


def _without_support(matters: Sequence[Matter]) -> Sequence[Matter]:
    """The matters without verbs that only bring the next: who has not offered asylum has granted none either."""
    first = next((at for at, one in enumerate(matters) if FRAMES.get(one.shown.lower()) != "support"), len(matters) - 1)
    return matters[first:]


def _subject(clause: Clause, denier: Denier, inside: Span) -> list[Matter]:
    """What stands before a negation in its clause: who or what has not done something."""
    if denier.group not in TURNING or _frame(clause, denier) == "belief":
        return []
    before = (matter for matter in _unframed(clause) if matter.at < denier.where.start)
    return [matter for matter in before if inside.start <= matter.start < inside.end]


def _keys(matters: Sequence[Matter]) -> frozenset[str]:
    return frozenset(matter.key for matter in matters)


def _deniers(clause: Clause) -> list[Denier]:
    """The words of a clause that deny; of two side by side neither does."""
    plain = clause.plain
    found = [
        Denier(where, group, " ".join(plain[where.start : where.stop]))
        for where, group in DENIERS.find(plain)
        if group != APART
    ]
    cancelled = {
        denier
        for pair in pairwise(found)
        if pair[1].where.start - pair[0].where.stop < SIDE_BY_SIDE and pair[0].group in TURNING
        for denier in pair
    }
    return [denier for denier in found if denier not in cancelled and _may_deny(clause, denier)]


def _may_deny(clause: Clause, denier: Denier) -> bool:
    """Not "not only", nor "no wonder", "said no and", "not until May", "premature babies" or "fools nobody"."""
    plain, where = clause.plain, denier.where
    following = plain[where.stop : where.stop + 1]
    if following in NOT_ONLY or following in NO_WONDER or FRAMES.get(plain[where.start]) == "silence":
        return False
    if _only_looks_so(denier, following) or _speaks_of_less(plain, denier):
        return False
    if denier.group in TURNING and not LIMITING.isdisjoint(plain[where.stop :]):
        return False
    if denier.shown in FAILING:
        return following == ["to"]
    if denier.shown in PRONOUNS:
        return all(matter.at > where.start for matter in clause.matters)
    is_told = len(where) > 1 or _is_predicate(plain, denier) or _is_of_report(plain[where.stop :])
    return denier.group not in ASCRIBED or is_told


def _only_looks_so(denier: Denier, following: Sequence[str]) -> bool:
    """Whether a word only looks like a denial: "no" that was said ("said no and left"), sales that decline."""
    if denier.shown in DECLINING:
        return following in OF_FIGURES
    return denier.shown == "no" and following in JOINED


def _is_of_part(plain: Sequence[str], denier: Denier) -> bool:
    """Whether "not" tells something from something else ("not the first one", "not everyone") and negates no verb."""
    following = plain[denier.where.stop : denier.where.stop + 1]
    is_apart = not denier.where.start or not (DETERMINERS | PREPOSITIONS).isdisjoint(following)
    return denier.shown == "not" and is_apart


def _speaks_of_less(plain: Sequence[str], denier: Denier) -> bool:
    """Whether it denies no event: "without a coat", "unconfirmed reports", and "I am no sailor", which says what I am.

    Who passes on an unconfirmed report doubts it no more than who says "reportedly"; "a clerk denied it" denies no one.
    """
    start, stop = denier.where.start, denier.where.stop
    if denier.group in PARTICIPLES and plain[stop:] in POINTING_BACK:
        return True
    if denier.shown in IN_PLACE or (denier.shown in UNCONFIRMED and not _is_predicate(plain, denier)):
        return True
    is_no = denier.shown.endswith("no") and not COPULAS.isdisjoint(plain[max(0, start - 1) : stop])
    return is_no and not PERSONS.isdisjoint(plain[max(0, start - COPULA + 1) : start])


def _is_of_report(words: Sequence[str]) -> bool:
    return any(FRAMES.get(word) == "report" for word in words[:COPULA])


def _kind(clause: Clause, denier: Denier) -> DenialKind | None:
    """Denied, doubted, or nothing at all: "was denied a visa", "did not comment", "if it is not true"."""
    plain = clause.plain
    if (clause.is_open and denier.group != LEFT_OPEN) or _is_of_part(plain, denier):
        return None
    if denier.group == "denied" and _is_predicate(plain, denier) and plain[denier.where.stop :][:1] != ["by"]:
        return None
    if denier.group in KINDS:
        return KINDS[denier.group]
    if denier.group not in TURNING:
        return DenialKind.DENIED
    frame = _frame(clause, denier)
    if frame in ("silence", "wish") or (frame == "report" and denier.shown.endswith(("not", "never"))):
        return None
    return DenialKind.DOUBTED if frame in ("certainty", "sign") else DenialKind.DENIED


def _tells_who(clause: Clause, denier: Denier, matters: Sequence[Matter]) -> bool:
    """Whether a negation only tells one name from another ("not Norland", "may not have been Voss"), or where."""
    between = clause.plain[denier.where.start : matters[0].at]
    is_bare = denier.shown == "not" or not COPULAS.isdisjoint(between) or not PREPOSITIONS.isdisjoint(between)
    return is_bare and all(matter.is_name for matter in matters)


def _frame(clause: Clause, denier: Denier) -> str:
    """What sort of word stands behind a negation; empty if it is the matter itself."""
    return next((FRAMES.get(word, "") for word in clause.plain[denier.where.stop :] if _tells(word)), "")


def _tells(word: str) -> bool:
    """Whether a word says what a negation negates: manner says nothing of it."""
    return FRAMES.get(word, "" if is_matter(word) else "manner") != "manner"


def _behind(clause: Clause, denier: Denier) -> list[Matter]:
    """What stands behind a denial that is no predicate, up to what is only asked ("did not say which")."""
    if denier.shown == NOWHERE or _is_predicate(clause.plain, denier):
        return []
    past = denier.where.stop
    reach = clause.plain[past : past + REACH]
    first = int(denier.group == LEFT_OPEN and bool(reach) and reach[0] in QUESTIONS)  # "has not decided whether"
    asked = next((at for at, word in enumerate(reach) if at >= first and word in QUESTIONS), len(reach))
    joined = (at for at, (word, following) in enumerate(pairwise(reach)) if word in JOINTS and _goes_on(following))
    asked = min(asked, next(joined, asked))
    return [matter for matter in _unframed(clause) if past <= matter.at < past + asked]


def _goes_on(word: str) -> bool:
    """Whether a word behind "and" tells the next thing: "denied the charge and told …", "is not old and has …"."""
    return word in AUXILIARIES or is_verb_of_saying(word)


def _before(clause: Clause, denier: Denier, others: Sequence[Clause]) -> list[Matter]:
    """What stands before a denial in its sentence, from what is reported on; "hoax" denies it only as the predicate."""
    is_predicate = denier.shown == NOWHERE or _is_predicate(clause.plain, denier)
    if not is_predicate and denier.group not in PARTICIPLES:
        return []
    reports = [at for at, word in enumerate(clause.plain[: denier.where.start]) if FRAMES.get(word) == "report"]
    first = reports[0] if reports else 0
    here = [matter for matter in _unframed(clause) if first <= matter.at < denier.where.start]
    if not is_predicate:  # "which Voss has denied": Voss speaks
        here = [matter for matter in here if not matter.is_name]
    return here if reports else [*(matter for other in others for matter in _unframed(other)), *here]


def _unframed(clause: Clause) -> Iterator[Matter]:
    """The matters of a clause that are no frames; what brings a matter may be one itself ("an offer")."""
    for matter in clause.matters:
        if matter.is_name or FRAMES.get(clause.words[matter.at].plain, "support") == "support":
            yield matter


def _is_predicate(plain: Sequence[str], denier: Denier) -> bool:
    """Whether what a clause denies is its subject: "are false", "was a hoax", not "is a discarded plan"."""
    before = plain[max(0, denier.where.start - COPULA) : denier.where.start]
    if denier.group in PARTICIPLES and before[-1:] in ARTICLES:
        return False
    is_called = denier.group in ASCRIBED and not CALLING.isdisjoint(plain[: denier.where.start])
    is_so = denier.shown.startswith("not ") or not COPULAS.isdisjoint(before) or is_called
    return denier.group in PREDICATES and is_so


def _frames() -> dict[str, str]:
    """The group of each frame, in every form of its word; what tells manner has none."""
    entries = [(phrase(entry)[0], group) for group, entry in groups_of("en/clashing/frames")]
    forms = {form: group for word, group in entries if group != "manner" for form in forms_of(word)}
    return {word: group for word, group in entries if group == "manner"} | forms


TURNING = frozenset({"not", "unable", "not done", ABSENCE, "not so"})
ASCRIBED = frozenset({"untrue", "false", "doubted"})
PARTICIPLES = frozenset({"denied", "rejected"})
PREDICATES = ASCRIBED | PARTICIPLES
ARTICLES = (["a"], ["an"], ["the"])
COPULAS = frozenset(["be", "is", "are", "was", "were", "been", "being", "as", "called", "considered", "looks", "seems"])
CALLING = frozenset(["called", "calls", "calling", "branded", "labeled", "declared", "described"])
FRAMES = _frames()
AUXILIARIES = frozenset(
    ["is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could"]
)
JOINTS = frozenset(["and", "but"])
QUESTIONS = frozenset({"which", "what", "how", "why", "when", "where", "whether", "who"})
PRONOUNS = frozenset({"nobody", "nothing", "none"})
NOBODY = PRONOUNS - {"nothing"}
NO_WONDER = (["wonder"], ["doubt"], ["question"], ["matter"], ["idea"], ["clue"])
ARTICLES_AND_SUCH = frozenset(["a", "an", "any", "the", "this", "that", "these", "those", "their", "his", "her", "its"])
DETERMINERS = frozenset(["a", "all", "an", "any", "even", "every", "everybody", "everyone", "everything", "the"])
DECLINING, OF_FIGURES = frozenset(forms_of("decline")), (["in"], ["of"], ["by"])  # of sales, and not of an offer
SOMEBODY = frozenset({"person", "occupation", "organisation"})
PARTICIPLE = ("ing", "ed")
JOINED = (["and"], ["or"], ["but"])
POINTING_BACK = (["it"], ["this"], ["that"], ["them"])
NOWHERE = "nowhere"
LIMITING = frozenset({"until", "less", "more", "fewer"})
PREPOSITIONS = frozenset({"about", "against", "at", "by", "for", "from", "in", "of", "on", "to", "with"})
PLACING = frozenset({"against", "at", "from", "in", "into", "on", "onto"})
IN_PLACE = frozenset(["without", "rather than", "instead of"])  # say what is lacked or preferred
UNCONFIRMED = frozenset(["unconfirmed", "unverified", "unproven", "unsubstantiated", "uncorroborated"])
PERSONS = frozenset(["i", "he", "she", "we", "you"])
PERCEIVED = frozenset(["see", "find", "hear", "show", "report", "make", "take", "give"])  # nothing else is done to it
FAILING = frozenset(forms_of("fail"))
KINDS = {"doubted": DenialKind.DOUBTED, LEFT_OPEN: DenialKind.LEFT_OPEN}
