"""Write what the engine takes from Unicode's CLDR for thirteen languages.

    python -m scripts.learned.cldr       needs babel and the Debian package unicode-cldr-core; same files every time

Of babel (CLDR 47): names of territories, months, weekdays and halves of the day, decimal and grouping signs, names and
abbreviations of units, names and signs of the currencies that are legal tender today. babel is a dependency of
courlan, which trafilatura needs; who runs this script needs it directly.

babel has neither quotation marks nor rules that spell numbers out nor factors of units: these come from the XML files
of CLDR 41 in `unicode-cldr-core` (bookworm's). num2words was looked at for the numbers and left: the rules of CLDR say
the same under a licence that asks for a notice only, and cover all thirteen languages. Numbers are spelled from 0 to 99
in each gender and case that the rules have, ordinals from 1 to 31, scales by the words in the rules themselves.

CLDR has no words for peoples. The Spanish ones are taken from the names of money ("peso mexicano") and of languages
("francés"), if they begin with two letters that a word of the country's name begins with: that leaves out "libra
esterlina", and "inglés" for the country where most speak it. The English ones are WordNet's.

Left out: units that no system of measurement claims ("solar mass"), and the narrow abbreviations, where one letter is
a mile, a minute and a month.

Figures: about 8,500 entries, 400 kB, of which a reader takes one language: some 1,300 words, read in a few
milliseconds.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from scripts.learned.data import LEARNED, DataMissing, Origin, write
from scripts.learned.spellout import Rules, rules_of, scales, spelled

LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "ru", "uk", "ar", "he", "zh", "ja", "th")
HOME = Path("/usr/share/unicode/cldr/common")
NOTICE = Path("/usr/share/doc/unicode-cldr-core/copyright")
BABEL = Origin(
    "Unicode CLDR 47, by way of babel 2.18",
    "Unicode License v3, whole in cldr_licence beside this file",
    "2025-03",
    "cldr",
)
XML = Origin(
    "Unicode CLDR 41, from the Debian package unicode-cldr-core",
    "Unicode DFS 2016, whole in cldr_licence beside this file",
    "2022-04",
    "cldr",
)
BOTH = BABEL._replace(data="Unicode CLDR 47, by way of babel 2.18; factors: CLDR 41, from Debian's unicode-cldr-core")
DIMENSIONS = ("length", "mass", "temperature", "area", "volume", "speed", "duration")
PREFIXES = {"nano": -9, "micro": -6, "milli": -3, "centi": -2, "deci": -1, "hecto": 2, "kilo": 3, "mega": 6}
RENAMED = {"tonne": "metric-ton"}
AS_OF = date(2025, 3, 1)  # CLDR 47's own: the same currencies whenever this is run
ALSO = {"en": ("en_GB", "en_CA"), "es": ("es_MX",), "pt": ("pt_PT",), "zh": ("zh_Hant",)}
GROUPINGS = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}


def files(shared: Path) -> Mapping[Path, str]:
    """Every file made of CLDR, whole, by where it belongs; `shared` is not read.

    Raises DataMissing without babel or without CLDR's own files.
    """
    try:
        import babel  # noqa: F401, PLC0415
    except ModuleNotFoundError:
        raise DataMissing("babel is not installed: install the Python package babel.") from None
    if not (HOME / "rbnf/en.xml").exists():
        raise DataMissing("CLDR is not on this machine: install the Debian package unicode-cldr-core.")
    made = {
        "territories": BABEL.text("A language, a territory's code and its names, a bar between.", list(territories())),
        "calendar": BABEL.text(
            "A language, a month (m), weekday (d, 0 = Monday) or half-day, its names.", list(calendar())
        ),
        "separators": BABEL.text(
            "A language, its decimal sign and its grouping sign (space as _).", list(separators())
        ),
        "quotation_marks": XML.text("A language and its opening and closing marks, outer and inner.", list(marks())),
        "units": BOTH.text(
            "A unit, dimension, factor and offset to the dimension's base; or a language, unit and its names.",
            [*factors(), *units()],
        ),
        "currencies": BABEL.text(
            "A language, a currency's code, its names and signs, a bar between.", list(currencies())
        ),
        "country_names": BOTH.text("Names of one country in English, a bar between.", list(country_names())),
        "spanish_peoples": BABEL.text("A country's code and the Spanish adjective for it, masculine.", list(peoples())),
        "numbers": XML.text("A language, a number (1000x: a scale; 3.: an ordinal) and its words.", list(numbers())),
    }
    return {LEARNED / f"cldr_{name}.txt": text for name, text in made.items()} | {LEARNED / "cldr_licence": licence()}


def licence() -> str:
    """The notices of both versions of CLDR."""
    import babel  # noqa: PLC0415

    own = Path(babel.__file__).parent / "locale-data/LICENSE.unicode"
    return own.read_text(encoding="utf-8") + "\n" + NOTICE.read_text(encoding="utf-8")


@cache
def _locale(name: str):
    """A locale with data of its own: babel lets all share the root's, and one writes what it inherits into another's.

    Without this the Chinese months had Hebrew names (babel 2.18, `LocaleDataDict.__getitem__` of an alias).
    """
    from babel import Locale, localedata  # noqa: PLC0415

    localedata._cache.clear()  # noqa: SLF001
    locale = Locale.parse(name)
    locale._data.base  # noqa: B018, SLF001 - read now, not when another locale has been read
    return locale


def _locales(language: str) -> list:
    """The language as CLDR has it first, then in other countries that write it otherwise."""
    return [_locale(name) for name in (language, *ALSO.get(language, ()))]


def territories() -> Iterator[str]:
    for language in LANGUAGES:
        locales = _locales(language)
        for code in sorted(locales[0].territories):
            if code.isalpha() and code not in GROUPINGS:
                yield _line(language, code, (locale.territories[code] for locale in locales))


def country_names() -> Iterator[str]:
    """Lines "Turkey | Türkiye": the name of either version of CLDR, and its variants; none with more said in it."""
    now, names = _locale("en").territories, defaultdict[str, dict[str, None]](dict)
    for told in next(_xml("main/en.xml").iter("territories")):
        code = told.attrib["type"]
        if code.isalpha() and code not in GROUPINGS and told.get("alt") in {None, "variant"}:
            names[code] |= dict.fromkeys([told.text or "", now.get(code, "")])
    for known in names.values():
        plain = [name for name in known if name and not any(mark in name for mark in ("(", "&", " - "))]
        if len(plain) > 1:
            yield " | ".join(plain)


def calendar() -> Iterator[str]:
    for language in LANGUAGES:
        locales = _locales(language)
        for number in range(1, 13):
            yield _line(language, f"m{number}", (name for locale in locales for name in _named(locale.months, number)))
        for number in range(7):
            yield _line(language, f"d{number}", (name for locale in locales for name in _named(locale.days, number)))
        for half in ("am", "pm"):
            widths = [width for locale in locales for width in locale.day_periods["format"].values()]
            yield _line(language, half, (width[half] for width in widths if half in width))


def _named(names, number: int) -> Iterator[str]:
    return (names[how][width][number] for how in ("format", "stand-alone") for width in ("wide", "abbreviated"))


def separators() -> Iterator[str]:
    for language in LANGUAGES:
        symbols = _locale(language).number_symbols["latn"]
        signs = (symbols[name].replace("\u00a0", "_").replace("\u202f", "_") for name in ("decimal", "group"))
        yield f"{language} {' '.join(signs)}"


def marks() -> Iterator[str]:
    names = ("quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd")
    for language in LANGUAGES:
        found = next(_xml(f"main/{language}.xml").iter("delimiters"), None)
        given = {child.tag: child.text or "" for child in found} if found is not None else {}
        inherited = {child.tag: child.text or "" for child in next(_xml("main/root.xml").iter("delimiters"))}
        yield f"{language} {' '.join(given.get(name, inherited[name]) for name in names)}"


def factors() -> Iterator[str]:
    """Lines "* mile length 201168/125 0": times the factor and plus the offset gives metres, kilograms, kelvins..."""
    known = _conversions()
    for dimension, unit in _units():
        factor, offset, base = known[unit]
        yield f"* {unit} {'years' if base == 'year' else dimension} {factor} {offset}"


def units() -> Iterator[str]:
    for language in LANGUAGES:
        for dimension, unit in _units():
            forms = (
                form.replace("{0}", "")
                for locale in _locales(language)
                if (patterns := locale._data["unit_patterns"].get(f"{dimension}-{unit}"))  # noqa: SLF001
                for width in ("long", "short")
                for name, form in sorted(patterns.get(width, {}).items())
                if name != "per" and isinstance(form, str)
            )
            line = _line(language, unit, forms)
            if " " in line.partition(" ")[2]:
                yield line


def currencies() -> Iterator[str]:
    from babel.numbers import get_territory_currencies  # noqa: PLC0415

    lands = [code for code in _locale("en").territories if code.isalpha() and code not in GROUPINGS]
    used = sorted({code for land in lands for code in get_territory_currencies(land, start_date=AS_OF)})
    for language in LANGUAGES:
        locale = _locale(language)
        for code in used:
            plurals = locale._data["currency_names_plural"].get(code, {})  # noqa: SLF001
            forms = [locale.currencies.get(code, ""), *(plurals[name] for name in sorted(plurals))]
            if any(forms):
                yield _line(language, code, [*forms, locale.currency_symbols.get(code, "")])


def numbers() -> Iterator[str]:
    for language in LANGUAGES:
        rules = rules_of(HOME / f"rbnf/{language}.xml")
        cardinals = list(_sets(rules, ("spellout-numbering", "spellout-cardinal")))
        ordinals = list(_sets(rules, ("spellout-ordinal",)))
        for number in range(100):
            yield _line(language, str(number), (spelled(number, name, rules) for name in cardinals))
        words = {(value, word) for name in cardinals for value, word in scales(name, rules)}
        for scale in sorted({value for value, _ in words}):
            yield _line(language, f"{scale}x", sorted(word for value, word in words if value == scale))
        for number in range(1, 32):
            line = _line(language, f"{number}.", (spelled(number, name, rules) for name in ordinals))
            if ordinals:
                yield line


def peoples() -> Iterator[str]:
    """Lines "MX mexicano": what a country's money or language is called by, if it begins as a word of its name does."""
    from babel.core import get_global  # noqa: PLC0415

    spanish = _locale("es")
    found: set[tuple[str, str]] = set()
    for code, name in spanish.currencies.items():
        if " " in name and " de " not in name:
            found.add((code[:2], name.split()[-1]))
    for code, name in spanish.languages.items():
        home = get_global("likely_subtags").get(code, "").rpartition("_")[2]
        if name.isalpha():
            found.add((home, name))
    for code, word in sorted(found):
        country = _bare(spanish.territories.get(code, ""))
        if code not in GROUPINGS and any(part[:2] == _bare(word)[:2] for part in country.split() if len(part) > 3):
            yield f"{code} {word}"


