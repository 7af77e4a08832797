"""How often a password may be tried: counted for each account and for each network address, by django-axes.

An account is counted whether it exists or not, so that being locked out says nothing of it.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

ADDRESS_WEIGHT = 5  # a newsroom's people come from one address, so that its limit is five times an account's
ONE_HOUSEHOLD = 64  # bits of an IPv6 address; the rest each customer of a network chooses at will


class PasswordThrottle(AxesDatabaseHandler):  # type: ignore[misc]  # axes has no types
    """The counting of axes, with a limit of its own for addresses, and without keeping what was typed."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        of_account, of_address = (_count(attempts) for attempts in self.get_user_attempts(request, credentials))
        return max(of_account, of_address // ADDRESS_WEIGHT)

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        super().user_login_failed(sender, credentials, request, **kwargs)
        if request is not None:
            for attempts in self.filter_user_attempts(request, credentials)[:1]:
                attempts.update(get_data="", post_data="")

    def reset_user_attempts(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Forget the failures of the account that signed in, and of no other that the same address tried."""
        of_account, _ = self.filter_user_attempts(request, credentials)
        return int(of_account.delete()[0])


def network_of(request: HttpRequest) -> str | None:
    """The address that a request comes from, as the outermost proxy of ours saw it; of IPv6 the network of a household.

    Each proxy puts the address it was asked from at the end of `X-Forwarded-For`; what stands before those of ours,
    whoever asks may have made up.
    """
    asked_from = request.META.get("REMOTE_ADDR", "")
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if settings.PROXIES and len(forwarded) >= settings.PROXIES:
        asked_from = forwarded[-settings.PROXIES] or asked_from
    try:
        address = ipaddress.ip_address(asked_from)
    except ValueError:
        return None
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, ONE_HOUSEHOLD), strict=False).network_address)


def free_at(failures: Iterable[tuple[datetime, int]], *, limit: int) -> datetime | None:
    """When fewer than `limit` of the failures are younger than the wait; None if that is so now.

    `failures` are the times of the last failure of each kind of visitor, each with how many there were.
    """
    counted = sorted(failures)
    left = sum(count for _, count in counted)
    moment = None
    for at, count in counted:
        if left < limit:
            break
        left, moment = left - count, at + settings.AXES_COOLOFF_TIME
    return moment


def refusal_of(request: HttpRequest, login: str) -> str:
    """Why no password of this account is looked at just now, and for how long; empty if that is not so."""
    if not getattr(request, "axes_locked_out", False):
        return ""
    limit, longest = settings.AXES_FAILURE_LIMIT, settings.AXES_COOLOFF_TIME
    young = AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - longest)
    rows = young.values_list("attempt_time", "failures_since_start")
    moments = [
        free_at(rows.filter(username=login), limit=limit),
        free_at(rows.filter(ip_address=network_of(request)), limit=limit * ADDRESS_WEIGHT),
    ]
    wait = max((moment - timezone.now() for moment in moments if moment), default=longest)
    return _("Too many wrong passwords were tried. Wait %(wait)s, then try again.") % {"wait": in_minutes(wait)}


def in_minutes(wait: timedelta) -> str:
    """A wait in words, in whole minutes, never less than one."""
    minutes = max(1, -(-int(wait.total_seconds()) // 60))
    return ngettext("a minute", "%(count)d minutes", minutes) % {"count": minutes}


def _count(attempts: Any) -> int:
    return sum(attempts.values_list("failures_since_start", flat=True))
