"""Which articles are versions of one story, and which of them is the original.

Candidates share fingerprints; `relate` decides on the few. Only copies, updates and derived texts are joined: a
separate report of the same event is another source. What looks likely but is not sure is suggested to a person, and
what a person decided is not decided again here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from factcheck.articles.models import Article, ArticleQuerySet, Story
from factcheck.articles.versions.fingerprint_index import IndexedArticle, remember_common, stored
from factcheck.articles.versions.likeness import LABELS, is_version
from factcheck.compare import Relation, RelationLabel, relate
from factcheck.languages.sentences import noted

JOINED = 0.5  # the least share of one text that stands in the other; below it a person decides
SUGGESTED = 0.25  # in long passages; below it nobody is asked
FULLER = 0.2  # by how much more of one text must stand in the other for that other to be the fuller
FAR_APART = 365  # days


@dataclass(slots=True)
class ShelfStory:
    """A story and its original as they will be, with those versions that are not stored yet.

    `key` is the stored story's, or the number, below zero, of the new article that began it.
    """

    key: int
    story: Story
    original: Article
    newcomers: list[Article] = field(default_factory=list)


class Suggested(NamedTuple):
    """A stored or new article that another may be a version of, and why that is not sure."""

    candidate: Article
    relation: Relation
    shared: int
    because: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a new article went, why, which stored articles are versions of another original now, and what is asked.

    `story_key` is the stored story's, or a number below zero that those articles share which come in together.
    """

    article: Article
    story_key: int
    because: str
    changed: Sequence[Article] = ()
    suggested: Sequence[Suggested] = ()


class _Match(NamedTuple):
    """A candidate of a new article; `doubt` says why it is not joined without asking, and is empty if it is."""

    candidate: Article
    family: ShelfStory
    relation: Relation
    shared: int
    doubt: str

    def order(self) -> tuple[bool, int, float]:
        """Sorts the matches of one article: sure ones first, then by what they are and how much they share."""
        share = max(self.relation.in_original, self.relation.in_version)
        return bool(self.doubt), LABELS.index(self.relation.label), -share


def takes_over(newcomer: Article, original: Article, relation: Relation) -> str:
    """Why a new version of a story is its original rather than the present one; empty if it is not.

    `relation` is that of the present original (first) and the newcomer (second).
    """
    if original.is_story_chosen or newcomer.previous is not None:
        return ""
    own = [_is_agency_s_own(article) for article in (newcomer, original)]
    if newcomer.agency == original.agency and own[0] != own[1]:
        return noted("%(agency)s itself published it", agency=newcomer.agency) if own[0] else ""
    days = newcomer.published_on, original.published_on
    if days[0] and days[1] and days[0] != days[1]:
        return noted("it was published earlier") if days[0] < days[1] else ""
    if relation.in_original - relation.in_version >= FULLER:
        return noted("it is the whole text of which the other prints a part")
    return ""


def role_of(relation: Relation) -> Article.Relation:
    """What a version in a story is to its original; one that shares too little is still related."""
    return Article.Relation(relation.label) if relation.label in LABELS else Article.Relation.RELATED


def shares_told(relation: Relation) -> str:
    """The measure of a relation, in words."""
    return noted(
        "%(in_version)s of its words stand there, and %(in_original)s of the words there in it",
        in_version=f"{relation.in_version:.0%}",
        in_original=f"{relation.in_original:.0%}",
    )


def doubt_about(article: Article, candidate: Article, relation: Relation) -> str:
    """Why a person should decide whether two articles that share text are versions of one story; empty if none need.

    One outlet's texts of different days, and texts of different years, may share no more than a series' own words.
    """
    if not is_version(relation) or max(relation.in_original, relation.in_version) < JOINED:
        return noted("they share less than half of either text")
    days = article.published_on, candidate.published_on
    apart = abs((days[0] - days[1]).days) if days[0] and days[1] else 0
    if relation.label == RelationLabel.COPY or not apart:
        return ""
    if apart > FAR_APART:
        return noted("they were published more than a year apart")
    if article.outlet_id == candidate.outlet_id and not article.outlet.is_unknown:
        return noted("one outlet published both, on different days: what they share may be its series' own words")
    return ""


