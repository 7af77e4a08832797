"""Writes the catalogues of translated words anew from the code, and compiles them.

python -m scripts.catalogues            after words were changed, or a .po file was
python -m scripts.catalogues fr         begins a language
python -m scripts.catalogues --check    fails where a catalogue is not what this would write

The words are in two halves, so that two people can translate: `locale/readers` holds those of the readers' pages and of
the rooms beneath, `locale/desk` those that only the desk says. What the code still says keeps its translation, also
from one half to the other; what it says no longer is dropped. A message that is new stands there empty.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locale"
READERS, DESK = "readers", "desk"
ROOMS_OF_THE_DESK = (
    "factcheck/articles",
    "factcheck/desk",
    "factcheck/ledger",
    "factcheck/operation",
    "factcheck/people",
    "templates/admin",
    "templates/desk",
    "templates/login.html",
    "templates/second_step.html",
)
ONE, MANY, OF_KIND, MANY_OF_KIND = None, (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
STORED = (
    "stored"  # the context of sentences that factcheck.languages.sentences keeps and factcheck.languages.retold tells
)
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)
KEYWORDS = {
    "_": ONE,
    "message": ONE,  # these three in factcheck.compare, which knows no Django
    "worded": ONE,
    "counted_message": MANY,
    **{f"gettext{lazy}": ONE for lazy in ("", "_lazy", "_noop")},
    **{f"ngettext{lazy}": MANY for lazy in ("", "_lazy")},
    **{f"pgettext{lazy}": OF_KIND for lazy in ("", "_lazy")},
    **{f"npgettext{lazy}": MANY_OF_KIND for lazy in ("", "_lazy")},
}


def main(arguments: list[str]) -> None:
    if arguments == ["--check"]:
        stale = [str(file.relative_to(ROOT)) for file, content in files() if file.read_bytes() != content]
        if stale:
            sys.exit(f"Not what the code says: {', '.join(stale)}. Run `make messages`, and translate what is new.")
        return
    for file, content in files(also=arguments):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        if file.suffix == ".po":
            print(f"{file.relative_to(ROOT)}: {told(read_po(BytesIO(content)))}")


def files(also: list[str] | None = None) -> Iterator[tuple[Path, bytes]]:
    """Each file of the catalogues, with what it should hold."""
    found = messages()
    languages = sorted({folder.parent.name for folder in LOCALES.glob("*/*/LC_MESSAGES")} | set(also or ()))
    for language in languages:
        known = [catalogue_of(half, language) for half in (READERS, DESK)]
        for half in (READERS, DESK):
            catalogue = new_catalogue(language, found[half], known)
            for name, write in (("django.po", as_po), ("django.mo", as_mo)):
                yield LOCALES / half / language / "LC_MESSAGES" / name, write(catalogue)


def messages() -> dict[str, Catalog]:
    """The words of each half as the code says them; what both say stands in that of the readers."""
    halves = {READERS: Catalog(), DESK: Catalog()}
    for path in sources():
        place = str(path.relative_to(ROOT))
        half = DESK if place.startswith(ROOMS_OF_THE_DESK) else READERS
        for _line, words, comments, context in words_in(path):
            halves[half].add(words, locations=[(place, None)], auto_comments=comments, context=context)
    for message in list(halves[DESK]):
        if message.id and halves[READERS].get(message.id, message.context):
            halves[DESK].delete(message.id, message.context)
    return halves


def sources() -> Iterator[Path]:
    yield from sorted((ROOT / "factcheck").rglob("*.py"))
    yield from sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"})


def words_in(path: Path):
    """What Babel's reader of Python finds; a template is made into Python first, as Django's own makemessages does."""
    source = path.read_text()
    if path.suffix != ".py":
        source = "\n".join(line.lstrip() for line in templatize(source, origin=str(path)).splitlines())
    for keywords, kept_in in ((KEYWORDS, None), ({"noted": ONE}, STORED)):
        for line, words, comments, context in extract(
            "python", BytesIO(source.encode()), keywords=keywords, comment_tags=["Translators:"]
        ):
            yield line, words, comments, context or kept_in


def catalogue_of(half: str, language: str) -> Catalog:
    file = LOCALES / half / language / "LC_MESSAGES" / "django.po"
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def new_catalogue(language: str, found: Catalog, known: list[Catalog]) -> Catalog:
    """The messages that were found, with the translations that are known of them."""
    catalogue = Catalog(locale=language, header_comment="", charset="utf-8")
    for message in found:
        if not message.id:
            continue
        translated = next(
            (old for each in known if (old := each.get(message.id, message.context)) and old.string), None
        )
        catalogue.add(
            message.id,
            translated.string if translated else None,
            locations=message.locations,
            flags=(translated.flags if translated else set()) - {"python-format"},
            auto_comments=message.auto_comments,
            user_comments=translated.user_comments if translated else (),
            context=message.context,
        )
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """Sorted and without lines, so that a change of the code changes what it says and nothing else."""
    written = BytesIO()
    write_po(written, catalogue, width=120, sort_output=True, include_lineno=False, omit_header=True)
    header = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: {catalogue.locale}\\n"\n'
    header += f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    return header.encode() + written.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """What is translated, compiled, without the time: the same words make the same file."""
    compiled = Catalog(locale=catalogue.locale, creation_date=ALWAYS, revision_date=ALWAYS)
    for message in catalogue:
        if message.id and message.string and all(message.string):
            compiled.add(message.id, message.string, context=message.context)
    written = BytesIO()
    write_mo(written, compiled)
    return written.getvalue()


def told(catalogue: Catalog) -> str:
    empty = sum(not message.string or not all(message.string) for message in catalogue if message.id)
    return f"{len(catalogue)} messages, {empty} to translate"


if __name__ == "__main__":
    main(sys.argv[1:])
