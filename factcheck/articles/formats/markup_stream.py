"""XML as it streams: one element after the other, without what makes XML dangerous.

Nothing outside the file is fetched, no entity is replaced, and a file that declares entities of its own is refused.
Names that HTML has for characters are read though XML does not know them, a prefix that nobody declared is no fault,
and a control character that XML cannot hold becomes one that it can, so that whoever reads the text can tell it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import IO, Any

from lxml import etree

from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.formats.source import IncomingFile
from factcheck.languages.sentences import noted

type Element = Any  # lxml is not typed

OF_XML = {b"amp", b"lt", b"gt", b"quot", b"apos"}
NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
OF_CONTROL = re.compile(rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));", re.IGNORECASE)
REFERENCE_BEGINS = re.compile(rb"&[#\w]{0,33}\Z")
CONTROLS = bytes(range(9)) + b"\x0b\x0c" + bytes(range(14, 32))
LONGEST = 12_000_000  # bytes of one element, or of what stands between two; a text of 5 MB takes less
MOST_ELEMENTS = 200_000  # in one element, or between two
DELETE = b"\x7f"  # the one control character of ASCII that XML can hold
READABLE = bytes.maketrans(CONTROLS, DELETE * len(CONTROLS))
DECLARATION = re.compile(r"(?:(?<!\s)\s+)?<\?xml[^<>]*\?>")
WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def elements(source: IncomingFile, names: set[str], *, beside: frozenset[str] = frozenset()) -> Iterator[Element]:
    """The elements of these local names in turn, each whole and forgotten afterwards. Raises ImportRefused.

    Those named `beside` come too, as soon as they end, and stay in the element that holds them.
    """
    file = MendedXml(source.open())
    stream = etree.iterparse(file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False)
    is_checked = False
    begun = 0
    try:
        for event, element in stream:
            begun += event == "start"
            _must_be_bounded(begun, MOST_ELEMENTS)
            if not is_checked:
                _must_not_declare_entities(element)
                is_checked = True
            if event == "end" and isinstance(element.tag, str):
                name = name_of(element)
                if name in names or name in beside:
                    yield element
                if name in names:
                    _forget(element)
                    file.held = begun = 0
    except etree.XMLSyntaxError as error:
        # The error's own log holds what earlier files of this process did wrong, too.
        if not stream.error_log.filter_from_fatals():  # nothing but a prefix that was not declared
            return
        reason = noted("It is not XML at line %(lineno)s: %(msg)s.", lineno=error.lineno, msg=error.msg)
        raise ImportRefused(reason, noted("Mend the file there.")) from None


def parsed(markup: str) -> Element | None:
    """The root of a piece of XML that stands in another file; None if it is not XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    mended = _mended(DECLARATION.sub("", markup, count=1).encode("utf-8", "replace"))
    try:
        root = etree.fromstring(mended, parser)
        _must_not_declare_entities(root)
    except etree.XMLSyntaxError:
        return None
    return root


def name_of(element: Element) -> str:
    """The name without its namespace, or without a prefix that nobody declared."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


class MendedXml:
    """A file of XML whose characters a parser can read; one in UTF-16 or UTF-32 is handed on as it is.

    `held` are the bytes that were read since whoever parses it let go of what came before.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.held = 0
        self._rest = b""
        self._is_wide = file.read(2) in WIDE
        file.seek(0)

    def read(self, size: int) -> bytes:
        """At least one byte of what follows, unless it is the end."""
        chunk = self._file.read(size)
        self.held += len(chunk)
        _must_be_bounded(self.held, LONGEST)
        if self._is_wide:
            return chunk
        text, self._rest = self._rest + chunk, b""
        if chunk and (begun := REFERENCE_BEGINS.search(text)) and begun.start():
            text, self._rest = text[: begun.start()], text[begun.start() :]
        return _mended(text)


def _mended(text: bytes) -> bytes:
    text = text.translate(READABLE)
    return OF_CONTROL.sub(b"&#127;", NAMED.sub(_numbered, text)) if b"&" in text else text


def _numbered(found: re.Match[bytes]) -> bytes:
    """The character that HTML has under a name, as a number, which XML knows too."""
    characters = "" if found[1] in OF_XML else html5.get(f"{found[1].decode()};", "")
    return "".join(f"&#{ord(character)};" for character in characters).encode() or found[0]


def child(element: Element, *path: str) -> Element | None:
    """The first element below that is reached by these local names."""
    for name in path:
        found = next((one for one in element if isinstance(one.tag, str) and name_of(one) == name), None)
        if found is None:
            return None
        element = found
    return element


def said(element: Element | None, *path: str) -> str:
    """The words of the first element below that is reached by these local names; empty if there is none."""
    found = child(element, *path) if element is not None else None
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _must_be_bounded(held: int, most: int) -> None:
    if held > most:
        raise ImportRefused(noted("One element of it holds more than any article does."), noted("Leave it out."))


def _must_not_declare_entities(element: Element) -> None:
    declared = element.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        reason = noted("It declares XML entities, by which a small file can swell or read others.")
        raise ImportRefused(reason, noted("Remove its DOCTYPE."))


def _forget(element: Element) -> None:
    element.clear()
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]
