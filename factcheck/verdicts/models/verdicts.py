"""Verdicts and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from factcheck.claims.models import Carriage, Claim, Conflict, Statement
from factcheck.claims.models.topics import TopicLink, read_topic_lines, topic_lines
from factcheck.languages.sentences import noted
from factcheck.ledger.chain import take_turn
from factcheck.ledger.models import Entry
from factcheck.verdicts.models.pictures import Picture
from factcheck.verdicts.models.ratings import Rating
from factcheck.verdicts.models.revisions import RELEASES, Revision
from factcheck.verdicts.partial_dates import PartialDate, must_be_partial_date

RETURNS = ("verdict.sent_back", "verdict.reopened")  # acts that make a draft of a verdict in review


class NotAllowed(Exception):
    """An act that the rules of review forbid; the message tells the person why and what to do."""


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def public(self) -> Self:
        """Verdicts with a published state that readers may see, retracted ones among them."""
        return self.filter(current__isnull=False)

    def standing(self) -> Self:
        """Published verdicts that were not retracted."""
        return self.public().not_withdrawn()

    def not_withdrawn(self) -> Self:
        return self.exclude(status=Verdict.Status.RETRACTED)

    def awaiting_review(self) -> Self:
        return self.filter(status=Verdict.Status.IN_REVIEW)

    def for_decision_by(self, user: Any) -> Self:
        """Those in review that this person may decide, and those that somebody else proposed to retract."""
        proposed = Q(retraction_proposal__isnull=False) & ~Q(retraction_proposal__proposed_by=user)
        return self.filter(Q(status=Verdict.Status.IN_REVIEW) & ~Q(last_editor=user) | proposed)

    def drafts_of(self, user: Any) -> Self:
        return self.filter(Q(author=user) | Q(last_editor=user), status=Verdict.Status.DRAFT)

    def returned_to(self, user: Any) -> Self:
        """Their drafts that a reviewer sent back, or that a change took back, and that nobody submitted since."""
        on_it = Entry.objects.filter(subject_type=Verdict._meta.label_lower, subject_id=models.OuterRef("pk"))
        steps = on_it.filter(act__in=(*RETURNS, "verdict.submitted")).order_by("-pk")
        return self.drafts_of(user).alias(step=models.Subquery(steps.values("act")[:1])).filter(step__in=RETURNS)

    def out_of_step(self) -> Self:
        """Published verdicts that something changed under since, as the ledger tells."""
        release = {"subject_type": Revision._meta.label_lower, "act__in": RELEASES}
        released = Entry.objects.filter(subject_id=models.OuterRef(models.OuterRef("current")), **release)
        since = Q(pk__gt=models.Subquery(released.order_by("-pk").values("pk")[:1]))
        steps = {"subject_type": Verdict._meta.label_lower, "act__in": ("verdict.out_of_step", "verdict.in_step")}
        noted = Entry.objects.filter(since, subject_id=models.OuterRef("pk"), **steps).order_by("-pk")
        ever = Entry.objects.filter(act="verdict.out_of_step").values("subject_id")  # of few, so few are looked at
        is_out = self.filter(status=Verdict.Status.PUBLISHED, pk__in=ever)
        return is_out.alias(step=models.Subquery(noted.values("act")[:1])).filter(step="verdict.out_of_step")

    def at_risk(self) -> Self:
        """Verdicts whose evidence gave way: a newer text of the article lacks or changes the words, or they clash anew.

        Those too that are out of step with what the desk says by now.
        A conflict counts if it was found after the last change of the verdict and nobody dismissed or explained it.
        """
        given_way = Evidence.objects.filter(
            statement__carriages__article=F("statement__article__next"),
            statement__carriages__status__in=Carriage.CHANGED,
        )
        clashing = (
            Evidence.objects.filter(
                **{f"statement__{side}__state__in": Conflict.UNSETTLED},
                **{f"statement__{side}__created_at__gt": F("verdict__changed_at")},
            )
            for side in ("conflicts_as_first", "conflicts_as_second")
        )
        ways = (found.order_by().values("verdict") for found in (given_way, *clashing))
        return self.not_withdrawn().filter(pk__in=Verdict.objects.out_of_step().order_by().values("pk").union(*ways))

    def with_origins(self) -> Self:
        """With the statement that is named as the origin of each claim, and its paper."""
        return self.select_related(
            "claim__origin__source", "claim__origin__article__outlet", "claim__origin__article__story"
        )

    def visible_to(self, user: Any) -> Self:
        """Leaves out those that this person is asked to rate without seeing them."""
        asked = Verdict.objects.filter(opinions__asked_of=user, opinions__answered_at__isnull=True)
        return self.filter(~models.Exists(asked.filter(pk=models.OuterRef("pk"))))

    def beside(self, verdict: Verdict) -> Self:
        """Those that say the same in other languages, whatever readers see of them, with their badges."""
        group = getattr(verdict, "translation", None)
        others = self.none() if group is None else self.filter(translation__original=group.original_id)
        return (
            others.exclude(pk=verdict.pk).with_badges().select_related("claim", "translation").order_by("translation")
        )

    def with_topics(self) -> Self:
        """Adds what `topics` reads, without a query of its own."""
        return self.annotate(topic_lines=topic_lines(models.OuterRef("claim")))

    def with_people(self) -> Self:
        """With all who had a hand in it; `was_asked` tells whether a second opinion was asked for."""
        asked = Verdict.objects.filter(pk=models.OuterRef("pk"), opinions__isnull=False)
        whole = self.select_related("claim", "rating", "author", "last_editor", "reviewer", "translation").with_badges()
        return whole.annotate(was_asked=models.Exists(asked))

    def with_badges(self) -> Self:
        """Brings along what `badges` tells, of the public state its number alone."""
        return self.select_related("current", "retraction_proposal", "schedule").defer(
            *(f"current__{name}" for name in Revision.TEXTS)
        )

    def held(self, pk: int) -> Verdict:
        """One verdict for an act on it: until the transaction ends nobody changes it, nor anything that it shows.

        The turn at the ledger comes before the row, as it does for those who change what a verdict in review shows.
        """
        take_turn()
        return self.select_for_update(no_key=True, of=("self",)).get(pk=pk)


@dataclass(frozen=True)
class Badge:
    """One thing to know at once about a verdict, in a few words; `style` is the class of its tag."""

    style: str
    label: str


class Verdict(models.Model):
    """What the desk concluded about one claim, and how far it has come.

    The fields here are the working text. What readers see is `current`, the latest revision.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("verdict", "Draft")
        IN_REVIEW = "in_review", pgettext_lazy("verdict", "in review")
        SCHEDULED = "scheduled", pgettext_lazy("verdict", "Scheduled")
        PUBLISHED = "published", pgettext_lazy("verdict", "Published")
        RETRACTED = "retracted", pgettext_lazy("verdict", "Retracted")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="verdicts", related_query_name="verdict")
    slug = models.SlugField(max_length=120, unique=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    rating = models.ForeignKey(Rating, models.PROTECT, null=True, blank=True, related_name="verdicts")
    conclusion = models.CharField(max_length=300, blank=True, help_text=_("One sentence that a reader can repeat."))
    reasoning = models.TextField(blank=True, help_text=_("Markdown."))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    last_editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    edition = models.PositiveIntegerField(default=1, help_text=_("Counts the changes of the working text."))
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField()
    current = models.OneToOneField(Revision, models.PROTECT, null=True, blank=True, related_name="current_of")

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-id"]
        indexes = [models.Index(fields=["-changed_at", "-id"], name="verdict_changed_last")]
        permissions = [("review_verdict", "Can approve, publish, correct and retract verdicts")]
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewer__isnull=True) | ~Q(reviewer=F("last_editor")),
                name="verdict_reviewer_is_not_last_editor",
                violation_error_message=_("A verdict cannot be approved by the last person who changed it."),
            ),
            models.CheckConstraint(
                condition=Q(status="draft") | Q(rating__isnull=False) & ~Q(conclusion=""),
                name="verdict_in_review_is_complete",
                violation_error_message=_("Give the verdict a rating and a conclusion before it goes to review."),
            ),
            models.UniqueConstraint(
                fields=["claim"],
                condition=~Q(status="retracted"),
                name="claim_has_one_verdict_that_is_not_retracted",
                violation_error_message=_("The claim has a verdict already."),
            ),
        ]

    def __str__(self) -> str:
        return noted("Verdict on “%(claim)s”", claim=self.claim)

    def get_absolute_url(self) -> str:
        return reverse("public:verdict", args=[self.slug])

    @property
    def is_draft(self) -> bool:
        return self.status == self.Status.DRAFT

    @property
    def is_in_review(self) -> bool:
        return self.status == self.Status.IN_REVIEW

    @property
    def is_scheduled(self) -> bool:
        """Whether it is approved, and becomes public by itself at the time of its `schedule`."""
        return self.status == self.Status.SCHEDULED

    @property
    def is_sealed(self) -> bool:
        """Whether what readers would see is fixed, and every change of it takes the verdict back to draft."""
        return self.is_in_review or self.is_scheduled

    @property
    def topics(self) -> list[TopicLink]:
        """What its claim is about, by name; costs a query unless it was fetched `with_topics`."""
        if hasattr(self, "topic_lines"):
            return read_topic_lines(self.topic_lines)
        return [TopicLink(topic.slug, topic.name) for topic in self.claim.topics.all()]

    @property
    def is_public(self) -> bool:
        return self.current_id is not None

    @property
    def badges(self) -> list[Badge]:
        """What readers see, how far the working text has come where that is another thing, and what is proposed."""
        proposed = [Badge("denies", gettext("retraction proposed"))] if hasattr(self, "retraction_proposal") else []
        return [*self._states(), *proposed]

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was retracted: its page says so, and its text stays as it was."""
        return self.status == self.Status.RETRACTED

    @property
    def successor(self) -> Verdict | None:
        """The public verdict on the same claim that came after this one was retracted."""
        return Verdict.objects.public().filter(claim=self.claim_id, pk__gt=self.pk).order_by("pk").last()

    def _states(self) -> list[Badge]:
        if not self.current or self.is_withdrawn:
            return [Badge(self.status, self._status_told())]
        public = Badge(self.Status.PUBLISHED, gettext("public: revision %(number)s") % {"number": self.current.number})
        if self.status == self.Status.PUBLISHED:
            return [public]
        if self.is_draft:
            return [public, Badge(self.status, gettext("draft of a correction"))]
        return [
            public,
            Badge(self.status, gettext("correction %(status)s") % {"status": self._status_told()}),
        ]

    def _status_told(self) -> str:
        status = self.get_status_display().lower()
        if not self.is_scheduled:
            return status
        moment = date_format(localtime(self.schedule.publish_at), gettext("j F, H:i"))
        return gettext("%(status)s for %(moment)s") % {"status": status, "moment": moment}


def verdicts_of_claims(reader: User) -> Prefetch[Any]:
    """What `prefetch_related` of claims takes, for the desk to tell how far each one's verdict has come."""
    return Prefetch("verdicts", Verdict.objects.visible_to(reader).select_related("rating").with_badges())


