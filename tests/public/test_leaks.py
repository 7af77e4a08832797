"""What readers' addresses never say: drafts, notes, mail addresses, logins, whole texts, and whatever nobody published.

A secret is planted in every column of text of every row in every table, but in the few columns that readers may see of
what is public. Then every address that a visitor can find is read to the end. A column, a table or an address that is
new is looked at without a word here.
"""

from __future__ import annotations

import html
import re
from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import DatabaseError, models, transaction
from django.urls import URLPattern, get_resolver

from factcheck.claims.models import Statement
from factcheck.public.kept_pages import forget_pages
from factcheck.site.pages import SitePage
from factcheck.verdicts.models import Picture
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.translate_verdict import name_translation
from tests import factories
from tests.pictures import shown_in

SITE = "http://localhost:8000"
SECRET = re.compile(r"zq(\d+)qz", re.IGNORECASE)
LINK = re.compile(r'(?:href|src)="([^"]+)"|<loc>([^<]+)|"(http://localhost:8000[^"\\]*)"|<(http[^>]+)>; rel')
MOST_ASKED = 2  # parts of a question: a search can be narrowed in any number of ways
ROOM = 12  # letters of a secret
OWN_APPS = ("articles", "claims", "verdicts", "site", "people", "search", "operation", "auth")
SEEN = {  # of rows that are public, the columns that readers may see
    "articles.article": {"headline", "url", "agency", "text", "received", "language"},
    "articles.outlet": {"name"},
    "articles.story": {"title"},
    "auth.user": {"first_name", "last_name"},
    "claims.claim": {"text"},
    "claims.source": {"name", "role", "same_as"},
    "claims.statement": {"exact"},
    "claims.topic": {"name"},
    "verdicts.outsidecheck": {"url", "desk", "claim_text", "claimant", "label"},
    "verdicts.picture": {"sha256"},
    "verdicts.rating": {"label", "definition"},
    "verdicts.takedown": {"reason"},
    "verdicts.translation": {"language"},
}
NEVER_CHANGED = {"verdicts.revision", "verdicts.submission"}  # by whatever way; what they hold was published, or sealed
BEGINNINGS = (
    *("/", "/es/", "/api/", "/sitemap.xml", "/robots.txt", "/claimreview.json", "/.well-known/security.txt"),
    *("/llms.txt", "/favicon.ico", "/icon-192.png", "/opensearch.xml"),
    *("/search/?q=harbour", "/search/?q=zq*", "/es/search/?q=harbour", "/claims/?rating=none", "/nowhere/"),
    *(f"/api/v1/{noun}" for noun in ("verdicts", "claims", "statements", "stories", "sources", "topics", "site")),
    *(f"/api/v1/{noun}" for noun in ("corrections", "outside-reviews", "record", "search?q=harbour", "nothing")),
)
NOUNS = (
    ("verdicts", "verdicts", "Verdict"),
    ("claims", "claims", "Claim"),
    ("stories", "articles", "Story"),
    ("sources", "claims", "Source"),
    ("topics", "claims", "Topic"),
)
STATES = ("/1", "/2", "/2/changes", "/3")
QUOTED_NOWHERE = re.compile(r"Pier \d+ was rebuilt")


@pytest.fixture
def world(corrected, release, reviewer, media, settings):
    """What is public, in every state; then rows of every kind that nobody published."""
    settings.API_RATE = "100000/min"
    cache.clear()
    topic = factories.TopicFactory()
    topic.claims.add(corrected.claim)
    factories.OutsideCheckFactory(claim=corrected.claim)
    withdrawn = release(factories.VerdictFactory())
    retract_urgently(withdrawn, reviewer=reviewer, note="It was wrong.")
    pictured = factories.VerdictFactory()
    shown_in(pictured)
    release(pictured)
    name_translation(pictured, of=corrected, language="es", editor=reviewer)
    public = {model: set(model._base_manager.values_list("pk", flat=True)) for model in models_of()}
    secret_rows(corrected)
    return public


def secret_rows(published):
    draft = factories.VerdictFactory(in_review=True)
    name_translation(draft, of=published, language="fr", editor=draft.author)
    factories.VerdictFactory(claim__text="What only the desk thinks of yet.")
    one_sided = factories.PositionFactory()
    for made in (
        *(factories.CommentFactory, factories.MessageFactory, factories.SavedSearchFactory, factories.LetterFactory),
        *(factories.LetterWriterFactory, factories.AssignmentFactory, factories.OutsideCheckFactory),
        *(factories.VersionSuggestionFactory, factories.BlockFactory, factories.TopicFactory),
    ):
        made()
    factories.SecondOpinionFactory(verdict=draft)
    factories.CommentFactory(claim=published.claim)
    factories.StatementFactory(article=one_sided.statement.article, exact=one_sided.statement.article.text[:12])
    factories.ConflictFactory()
    factories.UserFactory(administrator=True)


