"""Who else says what is said in an article, and who contradicts it, in the other articles of the desk.

Told from what people marked and what was found of it: statements, carriage, positions on the same claim, conflicts and
agreements. No text is read for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from factcheck.articles.models import Article
from factcheck.claims.conflict_order import judged_first
from factcheck.claims.fates import StatementFate
from factcheck.claims.models import Agreement, Carriage, Claim, Conflict, Position, Statement
from factcheck.claims.utterances import Telling, Utterance
from factcheck.compare import Span
from factcheck.found_first import found_first

OPPOSITE = {  # of what a position says, as it is stored
    Position.Stance.SUPPORTS.value: Position.Stance.DENIES.value,
    Position.Stance.DENIES.value: Position.Stance.SUPPORTS.value,
}
MOST_VOICES = 6  # that a note names against a statement


@dataclass(frozen=True)
class OtherPlace:
    """Somebody who says in another place what a note is about, or the contrary; `conflict` if one is recorded."""

    statement: Statement
    conflict: Conflict | None = None

    @property
    def is_suggested(self) -> bool:
        """Whether that it is the contrary was found, and nobody has judged it yet."""
        return self.conflict is not None and self.conflict.state == Conflict.State.SUGGESTED

    @property
    def verb(self) -> str:
        """What it does to what the note is about."""
        if self.is_suggested:
            return _("may clash with")
        is_plain = self.conflict is None or self.conflict.relation == Conflict.Relation.CONTRADICTS
        return _("contradicted by") if is_plain else _("clashes with")

    @property
    def address(self) -> str:
        return self.conflict.get_absolute_url() if self.conflict else self.statement.get_absolute_url()


@dataclass(frozen=True)
class Note:
    """A statement beside its words in an article's margin, numbered from 1.

    It is marked in the article, or in another version of the story whose words stand here too; `spans` are where.
    `against` names each voice once; `unheard` are the further conflicts with what the same voices said.
    """

    number: int
    statement: Statement
    spans: Sequence[Span]
    is_own: bool
    positions: Sequence[Position]
    tellings: Sequence[Telling] = ()
    also: list[OtherPlace] = field(default_factory=list)
    against: list[OtherPlace] = field(default_factory=list)
    unheard: list[Conflict] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def papers(self) -> int:
        """How many other papers have somebody say the same."""
        return len({voice.statement.article.outlet_id for voice in self.also})

    @property
    def is_contradicted(self) -> bool:
        """Whether that somebody says the contrary is more than a suggestion."""
        return any(not voice.is_suggested for voice in self.against)

    @property
    def shown_against(self) -> list[OtherPlace]:
        return self.against[:MOST_VOICES]

    @property
    def more_against(self) -> int:
        """How much stands against it beside what is shown."""
        return len(self.against) - len(self.shown_against) + len(self.unheard)

    @property
    def left_out_by(self) -> list[Telling]:
        return [telling for telling in self.tellings if telling.fate == StatementFate.LEFT_OUT]

    @property
    def changed_by(self) -> list[Telling]:
        """The versions that have it in other words."""
        changed = (StatementFate.ALTERED, StatementFate.TRUNCATED, StatementFate.PARAPHRASED)
        return [telling for telling in self.tellings if telling.fate in changed]


def notes_of(article: Article) -> list[Note]:
    """The statements that stand in an article, in its order, each with whoever says the same or the contrary."""
    places = sorted(_places_in(article), key=lambda place: place[1][0])
    positions = _positions_around(statement for statement, _ in places)
    notes = [
        Note(
            number,
            statement,
            spans,
            statement.article_id == article.pk,
            [position for position in positions if position.statement_id == statement.pk],
            _tellings(statement, article),
        )
        for number, (statement, spans) in enumerate(places, start=1)
    ]
    _add_conflicts(notes)
    _add_agreements(notes)
    _add_positions(notes, positions, article)
    for note in notes:
        note.against.sort(key=lambda place: place.is_suggested)
    return notes


def _places_in(article: Article) -> list[tuple[Statement, list[Span]]]:
    """What is marked in the article, and what is marked in other versions and stands here too, with where."""
    with_papers = Prefetch("carriages", Carriage.objects.with_papers())
    found = list(Statement.objects.standing_in(article).prefetch_related(with_papers))
    own = [statement for statement in found if statement.article_id == article.pk]
    others = [statement for statement in found if statement.article_id != article.pk]
    places = [(statement, [Span(statement.start, statement.end)]) for statement in own]
    for statement in others:
        spans = [Span(*span) for one in statement.carriages.all() if one.article_id == article.pk for span in one.spans]
        if spans and not any(span.start < one.end and one.start < span.end for one in own for span in spans):
            places.append((statement, spans))
    return places


def _positions_around(statements: Iterable[Statement]) -> list[Position]:
    """The positions of the statements, and every other for or against the same claims."""
    claims = Claim.objects.filter(positions__statement__in=list(statements)).values("pk")
    keys = Position.objects.order_by().filter(claim__in=claims).values("pk")
    around = Position.objects.filter(found_first(keys)).with_statements().select_related("claim")
    return list(around.defer("statement__article__text").order_by("pk"))


def _tellings(statement: Statement, article: Article) -> list[Telling]:
    return [one for one in Utterance(statement, []).elsewhere if one.article.pk != article.pk]


def _add_conflicts(notes: Sequence[Note]) -> None:
    by_statement = {note.statement.pk: note for note in notes}
    conflicts = Conflict.objects.standing().involving(list(by_statement)).with_statements().without_texts()
    for conflict in judged_first(conflicts):
        for own, other in ((conflict.first, conflict.second), (conflict.second, conflict.first)):
            note = by_statement.get(own.pk)
            if note and _is_heard(note.against, other):
                note.unheard.append(conflict)
            elif note:
                note.against.append(OtherPlace(other, conflict))


def _add_agreements(notes: Sequence[Note]) -> None:
    by_statement = {note.statement.pk: note for note in notes}
    agreements = Agreement.objects.involving([note.statement for note in notes]).of_two_voices().with_statements()
    for agreed in agreements.order_by("-score", "id"):
        for own, other in ((agreed.first, agreed.second), (agreed.second, agreed.first)):
            if note := by_statement.get(own.pk):
                note.also.append(OtherPlace(other))


def _add_positions(notes: Sequence[Note], positions: Iterable[Position], article: Article) -> None:
    """Those of other articles who are for or against the same claim, unless they stand there already."""
    own = {note.statement.pk for note in notes}
    by_side: dict[tuple[int, str], list[Statement]] = {}
    for position in positions:
        if position.statement_id not in own and position.statement.article_id != article.pk:
            by_side.setdefault((position.claim_id, position.stance), []).append(position.statement)
    for note in notes:
        for position in note.positions:
            for other in by_side.get((position.claim_id, position.stance), []):
                is_taken = position.stance not in OPPOSITE or other.article.story_id == article.story_id
                if not is_taken and not _is_heard(note.also, other):
                    note.also.append(OtherPlace(other))
            for other in by_side.get((position.claim_id, OPPOSITE.get(position.stance, "")), []):
                if not _is_heard(note.against, other):
                    note.against.append(OtherPlace(other))


def _is_heard(voices: Iterable[OtherPlace], statement: Statement) -> bool:
    """Whether somebody of the same name stands there with the same paper: once is enough."""
    known = ((voice.statement.speaker, voice.statement.article.outlet_id) for voice in voices)
    return (statement.speaker, statement.article.outlet_id) in known
