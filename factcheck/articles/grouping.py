"""Which articles are versions of one story, and which of them is the original.

Candidates share fingerprints; `relate` decides on the few. Only copies, updates and derived texts are joined: a
separate report of the same event is another source. What a person decided is not decided again here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.articles.indexing import Entry, Index, closest, stored
from factcheck.articles.models import Article, Story
from factcheck.compare import Relation, RelationLabel, relate

LABELS = [RelationLabel.COPY, RelationLabel.UPDATE, RelationLabel.DERIVED]
JOINED = 0.5  # the least share of one text that stands in the other; below it a person decides
FULLER = 0.2  # by how much more of one text must stand in the other for that other to be the fuller


@dataclass(slots=True)
class Family:
    """A story and its versions as they will be, some of them not stored yet."""

    story: Story
    members: list[Article]

    @property
    def original(self) -> Article:
        return min(self.members, key=lambda article: not article.is_original)


@dataclass(slots=True)
class Placed:
    """Where a new article went, why, and which stored articles are versions of another original now."""

    article: Article
    because: str
    changed: list[Article] = field(default_factory=list)


def place(articles: Sequence[Article], prints: Sequence[Sequence[int]]) -> list[Placed]:
    """Give each new article, not stored yet, its story and its relation; a story without versions is a new one.

    The stories and articles are changed in memory only.
    """
    shelf = _Shelf(stored(value for own in prints for value in own), prints)
    return [shelf.place(article, own) for article, own in zip(articles, prints, strict=True)]


def takes_over(newcomer: Article, original: Article, relation: Relation) -> str:
    """Why a new version of a story is its original rather than the present one; empty if it is not.

    `relation` is that of the present original (first) and the newcomer (second).
    """
    if original.is_story_chosen or newcomer.previous is not None:
        return ""
    own = [_is_agency_s_own(article) for article in (newcomer, original)]
    if newcomer.agency == original.agency and own[0] != own[1]:
        return f"it is {newcomer.agency}'s own text" if own[0] else ""
    days = newcomer.published_on, original.published_on
    if days[0] and days[1] and days[0] != days[1]:
        return "it was published earlier" if days[0] < days[1] else ""
    if relation.in_original - relation.in_version >= FULLER:
        return "it is the whole text of which the other prints a part"
    return ""


def role_of(relation: Relation) -> Article.Relation:
    """What a version in a story is to its original; one that shares too little is still related."""
    return Article.Relation(relation.label) if relation.label in LABELS else Article.Relation.RELATED


def shares_told(relation: Relation) -> str:
    """The measure of a relation, in words."""
    return (
        f"{relation.in_version:.0%} of its words stand there, and {relation.in_original:.0%} of the words there in it"
    )


class _Shelf:
    """What is known while new articles find their stories: the index, and the families looked at."""

    def __init__(self, index: Index, prints: Sequence[Sequence[int]]) -> None:
        self.index = index
        self.story_of = {article: entry.story for entries in index.values() for article, entry in entries.items()}
        self.families: dict[int, Family] = {}  # by stored story
        self.newcomers: dict[int, tuple[Article, Family]] = {}  # by a number below zero, their key in the index
        self._fetch({self.story_of[key] for own in prints for key, _ in closest(own, index)})

    def place(self, article: Article, own: Sequence[int]) -> Placed:
        joined = self._family_by_address(article) or self._family_by_text(article, own)
        if joined:
            placed = self._join(article, *joined)
            family = joined[0]
        else:
            article.story, article.relation = Story(title=article.headline[:300]), Article.Relation.ORIGINAL
            placed, family = Placed(article, "no other article shares its text"), Family(article.story, [article])
        self._remember(article, own, family)
        return placed

    def _family_by_address(self, article: Article) -> tuple[Family, Article, Relation] | None:
        before = article.previous
        relation = relate(before.text, article.text) if before else None
        if not before or not relation or relation.label == RelationLabel.UNRELATED:
            return None
        self._fetch({before.story_id} - self.families.keys())
        family = self.families[before.story_id]
        return family, next(member for member in family.members if member.pk == before.pk), relation

    def _family_by_text(self, article: Article, own: Sequence[int]) -> tuple[Family, Article, Relation] | None:
        found: list[tuple[int, float, int, Family, Article, Relation]] = []
        for key, _ in closest(own, self.index):
            family = self._family_of(key)
            candidate = self._article(key, family)
            relation = relate(candidate.text, article.text)
            share = max(relation.in_original, relation.in_version)
            if relation.label in LABELS and share >= JOINED:
                found.append((LABELS.index(relation.label), -share, len(found), family, candidate, relation))
        return min(found)[3:] if found else None

    def _join(self, article: Article, family: Family, nearest: Article, relation: Relation) -> Placed:
        original = family.original
        article.story = family.story
        if nearest is not original:
            relation = relate(original.text, article.text)
        family.members.append(article)
        because = takes_over(article, original, relation)
        if because:
            return Placed(article, f"the original of “{original}”: {because}", self._make_original(article, family))
        follows_original = nearest is original and article.previous is not None
        article.relation = Article.Relation.UPDATE if follows_original else role_of(relation)
        return Placed(article, f"a version of “{original}”: {shares_told(relation)}")

    def _make_original(self, article: Article, family: Family) -> list[Article]:
        if family.story.title == family.original.headline[:300]:
            family.story.title = article.headline[:300]
        article.relation = Article.Relation.ORIGINAL
        others = [member for member in family.members if member is not article]
        for member in others:
            member.relation = role_of(relate(article.text, member.text))
        return [member for member in others if member.pk]

    def _remember(self, article: Article, own: Sequence[int], family: Family) -> None:
        key = -1 - len(self.newcomers)
        self.newcomers[key] = article, family
        for value in own:
            self.index.setdefault(value, {})[key] = Entry(key, len(own))

    def _fetch(self, stories: set[int]) -> None:
        articles = Article.objects.filter(story__in=stories).with_outlets().defer("received").order_by("pk")
        for article in articles:
            self.families.setdefault(article.story_id, Family(article.story, [])).members.append(article)

    def _family_of(self, key: int) -> Family:
        return self.newcomers[key][1] if key < 0 else self.families[self.story_of[key]]

    def _article(self, key: int, family: Family) -> Article:
        return self.newcomers[key][0] if key < 0 else next(member for member in family.members if member.pk == key)


def _is_agency_s_own(article: Article) -> bool:
    """Whether the text is the agency's, not a paper's with its credit: it has the dateline, or is on its own site."""
    has_dateline = any(finding["what"] == "dateline" for finding in article.findings)
    return bool(article.agency) and (has_dateline or article.outlet.name == article.agency)
