"""A mail message: its subject as headline, its sender as who wrote it, its body as the text.

What is attached is not read; a mail that holds nothing else is refused.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import Any

from factcheck.articles.formats.day_words import day_told
from factcheck.articles.formats.encoding import decode
from factcheck.articles.formats.fragments import text_of
from factcheck.articles.formats.incoming import LENGTHS, ImportRefused, Incoming, NotAnArticle
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.formats.wrapped_lines import paragraphs_of
from factcheck.articles.reading.credit_line import agency_named
from factcheck.languages.sentences import noted

LONGEST = 25_000_000  # bytes of one mail, with what is attached: as much as mail servers let through
LONGEST_HEAD = 1_000_000
LONGEST_PART = 8_000_000  # of text, encoded or not
MOST_PARTS = 1_000
HEADERS = re.compile(rb"(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?((?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){3,})\r?\n")
BOM = b"\xef\xbb\xbf"
HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
OF_MAIL = re.compile(rb"(?im)^(from|subject|date|received|message-id|mime-version|content-type|delivered-to):")
PREFIXES = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
BECAUSE = noted("the mail gives it")


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The article of a mail. Raises ImportRefused."""
    if source.size > LONGEST:
        reason = noted("The mail holds more than %(longest)s MB.", longest=f"{LONGEST / 1e6:.0f}")
        raise ImportRefused(reason, noted("Save it without what is attached."))
    message = _message(source)
    text = _text(message, source.encoding)
    if not text:
        attached = [name for part in message.walk() if (name := part.get_filename())]
        told = (
            noted("The mail has no text, only what is attached: %(attached)s.", attached=", ".join(attached)[:200])
            if attached
            else ""
        )
        raise NotAnArticle(
            told or noted("The mail has no text."), noted("Save what is attached, and import that."), field="text"
        )
    words = _header(message, "Date")
    sender = parseaddr(_header(message, "From"))[0]
    agency = agency_named(sender)
    values: dict[str, Any] = {
        "headline": PREFIXES.sub("", _header(message, "Subject"))[: LENGTHS["headline"]],
        "byline": "" if agency else sender[: LENGTHS["byline"]],
        "agency": agency,
        "published_on": day_told(words),
    }
    because = {name: BECAUSE for name, value in values.items() if value}
    if words and not values["published_on"]:
        because["published_on"] = noted("the mail gives “%(words)s”, which is no day", words=words[:100])
    yield Incoming(received=text, because=because, **values)


def _message(source: IncomingFile) -> Message:
    """The mail in its parts. Raises ImportRefused for a head or parts without end, which take minutes to part."""
    content = source.path.read_bytes()
    head = HEAD_ENDS.search(content, 0, LONGEST_HEAD)
    if head is None and len(content) > LONGEST_HEAD:
        raise ImportRefused(noted("The mail has a head without an end."), noted("Save it again."))
    if b"multipart/" in content.lower() and content.count(b"\n--") > MOST_PARTS:
        reason = noted("The mail has more than %(most_parts)s parts.", most_parts=f"{MOST_PARTS:,}")
        raise ImportRefused(reason, noted("Save its text, and import that."))
    with source.open() as file:
        file.seek(len(BOM) if content.startswith(BOM) else 0)
        del content
        return email.message_from_binary_file(file, policy=email.policy.compat32)


def is_mail(start: bytes) -> bool:
    """Whether a file that starts so is a mail: a block of headers, three of them such as mails have."""
    block = HEADERS.match(start)
    return block is not None and len({name.lower() for name in OF_MAIL.findall(block[1])}) >= 3


def _text(message: Message, encoding: str) -> str:
    """The plain text of a mail, else the text of its HTML; nothing of what is attached."""
    parts = [part for part in message.walk() if not part.is_multipart() and not part.get_filename()]
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    marked = [part for part in parts if part.get_content_type() == "text/html"]
    found = "\n\n".join(filter(None, (_plain(part, encoding) for part in plain)))
    return found or "\n\n".join(filter(None, (text_of(_words(part, encoding)) for part in marked)))


def _plain(part: Message, encoding: str) -> str:
    lines = _words(part, encoding).replace("\r\n", "\n").split("\n")
    return "\n\n".join(paragraphs_of(lines))


def _words(part: Message, encoding: str) -> str:
    if len(str(part.get_payload())) > LONGEST_PART:
        reason = noted("The text of the mail holds more than %(longest)s MB.", longest=f"{LONGEST_PART / 1e6:.0f}")
        raise ImportRefused(reason, noted("Split it, or leave it out."))
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    charset = encoding or part.get_content_charset() or ""
    try:
        return content.decode(charset) if charset else decode(content)[0]
    except (LookupError, UnicodeDecodeError):
        return decode(content)[0]


def _header(message: Message, name: str) -> str:
    """A header's words on one line, however they are encoded."""
    written = str(message[name] or "")
    try:
        return " ".join(str(make_header(decode_header(written))).split())
    except (LookupError, ValueError):  # an encoding that nobody knows: it stays as it is written
        return " ".join(written.split())
