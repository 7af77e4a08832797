"""What a site's robots.txt says of fetching one of its pages: RFC 9309, read by Protego."""

from __future__ import annotations

from django.conf import settings
from protego import Protego

from factcheck.articles.web.connection import (
    MOST_REDIRECTS,
    PASTE,
    Answer,
    Deadline,
    FetchRefused,
    Target,
    get,
    target_of,
)
from factcheck.languages.sentences import noted

READ = 512_000  # bytes; the standard asks for 500 KiB at least


class Robots:
    """The rules of the sites that one fetch meets, each asked for once."""

    def __init__(self, deadline: Deadline) -> None:
        self.deadline = deadline
        self.rules: dict[str, Protego | None] = {}

    def must_allow(self, target: Target) -> str:
        """What robots.txt says, in a sentence. Raises FetchRefused where it forbids, or a server cannot tell."""
        if target.origin not in self.rules:
            self.rules[target.origin] = self._ask(target)
        rules = self.rules[target.origin]
        if rules is None:
            return noted("%(host)s has no robots.txt.", host=target.host)
        if not rules.can_fetch(target.url, settings.FETCH_USER_AGENT):
            raise FetchRefused(
                noted("%(host)s asks programs not to fetch this page, in its robots.txt.", host=target.host), PASTE
            )
        return noted("The robots.txt of %(host)s allows it.", host=target.host)

    def _ask(self, target: Target) -> Protego | None:
        """The rules; None if the site has none. An error of the server is no permission, says RFC 9309, 2.3.1.4."""
        answer = self._answer(target._replace(path="/robots.txt"))
        if answer is None or 400 <= answer.status < 500:
            return None
        if answer.status != 200:
            reason = noted(
                "%(host)s may forbid it: its robots.txt answers with error %(status)s.",
                host=target.host,
                status=answer.status,
            )
            raise FetchRefused(reason, noted("Try again later, or: %(paste)s", paste=PASTE))
        return Protego.parse(answer.body.decode("utf-8", "replace"))

    def _answer(self, target: Target) -> Answer | None:
        """The answer at the end of the redirects; None if there are too many, as the standard has it."""
        for _ in range(MOST_REDIRECTS + 1):
            answer = get(target, deadline=self.deadline, most=READ)
            if not answer.leads_to:
                return answer
            target = target_of(answer.leads_to)
        return None
