"""Two texts of which one was damaged on its way, or came with its markup: they are read as they were printed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.compare import EditKind, Severity, compare
from factcheck.compare.words.segments import sentences
from tests.compare.texts import faults, versions

STYLE, MINOR, SUBSTANTIVE = Severity
PRINTED = "“It’s Málaga’s pier – not the tenants’ own,” said Orla Dask. The café in Tarn wasn’t shut."
MARKS = st.sampled_from(["<p>", "</p>", "<b>", "</b>", "[1]", "&nbsp;", "Ã©", "â€™", '<a href="/tarn/2">', "**"])


def misread(text):
    """A text as it looks when its UTF-8 is read as Windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(
    "damaged",
    [
        misread(PRINTED),
        misread(misread(PRINTED)),
        PRINTED.replace("’", "&rsquo;").replace("á", "&aacute;").replace("–", "&#8211;"),
        PRINTED.replace("’", "&amp;#8217;"),
        PRINTED.replace("’", "?").replace("“", "?").replace("”", "?"),
        PRINTED.replace("’", "\ufffd").replace("á", "\ufffd"),
        f"<p>{PRINTED}</p>",
        PRINTED.replace("Dask.", "<em>Dask</em>.[12]").replace("Tarn", '<a class="x" href="/tarn">Tarn</a>'),
        PRINTED.replace("pier", "**pier**").replace("Tarn", "[Tarn](https://tarn.example/town)"),
        PRINTED.replace("pier", "[b]pier[/b]").replace("shut.", "shut.[citation needed]"),
        PRINTED.replace(" said", "&nbsp;said"),
        PRINTED.replace("’", "=E2=80=99").replace("é", "=C3=A9"),
        PRINTED.replace("’", "\\u2019").replace("é", "\\u00e9"),
        PRINTED.replace("’", "\x92").replace("“", "\x93").replace("”", "\x94"),
        PRINTED.replace("’s", "`s").replace("’t", "´t"),
    ],
    ids=[
        "once",
        "twice",
        "entities",
        "escaped",
        "lost marks",
        "lost",
        "tags",
        "link",
        "Markdown",
        "board",
        "space",
        "mail",
        "script",
        "Windows",
        "accents",
    ],
)
def test_what_was_only_damaged_is_house_style(damaged):
    for one, other in ((PRINTED, damaged), (damaged, PRINTED)):
        rows = compare(one, other).rows

        assert {row.severity for row in rows} <= {STYLE, None}
        assert not faults(compare(one, other), one, other)


@pytest.mark.parametrize(
    ("printed", "damaged"),
    [
        (
            "El dueño del café de Málaga no firmó el 3 de mayo.",
            "El dueÃ±o del cafÃ© de MÃ¡laga no firmÃ³ el 3 de mayo.",
        ),
        ("Le maire a cédé à l’été. Il reste à Béziers.", "Le maire a cÃ©dÃ© Ã  lâ€™Ã©tÃ©. Il reste Ã  BÃ©ziers."),
    ],
)
def test_damage_is_read_in_every_language(printed, damaged):
    assert {row.severity for row in compare(printed, damaged).rows} == {STYLE}


def test_what_changed_beside_damage_is_judged():
    version = misread(PRINTED.replace("wasn’t", "was"))

    rows = compare(PRINTED, version).rows

    assert {edit.version.of(version) for row in rows for edit in row.edits if edit.severity is SUBSTANTIVE} == {"was"}
    assert EditKind.NEGATION in rows[-1].kinds


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Will Dask go? Tarn asks.", "Will Dask go. Tarn asks."),
        ("Ticket [7] was sold in Tarn.", "Ticket [8] was sold in Tarn."),
        ("Dask & Renn sold 5 < 6 boats.", "Dask & Renn sold 5 < 7 boats."),
        ("The café of Ângela was shut.", "The café of Angelo was shut."),
    ],
)
def test_what_only_looks_like_damage_is_judged(original, version):
    assert any(row.severity not in (STYLE, None) for row in compare(original, version).rows)


@settings(max_examples=120)
@given(versions(), st.lists(st.tuples(st.integers(0, 1), st.integers(0, 40), MARKS), max_size=6))
def test_damaged_texts_are_covered_and_rebuilt(texts, marks):
    damaged = [text.split(" ") for text in texts]
    for which, at, mark in marks:
        words = damaged[which]
        words[at % len(words)] += mark
    original, version = (" ".join(words) for words in damaged)

    found = compare(original, version)
    assert not faults(found, original, version)
    assert {row.original.start for row in found.rows if row.original} <= {one.start for one in sentences(original)}
    assert {row.version.start for row in found.rows if row.version} <= {one.start for one in sentences(version)}
