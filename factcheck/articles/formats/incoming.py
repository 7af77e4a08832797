"""One text on its way in, as a reader of a file format hands it over, and the one way an import is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from factcheck.articles.reading.findings import CONTROL, TextFinding
from factcheck.languages.sentences import noted

LONGEST = 5_000_000  # bytes of one row, or of one file that is one article
LENGTHS = {"url": 1000, "outlet": 200, "headline": 500, "byline": 500, "agency": 200, "language": 12}
LENGTHS |= {"story": 120, "story_title": 300}
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff\ufffe\uffff]")  # what no database keeps
SUBSTITUTE = "\x1a"  # the control character that says: another stood here
FEW_CONTROLS = 8
MOST_CONTROLS = 0.01  # share of a text's characters; what holds more, and more than a few, is no text
PLAIN_ADDRESS = re.compile(  # what most addresses look like; no other needs the validator's closer look
    r"https?://(?=[^/]{1,253}/)(?P<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})/[A-Za-z0-9_./~-]*"
)
is_web_address = URLValidator(["http", "https"])


class ImportRefused(Exception):
    """A text or row that cannot be taken in: names file, row and field, says why, and what to do.

    `values` is the row as it was received, by the columns' names, so that a person can mend it.
    """

    def __init__(
        self,
        reason: str,
        remedy: str,
        *,
        file: str = "",
        row: int | None = None,
        field: str = "",
        values: Mapping[str, Any] | None = None,
    ) -> None:
        self.reason, self.remedy = CONTROL.sub("\ufffd", reason), remedy
        self.file, self.row, self.field, self.values = file, row, field, values
        place = ", ".join(filter(None, [file, noted("row %(row)s", row=row) if row else "", field]))
        super().__init__(f"{place}: {self.reason} {remedy}" if place else f"{self.reason} {remedy}")

    def within(self, file: str, row: int | None = None, values: Mapping[str, Any] | None = None) -> ImportRefused:
        """The same refusal, with the place and the row that the code which found it did not know."""
        file = "/".join(filter(None, [file, self.file])) if file != self.file else file
        values = values if self.values is None else self.values
        return type(self)(self.reason, self.remedy, file=file, row=self.row or row, field=self.field, values=values)


class NotAnArticle(ImportRefused):
    """A row that holds no article, or none that was published: nothing to mend, so it never holds up the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A text as received, and what came beside it; empty strings and None stand for what did not.

    `is_page` says that the text is a whole page, so that its first line may be another headline than the given one.
    `pages` is where each page of a document begins in the text, in code points. `because` says of values that no person
    gave, by their names, where they come from, or of one that is empty why what stands there is none. `file` is the
    name of the file that it stands in, inside an archive. `told` is what its markup says beside the text. `findings`
    and `text` are what a desk knew of the text when it exported it: where `findings` is not None nothing is inferred,
    and `text` is the reading text if it is not what the findings leave. `story` names the story, where it is not to be
    looked for.
    """

    received: str
    url: str = ""
    outlet: str = ""
    headline: str = ""
    byline: str = ""
    agency: str = ""
    published_on: date | None = None
    language: str = ""
    encoding: str = ""
    is_page: bool = False
    pages: Sequence[int] = ()
    row: int | None = None
    file: str = ""
    because: Mapping[str, str] = field(default_factory=dict)
    told: tuple[TextFinding, ...] = ()
    findings: Sequence[Mapping[str, Any]] | None = None
    text: str = ""
    story: str = ""
    story_title: str = ""
    relation: str = ""
    is_story_chosen: bool = False

    @property
    def is_exported(self) -> bool:
        """Whether a desk knew it already, so that nothing is inferred."""
        return self.findings is not None

    def filled_from(self, given: Given) -> Incoming:
        """The same text; what did not come beside it is taken from what was given for the whole file.

        Raises ImportRefused if what only one article can have was given for a row among others.
        """
        if (self.row is not None or self.file) and (given.url or given.headline):
            reason = noted("One address or headline cannot be that of every row.")
            raise ImportRefused(reason, noted("Write them into the rows."), row=self.row)
        missing = {
            name: value for name in Given.__slots__ if not getattr(self, name) and (value := getattr(given, name))
        }
        because = {name: why for name, why in self.because.items() if name not in missing}
        return replace(self, **missing, because=because) if missing else self

    def storable(self) -> Incoming:
        """The same text as a database can keep it: in the text a control character stands for each that it cannot,
        and no value that came beside it holds one.
        """
        beside = "".join(getattr(self, name) for name in LENGTHS)
        if "\n" not in beside and not CONTROL.search(beside + self.text) and not UNSTORABLE.search(self.received):
            return self
        texts = {"received": UNSTORABLE.sub(SUBSTITUTE, self.received), "text": CONTROL.sub("", self.text)}
        values = {name: " ".join(CONTROL.sub("", getattr(self, name)).split("\n")) for name in LENGTHS}
        changed: dict[str, Any] = {
            name: value for name, value in (texts | values).items() if value != getattr(self, name)
        }
        return replace(self, **changed)

    def must_be_sound(self) -> None:
        """Raises ImportRefused for a text or a value that no article can hold."""
        if not self.received.strip():
            raise ImportRefused(noted("There is no text."), noted("Leave it out, or give it its text."), field="text")
        if len(self.received) > LONGEST // 4 and len(self.received.encode("utf-8", "surrogatepass")) > LONGEST:
            reason = noted("The text is longer than %(longest)s MB.", longest=f"{LONGEST / 1e6:.0f}")
            raise ImportRefused(reason, noted("Split it, or leave it out."), field="text")
        for name, text in (("text", self.received), ("reading", self.text)):
            if (found := CONTROL.search(text)) and _is_binary(text):
                line = text.count("\n", 0, found.start()) + 1
                reason = noted(
                    "Control characters stand all over it from line %(line)s on, as in what is no text.", line=line
                )
                raise ImportRefused(reason, noted("Save the article as plain text and import that."), field=name)
        for name, longest in LENGTHS.items():
            value = getattr(self, name)
            if len(value) > longest:
                reason = noted(
                    "It has %(count)s characters; %(longest)s is the most.", count=len(value), longest=longest
                )
                raise ImportRefused(reason, noted("Shorten it."), field=name)
            if value and (CONTROL.search(value) or "\n" in value):
                raise ImportRefused(noted("It holds a control character."), noted("Remove it."), field=name)
        self._must_have_web_address()

    def _must_have_web_address(self) -> None:
        try:
            if self.url and not PLAIN_ADDRESS.fullmatch(self.url):
                is_web_address(self.url)
        except ValidationError:
            reason = noted("“%(url)s” is no web address.", url=self.url)
            raise ImportRefused(reason, noted("Write it with http:// or https://."), field="url") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person gave for a whole file; it counts where a row says nothing itself."""

    url: str = ""
    outlet: str = ""
    headline: str = ""
    published_on: date | None = None
    language: str = ""

    def as_json(self) -> dict[str, str]:
        return {name: str(value) for name in self.__slots__ if (value := getattr(self, name))}

    @classmethod
    def from_json(cls, values: Mapping[str, str]) -> Given:
        day = values.get("published_on", "")
        others = {name: values.get(name, "") for name in cls.__slots__ if name != "published_on"}
        return cls(published_on=day_of(day) if day else None, **others)


def _is_binary(text: str) -> bool:
    return len(CONTROL.findall(text)) > max(FEW_CONTROLS, MOST_CONTROLS * len(text)) or bool(UNSTORABLE.search(text))


def domain_of(url: str) -> str:
    """The host of an address without `www.`; empty if there is no address."""
    if plain := PLAIN_ADDRESS.fullmatch(url):
        return plain["host"].removeprefix("www.")[:200]
    return (urlsplit(url).hostname or "").removeprefix("www.")[:200] if url else ""


def day_of(words: str) -> date:
    """The day of an ISO 8601 date or time. Raises ImportRefused."""
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError:
        reason = noted("“%(words)s” is no date that exists.", words=words)
        raise ImportRefused(reason, noted("Write it as YYYY-MM-DD."), field="published_on") from None
