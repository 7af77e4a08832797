"""What a page may say became of words in one version of their story, in the words that all pages use.

A version can only leave out what was there before it: that is said of copies and updates whose day and paper are known,
of none that is earlier, derived, undated or of an unknown paper. It writes nothing and asks no database.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models import Article
from factcheck.claims.models import Carriage

NOT_IN_IT = "not in it"  # of sentences of the original, where nothing else may be said of a version


class StatementFate(models.TextChoices):
    """What became of one utterance in one version; those that carriage knows have its values."""

    FIRST = "first", _("first here")
    ADDED = "added", _("added")
    INTACT = "intact", _("word for word")
    SPLIT = "split", _("in parts")
    ALTERED = "altered", _("with altered words")
    TRUNCATED = "truncated", _("cut short")
    PARAPHRASED = "paraphrased", _("reworded")
    OUTSIDE = "outside", _("outside its article")
    LEFT_OUT = "cut", _("left out")
    ABSENT = "absent", _("does not carry it")
    NOT_YET = "not_yet", _("not there yet")
    APART = "apart", _("another report")

    @property
    def sign(self) -> str:
        """A form that tells it at a glance: full, half, empty, added, or nothing to say."""
        whole, lacking = (StatementFate.FIRST, StatementFate.INTACT), (StatementFate.LEFT_OUT, StatementFate.ABSENT)
        if self in whole:
            return "■"
        if self in lacking:
            return "□"
        if self == StatementFate.ADDED:
            return "+"
        return "◧" if self.is_carried else "·"

    @property
    def is_carried(self) -> bool:
        """Whether the words stand in the version, in whatever form."""
        return self not in (self.LEFT_OUT, self.ABSENT, self.NOT_YET, self.APART)

    @property
    def is_left_out(self) -> bool:
        return self == self.LEFT_OUT

    @property
    def is_not_yet(self) -> bool:
        return self == self.NOT_YET


def is_before(one: Article, other: Article) -> bool:
    """Whether one version is known to have come out before the other: an undated one never is.

    Within a day only the original is known to come first, and a text before the one that replaced it.
    """
    if other.previous_id == one.pk:
        return True
    if not one.published_on or not other.published_on:
        return False
    if one.published_on == other.published_on:
        return one.is_original
    return one.published_on < other.published_on


def fate_where_absent(version: Article, *, carriers: Collection[Article]) -> StatementFate:
    """What may be said of a version that lacks what the `carriers` have."""
    if version.relation == Article.Relation.RELATED:
        return StatementFate.APART
    if any(is_before(carrier, version) for carrier in carriers):
        return StatementFate.LEFT_OUT if version.is_reprint and not version.outlet.is_unknown else StatementFate.ABSENT
    is_earlier = any(is_before(version, carrier) for carrier in carriers)
    return StatementFate.NOT_YET if is_earlier else StatementFate.ABSENT


def words_for_lack(version: Article, *, base: Article) -> str:
    """What may be said of the sentences of a `base` that a version does not have."""
    fate = fate_where_absent(version, carriers=[base])
    return str(fate.label) if fate in (StatementFate.LEFT_OUT, StatementFate.NOT_YET) else gettext("not in it")


def words_for_more(version: Article, *, base: Article) -> str:
    """What may be said of the sentences that a version has and a `base` does not."""
    return str(StatementFate.ADDED.label) if is_before(base, version) else gettext("only in it")


def fate_of_first(version: Article, *, without: Collection[Article]) -> StatementFate:
    """Whether the first version that has the words added them: one `without` them came out before it."""
    added = any(is_before(other, version) for other in without if other.relation != Article.Relation.RELATED)
    return StatementFate.ADDED if added else StatementFate.FIRST


def fate_of_carried(carriage: Carriage, *, is_turned: bool) -> StatementFate:
    """How a version has the words; `is_turned` where the words were marked in it and found in the first."""
    is_longer = is_turned and carriage.status == Carriage.Status.TRUNCATED
    return StatementFate.ALTERED if is_longer else StatementFate(carriage.status)
