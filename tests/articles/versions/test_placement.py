import io
import itertools
import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from factcheck.articles.formats.incoming import Incoming, day_of
from factcheck.articles.intake.batches import import_article
from factcheck.articles.models import Article, Story
from factcheck.articles.versions.stories import CannotMove, make_original, move
from factcheck.ledger.models import Entry
from tests.factories import StoryFactory

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"

WHOLE = """Minister's Aides Look for a Way Out of the Harbour Deal

(Bloomberg) -- The minister is under pressure in the capital and on the coast to give up the harbour deal, which the \
city council calls "a present to strangers." He has said that he will not.

Still, plans to withdraw from the deal are being drawn up in case the court stops it, according to three people with \
knowledge of the talks, who asked not to be named because the talks are private.

The harbour has stood half empty since the shipyard closed, and the town around it has lost a third of its people. A \
new owner has promised four thousand jobs within two years, without saying where the money would come from.

"He is not planning to withdraw," the minister's spokesman, Jan Kos, said by phone. He called such talk "a storm in a \
teacup" raised by people who had wanted the harbour for themselves.

The court will hear the council's complaint next month. A decision against the deal would leave the town with the \
debts of the old shipyard, which the state took over when it closed its gates."""
REPRINT = """ date 2019-05-03 By Ada Lind / Bloomberg

The minister is under pressure in the capital and on the coast to give up the harbor deal, which the city council \
calls “a present to strangers,” but he has said that he will not.

Still, plans to withdraw from the deal are being drawn up in case the court stops it, three people with knowledge of \
the talks said."""
OTHER = """Ferry Runs Again

The ferry between the two islands runs again since Monday, after a winter in which ice broke its rudder. Fishermen \
had carried letters and bread across in their own boats, and the islanders gave a feast in their honour."""


def take_in(text, **values):
    return import_article(Incoming(received=text, is_page=True, **values), actor=None)


@pytest.mark.django_db
@pytest.mark.parametrize("order", list(itertools.permutations([WHOLE, REPRINT, OTHER])))
def test_a_reprint_and_its_original_are_one_story_whichever_comes_first(order):
    for text in order:
        take_in(text)

    whole, reprint, other = (Article.objects.get(received=text) for text in (WHOLE, REPRINT, OTHER))
    assert whole.story == reprint.story != other.story
    assert whole.is_original
    assert reprint.relation in ("copy", "update", "derived")
    assert whole.story.title == whole.headline
    assert Story.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("day", [None, "2019-05-02", "2019-05-04"])
@pytest.mark.parametrize("whole_first", [True, False])
def test_the_agency_s_own_text_is_the_original_whatever_the_days(day, whole_first):
    texts = [(WHOLE, {"published_on": day and day_of(day)}), (REPRINT, {})]
    for text, values in texts if whole_first else reversed(texts):
        take_in(text, **values)

    assert Article.objects.get(relation="original").received == WHOLE


@pytest.mark.django_db
def test_of_two_papers_the_earlier_is_the_original():
    text = WHOLE.replace("(Bloomberg) -- ", "")
    take_in(text, outlet="The Herald", published_on=day_of("2019-05-04"))
    take_in(text, outlet="The Courier", published_on=day_of("2019-05-03"))

    assert Article.objects.get(relation="original").outlet.name == "The Courier"
    assert Article.objects.get(relation="copy").outlet.name == "The Herald"


@pytest.mark.django_db
def test_without_days_the_fuller_text_is_the_original():
    text = WHOLE.replace("(Bloomberg) -- ", "")
    take_in(text.split("\n\nThe harbour")[0])

    outcome = take_in(text)

    assert outcome.article.is_original
    assert "the whole text" in outcome.because


@pytest.mark.django_db
def test_a_report_of_the_same_event_in_other_words_is_another_story():
    take_in(WHOLE)

    take_in(
        "Minister Will Keep the Harbour, Says Spokesman\n\nJan Kos, who speaks for the minister, told this paper that "
        "the harbour will be sold as agreed. “He is not planning to withdraw,” he said, and laughed.\n\n"
        "The council wants the court to forbid the sale, and says that it can wait until the summer for a ruling."
    )

    assert Story.objects.count() == 2


