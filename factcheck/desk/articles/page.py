"""What an article's reading page shows beside the form: the text, what is marked in it, what is suggested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.articles.models import Article
from factcheck.claims.models import Agreement, Conflict, Statement
from factcheck.claims.spot_statements import Spotted, spot_statements
from factcheck.compare import Span
from factcheck.desk.articles.paragraphs import Paragraph, paragraphs_with_statements
from factcheck.typed_numbers import numbers_in

READ_REPRINTS = 12  # of a story, to see what they left out


@dataclass(frozen=True)
class Marked:
    """A statement of the article, with the conflicts it stands in and whom each is with, and with who else says it."""

    statement: Statement
    conflicts: list[tuple[Conflict, Statement]]
    echoes: list[Statement]


@dataclass(frozen=True)
class ArticlePage:
    """The reading page of one article.

    `spotted` are the statements that nobody has marked yet, those first that matter most.
    """

    paragraphs: list[Paragraph]
    marked: list[Marked]
    spotted: list[Spotted]
    chosen: ChosenWords | None = None


@dataclass(frozen=True)
class ChosenWords:
    """The words that an address asks to mark, and what is known of them."""

    span: Span
    spotted: Spotted | None


def article_page(article: Article, asked: Mapping[str, str] | None = None) -> ArticlePage:
    """What the page shows; `asked` may name the words to mark: `spotted`, where a suggestion begins, or `words`."""
    statements = list(
        article.statements.select_related("source").prefetch_related("positions__claim").order_by("start")
    )
    reprints = article.story.articles.reprints() if article.is_original else Article.objects.none()
    spotted = spot_statements(
        article.text,
        language=article.language,
        marked=statements,
        versions=reprints.values_list("text", flat=True)[:READ_REPRINTS],
    )
    chosen = _chosen(article.text, spotted, asked or {})
    conflicts = Conflict.objects.standing().involving(statements).with_statements().without_texts()
    return ArticlePage(
        paragraphs_with_statements(article.text, statements, spotted, chosen.span if chosen else None),
        marked_with(
            statements,
            conflicts.order_by("-score", "-id"),
            Agreement.objects.involving(statements).of_two_voices().with_statements().order_by("-score", "id"),
        ),
        spotted,
        chosen,
    )


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


def marked_with(
    statements: Iterable[Statement], conflicts: Iterable[Conflict], agreements: Iterable[Agreement]
) -> list[Marked]:
    """The statements in their order, each with the conflicts that it stands in and the statements that say the same."""
    marked = {statement.pk: Marked(statement, [], []) for statement in statements}
    for conflict in conflicts:
        for own, other in ((conflict.first, conflict.second), (conflict.second, conflict.first)):
            if own.pk in marked:
                marked[own.pk].conflicts.append((conflict, other))
    for agreed in agreements:
        for own, other in ((agreed.first, agreed.second), (agreed.second, agreed.first)):
            if own.pk in marked:
                marked[own.pk].echoes.append(other)
    return [*marked.values()]
