"""Sources, statements, claims, positions, conflicts and carriage."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from factcheck.articles.models import Article


class SourceQuerySet(models.QuerySet["Source"]):
    def named(self) -> Self:
        """All but the people whom a paper does not name, who are known within one story only."""
        return self.exclude(kind=Source.Kind.ANONYMOUS)

    def known_as(self, name: str) -> Self:
        """Sources that have this name or alias."""
        name = " ".join(name.split())
        return self.filter(Q(name__iexact=name) | Q(aliases__name__iexact=name))


class Source(models.Model):
    """Who speaks: a person, an organisation, people a paper does not name, or a document."""

    class Kind(models.TextChoices):
        PERSON = "person"
        ORGANISATION = "organisation"
        ANONYMOUS = "anonymous", "anonymous people"
        DOCUMENT = "document"

    name = models.CharField(
        max_length=300, help_text="For people the paper does not name, its words: “four people with knowledge of …”."
    )
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PERSON)
    role = models.CharField(max_length=300, blank=True, help_text="What the person was when speaking.")
    people = models.PositiveSmallIntegerField("how many people", default=1)
    is_on_record = models.BooleanField("on the record", default=True)
    same_as = models.URLField("reference page", max_length=500, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(people__gte=1),
                name="source_is_somebody",
                violation_error_message="A source is at least one person.",
            ),
            models.CheckConstraint(
                condition=Q(kind="anonymous") | Q(people=1),
                name="source_counts_only_the_anonymous",
                violation_error_message="Only anonymous people are counted; a named source is one.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("public:source", args=[self.slug])

    @property
    def is_anonymous(self) -> bool:
        return self.kind == self.Kind.ANONYMOUS


class SourceAlias(models.Model):
    """Another name that papers give a source: a spelling, a short form, a name in another script."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "source aliases"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="source_alias_is_of_one_source",
                violation_error_message="This name leads to a source already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class StatementQuerySet(models.QuerySet["Statement"]):
    def with_articles(self) -> Self:
        return self.select_related("source", "article__outlet", "article__story")

    def with_texts(self) -> Self:
        """With sources, and of each article what it takes to read the statement where it stands."""
        return self.select_related("source", "article").defer("article__received", "article__findings")

    def in_story(self, story: models.Model) -> Self:
        return self.filter(article__story=story)

    def not_followed(self) -> models.QuerySet[Statement, tuple[int, str, str, str, int, str]]:
        """Each statement beside each version of its story that it was not followed into.

        Key and selector of the statement, key and text of the version.
        """
        known = Carriage.objects.filter(statement=models.OuterRef("pk"), article=models.OuterRef("version"))
        versions = self.order_by().annotate(version=F("article__story__articles"))
        unknown = versions.exclude(version=F("article")).filter(~models.Exists(known))
        return unknown.values_list("pk", "exact", "prefix", "suffix", "version", "article__story__articles__text")

    def without_terms(self) -> Self:
        """Statements that came by another way than marking, and are not in the index of terms yet."""
        return self.filter(~models.Exists(StatementTerm.objects.filter(statement=models.OuterRef("pk"))))

    def public(self) -> Self:
        """Statements that readers may see: those with a position on a public claim."""
        return self.filter(models.Exists(Position.objects.public().filter(statement=models.OuterRef("pk"))))


