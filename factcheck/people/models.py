"""What is stored of people beside Django's accounts: the sessions that are open, and invitations."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import User
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.people.browsers import browser_in_words
from factcheck.people.sessions import LONGEST_BROWSER, SessionStore

VALID_FOR = timedelta(days=7)


class OpenSessionQuerySet(models.QuerySet["OpenSession"]):
    def of(self, person: User) -> Self:
        """Those in which the person is signed in, the one used last first."""
        return self.filter(person=person, expire_date__gt=timezone.now()).order_by("-seen_at")


class OpenSession(AbstractBaseSession):
    """One browser that keeps a session here, of somebody who signed in or of nobody yet."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="open_sessions")
    browser = models.CharField(max_length=LONGEST_BROWSER)
    signed_in_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    objects = BaseSessionManager.from_queryset(OpenSessionQuerySet)()  # type: ignore[misc]  # django-stubs

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        return SessionStore

    @property
    def handle(self) -> str:
        """What stands for it in a page's addresses; whoever reads that cannot use the session."""
        return salted_hmac("factcheck.people.session", self.session_key, algorithm="sha256").hexdigest()[:20]

    @property
    def browser_in_words(self) -> str:
        return browser_in_words(self.browser)


class AccountLanguage(models.Model):
    """The language in which one person has the desk."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="account_language"
    )
    language = models.CharField(max_length=15)

    def __str__(self) -> str:
        return self.language


def language_of(person: AbstractBaseUser) -> str:
    """The language that a person chose for the desk, else the site's."""
    chosen = AccountLanguage.objects.filter(person=person.pk).values_list("language", flat=True).first()
    return chosen if chosen in dict(settings.LANGUAGES) else str(settings.LANGUAGE_CODE)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def unanswered(self) -> Self:
        return self.filter(accepted_at=None, revoked_at=None)

    def open(self) -> Self:
        """Those that can still be accepted."""
        return self.unanswered().filter(expires_at__gt=timezone.now())


class Invitation(models.Model):
    """One person who was asked to work on the desk, and by which link they may come in, once."""

    class Role(models.TextChoices):
        EDITOR = "Editors", _("editor")
        REVIEWER = "Reviewers", _("reviewer")

    address = models.EmailField(_("mail address"))
    role = models.CharField(max_length=20, choices=Role)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    mail_failed_at = models.DateTimeField(null=True)  # the last one, where no mail came through since

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                Lower("address"),
                condition=Q(accepted_at=None, revoked_at=None),
                name="one_unanswered_invitation_an_address",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(revoked_at=None),
                name="invitation_is_accepted_or_revoked",
            ),
        ]

    def __str__(self) -> str:
        return f"Invitation {self.pk} as {self.role_in_words}"

    @property
    def role_in_words(self) -> str:
        return gettext("a reviewer") if self.role == self.Role.REVIEWER else gettext("an editor")

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.revoked_at is None and self.expires_at > timezone.now()
