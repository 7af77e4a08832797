"""Text that was damaged on its way: HTML entities left as written, and UTF-8 that was read as Windows-1252.

Repairs what can only be damage and leaves all else as it is. Offsets into the text do not survive a repair.
"""

from __future__ import annotations

from html import unescape

import regex

ENTITY = regex.compile(r"&(?:#\d{2,7}|#x[\da-fA-F]{2,6}|[A-Za-z]{2,8}\d{0,2});")
MISREAD = regex.compile(r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u0192\u02c6-\u2122]+")
LOST = "\ufffd"
# What Windows-1252 has for the bytes 80 to 9f; five are free, and stand for themselves.
BYTES = {bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte for byte in range(0x80, 0xA0)}


def repaired(text: str) -> str:
    """The text with entities resolved, twice where they were escaped twice, and misread UTF-8 read again."""
    for _ in range(2):
        if "&" in text:
            text = ENTITY.sub(lambda entity: unescape(entity.group()), text)
    return MISREAD.sub(_read_again, text)


def is_damaged(text: str) -> bool:
    """Whether a text shows damage, mended or not: a character that was lost counts."""
    return LOST in text or repaired(text) != text


def _read_again(misread: regex.Match[str]) -> str:
    try:
        return bytes(BYTES.get(sign, ord(sign)) for sign in misread.group()).decode()
    except ValueError:
        return misread.group()
