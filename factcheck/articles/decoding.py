"""Bytes to text: UTF-8, else Windows-1252 where nothing else is likely, else a refusal. No guess is silent."""

from __future__ import annotations

import codecs
import re

from factcheck.articles.incoming import ImportRefused

REMEDY = "Save it as UTF-8 text and import that."
KINDS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
HIGH_RUN = re.compile("[À-ÿ]{3}")
RARE_IN_WESTERN = re.compile("[ÐÝÞðýþ¤¦¨¯¸¹¼½¾µ×÷¬¶ƒˆ‰Œ†‡‹›˜¢]")


def decode(data: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding if it was not UTF-8. Raises ImportRefused."""
    kind = next((name for magic, name in KINDS if data.startswith(magic)), "")
    if kind:
        raise ImportRefused(f"It is {kind}, not text.", REMEDY)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf_16(data), "UTF-16"
    if b"\0" in data:
        raise ImportRefused("It is a binary file, not text.", REMEDY)
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        return _western(data, error), "Windows-1252"


def _utf_16(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        raise ImportRefused("It begins like UTF-16 text and does not go on so.", REMEDY) from None


def _western(data: bytes, error: UnicodeDecodeError) -> str:
    """Windows-1252 is believed of a text whose accents stand alone between plain letters, as in English or French."""
    line = data.count(b"\n", 0, error.start) + 1
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or not _reads_western(text):
        reason = f"Line {line} is not UTF-8, and its encoding cannot be told."
        raise ImportRefused(reason, REMEDY)
    return text


def _reads_western(text: str) -> bool:
    if HIGH_RUN.search(text) or RARE_IN_WESTERN.search(text):
        return False
    return sum(c > "\x7f" for c in text) * 10 <= len(text)
