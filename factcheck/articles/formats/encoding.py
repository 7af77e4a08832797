"""Bytes to text: UTF-8, else an encoding that a person named or that the text itself makes likely, else a refusal.

No guess is silent: whoever asks is told the encoding wherever it is not UTF-8.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from tempfile import TemporaryFile
from typing import IO

from charset_normalizer import from_bytes

from factcheck.articles.formats.incoming import ImportRefused
from factcheck.languages.sentences import noted

REMEDY = noted("Save it as UTF-8 text and import that.")
KINDS = (
    (b"%PDF", noted("a PDF document")),
    (b"PK\x03\x04", noted("a ZIP archive or an office document")),
    (b"\x1f\x8b", noted("a compressed file")),
    (b"\xd0\xcf\x11\xe0", noted("an office document")),
    (b"{\\rtf", noted("a rich-text document")),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
MARKS = (  # the longer first: that of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
COMMON = [
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_5", "koi8_r"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949", "euc_kr", "cp874"),
]
WESTERN = "cp1252"
HIGH_RUN = re.compile("[À-ÿ]{3}")
RARE_IN_WESTERN = re.compile("[ÐÝÞðýþ¤¦¨¯¸¹¼½¾µ×÷¬¶ƒˆ‰Œ†‡‹›˜¢]")
HIGH = re.compile(rb"[\x80-\xff]")
LEAST_TO_GUESS_BY = 100  # bytes beyond ASCII
MOST_CHAOS = 0.1
CHUNK = 1 << 20


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text, and the name of its encoding if it was not UTF-8. Raises ImportRefused."""
    must_be_text(data)
    if encoding:
        return _decoded(data, encoding), encoding
    if mark := _mark(data):
        return _decoded(data, *mark), mark[1]
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        codec = _likely(data, line=data.count(b"\n", 0, error.start) + 1)
        return data.decode(codec), _name(codec)


def must_be_text(data: bytes) -> None:
    """Raises ImportRefused for the beginning of a file that holds no text."""
    kind = next((name for magic, name in KINDS if data.startswith(magic)), "")
    if kind:
        raise ImportRefused(noted("It is %(kind)s, not text.", kind=kind), REMEDY)
    if b"\0" in data and not _mark(data):
        raise ImportRefused(noted("It is a binary file, not text."), REMEDY)


def as_utf_8(file: IO[bytes], encoding: str = "") -> tuple[IO[bytes], str]:
    """A file of any length as UTF-8, at its first character, and the name of its encoding if it was another.

    A few broken lines among sound ones do not make it another encoding; who reads the lines refuses those.
    Raises ImportRefused if the encoding cannot be told.
    """
    start = file.read(4096)
    file.seek(0)
    must_be_text(start)
    if encoding:
        return _recoded(file, encoding), encoding
    if mark := _mark(start):
        return _recoded(file, *mark), mark[1]
    codec = "" if is_utf_8(_chunks(file)) else _codec_of_lines(file)
    if codec:
        return _recoded(file, codec, _name(codec)), _name(codec)
    file.seek(len(codecs.BOM_UTF8) if start.startswith(codecs.BOM_UTF8) else 0)
    return file, ""


def _mark(data: bytes) -> tuple[str, str] | None:
    return next(((codec, name) for mark, codec, name in MARKS if data.startswith(mark)), None)


def _decoded(data: bytes, codec: str, name: str = "") -> str:
    try:
        return data.decode(codec)
    except LookupError:
        raise _unknown(codec) from None
    except UnicodeDecodeError:
        raise _other(name or codec) from None


def _recoded(file: IO[bytes], codec: str, name: str = "") -> IO[bytes]:
    """The same text as UTF-8, in a file that is gone when it is closed."""
    try:
        decoder = codecs.getincrementaldecoder(codec)()
    except LookupError:
        raise _unknown(codec) from None
    target = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
    file.seek(0)
    try:
        for chunk in _chunks(file):
            target.write(decoder.decode(chunk, not chunk).encode())
    except UnicodeError:
        target.close()
        raise _other(name or codec) from None
    target.seek(0)
    return target


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    """The rest of a file in pieces; the last is empty."""
    while chunk := file.read(CHUNK):
        yield chunk
    yield b""


def is_utf_8(pieces: Iterable[bytes]) -> bool:
    """Whether pieces of bytes, one after the other, are UTF-8 to their end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in chain(pieces, [b""]):
            decoder.decode(piece, final=not piece)
    except UnicodeDecodeError:
        return False
    return True


def _codec_of_lines(file: IO[bytes]) -> str:
    """The codec of a file that is not UTF-8 throughout; empty if most of its lines beyond ASCII are."""
    file.seek(0)
    sound, first = 0, 0
    sample: list[bytes] = []
    size = 0
    for number, line in enumerate(iter(lambda: file.readline(CHUNK), b""), 1):
        if line.isascii():
            continue
        try:
            line.decode()
            sound += 1
        except UnicodeDecodeError:
            first = first or number
            if size < CHUNK:
                sample.append(line)
                size += len(line)
    return "" if sound >= len(sample) else _likely(b"".join(sample), line=first)


def _likely(data: bytes, *, line: int) -> str:
    """The codec of a text that is not UTF-8. Raises ImportRefused.

    Windows-1252 is believed where accents stand alone between plain letters, as in English or French; another only
    where there is enough of the text to tell.
    """
    try:
        western = data.decode(WESTERN)
    except UnicodeDecodeError:
        western = ""
    if western and _reads_western(western):
        return WESTERN
    if len(HIGH.findall(data)) >= LEAST_TO_GUESS_BY:
        best = from_bytes(data, cp_isolation=COMMON, threshold=MOST_CHAOS).best()
        if best is not None:
            return best.encoding
    reason = noted("Line %(line)s is not UTF-8, and its encoding cannot be told.", line=line)
    raise ImportRefused(reason, REMEDY)


def _reads_western(text: str) -> bool:
    if HIGH_RUN.search(text) or RARE_IN_WESTERN.search(text):
        return False
    return sum(c > "\x7f" for c in text) * 10 <= len(text)


def _name(codec: str) -> str:
    return codec.replace("cp125", "Windows-125").replace("_", "-")


def _unknown(encoding: str) -> ImportRefused:
    return ImportRefused(
        noted("There is no encoding “%(encoding)s”.", encoding=encoding),
        noted("Name one such as utf-8 or windows-1251."),
    )


def _other(encoding: str) -> ImportRefused:
    return ImportRefused(noted("It begins like %(encoding)s text and does not go on so.", encoding=encoding), REMEDY)
