"""Blocks of the desk's pages that stand as long as their queries are answered as they were when they were made.

Each look asks these queries again, which costs a fraction of making the block: nobody is shown what has been changed
since, whichever way, and nothing has to be emptied. A block is made from its queries and from what it is kept under: no
clock, no person, no request. What each look has of its own is put in its `place`. Each process keeps its own blocks.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template import loader
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language

from factcheck.stamps.answers import PageAnswers, QueryAnswer
from factcheck.stamps.writes import Execute

IN_MEMORY = 128  # pages, in each process
MARK: Final = secrets.token_hex(16)  # nobody can write it into a text that is shown
FORMS_TOKEN = "csrf_token"  # noqa: S105 - its name in a context
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class KeptBlocks:
    """What stands on the page, and what its queries were answered; None if they cannot be asked again."""

    blocks: Sequence[str]
    answers: Sequence[QueryAnswer] | None

    def hold(self) -> bool:
        return self.answers is not None and all(answer.is_given_again(connection) for answer in self.answers)

    def filled(self, live: Mapping[str, str]) -> list[SafeString]:
        return [_filled(block, live) for block in self.blocks]


def kept_blocks(
    templates: Sequence[str],
    about: Hashable,
    make: Callable[[], Mapping[str, Any]],
    live: Mapping[str, str] = NOTHING,
    *,
    request: HttpRequest | None = None,
) -> list[SafeString]:
    """What the templates make of the context that `make` reads; `about` is whatever decides on that context.

    `live` is what stands now in the places that the context names. Templates with forms of their own need the request.
    """
    key = (*templates, about, get_language(), get_current_timezone_name())
    with _lock:
        kept = _at_hand.get(key) if settings.KEEPS_PAGES else None
    if kept is None or not kept.hold():
        with _noting_answers() as noted:
            context = {**make(), FORMS_TOKEN: place(FORMS_TOKEN)}
            kept = KeptBlocks([loader.render_to_string(template, context) for template in templates], noted.told())
    _hold(key, kept)
    return kept.filled({**live, FORMS_TOKEN: get_token(request)} if request else live)


def forget_blocks() -> None:
    """Make every block anew."""
    with _lock:
        _at_hand.clear()


def place(name: str) -> SafeString:
    """What a context names where each look puts something else."""
    return SafeString(f"{MARK}-{name}-")


@contextmanager
def _noting_answers() -> Iterator[PageAnswers]:
    noted = PageAnswers()

    def note(execute: Execute, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
        answer = execute(sql, params, many, context)
        noted.listen(context["cursor"], str(sql), params, many=many)
        return answer

    with connection.execute_wrapper(note):
        yield noted


def _filled(block: str, live: Mapping[str, str]) -> SafeString:
    for name, told in live.items():
        block = block.replace(place(name), told)
    return mark_safe(block)  # noqa: S308 - a template escapes


_at_hand: OrderedDict[Hashable, KeptBlocks] = OrderedDict()
_lock = Lock()


def _hold(key: Hashable, kept: KeptBlocks) -> None:
    with _lock:
        _at_hand[key] = kept
        _at_hand.move_to_end(key)
        if len(_at_hand) > IN_MEMORY:
            _at_hand.popitem(last=False)
