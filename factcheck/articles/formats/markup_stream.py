"""XML as it streams: one element after the other, without what makes XML dangerous.

Nothing outside the file is fetched, no entity is replaced, and a file that declares entities of its own is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.formats.source import IncomingFile

type Element = Any  # lxml is not typed


def elements(source: IncomingFile, names: set[str], *, beside: frozenset[str] = frozenset()) -> Iterator[Element]:
    """The elements of these local names in turn, each whole and forgotten afterwards. Raises ImportRefused.

    Those named `beside` come too, as soon as they end, and stay in the element that holds them.
    """
    stream = etree.iterparse(
        source.open(), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
    )
    is_checked = False
    try:
        for event, element in stream:
            if not is_checked:
                _must_not_declare_entities(element)
                is_checked = True
            if event == "end" and isinstance(element.tag, str):
                name = name_of(element)
                if name in names or name in beside:
                    yield element
                if name in names:
                    _forget(element)
    except etree.XMLSyntaxError as error:
        reason = f"It is not XML at line {error.lineno}: {error.msg}."
        raise ImportRefused(reason, "Mend the file there.") from None


def name_of(element: Element) -> str:
    return str(etree.QName(element).localname)


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


def _must_not_declare_entities(element: Element) -> None:
    declared = element.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        reason = "It declares XML entities, by which a small file can swell or read others."
        raise ImportRefused(reason, "Remove its DOCTYPE.")


def _forget(element: Element) -> None:
    element.clear()
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]
