"""Rows for tests, each complete by itself; traits name what is special about one."""

from __future__ import annotations

from datetime import date

import factory
from django.contrib.auth.models import Group, User
from django.utils import timezone
from factory.django import DjangoModelFactory

from factcheck.articles.models import Article, Block, Holding, Outlet, Story, VersionSuggestion
from factcheck.articles.reading.outlet_lines import hash_of
from factcheck.articles.versions.record_comparisons import record_in_stories
from factcheck.claims.follow_statements import follow_in_stories
from factcheck.claims.models import Claim, Conflict, Position, Source, Statement, Topic
from factcheck.search.models import SavedSearch
from factcheck.verdicts.models import (
    Assignment,
    Comment,
    Letter,
    LetterWriter,
    Message,
    OutsideCheck,
    Rating,
    SecondOpinion,
    Verdict,
)
from factcheck.verdicts.review_verdict import seal


class UserFactory(DjangoModelFactory):
    """Somebody who may sign in; the traits say what they may do."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        editor = factory.Trait(role="Editors")
        reviewer = factory.Trait(role="Reviewers")
        administrator = factory.Trait(is_staff=True, is_superuser=True)

    username = factory.Sequence(lambda n: f"person{n}")
    first_name = factory.Sequence(lambda n: f"Person {n}")
    role = ""

    @classmethod
    def _create(cls, model_class, *args, role, **kwargs):
        user = super()._create(model_class, *args, **kwargs)
        user.groups.set(Group.objects.filter(name=role))
        return user


class OutletFactory(DjangoModelFactory):
    class Meta:
        model = Outlet

    name = factory.Sequence(lambda n: f"The Paper {n}")


class StoryFactory(DjangoModelFactory):
    class Meta:
        model = Story

    title = factory.Sequence(lambda n: f"Story {n}")
    slug = factory.Sequence(lambda n: f"story-{n}")


class ArticleFactory(DjangoModelFactory):
    class Meta:
        model = Article

    class Params:
        reprint = factory.Trait(relation=Article.Relation.COPY)

    outlet = factory.SubFactory(OutletFactory)
    story = factory.SubFactory(StoryFactory)
    url = factory.Sequence(lambda n: f"https://paper.example/{n}")
    headline = factory.Sequence(lambda n: f"Headline {n}")
    published_on = date(2026, 3, 2)
    text = factory.Sequence(lambda n: f"The mayor said on day {n} that the bridge is safe. Nobody was hurt.")
    received = factory.SelfAttribute("text")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        article = super()._create(model_class, *args, **kwargs)
        record_in_stories([article.story_id])
        follow_in_stories([article.story_id])
        return article


class BlockFactory(DjangoModelFactory):
    """A line that stands in as many articles as are given."""

    class Meta:
        model = Block
        skip_postgeneration_save = True

    outlet = factory.SubFactory(OutletFactory)
    text = factory.Sequence(lambda n: f"Line {n} of the page, for our readers")
    hash = factory.LazyAttribute(lambda o: hash_of(o.text))

    @factory.post_generation
    def articles(self, create, extracted):
        for article in extracted or ():
            Holding.objects.create(block=self, article=article)


class VersionSuggestionFactory(DjangoModelFactory):
    class Meta:
        model = VersionSuggestion

    article = factory.SubFactory(ArticleFactory)
    candidate = factory.SubFactory(ArticleFactory)
    relation = "derived"
    in_original = 0.3
    in_version = 0.4
    shared = 12
    because = "they share less than half of either text"


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = Source

    class Params:
        anonymous = factory.Trait(
            kind=Source.Kind.ANONYMOUS, name="four people with knowledge of the talks", people=4, is_on_record=False
        )

    name = factory.Sequence(lambda n: f"Speaker {n}")
    slug = factory.Sequence(lambda n: f"speaker-{n}")


class StatementFactory(DjangoModelFactory):
    """Anchors `exact` where it first stands in the article's text."""

    class Meta:
        model = Statement

    article = factory.SubFactory(ArticleFactory)
    source = factory.SubFactory(SourceFactory)
    manner = Statement.Manner.INDIRECT
    exact = "the bridge is safe"
    start = factory.LazyAttribute(lambda o: o.article.text.index(o.exact))
    end = factory.LazyAttribute(lambda o: o.start + len(o.exact))

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        statement = super()._create(model_class, *args, **kwargs)
        follow_in_stories([statement.article.story_id])
        return statement


class ClaimFactory(DjangoModelFactory):
    class Meta:
        model = Claim

    class Params:
        shown = factory.Trait(shown_at=factory.LazyFunction(timezone.now))

    text = factory.Sequence(lambda n: f"Bridge {n} is safe.")
    slug = factory.Sequence(lambda n: f"bridge-{n}-is-safe")


class TopicFactory(DjangoModelFactory):
    """A topic of as many claims as are given."""

    class Meta:
        model = Topic
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Topic {n}")
    slug = factory.Sequence(lambda n: f"topic-{n}")

    @factory.post_generation
    def claims(self, create, extracted):
        self.claims.set(extracted or ())


