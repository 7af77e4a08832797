"""Write how WordPress's comment form begins, out of WordPress's own source, so that no page has to be read for it.

    python -m scripts.learned.wordpress        needs the Debian package wordpress; always gives the same file

Taken are the texts that the functions around the form hand to its translation, each up to where a name or a number is
put in, without its links and its full stop. Texts of two words that go on with a name ("Reply to …") are left out:
articles begin so too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.learned.data import DataMissing, Origin, write

HOME = Path("/usr/share/wordpress/wp-includes")
TARGET = Path(__file__).parents[2] / "factcheck/articles/reading/lexicon/learned/wordpress_comment_forms.txt"
ORIGIN = Origin(
    "WordPress 6.1, the default texts around its comment form, from the Debian package wordpress",
    "GPL-2.0-or-later; of it no more than these short phrases",
    "2022-11",
    "wordpress",
)
FUNCTIONS = {
    "comment-template.php": (
        "comment_form", "get_comment_reply_link", "get_post_reply_link", "get_cancel_comment_reply_link",
    ),
    "general-template.php": ("wp_required_field_message",),
}  # fmt: skip
TRANSLATED = re.compile(r"\b(?:__|_x|_e|esc_html__)\(\s*'((?:[^'\\]|\\.)*)'")
LINK = re.compile(r"<[^>]*>")
PUT_IN = re.compile(r"%(?:\d\$)?[sd]")
FEWEST_WORDS = 2


def files(shared: Path) -> Mapping[Path, str]:
    """The one file, by where it belongs; `shared` is not read. Raises DataMissing without WordPress."""
    if not HOME.is_dir():
        raise DataMissing("WordPress is not on this machine: install the Debian package wordpress.")
    return {TARGET: ORIGIN.text("How a line of the comment form begins.", sorted(set(_openings())))}


def _openings() -> Iterator[str]:
    for name, functions in FUNCTIONS.items():
        source = (HOME / name).read_text(encoding="utf-8")
        for function in functions:
            yield from filter(None, map(_opening, TRANSLATED.findall(_body(source, function))))


def _body(source: str, function: str) -> str:
    """A function from its name to the brace that closes it, which stands at the start of a line."""
    start = source.index(f"function {function}(")
    return source[start : source.index("\n}", start)]


def _opening(text: str) -> str:
    """The text in small letters up to what is put in; empty if too little is left to know the form by."""
    fixed, *rest = PUT_IN.split(LINK.sub("", text))
    words = fixed.casefold().strip().rstrip(".").split()
    return " ".join(words) if len(words) >= FEWEST_WORDS + bool(rest) else ""


if __name__ == "__main__":
    write(files)
