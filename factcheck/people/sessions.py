"""Sessions that say whose they are, since when and in which browser, so that a person can see and end their own.

Whose it is stands in the session itself; nothing more is read for it on any page.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone

if TYPE_CHECKING:
    from factcheck.people.models import OpenSession

BROWSER: Final = "browser"
SIGNED_IN_AT: Final = "signed_in_at"  # seconds since 1970, as a session is stored as JSON
SEEN_AT: Final = "seen_at"
LONGEST_BROWSER = 300


class SessionStore(db.SessionStore):
    """Django's sessions in the database, in a table of ours."""

    @classmethod
    def get_model_class(cls) -> type[OpenSession]:
        from factcheck.people.models import OpenSession  # noqa: PLC0415 - models are loaded after the session engine

        return OpenSession

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        if SESSION_KEY not in data:
            return super().create_model_instance(data)
        now = timezone.now()
        data.setdefault(SIGNED_IN_AT, now.timestamp())
        data[SEEN_AT] = now.timestamp()
        row: Any = super().create_model_instance(data)
        row.person_id = int(data[SESSION_KEY])
        row.browser = data.get(BROWSER, "")
        row.signed_in_at = datetime.fromtimestamp(data[SIGNED_IN_AT], tz=UTC)
        row.seen_at = now
        return row