class PositionFactory(DjangoModelFactory):
    class Meta:
        model = Position

    class Params:
        denies = factory.Trait(stance=Position.Stance.DENIES)

    statement = factory.SubFactory(StatementFactory)
    claim = factory.SubFactory(ClaimFactory)
    stance = Position.Stance.SUPPORTS


class ConflictFactory(DjangoModelFactory):
    class Meta:
        model = Conflict

    first = factory.SubFactory(StatementFactory)
    second = factory.SubFactory(StatementFactory)


class VerdictFactory(DjangoModelFactory):
    """A draft that has all it needs to be published: a claim that somebody made, a document to rest on."""

    class Meta:
        model = Verdict

    class Params:
        in_review = factory.Trait(status=Verdict.Status.IN_REVIEW)

    @classmethod
    def _create(cls, model_class, *args, rests_on_report, **kwargs):
        verdict = super()._create(model_class, *args, **kwargs)
        if not verdict.claim.origin_id and not verdict.claim.positions.exists():
            verdict.claim.origin = StatementFactory()
            verdict.claim.save()
        if rests_on_report:
            verdict.evidence.create(
                title="Inspection report",
                url="https://city.example/inspection",
                archive_url="https://archive.example/inspection",
            )
        if verdict.is_in_review:
            seal(verdict, editor=verdict.last_editor)
        return verdict

    rests_on_report = True
    claim = factory.SubFactory(ClaimFactory)
    slug = factory.Sequence(lambda n: f"verdict-{n}")
    rating = factory.LazyFunction(lambda: Rating.objects.get(slug="false"))
    conclusion = "Inspectors closed the bridge the same week."
    reasoning = "The inspection report says so."
    author = factory.SubFactory(UserFactory, editor=True)
    last_editor = factory.SelfAttribute("author")
    changed_at = factory.LazyFunction(timezone.now)


class SecondOpinionFactory(DjangoModelFactory):
    """A question that waits for its answer."""

    class Meta:
        model = SecondOpinion

    verdict = factory.SubFactory(VerdictFactory)
    asked_of = factory.SubFactory(UserFactory, editor=True)
    asked_by = factory.SelfAttribute("verdict.author")


class AssignmentFactory(DjangoModelFactory):
    class Meta:
        model = Assignment

    claim = factory.SubFactory(ClaimFactory)
    assignee = factory.SubFactory(UserFactory, editor=True)
    assigned_by = factory.SelfAttribute("assignee")


class CommentFactory(DjangoModelFactory):
    """On a claim, unless a verdict is given."""

    class Meta:
        model = Comment

    class Params:
        on_verdict = factory.Trait(claim=None, verdict=factory.SubFactory(VerdictFactory))

    claim = factory.SubFactory(ClaimFactory)
    author = factory.SubFactory(UserFactory, editor=True)
    text = "Is the inspection report public?"


class MessageFactory(DjangoModelFactory):
    """Of a comment on a claim that is the recipient's."""

    class Meta:
        model = Message

    class Params:
        to_mail = factory.Trait(mail=Message.Mail.WAITING, mail_due_at=factory.LazyFunction(timezone.now))

    recipient = factory.SubFactory(UserFactory, editor=True, email=factory.Sequence(lambda n: f"p{n}@desk.example"))
    kind = Message.Kind.COMMENTED
    what = "commented on this claim of yours"
    comment = factory.SubFactory(CommentFactory)
    claim = factory.SelfAttribute("comment.claim")


class SavedSearchFactory(DjangoModelFactory):
    class Meta:
        model = SavedSearch

    owner = factory.SubFactory(UserFactory, editor=True)
    name = factory.Sequence(lambda n: f"Search {n}")
    query = "q=bridge"


class OutsideCheckFactory(DjangoModelFactory):
    class Meta:
        model = OutsideCheck

    url = factory.Sequence(lambda n: f"https://canal-check.example/{n}/")
    desk = "Canal Check"
    claim_text = "The lock was sold."
    label = "False"


class LetterFactory(DjangoModelFactory):
    """A report that waits, from a reader who left no address."""

    class Meta:
        model = Letter

    class Params:
        sent_claim = factory.Trait(kind=Letter.Kind.CLAIM, place="")

    kind = Letter.Kind.ERROR
    reference = factory.Sequence(lambda n: f"TEST-{n:04}")
    digest = factory.Sequence(str)
    text = factory.Sequence(lambda n: f"Pier {n} is in another town.")
    place = "http://localhost:8000/about/"
    language = "en"
    received_at = factory.LazyFunction(timezone.now)


class LetterWriterFactory(DjangoModelFactory):
    class Meta:
        model = LetterWriter

    letter = factory.SubFactory(LetterFactory)
    address = factory.Sequence(lambda n: f"reader{n}@reader.example")
    language = "en"
    left_at = mail_due_at = factory.LazyFunction(timezone.now)
