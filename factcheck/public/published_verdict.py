"""A verdict as it stands, read from its row once: while the row is the same, so is all that it says.

A published state never changes, and of most pages that are made anew it is something else that did. Each process keeps
the last states that were asked for; what depends on today's articles and on the desk is given each time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.db.models import F, JSONField, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from factcheck.claims.models import Claim
from factcheck.claims.models.topics import TopicLink, read_topic_lines
from factcheck.public.kept_parts import kept_by_values
from factcheck.public.linked_data import as_json
from factcheck.site.identity import Site
from factcheck.verdicts.claimreview import PublishedState, Scale, claim_review
from factcheck.verdicts.models import Revision, Translations, Verdict
from factcheck.verdicts.models.revisions import RevisionQuerySet
from factcheck.verdicts.snapshot import Bound, Snapshot, takedowns_of

COLUMNS = [field.attname for field in Revision._meta.concrete_fields if not isinstance(field, JSONField)]
TEXTS = [field.attname for field in Revision._meta.concrete_fields if isinstance(field, JSONField)]
ANNOTATED = ["author_is_login", "reviewer_is_login", "predecessor"]
OF_VERDICT = ["verdict__slug", "verdict__claim", "verdict__claim__slug", "topic_lines", "translation_lines"]


@dataclass(frozen=True, eq=False)
class PublishedVerdict:
    """One row, whole: the same row is the same object, which everybody shares and nobody changes."""

    revision: Revision
    sealed: Snapshot
    sha256: str
    topics: tuple[TopicLink, ...]
    translations: Translations

    @staticmethod
    def rows_of(revisions: RevisionQuerySet) -> QuerySet[Revision, tuple[Any, ...]]:
        """What it is read from, of revisions with their bylines, predecessors, topics and translations."""
        texts = (Cast(F(name), TextField()) for name in TEXTS)
        return revisions.values_list(*COLUMNS, *ANNOTATED, *OF_VERDICT, *texts)

    @classmethod
    def of(cls, row: Sequence[Any]) -> Self:
        return _read(cls, tuple(row), get_language())

    def printed(self, bounds: Mapping[int, Bound]) -> PrintedVerdict:
        """As a page may print it today: see `Snapshot.as_printed`."""
        takedowns = takedowns_of([self.sealed])
        return _printed(self, tuple(bounds.items()), tuple(takedowns.items()), settings.QUOTE_WORDS)


@dataclass(frozen=True, eq=False)
class PrintedVerdict:
    """What a page may print of one."""

    published: PublishedVerdict
    snapshot: Snapshot

    def claim_review(self, history: Sequence[PublishedState], *, path: str, scale: Scale, site: Site) -> SafeString:
        """Its markup, as a script element holds it."""
        return _marked_up(self, tuple(history), path, scale, site)


@kept_by_values
def _read[Read: PublishedVerdict](kind: type[Read], row: tuple[Any, ...], _language: str | None) -> Read:
    told = dict(zip([*COLUMNS, *ANNOTATED, *OF_VERDICT, *TEXTS], row, strict=True))
    told |= {name: json.loads(told[name]) for name in TEXTS if told[name] is not None}
    revision = Revision(**{name: told[name] for name in (*COLUMNS, *TEXTS)})
    revision.__dict__ |= {name: told[name] for name in ANNOTATED}
    claim = Claim(pk=told["verdict__claim"], slug=told["verdict__claim__slug"])
    revision.verdict = Verdict(pk=revision.verdict_id, slug=told["verdict__slug"], claim=claim)
    topics = tuple(read_topic_lines(told["topic_lines"]))
    translations = Translations.read(told["translation_lines"], slug=told["verdict__slug"])
    return kind(revision, Snapshot.of_revision(revision), revision.sha256(), topics, translations)


@kept_by_values
def _printed(published: PublishedVerdict, bounds: Any, takedowns: Any, _words: int) -> PrintedVerdict:
    snapshot = published.sealed.excerpted_by(dict(bounds)).without_taken_down(dict(takedowns))
    return PrintedVerdict(published, snapshot)


@kept_by_values
def _marked_up(printed: PrintedVerdict, history: Any, path: str, scale: Scale, site: Site) -> SafeString:
    published = printed.published
    markup = claim_review(
        published.revision,
        printed.snapshot,
        history=history,
        path=path,
        scale=scale,
        site=site,
        translations=published.translations,
    )
    return as_json(markup)
