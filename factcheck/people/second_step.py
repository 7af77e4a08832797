"""The second step of signing in: six digits from an app, or one of ten recovery codes, each good for one time.

A device that is not confirmed yet lets nobody in; it waits for the first code that its owner's app shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import segno
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django_otp import verify_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from factcheck.ledger.chain import record
from factcheck.people.end_sessions import forget_other_sessions
from factcheck.people.throttle import in_minutes

RECOVERY_CODES = 10
DIGITS = 6
SET_UP_WITHIN = timedelta(hours=1)


class CodeRefused(Exception):
    """The code lets nobody in; the message says what to do."""


class IsRequired(Exception):
    """The second step cannot be taken off by its owner, because the desk requires one."""


@dataclass(frozen=True)
class Enrolment:
    """What an app needs to show this person's codes: a picture to scan, or a key to type."""

    picture: str  # SVG, as an address for <img>
    key: str

    @classmethod
    def of(cls, device: Any) -> Enrolment:
        code = segno.make(device.config_url, error="m")
        key = device.config_url.partition("secret=")[2].partition("&")[0].removesuffix("%3D")
        return cls(
            picture=code.svg_data_uri(scale=5, border=3, light="white"),
            key=" ".join(key[start : start + 4] for start in range(0, len(key), 4)),
        )


def has_second_step(person: User) -> bool:
    return bool(TOTPDevice.objects.filter(user=person, confirmed=True).exists())


def must_take_second_step(person: User) -> bool:
    """Whether a right password alone does not let this person in."""
    return settings.REQUIRE_TOTP or has_second_step(person)


def enrolment_of(person: User) -> Enrolment | None:
    """What a person who began to set up a second step has to scan; None if nobody began."""
    device = _begun(person)
    return Enrolment.of(device) if device else None


def recovery_codes_left(person: User) -> int:
    return int(StaticToken.objects.filter(device__user=person).count())


@transaction.atomic
def begin_second_step(person: User) -> None:
    """Make a new key for the person's app; it counts for nothing until a code of it was given."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    TOTPDevice.objects.filter(user=person, confirmed=False).delete()
    TOTPDevice.objects.create(user=person, name="App", confirmed=False)


def confirm_second_step(person: User, *, code: str, session_key: str | None = None) -> tuple[list[str], Any]:
    """Have the device that was begun count from now on, in place of an earlier one.

    Returns new recovery codes and the device. All the person's sessions but the one with this key end: they were begun
    without it. Raises CodeRefused if nothing was begun or the code is not what the app shows now.
    """
    device = _begun(person)
    if device is None:
        raise CodeRefused(_("This was set up already, or taken off again. Begin anew."))
    verified = _verified(person, device, _plain(code))
    with transaction.atomic():
        TOTPDevice.objects.filter(user=person).exclude(pk=verified.pk).delete()
        TOTPDevice.objects.filter(pk=verified.pk).update(confirmed=True)
        codes = _make_recovery_codes(person)
        forget_other_sessions(person, but=session_key)
        record("person.second_step_set", actor=person, on=person)
    return codes, verified


@transaction.atomic
def renew_recovery_codes(person: User) -> list[str]:
    """Ten new recovery codes; the earlier ones count no more."""
    codes = _make_recovery_codes(person)
    record("person.recovery_codes_renewed", actor=person, on=person)
    return codes


def check_code(person: User, code: str) -> Any:
    """The device of the person that a code is right for: digits for the app, anything else for recovery codes.

    A code counts once. Raises CodeRefused if it is wrong, was used, or too many were tried.
    """
    plain = _plain(code)
    is_of_app = plain.isdecimal() and len(plain) == DIGITS
    devices = (TOTPDevice if is_of_app else StaticDevice).objects.filter(user=person, confirmed=True)
    device = devices.order_by("-pk").first()
    if device is None:
        raise CodeRefused(WRONG)
    return _verified(person, device, plain)


@transaction.atomic
def take_off_second_step(person: User, *, actor: User | None) -> None:
    """Let the person in with their password alone again.

    `actor` is None at the machine's own command line. Raises IsRequired if the person asks for their own and the desk
    requires one.
    """
    if actor == person and settings.REQUIRE_TOTP:
        raise IsRequired(_("This desk requires a second step. Set it up anew if you have another phone."))
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    was_set = has_second_step(person)
    TOTPDevice.objects.filter(user=person).delete()
    StaticDevice.objects.filter(user=person).delete()
    if actor != person:
        forget_other_sessions(person, but=None)  # what was lost may be signed in
    if was_set:
        record("person.second_step_taken_off", actor=actor, on=person)


def forgive_wrong_codes(person: User) -> None:
    """End the wait for the next code: whoever tried wrong ones knew a password that counts no more."""
    for devices in (TOTPDevice.objects, StaticDevice.objects):
        devices.filter(user=person).update(throttling_failure_count=0, throttling_failure_timestamp=None)


WRONG = gettext_lazy(
    "This code is not right, or it was used already. Type the one that the app shows now, or a recovery code."
)


def _begun(person: User) -> Any:
    devices = TOTPDevice.objects.filter(user=person, confirmed=False, created_at__gt=timezone.now() - SET_UP_WITHIN)
    return devices.order_by("-pk").first()


def _plain(code: str) -> str:
    return "".join(code.split()).replace("-", "").lower()


def _verified(person: User, device: Any, code: str) -> Any:
    """The device, after it took the code."""
    is_allowed, about = device.verify_is_allowed()
    if not is_allowed:
        raise CodeRefused(
            _("Too many wrong codes were tried. Wait %(wait)s, then try again.")
            % {"wait": _wait(about["locked_until"])}
        )
    verified = verify_token(person, device.persistent_id, code)
    if verified is None:
        raise CodeRefused(WRONG)
    return verified


def _wait(until: datetime) -> str:
    wait = until - timezone.now()
    seconds = max(1, round(wait.total_seconds()))
    told = ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
    return in_minutes(wait) if seconds > 90 else told


def _make_recovery_codes(person: User) -> list[str]:
    StaticDevice.objects.filter(user=person).delete()
    device = StaticDevice.objects.create(user=person, name="Recovery codes")
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes
