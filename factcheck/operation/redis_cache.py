"""Redis as the cache, which the site does without while it is gone: nothing is found there, and nothing is kept.

`/readyz` tells, and whoever has to know something for certain asks the database.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
LEFT_ALONE_FOR = 5.0  # seconds: a server that does not answer would hold up each request anew


class ForgivingClient(RedisCacheClient):
    """Django's client; where Redis does not answer, or takes no more, it is as if the cache were empty.

    So `add` finds nothing there before it: who asks whether they are the first is told that they are.
    """

    gone_until = 0.0

    def get(self, key: Any, default: Any) -> Any:
        return self._ask(super().get, key, default, otherwise=default)

    def get_many(self, keys: Any) -> Any:
        return self._ask(super().get_many, keys, otherwise={})

    def add(self, key: Any, value: Any, timeout: Any) -> Any:
        return self._ask(super().add, key, value, timeout, otherwise=True)

    def set(self, key: Any, value: Any, timeout: Any) -> None:
        self._ask(super().set, key, value, timeout, otherwise=None)

    def set_many(self, data: Any, timeout: Any) -> None:
        self._ask(super().set_many, data, timeout, otherwise=None)

    def delete(self, key: Any) -> Any:
        return self._ask(super().delete, key, otherwise=False)

    def incr(self, key: Any, delta: Any) -> Any:
        """Raises ValueError, as for a key that is not there."""
        counted = self._ask(super().incr, key, delta, otherwise=None)
        if counted is None:
            raise ValueError("The cache is gone.")
        return counted

    def _ask(self, act: Callable[..., Any], *words: Any, otherwise: Any) -> Any:
        if time.monotonic() < self.gone_until:
            return otherwise
        try:
            return act(*words)
        except RedisError as fault:
            self.gone_until = time.monotonic() + LEFT_ALONE_FOR
            logger.warning("The cache does not answer (%s); the site goes on without it.", type(fault).__name__)
            return otherwise


class ForgivingRedisCache(RedisCache):
    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        patience = {"socket_connect_timeout": 1, "socket_timeout": 2, **params.get("OPTIONS", {})}  # seconds
        super().__init__(server, {**params, "OPTIONS": patience})
        self._class = ForgivingClient