class Statement(models.Model):
    """One utterance in one article: an anchored quotation, its source, and how the paper gives it.

    `exact`, `prefix` and `suffix` are the W3C text-quote selector, `start` and `end` the text-position
    selector, both into the article's reading text, in code points.
    """

    class Manner(models.TextChoices):
        DIRECT = "direct", "direct speech"
        INDIRECT = "indirect", "indirect speech"
        OWN_WORDS = "own_words", "the paper's own words"

    article = models.ForeignKey(Article, models.PROTECT, related_name="statements")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="statements")
    manner = models.CharField("how it is given", max_length=10, choices=Manner.choices)
    exact = models.TextField("words")
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    role = models.CharField("what the paper calls the speaker", max_length=300, blank=True)
    said_on = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="statement_has_words",
                violation_error_message="A statement has at least one word.",
            ),
            models.UniqueConstraint(
                fields=["article", "start", "end"],
                name="statement_is_marked_once",
                violation_error_message="These words are marked as a statement already.",
            ),
            models.CheckConstraint(
                condition=Q(manner="own_words") | Q(source__isnull=False),
                name="statement_has_a_source",
                violation_error_message="Say who speaks, or that these are the paper's own words.",
            ),
        ]

    def __str__(self) -> str:
        words = self.exact if len(self.exact) <= 80 else f"{self.exact[:79]}…"
        return f"{self.speaker}: {words}"

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#statement-{self.pk}"

    def clean(self) -> None:
        if self.article_id and not self._is_anchored(self.article.text):
            raise ValidationError(
                "The words do not stand at this place in the article's reading text. Select them again.",
                code="anchor",
            )

    def _is_anchored(self, text: str) -> bool:
        """Whether the words, and those before and after them, stand where they are said to; a field may be missing."""
        if None in (self.start, self.end):
            return True
        before, after = text[: self.start], text[self.end :]
        is_there = text[self.start : self.end] == self.exact
        return is_there and before.endswith(self.prefix) and after.startswith(self.suffix)

    @property
    def speaker(self) -> str:
        return self.source.name if self.source else str(self.article.outlet)

    @property
    def said_or_published_on(self) -> date | None:
        return self.said_on or self.article.published_on


class StatementTerm(models.Model):
    """One matter that one statement speaks of; a minus before it says that the statement denies it."""

    pk = models.CompositePrimaryKey("term", "statement")
    term = models.CharField(max_length=40)
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="terms")

    def __str__(self) -> str:
        return self.term


class ClaimQuerySet(models.QuerySet["Claim"]):
    def contested(self) -> Self:
        """Claims that at least one statement supports and at least one denies."""
        positions = Position.objects.filter(claim=models.OuterRef("pk"))
        return self.filter(
            models.Exists(positions.filter(stance=Position.Stance.SUPPORTS)),
            models.Exists(positions.filter(stance=Position.Stance.DENIES)),
        )

    def public(self) -> Self:
        """Claims that readers may see: with a published verdict, or contested.

        Both sides of a contested claim stand in the papers already; a claim with one side is a working note.
        """
        return self.filter(_is_decided()) | self.contested()

    def undecided(self) -> Self:
        """Claims on which readers find no verdict; one may be in the works."""
        return self.filter(~_is_decided())

    def without_verdict(self) -> Self:
        return self.filter(verdict__isnull=True)

    def at_address(self, slug: str) -> Self:
        """The claim that an address leads to, its own or one that it had before."""
        former = ClaimAlias.objects.filter(slug=slug).values("claim")
        return self.filter(Q(slug=slug) | Q(pk__in=former))


def _is_decided() -> models.Exists:
    """Whether readers find a verdict on the claim, even if it is a retracted one."""
    return models.Exists(Claim.objects.filter(pk=models.OuterRef("pk"), verdict__current__isnull=False))


class Claim(models.Model):
    """One checkable sentence that statements are for or against."""

    text = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    origin = models.ForeignKey(
        Statement,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The statement that made the claim. Left empty, it is the earliest that supports it.",
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["-created_at", "-id"])]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("public:claim", args=[self.slug])

    def clean(self) -> None:
        if ClaimAlias.objects.filter(slug=self.slug).exclude(claim=self.pk).exists():
            raise ValidationError({"slug": "Another claim had this address, and it leads there. Choose another."})

    @property
    def verdict(self) -> Any:
        """The newest verdict, or None; the ones before it were retracted. Lists fetch `verdicts` beforehand."""
        return max(self.verdicts.all(), key=lambda verdict: verdict.pk, default=None)

    @property
    def public_text(self) -> str:
        """Its words as readers know them: those that its last verdict was published with, else its own.

        Readers' pages fetch `public_verdicts` beforehand, the desk's all `verdicts`, both with what is published.
        """
        verdicts: Any = getattr(self, "public_verdicts", None)
        if verdicts is None:
            verdicts = self.verdicts.all()
        public = [verdict for verdict in verdicts if verdict.current_id is not None]
        newest = max(public, key=lambda verdict: verdict.pk, default=None)
        return newest.current.claim_text if newest else self.text