def _bare(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", name.lower()) if letter.isalpha() or letter == " ")


def _sets(rules: Rules, beginnings: tuple[str, ...]) -> Iterator[str]:
    """Names of the sets that say numbers as they are said in running text."""
    others = ("year", "financial", "days", "with-e", "verbose")
    return (name for name in rules if name.startswith(beginnings) and not any(other in name for other in others))


def _units() -> Iterator[tuple[str, str]]:
    known = _conversions()
    for identifier in sorted(_patterns("en")):
        dimension, _, unit = identifier.partition("-")
        if dimension in DIMENSIONS and unit in known:
            yield dimension, unit


def _patterns(language: str):
    return _locale(language)._data["unit_patterns"]  # noqa: SLF001


def _conversions() -> dict[str, tuple[Fraction, Fraction, str]]:
    """Factor, offset and base of every unit that a system of measurement claims, and of what is made of it."""
    root = _xml("supplemental/units.xml")
    constants: dict[str, Fraction] = {}
    for constant in root.iter("unitConstant"):
        constants[constant.get("constant", "")] = _worth(constant.get("value", ""), constants)
    found = {
        unit.get("source", ""): (
            _worth(unit.get("factor", "1"), constants),
            _worth(unit.get("offset", "0"), constants),
            unit.get("baseUnit", ""),
        )
        for unit in root.iter("convertUnit")
        if unit.get("systems")
    }
    return found | {
        name: made
        for identifier in _patterns("en")
        if (name := identifier.partition("-")[2]) not in found and (made := _made_of(name, found))
    }


def _made_of(name: str, known: Mapping[str, tuple[Fraction, Fraction, str]]) -> tuple[Fraction, Fraction, str] | None:
    if name in RENAMED:
        return known[RENAMED[name]]
    if name in known:
        return known[name]
    over, per, under = name.partition("-per-")
    if per:
        parts = _made_of(over, known), _made_of(under, known)
        return (parts[0][0] / parts[1][0], Fraction(0), "per") if all(parts) else None
    for word, power in (("square-", 2), ("cubic-", 3)):
        if name.startswith(word) and (part := _made_of(name.removeprefix(word), known)):
            return part[0] ** power, Fraction(0), word
    for prefix, exponent in PREFIXES.items():
        if name.startswith(prefix) and name.removeprefix(prefix) in known:
            factor, offset, base = known[name.removeprefix(prefix)]
            return factor * Fraction(10) ** exponent, offset, base
    return None


def _worth(expression: str, constants: Mapping[str, Fraction]) -> Fraction:
    """A product over a product, as CLDR writes factors: what stands behind the bar is all below it."""
    over, _, under = expression.replace(" ", "").partition("/")
    result = Fraction(1)
    for name in over.split("*"):
        result *= constants[name] if name in constants else Fraction(name)
    for name in filter(None, under.split("*")):
        result /= constants[name] if name in constants else Fraction(name)
    return result


def _xml(path: str) -> ET.Element:
    return ET.parse(HOME / path).getroot()


def _line(language: str, key: str, forms: Iterable[str]) -> str:
    """The forms in order, each once, without marks that only steer the direction of writing."""
    kept = dict.fromkeys(form for given in forms if (form := _plain(given)))
    return f"{language} {key} {'|'.join(kept)}".rstrip()


def _plain(form: str) -> str:
    visible = "".join(letter for letter in form if unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFC", visible).split())


if __name__ == "__main__":
    write(files)
