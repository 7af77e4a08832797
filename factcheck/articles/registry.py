"""Who above this room wants to hear of its articles: rooms import one way, so those above register at start.

An application registers in its `AppConfig.ready()`; what is called runs in the transaction of the act that calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

type StoriesListener = Callable[[Collection[int]], None]

_story_listeners: list[StoriesListener] = []


def when_stories_change(listener: StoriesListener) -> None:
    """Have `listener` called with the keys of stories that got or lost articles, or in which a text changed."""
    if listener not in _story_listeners:
        _story_listeners.append(listener)


def stories_changed(story_keys: Collection[int]) -> None:
    """Tell all who registered that these stories are not what they were."""
    for listener in _story_listeners if story_keys else ():
        listener(story_keys)
