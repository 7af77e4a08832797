"""What rooms above tell this one at start, since rooms import one way: whom to call, and what of theirs it meets.

An application registers in its `AppConfig.ready()`; what is called runs in the transaction of the act that calls it.
Models are named by their labels, such as `articles.story`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from django.db.models import Q

type StoriesListener = Callable[[Collection[int]], None]
type TextHolder = Callable[[int], str]

NONE = Q(pk__in=[])

_story_listeners: list[StoriesListener] = []
_text_holders: list[TextHolder] = []
_worked_out: dict[str, Q] = {}
_importable: list[str] = []
_reasons: dict[str, str] = {}


def when_stories_change(listener: StoriesListener) -> None:
    """Have `listener` called with the keys of stories that got or lost articles, or in which a text changed.

    An import is silent about stories that are new with it and have one version: nothing can stand on them yet.
    """
    if listener not in _story_listeners:
        _story_listeners.append(listener)


def stories_changed(story_keys: Collection[int]) -> None:
    """Tell all who registered that these stories are not what they were."""
    for listener in _story_listeners if story_keys else ():
        listener(story_keys)


def hold_texts(holder: TextHolder) -> None:
    """Have `holder` say of an article, by its key, why its text has to stay as it is; empty if it need not."""
    if holder not in _text_holders:
        _text_holders.append(holder)


def why_text_stays(article_key: int) -> str:
    """Why the text of an article has to stay as it is, by whoever registered; empty if it need not."""
    return next(filter(None, (holder(article_key) for holder in _text_holders)), "")


def desk_works_out(model: str, *, unless: Q = NONE) -> None:
    """Have the rows of a model be no reason to keep an import: the desk makes them by itself, and makes them again.

    `unless` are those of them that a person decided about.
    """
    _worked_out[model] = unless


def decided_rows(model: str) -> Q:
    """Which rows of a model people made or decided about: all, unless the desk works them out."""
    return _worked_out.get(model, Q())


def fixtures_hold(*models: str) -> None:
    """Have rows of these models come in by fixtures, each after those it refers to."""
    _importable.extend(model for model in models if model not in _importable)


def fixtures_never_hold(application: str, *, because: str) -> None:
    """Have the other rows of an application be refused in fixtures with this sentence."""
    _reasons[application] = because


def importable_models() -> Collection[str]:
    """The models that fixtures hold, each after those it refers to."""
    return tuple(_importable)


def fixture_refusals() -> Mapping[str, str]:
    """Why an application's other rows are refused, by its label."""
    return _reasons