class ClaimAlias(models.Model):
    """An address that a claim had before it was reworded or joined into another; it leads to the claim of now."""

    slug = models.SlugField(max_length=120, unique=True)
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="aliases")

    def __str__(self) -> str:
        return self.slug


class PositionQuerySet(models.QuerySet["Position"]):
    def public(self) -> Self:
        return self.filter(models.Exists(Claim.objects.public().filter(pk=models.OuterRef("claim"))))

    def with_statements(self) -> Self:
        related = ("statement__source", "statement__article__outlet", "statement__article__story")
        return self.select_related(*related).defer("statement__article__received", "statement__article__findings")


class Position(models.Model):
    """What one statement says of one claim."""

    class Stance(models.TextChoices):
        SUPPORTS = "supports"
        DENIES = "denies"
        QUALIFIES = "qualifies"
        MENTIONS = "mentions"

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="positions")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="positions")
    stance = models.CharField(max_length=10, choices=Stance.choices)

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ["statement__said_on", "statement__article__published_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "claim"],
                name="statement_has_one_position_on_a_claim",
                violation_error_message="This statement has a position on this claim already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement} {self.get_stance_display()} “{self.claim}”"


class ConflictQuerySet(models.QuerySet["Conflict"]):
    def suggested(self) -> Self:
        """What nobody has looked at yet, the likeliest first."""
        return self.filter(state=Conflict.State.SUGGESTED).order_by("-score", "-id")

    def standing(self) -> Self:
        """Conflicts that nobody dismissed."""
        return self.exclude(state=Conflict.State.DISMISSED)

    def between(self, statements: Iterable[Statement]) -> Self:
        """Conflicts in which both sides are among the statements."""
        wanted = list(statements)
        return self.filter(first__in=wanted, second__in=wanted)

    def involving(self, statements: Iterable[Statement | int]) -> Self:
        """Conflicts in which one of the statements stands on either side."""
        wanted = list(statements)
        return self.filter(Q(first__in=wanted) | Q(second__in=wanted))

    def with_statements(self) -> Self:
        return self.select_related(
            "first__source", "first__article__outlet", "second__source", "second__article__outlet"
        )

    def without_texts(self) -> Self:
        """For lists, which show who speaks and nothing of the article around it."""
        texts = ("text", "received", "findings")
        return self.defer(*(f"{side}__article__{name}" for side in ("first", "second") for name in texts))


class Conflict(models.Model):
    """Two statements that cannot both stand, or stand only with an explanation."""

    class Relation(models.TextChoices):
        CONTRADICTS = "contradicts"
        QUALIFIES = "qualifies"
        SUPERSEDES = "supersedes"
        REVERSES = "reverses", "reverses (the same source changed its word)"

    class State(models.TextChoices):
        SUGGESTED = "suggested"
        OPEN = "open"
        EXPLAINED = "explained"
        DISMISSED = "dismissed"

    UNSETTLED = (State.SUGGESTED, State.OPEN)

    first = models.ForeignKey(Statement, models.CASCADE, related_name="conflicts_as_first")
    second = models.ForeignKey(Statement, models.CASCADE, related_name="conflicts_as_second")
    relation = models.CharField(max_length=12, choices=Relation.choices, default=Relation.CONTRADICTS)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUGGESTED)
    explanation = models.TextField(blank=True)
    because = models.CharField("why it was suggested", max_length=300, blank=True)
    score = models.FloatField("how likely it was thought", default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ConflictQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="conflict_names_the_older_statement_first",
                violation_error_message="Name the statement that was marked earlier first; a conflict has two of them.",
            ),
            models.UniqueConstraint(
                fields=["first", "second"],
                name="conflict_is_recorded_once",
                violation_error_message="This conflict is recorded already.",
            ),
            models.CheckConstraint(
                condition=~Q(state="explained") | ~Q(explanation=""),
                name="conflict_explained_has_an_explanation",
                violation_error_message="Say in a sentence how both statements can stand.",
            ),
        ]
        indexes = [models.Index(fields=["state", "-score", "-id"])]

    def __str__(self) -> str:
        return f"{self.first} — {self.get_relation_display()} — {self.second}"

    def get_absolute_url(self) -> str:
        return reverse("desk:conflict", args=[self.pk])

    def other_than(self, statement: Statement) -> int:
        """The key of the statement that one stands against."""
        return self.second_id if self.first_id == statement.pk else self.first_id


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def involving(self, statements: Iterable[Statement]) -> Self:
        """Agreements in which one of the statements stands on either side."""
        wanted = list(statements)
        return self.filter(Q(first__in=wanted) | Q(second__in=wanted))

    def of_two_voices(self) -> Self:
        """Leaves out versions of one story, where an article was moved since: a reprint is no second voice."""
        same_story = Q(first__article__story=F("second__article__story"))
        return self.exclude(same_story & ~Q(first__article=F("second__article")))

    def with_statements(self) -> Self:
        """For lists, which show who speaks where and nothing of the articles."""
        texts = ("text", "received", "findings")
        sides = ("first", "second")
        return self.select_related(
            *(f"{side}__{related}" for side in sides for related in ("source", "article__outlet"))
        ).defer(*(f"{side}__article__{name}" for side in sides for name in texts))


