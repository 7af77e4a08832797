"""What languages are called, by their tags: for people who read or choose one."""

from __future__ import annotations

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext, gettext_noop

# Django has names of these languages in English alone.
gettext_noop("Chinese")
gettext_noop("Norwegian")
gettext_noop("Norwegian Bokmal")
NAMES = {tag: str(info["name"]) for tag, info in LANG_INFO.items() if "name" in info} | {"zh": "Chinese"}


def language_name(tag: str) -> str:
    """ "Spanish" for "es", "Spanish (es-ni)" for a form of it without a name of its own; else the tag."""
    lower = tag.lower().replace("_", "-")
    if lower in NAMES:
        return gettext(NAMES[lower])
    name = NAMES.get(lower.partition("-")[0])
    return f"{gettext(name)} ({tag})" if name else tag


def language_choices(tag: str) -> list[tuple[str, str]]:
    """Tags and names to choose from, by name; `tag`, which is chosen now, among them."""
    return sorted(((each, language_name(each)) for each in {*NAMES, tag}), key=lambda choice: choice[1])
