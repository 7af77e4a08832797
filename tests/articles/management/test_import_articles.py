import io
import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from factcheck.articles import formats
from factcheck.articles.formats.columns import DESCRIBED
from factcheck.articles.models import Article, Story
from tests.articles import bridge
from tests.articles.harbour import OTHER, REPRINT, WHOLE

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.mark.django_db
def test_an_import_in_a_pipe_shows_no_progress(write, capsys):
    bridge.run("import_articles", write([bridge.GOOD, bridge.OTHER]))

    assert capsys.readouterr().err == ""


def test_the_help_documents_every_format_and_column(capsys):
    with pytest.raises(SystemExit):
        call_command("import_articles", "--help")

    told = capsys.readouterr().out
    assert all(f"  {name} " in told for name in (*formats.TOLD, *DESCRIBED))


@pytest.mark.django_db
class TestTheCommand:
    def run(self, *words):
        out = io.StringIO()
        call_command("import_articles", *map(str, words), stdout=out)
        return out.getvalue()

    def test_it_tells_what_a_person_should_look_at(self, tmp_path):
        lines = ["Read more: Aides deny that they met", "Correction: The deal is of May.", "Nobody was asked at all."]
        (tmp_path / "page.txt").write_text("\n\n".join([WHOLE, *lines]))

        told = self.run(tmp_path / "page.txt")

        assert "question: Read more: Aides deny that they met (a link to another article, but it denies" in told
        assert "correction: Correction: The deal is of May. (the paper corrects itself here" in told

    def test_it_tells_what_was_inferred_left_out_and_joined(self, tmp_path):
        whole, reprint = tmp_path / "whole.txt", tmp_path / "reprint.txt"
        whole.write_text(f"{WHOLE}\n\n©2019 Bloomberg L.P.\n\nComments\n\nBe the first!")
        reprint.write_text(REPRINT)

        told = self.run(whole, reprint)

        assert (
            "whole.txt: created: “Minister's Aides Look for a Way Out of the Harbour Deal” (Bloomberg, no date)" in told
        )
        assert "outlet: Bloomberg (the copyright line names it)" in told
        assert "it follows the copyright line" in told
        assert "reprint.txt: created" in told
        assert "byline: Ada Lind" in told
        assert "story: a version of “Minister's Aides" in told

    def test_a_second_run_says_unchanged(self, tmp_path):
        (tmp_path / "other.txt").write_text(OTHER)
        self.run(tmp_path / "other.txt")

        assert (
            self.run(tmp_path / "other.txt") == "other.txt: unchanged: “Ferry Runs Again” (Unknown outlet, no date)\n"
        )

    def test_one_bad_file_keeps_all_out_and_each_bad_one_is_named(self, tmp_path):
        (tmp_path / "other.txt").write_text(OTHER)
        (tmp_path / "empty.txt").write_text("")

        with pytest.raises(CommandError) as refused:
            self.run(tmp_path / "other.txt", tmp_path / "empty.txt", tmp_path / "gone.txt")

        assert "empty.txt: The file is empty." in str(refused.value)
        assert "gone.txt: It cannot be read" in str(refused.value)
        assert not Article.objects.exists()

    def test_rows_are_counted_and_the_first_told(self, tmp_path):
        rows = [{"text": OTHER, "outlet": f"Paper {n}"} for n in range(25)]
        (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))

        told = self.run(tmp_path / "rows.jsonl").splitlines()

        assert re.fullmatch(r"rows\.jsonl, batch \d+: 25 rows: 25 created", told[0])
        assert told[-1] == "  … and 5 more"
        assert len(told) == 22

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["a.txt", "b.txt", "--address", "https://x.example/"], "--address and --headline are for one article"),
            (["a.txt", "--date", "31.12.2019"], "--date: “31.12.2019” is no date that exists. Write it as YYYY-MM-DD."),
        ],
    )
    def test_options_that_cannot_be_are_refused(self, words, sentence):
        with pytest.raises(CommandError, match=sentence):
            self.run(*words)

    @pytest.mark.skipif(not SEEDS.exists(), reason="the five real documents are not here")
    @pytest.mark.parametrize("backwards", [False, True])
    def test_the_five_real_documents_are_read_exactly(self, backwards):
        files = sorted(SEEDS.glob("*.txt"), reverse=backwards)

        self.run(*files)

        articles = [Article.objects.get(received=file.read_text()) for file in sorted(files)]
        assert [(a.outlet.name, str(a.published_on), a.agency) for a in articles] == [
            ("Bloomberg", "None", "Bloomberg"),
            ("Unknown outlet", "2019-02-15", "Bloomberg"),
            ("CNSNews", "2017-07-20", ""),
            ("Unknown outlet", "None", ""),
            ("MarketDash", "None", ""),
        ]
        reporters = "Esteban Duarte, Eric Martin and Ilya Arkhipov"
        assert [a.byline for a in articles] == [reporters, reporters, "Mark Browne", "", "MarketDash Editorial Team"]
        ends = [(a.text.split()[0], a.text.split()[-1]) for a in articles]
        assert ends == [
            ("(Bloomberg)", 'resilience."'),
            ("Venezuelan", "region."),
            ("Mexico", "noted."),
            ("Given", "reach."),
            ("As", "deal."),
        ]
        assert [len([line for line in a.text.split("\n") if line]) for a in articles] == [26, 18, 24, 19, 12]
        assert "Read more:" not in articles[0].text
        assert "Why wouldn" in articles[3].text
        assert [a.is_original for a in articles] == [True, False, True, True, True]
        assert articles[0].story == articles[1].story
        assert Story.objects.count() == 4

    @pytest.mark.skipif(not SEEDS.exists(), reason="the five real documents are not here")
    def test_the_five_real_documents_are_unchanged_the_second_time(self):
        self.run(*SEEDS.glob("*.txt"))

        assert self.run(*SEEDS.glob("*.txt")).count(": unchanged: ") == 5
