"""What an article's reading page shows beside the form: the text, the notes in its margin, what is suggested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.articles.models import Article
from factcheck.claims.margin_notes import notes_of
from factcheck.claims.models import Claim
from factcheck.claims.spot_statements import Spotted, spot_statements
from factcheck.compare import Span
from factcheck.desk.articles.paragraphs import Paragraph, paragraphs_with_notes
from factcheck.typed_numbers import numbers_in

READ_REPRINTS = 12  # of a story, to see what they left out


@dataclass(frozen=True)
class ArticlePage:
    """The reading page of one article.

    `spotted` are the statements that nobody has marked yet, those first that matter most; `claim` is the one that
    statements are marked for.
    """

    paragraphs: list[Paragraph]
    spotted: list[Spotted]
    chosen: ChosenWords | None
    claim: Claim | None


@dataclass(frozen=True)
class ChosenWords:
    """The words that an address asks to mark, and what is known of them."""

    span: Span
    spotted: Spotted | None


def article_page(article: Article, asked: Mapping[str, str] | None = None) -> ArticlePage:
    """What the page shows.

    `asked` may name the words to mark, by `spotted`, where a suggestion begins, or `words`; and the `claim` that they
    are marked for, by its words.
    """
    notes = notes_of(article)
    reprints = article.story.articles.reprints() if article.is_original else Article.objects.none()
    spotted = spot_statements(
        article.text,
        language=article.language,
        taken=[*(span for note in notes if note.is_own for span in note.spans), *_dismissed(article)],
        versions=reprints.values_list("text", flat=True)[:READ_REPRINTS],
    )
    asked = asked or {}
    chosen = _chosen(article.text, spotted, asked)
    paragraphs = paragraphs_with_notes(article.text, notes, spotted, chosen.span if chosen else None)
    claim = Claim.objects.filter(text=asked["claim"]).first() if asked.get("claim") else None
    return ArticlePage(paragraphs, spotted, chosen, claim)


def _dismissed(article: Article) -> list[Span]:
    """What nobody wants to be suggested any more, as far as the words still stand there."""
    kept = article.dismissed_suggestions.all()
    return [Span(one.start, one.end) for one in kept if article.text[one.start : one.end] == one.words]


def _chosen(text: str, spotted: Sequence[Spotted], asked: Mapping[str, str]) -> ChosenWords | None:
    """The suggestion that begins where the address says, or the first within its words, or else those words."""
    start, _, end = asked.get("words", "").partition("-")
    bounds = numbers_in([start, end])
    span = Span(*bounds) if len(bounds) == 2 and bounds[0] < bounds[1] <= len(text) else None
    for one in sorted(spotted, key=lambda one: one.span):
        is_within = span and span.start <= one.span.start and one.span.end <= span.end
        if is_within or str(one.span.start) == asked.get("spotted"):
            return ChosenWords(one.span, one)
    return ChosenWords(span, None) if span else None