def models_of():
    found = [model for app in OWN_APPS for model in apps.get_app_config(app).get_models()]
    return [model for model in found if model._meta.label_lower not in NEVER_CHANGED and model._meta.managed]


def columns_of_text(model):
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, (models.CharField, models.TextField)) and not isinstance(field, models.SlugField)
        if is_text and not field.choices and not field.primary_key and (field.max_length or ROOM) >= ROOM:
            yield field


def plant(public):
    """Where each secret stands, by its number; what a rule of the database holds against it is left as it was."""
    planted = {}
    for model in models_of():
        for row in model._base_manager.all():
            is_public = row.pk in public[model]
            for field in columns_of_text(model):
                if is_public and field.name in SEEN.get(model._meta.label_lower, ()):
                    continue
                number = len(planted) + 100
                secret = f"zq{number}qz"
                if isinstance(field, models.EmailField):
                    secret += "@desk.example"
                try:
                    with transaction.atomic():
                        model._base_manager.filter(pk=row.pk).update(**{field.attname: secret})
                except DatabaseError:
                    continue
                planted[number] = f"{model._meta.label}.{field.name}{' (public row)' if is_public else ''}"
    return planted


def guessed():
    """The addresses that rows would have if they were public, whether they are or not."""
    for noun, app, name in NOUNS:
        slugs = list(apps.get_model(app, name)._base_manager.values_list("slug", flat=True))
        yield from (f"/{noun}/{slug}/" for slug in slugs)
        yield from (f"/api/v1/{noun}/{slug}" for slug in slugs)
        yield from (f"/{noun}/{slug}.json" for slug in slugs)
        if noun == "stories":
            yield from (f"/stories/{slug}/compare/" for slug in slugs)
            yield from (f"/stories/{slug}/compare.json" for slug in slugs)
            yield from (f"/api/v1/stories/{slug}/comparison" for slug in slugs)
        if noun == "verdicts":
            yield from (f"/embed/verdicts/{slug}/" for slug in slugs)
            yield from (f"/oembed?url={SITE}/verdicts/{slug}/" for slug in slugs)
            yield from (f"/api/v1/verdicts/{slug}/revisions{part}" for slug in slugs for part in ("", *STATES))
    yield from (f"/api/v1/statements/{key}" for key in Statement.objects.values_list("pk", flat=True))
    yield from (f"/api/v1/site/{page}" for page in SitePage.values)
    yield from (f"/about/{page}/" for page in SitePage.values)
    for sha256 in Picture.objects.values_list("sha256", flat=True):
        yield from (f"/pictures/{sha256}.webp", f"/pictures/small/{sha256}.webp")


def answers(client):
    """Each address that a visitor can find or guess, with what it answers."""
    asked = dict.fromkeys([*BEGINNINGS, *guessed()])
    waiting = deque(asked)
    while waiting:
        address = waiting.popleft()
        answer = client.get(address)
        body = answer.getvalue() if answer.streaming else answer.content
        text = f"{dict(answer.headers)} {body.decode(errors='replace')}"
        yield address, answer, html.unescape(text)
        for found in LINK.findall(text):
            link = urldefrag(urljoin(f"{SITE}{address}", html.unescape(next(filter(None, found))))).url
            parts = urlsplit(link)
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            is_of_readers = not parts.path.startswith(("/static/", "/desk/", "/admin/", "/login/", "/password/"))
            is_short = parts.query.count("&") < MOST_ASKED
            if link.startswith(SITE) and is_of_readers and is_short and "{" not in path and path not in asked:
                asked[path] = None
                waiting.append(path)


def names_of_readers():
    """The name of every address of readers."""
    found = set()
    for resolver in get_resolver().url_patterns:
        parts = [resolver, *getattr(resolver, "url_patterns", ())]
        for part in parts:
            if getattr(part, "namespace", None) in ("public", "data"):
                found |= {one.name for one in part.url_patterns if isinstance(one, URLPattern)}
    return found


@pytest.mark.slow
def test_no_address_of_readers_says_what_nobody_published(world, client):
    planted = plant(world)
    forget_pages()
    cache.clear()
    leaked, visited, too_long = set(), set(), set()

    for address, answer, text in answers(client):
        leaked |= {(planted.get(int(number), number), address) for number in SECRET.findall(text)}
        too_long |= {address} if QUOTED_NOWHERE.search(text) else set()
        visited.add(answer.wsgi_request.resolver_match.url_name if answer.wsgi_request.resolver_match else "")

    assert not leaked
    assert not too_long
    assert len(planted) > 150
    kinds = {place.split(".")[1] for place in planted.values()}
    assert {"User", "Verdict", "Claim", "Statement", "Comment", "Message", "Letter", "Article", "Source"} <= kinds
    unasked = {"logo", "sitemap_part", "nothing_here", "letter"}  # a letter's address is known to its writer alone
    assert names_of_readers() - visited <= unasked