class Agreement(models.Model):
    """Two statements, of two stories or by two sources, that were found to say the same: derived, and never judged."""

    first = models.ForeignKey(Statement, models.CASCADE, related_name="+")
    second = models.ForeignKey(Statement, models.CASCADE, related_name="+")
    score = models.FloatField("how much both say", editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="agreement_names_the_older_statement_first"
            ),
            models.UniqueConstraint(fields=["first", "second"], name="agreement_is_recorded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first} — {self.second}"


class CarriageQuerySet(models.QuerySet["Carriage"]):
    def in_story_of_statement(self) -> Self:
        """Leaves out versions that were moved to another story since they were followed."""
        return self.filter(article__story=F("statement__article__story")).order_by("article__published_on", "article")

    def with_papers(self) -> Self:
        """What became of statements in other versions of their stories, with the papers and without the texts."""
        texts = ("article__text", "article__received", "article__findings")
        return self.in_story_of_statement().select_related("article__outlet").defer(*texts)


class Carriage(models.Model):
    """What became of one statement in one other version of its story."""

    class Status(models.TextChoices):
        INTACT = "intact"
        SPLIT = "split"
        ALTERED = "altered"
        TRUNCATED = "truncated"
        PARAPHRASED = "paraphrased"
        OUTSIDE = "outside"  # not in the reading text, but in what was received of the page
        CUT = "cut"

    CHANGED = (Status.ALTERED, Status.TRUNCATED, Status.PARAPHRASED, Status.CUT)

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="carriages")
    article = models.ForeignKey(Article, models.CASCADE, related_name="carriages")
    status = models.CharField(max_length=12, choices=Status.choices)
    spans = models.JSONField(default=list, help_text="Pairs of start and end in the version's reading text.")
    similarity = models.FloatField()

    objects = CarriageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "article"], name="carriage_is_recorded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.statement} in {self.article}: {self.get_status_display()}"

    @property
    def is_carried(self) -> bool:
        return self.status != self.Status.CUT
