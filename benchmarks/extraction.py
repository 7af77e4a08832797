"""How well saved pages are read, beside trafilatura and (if installed) newspaper4k; what becomes of other files.

    python -m benchmarks.extraction FOLDER

FOLDER holds `pages.jsonl`, whose rows have `file` (HTML, or HTML in gzip), `url`, `title`, `authors`, `day` and
`paragraphs`; or `articles.json`, by the names of the files in `html/`, with `title`, `authors`, `date`, `articleBody`
and `url`; or any files, of which each is read, and told is what was refused and what broke.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import django

LONG = 60  # letters; a shorter paragraph is a label or a credit
PARTED = re.compile(r"\s*(?:;|,| and )\s*")


class Page(NamedTuple):
    """What is said of an article: by the labels, or by one way of reading its page."""

    title: str
    authors: str
    day: str
    text: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    os.environ |= {"DATABASE_URL": "sqlite://:memory:", "SECRET_KEY": "for measuring only, " * 3}
    django.setup()
    if any((folder / name).exists() for name in ("pages.jsonl", "articles.json")):
        tell_pages(folder)
    else:
        tell_files(folder)


def tell_pages(folder: Path) -> None:
    ways: dict[str, Callable[[bytes, str], Page]] = {"ours": by_us, "trafilatura": by_trafilatura}
    if find_spec("newspaper"):
        ways["newspaper4k"] = by_newspaper
    counts = {name: Counter[str]() for name in ways}
    wanted: Counter[str] = Counter()
    for content, url, label in labelled(folder):
        paragraphs = [plain(one) for one in label.text.split("\n") if len(plain(one)) >= LONG]
        wanted.update(title=bool(label.title), authors=bool(label.authors), day=bool(label.day), kept=len(paragraphs))
        kept = {}
        for name, read in ways.items():
            found = read(content, url)
            kept[name] = {one for one in paragraphs if one in plain(found.text)}
            counts[name].update(
                title=bool(label.title) and plain(found.title) == plain(label.title),
                authors=bool(label.authors) and people(found.authors) == people(label.authors),
                day=bool(label.day) and found.day == label.day,
                kept=len(kept[name]),
            )
        for name in ways:
            counts[name]["lost"] += len(kept["trafilatura"] - kept[name])
    for name, count in counts.items():
        shares = "  ".join(f"{what} {count[what] / max(1, wanted[what]):.3f}" for what in wanted)
        print(f"{name:12} {shares}  lost that trafilatura keeps {count['lost']}")


def labelled(folder: Path) -> Iterator[tuple[bytes, str, Page]]:
    """Each page's bytes, its address, and what it is known to say."""
    if (folder / "pages.jsonl").exists():
        for row in map(json.loads, (folder / "pages.jsonl").read_text("utf-8").splitlines()):
            said = row["title"] or "", "; ".join(row["authors"] or []), row["day"] or ""
            yield content_of(folder / row["file"]), row["url"], Page(*said, "\n".join(row["paragraphs"]))
        return
    for name, row in json.loads((folder / "articles.json").read_text("utf-8")).items():
        if (file := folder / "html" / f"{name}.html").exists():
            yield content_of(file), row["url"], Page(row["title"], row["authors"], row["date"], row["articleBody"])


def content_of(file: Path) -> bytes:
    content = file.read_bytes()
    return gzip.decompress(content) if file.suffix == ".gz" else content


def by_us(content: bytes, url: str) -> Page:
    from factcheck.articles.formats.incoming import ImportRefused
    from factcheck.articles.formats.page import read_page
    from factcheck.articles.reading.article import read

    try:
        found = read_page(content, address=url)
    except ImportRefused:
        return Page("", "", "", "")
    text = read(found.received, headline=found.headline).text
    return Page(found.headline, found.byline, str(found.published_on or ""), text)


def by_trafilatura(content: bytes, url: str) -> Page:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(content, url=url, with_metadata=True)
    values = (found.title, found.author, found.date, found.text) if found else ("",) * 4
    return Page(*(value or "" for value in values))


def by_newspaper(content: bytes, url: str) -> Page:
    import newspaper

    found: Any = newspaper.article(url, input_html=content.decode("utf-8", "replace"), language="en")
    day = str(found.publish_date or "")[:10]
    return Page(found.title or "", "; ".join(found.authors), day, found.text or "")


def tell_files(folder: Path) -> None:
    """What each file is read as: how many articles, or the sentence that refuses it, or what broke."""
    from factcheck.articles.formats import rows as rows_in
    from factcheck.articles.formats.incoming import ImportRefused
    from factcheck.articles.formats.source import IncomingFile

    count: Counter[str] = Counter()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            with IncomingFile(path) as source:
                rows = list(rows_in(source))
        except ImportRefused as refusal:
            rows = [refusal]
        except Exception as fault:  # what the product must never do, so it is told whatever it is
            print(f"{path.name}: BROKE {fault!r}")
            count["broke"] += 1
            continue
        refused = [row for row in rows if isinstance(row, ImportRefused)]
        count.update(articles=len(rows) - len(refused), refused=len(refused))
        for refusal in refused:
            print(f"{path.name}: {refusal}")
    print(dict(count))


def plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def people(words: str) -> set[str]:
    return {plain(name) for name in PARTED.split(words) if name.strip()}


if __name__ == "__main__":
    main()