@pytest.mark.django_db
def test_a_person_s_choice_of_story_is_kept_and_recorded(editor):
    take_in(WHOLE)
    reprint = take_in(REPRINT).article
    left = reprint.story

    moved = move(reprint, story=None, actor=editor)

    assert moved.story != left
    assert (moved.is_original, moved.is_story_chosen) == (True, True)
    entry = Entry.objects.on(moved).get(act="article.moved")
    assert (entry.actor, entry.details) == (editor, {"left": left.slug, "story": moved.story.slug})


@pytest.mark.django_db
def test_a_person_s_original_is_not_replaced_by_a_fuller_text(editor):
    take_in(OTHER)
    reprint = take_in(REPRINT).article
    story = StoryFactory()
    move(reprint, story=story, actor=editor)

    take_in(WHOLE)

    assert Article.objects.get(received=REPRINT).is_original
    assert Article.objects.get(received=WHOLE).story == story


@pytest.mark.django_db
def test_a_story_that_loses_its_original_gets_the_likeliest_other(editor):
    whole = take_in(WHOLE).article
    reprint = take_in(REPRINT).article

    move(whole, story=StoryFactory(), actor=editor)

    assert Article.objects.get(pk=reprint.pk).is_original


@pytest.mark.django_db
def test_a_story_without_articles_is_removed(editor):
    other, reprint = take_in(OTHER).article, take_in(REPRINT).article
    left = other.story

    move(other, story=reprint.story, actor=editor)

    assert not Story.objects.filter(pk=left.pk).exists()
    assert Article.objects.get(pk=other.pk).relation == "related"


@pytest.mark.django_db
def test_a_person_names_the_original(editor):
    whole, reprint = take_in(WHOLE).article, take_in(REPRINT).article

    make_original(reprint, actor=editor)

    assert Article.objects.get(pk=reprint.pk).is_original
    assert not Article.objects.get(pk=whole.pk).is_original


@pytest.mark.django_db
def test_moving_an_article_nowhere_is_refused(editor):
    article = take_in(WHOLE).article

    with pytest.raises(CannotMove, match="in this story already"):
        move(article, story=article.story, actor=editor)
    with pytest.raises(CannotMove, match="the only one of its story"):
        move(article, story=None, actor=editor)
    with pytest.raises(CannotMove, match="the original of its story"):
        make_original(article, actor=editor)


@pytest.mark.django_db
def test_boilerplate_that_stands_in_many_stories_joins_none():
    notice = (
        "This page was made by volunteers of the town and nobody was paid for any of the words that stand on it today."
    )
    for n in range(25):
        take_in(f"Notice {n} of the Year\n\n{notice}\n\n{' '.join(f'Train {n}{m} was late.' for m in range(30))}")
    before = Story.objects.count()

    take_in(f"The Last Notice of the Year\n\n{notice}\n\nOn this day nothing at all was late.")

    assert before == 25
    assert Story.objects.count() == before + 1


@pytest.mark.django_db
def test_the_versions_are_listed_as_text_and_as_json_lines():
    take_in(WHOLE, url="https://agency.example/harbour")
    take_in(REPRINT, url="https://paper.example/harbour")
    take_in(OTHER, url="https://paper.example/ferry")
    text, lines = io.StringIO(), io.StringIO()

    call_command("find_versions", stdout=text)
    call_command("find_versions", "--format", "jsonl", stdout=lines)

    [row] = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert (row["a"], row["b"]) == ("https://agency.example/harbour", "https://paper.example/harbour")
    assert row["in_version"] > row["in_original"] > 0
    assert row.keys() == {"a", "b", "relation", "in_original", "in_version", "shared"}
    assert len(text.getvalue().splitlines()) == 1


@pytest.mark.django_db
class TestTheCommand:
    def run(self, *words):
        out = io.StringIO()
        call_command("import_articles", *map(str, words), stdout=out)
        return out.getvalue()

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
