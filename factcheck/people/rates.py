"""How often one account, or one network address, may ask for what costs the server much.

The counts stand in the cache: without one that processes share, each counts by itself.
"""

from __future__ import annotations

import math

from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle

from factcheck.people.throttle import network_of


def seconds_to_wait(request: HttpRequest, *, rate: str, what: str, by_account: bool = False) -> int:
    """Count a request for `what`; how long until it may be answered, 0 if now.

    `rate` is such as 300/min. By account are counted those who are signed in; everybody else, and everybody otherwise,
    by the network that they ask from. A program in this process, which has none, is not counted.
    """
    throttle = _Throttle(rate)
    asks = f"account-{request.user.pk}" if by_account and request.user.is_authenticated else network_of(request)
    throttle.key = f"rate-{what}-{rate}-{asks}" if asks else None
    return 0 if throttle.allow_request(request) else max(1, math.ceil(throttle.wait() or 1))


class _Throttle(SimpleRateThrottle):
    key: str | None = None

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether it may. What was counted later than now, since a clock went back, would count for too long."""
        counted = self.cache.get(self.key, ()) if self.key else ()
        if counted and max(counted) > self.timer():  # type: ignore[misc]  # a builtin, which is no method
            self.cache.delete(self.key)
        return super().allow_request(request)

    def get_cache_key(self, request: HttpRequest) -> str | None:
        return self.key