class Evidence(models.Model):
    """What a verdict rests on: a statement; or a document, picture, screenshot, video or post from outside.

    `medium` is said of the latter alone. `made_on` is as much of a date as is known: 2019, 2019-02 or 2019-02-14.
    """

    class Medium(models.TextChoices):
        DOCUMENT = "document", pgettext_lazy("evidence", "Document")
        PICTURE = "picture", pgettext_lazy("evidence", "Picture")
        SCREENSHOT = "screenshot", pgettext_lazy("evidence", "Screenshot")
        VIDEO = "video", pgettext_lazy("evidence", "Video")
        POST = "post", pgettext_lazy("evidence", "Post")

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="evidence")
    statement = models.ForeignKey(Statement, models.PROTECT, null=True, blank=True, related_name="+")
    medium = models.CharField(_("what it is"), max_length=10, choices=Medium.choices, default=Medium.DOCUMENT)
    title = models.CharField(max_length=300, blank=True)
    maker = models.CharField(_("who made or posted it"), max_length=200, blank=True)
    made_on = models.CharField(_("when it was made"), max_length=10, blank=True, validators=[must_be_partial_date])
    url = models.URLField("address", max_length=1000, blank=True)
    archive_url = models.URLField(_("archive link"), max_length=1000, blank=True)
    picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        error_messages={"invalid": _("This picture is no longer stored. Choose its file again.")},
    )
    alt = models.CharField(_("the picture in words"), max_length=1000, blank=True)
    note = models.CharField(_("what it shows"), max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0, help_text=_("Its place among the verdict's evidence."))

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(statement__isnull=False, title="", picture__isnull=True)
                | Q(statement__isnull=True) & ~Q(title="") & (~Q(url="") | Q(picture__isnull=False)),
                name="evidence_is_a_statement_or_from_outside",
                violation_error_message=_("Evidence is one statement, or has a title, and an address or a picture."),
            ),
            models.CheckConstraint(
                condition=Q(picture__isnull=True) | ~Q(alt="") & ~Q(medium="document"),
                name="picture_is_told_in_words",
                violation_error_message=_("Say in words what the picture shows, for readers who cannot see it."),
            ),
            models.UniqueConstraint(
                fields=["verdict", "statement"],
                name="statement_is_evidence_once",
                violation_error_message=_("The verdict rests on this statement already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.statement)

    @property
    def address(self) -> str:
        """Where it, or the statement's article, stands on the web; empty if it is not known."""
        return self.statement.article.url if self.statement else self.url

    @property
    def made(self) -> PartialDate | None:
        """When it was made, as much as is known of it."""
        return PartialDate(self.made_on) if self.made_on else None