class Shelf:
    """What is known while new articles find their stories: the index, and the families looked at.

    `prints` are the fingerprints of all texts that will be placed, `previous` the articles that some of them follow.
    """

    def __init__(self, prints: Sequence[Sequence[int]], previous: Iterable[Article]) -> None:
        self.index = stored(value for own in prints for value in own)
        self.families: dict[int, ShelfStory] = {}
        self.newest = 0
        self.articles: dict[int, Article] = {}  # new ones by a number below zero, their key in the index
        self._fetch(
            {candidate.article for own in prints for candidate in self.index.closest(own)},
            {article.story_id for article in previous},
        )

    def place(self, article: Article, own: Sequence[int]) -> Placed:
        """Give a new article, not stored yet, its story and its relation; a story without versions is a new one.

        The stories and articles are changed in memory only. `own` are the fingerprints of its text.
        """
        by_address = self._match_by_address(article)
        matches = self._matches_by_text(article, own)
        sure = [match for match in matches if not match.doubt]
        best = by_address or min(sure, key=_Match.order, default=None)
        key = self.newest = self.newest - 1
        if best:
            placed, family = self._join(article, best), best.family
        else:
            article.story, article.relation = Story(title=article.headline[:300]), Article.Relation.ORIGINAL
            family = self.families[key] = ShelfStory(key, article.story, article)
            placed = Placed(article, key, noted("no other article shares its text"))
        family.newcomers.append(article)
        self.articles[key] = article
        self.index.add(key, IndexedArticle(family.key, article.outlet_id, len(own)), own)
        asked = [_suggested(match) for match in matches if _is_to_suggest(match, best)]
        return replace(placed, suggested=asked)

    def close(self) -> None:
        """Store what was learned of furniture while the articles were placed."""
        remember_common(self.index)

    def _match_by_address(self, article: Article) -> _Match | None:
        before = article.previous
        relation = relate(before.text, article.text) if before else None
        if not before or not relation or relation.label == RelationLabel.UNRELATED:
            return None
        family = self.families[before.story_id]
        return _Match(family.original if family.original.pk == before.pk else before, family, relation, 0, "")

    def _matches_by_text(self, article: Article, own: Sequence[int]) -> list[_Match]:
        """Of each family that is, or may be, that of the text, the original if it is near, else the nearest."""
        found: dict[int, _Match] = {}
        nearest = self.index.closest(own)
        self._fetch({key for key, _ in nearest if key not in self.articles}, set())
        nearest.sort(key=lambda near: not self._is_original(near.article))
        for key, shared in nearest:
            family = self.families[self.index.entries[key].story]
            if family.key in found and not found[family.key].doubt:
                continue
            candidate = self.articles[key]
            relation = relate(candidate.text, article.text)
            if relation.label in LABELS and relation.in_passages >= SUGGESTED:
                match = _Match(candidate, family, relation, shared, doubt_about(article, candidate, relation))
                found[family.key] = min(match, found.get(family.key, match), key=_Match.order)
        return list(found.values())

    def _is_original(self, key: int) -> bool:
        return self.families[self.index.entries[key].story].original is self.articles[key]

    def _join(self, article: Article, match: _Match) -> Placed:
        family, relation = match.family, match.relation
        original = family.original
        article.story = family.story
        if match.candidate is not original:
            relation = relate(original.text, article.text)
        because = takes_over(article, original, relation)
        if because:
            return Placed(
                article,
                family.key,
                noted("the original of “%(original)s”: %(because)s", original=original, because=because),
                self._make_original(article, family),
            )
        follows_original = match.candidate is original and article.previous is not None
        article.relation = Article.Relation.UPDATE if follows_original else role_of(relation)
        return Placed(
            article,
            family.key,
            noted("a version of “%(original)s”: %(relation)s", original=original, relation=shares_told(relation)),
        )

    def _make_original(self, article: Article, family: ShelfStory) -> list[Article]:
        if family.story.title == family.original.headline[:300]:
            family.story.title = article.headline[:300]
        article.relation = Article.Relation.ORIGINAL
        family.original = article
        stored_ones = self._fetched(Article.objects.filter(story=family.key)) if family.key > 0 else []
        for member in [*stored_ones, *family.newcomers]:
            member.relation = role_of(relate(article.text, member.text))
        return stored_ones

    def _fetch(self, candidates: set[int], stories: set[int]) -> None:
        """Read the candidates and the original of each story that they or the addresses lead to."""
        if not candidates and not stories:
            return
        found = self._fetched(Article.objects.filter(pk__in=candidates))
        stories |= {article.story_id for article in found}
        originals = self._fetched(Article.objects.filter(story__in=stories, relation=Article.Relation.ORIGINAL))
        for article in [*originals, *found]:
            self.families.setdefault(article.story_id, ShelfStory(article.story_id, article.story, article))

    def _fetched(self, articles: ArticleQuerySet) -> list[Article]:
        """The articles of a query, each as the one object by which it is known here."""
        rows = articles.with_outlets().defer("received").order_by("pk")
        return [self.articles.setdefault(article.pk, article) for article in rows]


def _is_to_suggest(match: _Match, best: _Match | None) -> bool:
    """Whether a person is asked of a match that the article was not joined for: never to undo a person's choice."""
    if not best:
        return True
    chosen = (article.is_story_chosen for article in (match.candidate, best.candidate))
    return match.family is not best.family and not any(chosen)


def _suggested(match: _Match) -> Suggested:
    because = match.doubt or noted("it is a version of another story too")
    return Suggested(match.candidate, match.relation, match.shared, because)


def _is_agency_s_own(article: Article) -> bool:
    """Whether the text is the agency's, not a paper's with its credit: it has the dateline, or is on its own site."""
    has_dateline = any(finding["what"] == "dateline" for finding in article.findings)
    return bool(article.agency) and (has_dateline or article.outlet.name == article.agency)
