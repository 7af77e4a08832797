import json

import pytest
from django.core.management import CommandError, call_command

from tests.factories import ArticleFactory

ORIGINAL = "The council may close the bridge on Monday. Nobody was hurt."
VERSION = "The council will close the bridge on Monday."


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / "original.txt", tmp_path / "version.txt"]
    for path, text in zip(paths, (ORIGINAL, VERSION), strict=True):
        path.write_text(text)
    return list(map(str, paths))


def test_two_files_are_compared_in_words(files, capsys):
    call_command("compare", *files)

    assert "[-may-]{+will+}" in capsys.readouterr().out


def test_every_version_is_compared_with_the_one_original(files, capsys):
    call_command("compare", files[0], files[1], files[0], format="json")

    told = json.loads(capsys.readouterr().out)
    assert [pair["version"] for pair in told] == ["version.txt", "original.txt"]
    assert [pair["is_judged"] for pair in told] == [True, True]
    assert [row["kind"] for row in told[0]["rows"]] == ["edited", "cut"]


def test_the_page_stands_by_itself(files, capsys):
    call_command("compare", *files, format="html")

    html = capsys.readouterr().out
    assert '<del class="substantive">may</del>' in html
    assert "<link" not in html
    assert "--accent:" in html


@pytest.mark.django_db
def test_stored_articles_are_named_by_number_or_address(capsys):
    original = ArticleFactory(text=ORIGINAL)
    ArticleFactory(text=VERSION, url="https://echo.example/bridge")

    call_command("compare", str(original.pk), "https://echo.example/bridge")

    assert "1 sentence edited, 1 not in the version" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_name_that_is_neither_file_nor_article_is_answered():
    with pytest.raises(CommandError, match=r"missing.txt is neither a file nor the number or address"):
        call_command("compare", "missing.txt", "missing.txt")


def test_a_file_that_is_no_text_is_answered(tmp_path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\xff\xfe")

    with pytest.raises(CommandError, match="It is a picture, not text"):
        call_command("compare", str(picture), str(picture))


def test_a_language_without_word_lists_is_said_to_be_not_judged(tmp_path, capsys):
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, text in zip(paths, ("Burmistrz zamknie most.", "Burmistrz nie zamknie mostu."), strict=True):
        path.write_text(text)

    call_command("compare", *map(str, paths), language="pl")

    assert "were not judged" in capsys.readouterr().out


@pytest.mark.django_db
def test_stored_articles_are_compared_in_the_language_a_person_chose(capsys):
    original = ArticleFactory(text="La alcaldesa: el puente es seguro.", language="es")
    version = ArticleFactory(text="La alcaldesa: el puente no es seguro.", language="es")

    call_command("compare", str(original.pk), str(version.pk))

    assert "(denial or negation)" in capsys.readouterr().out
