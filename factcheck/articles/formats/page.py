"""A web page: its article's text without the page around it, and what its markup says of the article.

Saved pages count too: HTML as a browser saves it, and MHTML, the whole page in one file.
"""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree
from lxml import html as lxml_html

from factcheck.articles.formats import claim_review
from factcheck.articles.formats.encoding import decode, is_utf_8
from factcheck.articles.formats.incoming import ImportRefused, Incoming, day_of
from factcheck.articles.formats.markup import SaidByPage, said_in
from factcheck.articles.formats.page_text import article_in
from factcheck.articles.formats.source import IncomingFile
from factcheck.languages.sentences import noted

LONGEST = 10_000_000  # bytes of one page
HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)
DECLARED = re.compile(rb"<\?xml[^>]+encoding=[\"']([\w-]+)|<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)")
AT_START = 4096  # bytes in which a page says what it is
AS_BROWSERS_READ = dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "Windows-1252")
AS_BROWSERS_READ |= {"iso-8859-9": "Windows-1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "windows-31j"}
CODECS = re.compile(r"utf-8|cp\d+|iso8859-\d+|koi8-[ru]|mac-roman|mac-cyrillic|gb18030|big5|euc_\w+|iso2022_jp")
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
MOST_ELEMENTS = 50_000  # of a page; more take minutes to read, and no article has them
MOST_TAGS = 10 * MOST_ELEMENTS  # before it is read at all; scripts hold the sign too
MOST_UNREADABLE = 0.001  # share of a page's characters that may be broken
PASTE = noted("Open it in a browser, copy the article's text, and import that.")


class _Decoded(NamedTuple):
    text: str
    encoding: str = ""
    because: str = ""


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The article of a file. Raises ImportRefused."""
    if source.size > LONGEST:
        reason = noted(
            "The page holds %(size)s MB; %(longest)s MB is the most.",
            size=f"{source.size / 1e6:,.0f}",
            longest=f"{LONGEST / 1e6:.0f}",
        )
        raise ImportRefused(reason, noted("Save it without its pictures, or import the article's text."))
    body = source.path.read_bytes()
    yield _unpacked(body) if MHTML.match(body, 0, AT_START) else read_page(body, encoding=source.encoding)


def is_page(start: bytes) -> bool:
    """Whether a file that starts so is a web page or a saved one."""
    return bool(HTML.match(start) or MHTML.match(start))


def read_page(body: bytes, *, address: str = "", because: str = "", charset: str = "", encoding: str = "") -> Incoming:
    """The article of a page; `because` says how `address` is known, `charset` is what the server said of the bytes,
    and `encoding` what a person says, who is believed.

    Raises ImportRefused if there is no article in it, or another desk's check, or its encoding cannot be told.
    """
    claim_review.must_hold_no_check(body)
    decoded = (
        _Decoded(*decode(body, encoding), noted("it was given with the import"))
        if encoding
        else _decoded(body, charset)
    )
    if not address and (saved := SAVED_FROM.search(decoded.text, 0, 5000)):
        address, because = saved[1], noted("the saved page's first comment gives it")
    tree = _tree(decoded.text)
    said = {"url": SaidByPage(address, because)} if address else {}
    by_page = said_in(tree, address=address)
    said |= by_page.values
    found = article_in(tree)
    if not found.text:
        raise ImportRefused(noted("No article's text was found in the page."), PASTE)
    said |= {"encoding": SaidByPage(decoded.encoding, decoded.because)} if decoded.encoding else {}
    day = said.pop("published_on", None)
    values: dict[str, Any] = {name: found.value for name, found in said.items()}
    reasons = {name: found.because for name, found in said.items()}
    if day:
        values["published_on"], reasons["published_on"] = day_of(day.value), day.because
    return Incoming(received=found.text, because=reasons, told=(*by_page.told, *found.findings), **values)


def _unpacked(body: bytes) -> Incoming:
    """The article of an MHTML file: the first page among its parts."""
    whole = email.message_from_bytes(body, policy=email.policy.default)
    part = next((part for part in whole.walk() if part.get_content_type() == "text/html"), None)
    if part is None:
        raise ImportRefused(noted("No page stands in the saved page."), PASTE)
    address = str(whole["Snapshot-Content-Location"] or part["Content-Location"] or "").strip()
    address = address if address.startswith(("http://", "https://")) else ""
    content = part.get_payload(decode=True)
    charset = part.get_content_charset() or ""
    return read_page(bytes(content), address=address, charset=charset, because=noted("the saved page gives it"))


def _tree(text: str) -> Any:
    if text.count("<") > MOST_TAGS:
        raise _too_many_elements()
    parser = lxml_html.HTMLParser(encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise ImportRefused(noted("There is nothing in the page."), PASTE) from None
    if next(islice(tree.iter(), MOST_ELEMENTS, None), None) is not None:
        raise _too_many_elements()
    etree.strip_elements(tree, "style", with_tail=False)
    return tree


def _too_many_elements() -> ImportRefused:
    reason = noted(
        "The page has more than %(most_elements)s elements, too many for an article.",
        most_elements=f"{MOST_ELEMENTS:,}",
    )
    return ImportRefused(reason, PASTE)


def _decoded(body: bytes, charset: str) -> _Decoded:
    """The page's text. Bytes that are UTF-8 beyond ASCII are never anything else; then what was said of them counts."""
    declared = DECLARED.search(body, 0, AT_START)
    named = (declared[1] or declared[2]).decode("ascii") if declared else ""
    if not body.startswith(MARKS) and (body.isascii() or not is_utf_8([body])):
        for name, because in ((charset, noted("the server says so")), (named, noted("the page says so"))):
            spelled = AS_BROWSERS_READ.get(name.strip().casefold(), name.strip().replace("windows", "Windows"))
            if (text := _readable(body, spelled)) is not None:
                return _Decoded(text) if body.isascii() and spelled[:3] != "iso" else _Decoded(text, spelled, because)
    return _Decoded(*decode(body if body.startswith(MARKS) else body.replace(b"\0", b"")), noted("its bytes say so"))


def _readable(body: bytes, encoding: str) -> str | None:
    """The page so read, a few broken characters replaced as browsers do; None if it does not read so."""
    try:
        codec = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return None
    text = body.decode(codec, "replace") if CODECS.fullmatch(codec) else "\ufffd"
    return text if text.count("\ufffd") <= len(text) * MOST_UNREADABLE else None
