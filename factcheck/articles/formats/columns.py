"""The columns of a row, in CSV, JSON and JSON Lines alike: read as a text on its way in, and written from an article.

`export_articles` writes them all; a person needs `text` alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.articles.formats.incoming import ImportRefused, Incoming, day_of
from factcheck.articles.reading.findings import CONTROL, why_unfit
from factcheck.languages.sentences import noted

DESCRIBED = {
    "text": noted("the article's text as received, with \\n between lines; the only column that every row needs"),
    "url": noted("the address at which it stands, with http:// or https://"),
    "outlet": noted("the publisher's name"),
    "headline": noted("its headline; where empty, the text's own first line is looked at"),
    "byline": noted("who wrote it, without “By”"),
    "agency": noted("the agency that is credited"),
    "published_on": noted("the day it was published, as YYYY-MM-DD or an ISO 8601 time"),
    "language": noted("a language tag such as en or es; told by the text where empty"),
    "story": noted("what rows of one story have in common, as export_articles writes it; where empty, it is found"),
    "story_title": noted("with story: what the story is called"),
    "relation": noted("with story: original, copy, update, derived or related"),
    "chosen": noted("with story: true if a person chose it"),
    "reading": noted("the article's text without the page around it, where it is not what the findings leave"),
    "findings": noted("what was inferred from the text, as export_articles writes it; nothing more is inferred then"),
    "refused": noted("why the row was refused before; it is passed over"),
}
TEXTS = ("url", "outlet", "headline", "byline", "agency", "language", "story", "story_title", "relation")
STORY = re.compile(r"[-\w]+", re.ASCII)
RELATIONS = ("original", "copy", "update", "derived", "related")


def must_be_columns(names: Sequence[str]) -> None:
    """Raises ImportRefused for a name that is no column."""
    if unknown := next((name for name in names if name not in DESCRIBED), None):
        raise ImportRefused(
            noted("There is no such field."),
            noted("The fields are %(described)s.", described=", ".join(DESCRIBED)),
            field=unknown,
        )


def row_of(values: Mapping[str, Any], *, row: int) -> Incoming:
    """A row by its columns' names. Raises ImportRefused, with the row as it is."""
    try:
        must_be_columns(list(values))
        texts = {name: _text(values, name).strip() for name in TEXTS}
        _must_name_story(texts)
        day = _text(values, "published_on").strip()
        return Incoming(
            received=_text(values, "text"),
            published_on=day_of(day) if day else None,
            is_story_chosen=_is_true(values, "chosen"),
            text=_text(values, "reading"),
            findings=_findings(values),
            row=row,
            **texts,  # type: ignore[arg-type]
        )
    except ImportRefused as refusal:
        raise refusal.within("", row, values) from None


def values_of(incoming: Incoming) -> dict[str, Any]:
    """A row as its columns would give it; what it does not have is left out."""
    values = {
        "text": incoming.received,
        **{name: getattr(incoming, name) for name in TEXTS},
        "published_on": str(incoming.published_on or ""),
        "chosen": incoming.is_story_chosen,
        "reading": incoming.text,
        "findings": incoming.findings,
    }
    return {name: value for name, value in values.items() if value or (name == "findings" and value is not None)}


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise ImportRefused(noted("The value is not text."), noted("Write it in quotation marks."), field=name)
    return value or ""


def _must_name_story(texts: Mapping[str, str]) -> None:
    relation, story = texts["relation"], texts["story"]
    if relation and relation not in RELATIONS:
        raise ImportRefused(
            noted("“%(relation)s” is no relation.", relation=relation),
            noted("Write %(relations)s.", relations=", ".join(RELATIONS)),
            field="relation",
        )
    if story and not STORY.fullmatch(story):
        reason = noted("“%(story)s” cannot be the short name of a story.", story=story)
        raise ImportRefused(reason, noted("Write letters, digits and hyphens."), field="story")


def _is_true(values: Mapping[str, Any], name: str) -> bool:
    value = values.get(name)
    if value not in (None, "", True, False, "true", "false"):
        raise ImportRefused(noted("The value is neither true nor false."), noted("Write true or false."), field=name)
    return value in (True, "true")


def _findings(values: Mapping[str, Any]) -> Sequence[Mapping[str, Any]] | None:
    found: Any = values.get("findings")
    if found in (None, ""):
        return None
    because = why_unfit(found, _text(values, "text"))
    if not because and any(CONTROL.search(finding["value"] + finding["because"]) for finding in found):
        because = noted("Findings hold no control characters.")
    if because:
        raise ImportRefused(because, noted("Leave the field out, and they are found again."), field="findings")
    told: Sequence[Mapping[str, Any]] = found
    return told
