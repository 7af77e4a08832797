import io
import json
import random

import pytest
from django.core.management import call_command

from factcheck.articles.editing import CannotSettle, blocks_in, correct_record, received_lines, settle
from factcheck.articles.formats.export import lines
from factcheck.articles.formats.incoming import Incoming
from factcheck.articles.intake import parts, workers
from factcheck.articles.intake.batches import ImportManner, import_article, import_file
from factcheck.articles.intake.outlet_lines import AMONG, Recogniser
from factcheck.articles.journal import undo
from factcheck.articles.models import Article, Block, Holding, Outlet, Story
from factcheck.articles.versions.sketch import prints_of
from factcheck.ledger.models import Entry
from tests.factories import OutletFactory

APPEAL = "The Valley Lantern is free because its readers in the valley pay for it."
RARE = "From the valley desk of The Valley Lantern"
DENIAL = "The mayor denies all charges."
WORDS = ["valley", "mill", "clerk", "sluice", "grain", "meeting", "paid", "seven", "refused", "barge", "noon", "gate"]
pytestmark = pytest.mark.django_db


def body(number):
    chance = random.Random(number)
    sentences = (" ".join(chance.choices(WORDS, k=14)).capitalize() for _ in range(9))
    return "\n\n".join(f"{sentence} {number}." for sentence in sentences)


def row(number, *below, outlet="The Valley Lantern", **values):
    return {"text": "\n\n".join([body(number), *below]), "outlet": outlet, "headline": f"Number {number}", **values}


@pytest.fixture
def write(tmp_path):
    def write(rows, name="rows.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return path

    return write


@pytest.fixture
def take_in(write):
    """Imports rows as one file; the batch."""
    return lambda rows, name="rows.jsonl": import_file(write(rows, name), actor=None)


def told():
    """What became of every article, without keys."""
    articles = Article.objects.order_by("pk").values_list("headline", "text", "findings", "fingerprint_count")
    return list(articles), sorted(Holding.objects.values_list("article__headline", "block__text"))


def without_block():
    return [article.headline for article in Article.objects.order_by("pk") if APPEAL not in article.text]


class TestFurniture:
    def test_a_line_in_five_stories_is_left_out_of_those_after_them_with_its_place_and_the_reason(self, take_in):
        take_in([row(number, APPEAL) for number in range(7)])

        sixth, seventh = Article.objects.order_by("pk")[5:]
        [finding] = [finding for finding in seventh.findings if finding["leaves_out"]]
        assert without_block() == ["Number 5", "Number 6"]
        assert sixth.text == body(5)
        assert (finding["what"], finding["value"]) == ("furniture", APPEAL)
        assert finding["because"] == "it stands in 6 other articles of The Valley Lantern"
        assert seventh.received[finding["start"] : finding["end"]] == APPEAL
        assert [line.text for line in received_lines(seventh) if not line.is_in] == [APPEAL]

    def test_articles_before_it_was_recognised_keep_their_text(self, take_in):
        take_in([row(number, APPEAL) for number in range(4)])
        before = told()

        take_in([row(number, APPEAL) for number in range(4, 9)], "2.jsonl")

        assert told()[0][:4] == before[0]

    def test_fingerprints_are_those_of_what_is_left(self, take_in):
        take_in([row(number, APPEAL) for number in range(7)])

        last = Article.objects.latest("pk")
        assert last.fingerprint_count == len(prints_of(last.text)) < len(prints_of(last.received))

    def test_versions_of_one_story_repeat_a_line_and_make_no_furniture(self, take_in):
        rows = [row(1, APPEAL, f"Added on day {number}.", url=f"https://l.example/{number}") for number in range(9)]

        take_in(rows)

        assert Story.objects.count() == 1
        assert not Block.objects.exists()

    def test_a_line_in_five_of_very_many_articles_is_none(self, take_in):
        take_in([row(number, *([APPEAL] if number % 7 == 0 else [])) for number in range(7 * 6)])

        assert AMONG / 7 < Block.MANY
        assert not Block.objects.exists()

    def test_every_outlet_has_its_own(self, take_in):
        take_in([row(number, APPEAL, outlet=f"Paper {number % 3}") for number in range(12)])

        assert not Block.objects.exists()

    def test_what_texts_of_unknown_outlets_share_is_no_outlet_s(self, take_in):
        take_in([row(number, APPEAL, outlet="") for number in range(8)])

        assert not Block.objects.exists()

    def test_a_denial_that_stands_under_many_articles_stays_and_a_person_is_asked(self, take_in):
        take_in([row(number, DENIAL) for number in range(8)])

        block = Block.objects.get()
        assert (block.state, block.text, block.doubt) == ("asked", DENIAL, "it quotes or denies something")
        assert block.holdings.count() == 8
        assert all(DENIAL in article.text for article in Article.objects.all())

    def test_lines_behind_one_another_are_found_in_turn(self, take_in):
        below = [f"More of the {word} in The Valley Lantern" for word in WORDS]

        take_in([row(number, *below) for number in range(20)])

        assert Article.objects.latest("pk").text == body(19)

    def test_a_headline_made_of_first_words_is_not_made_of_furniture(self, take_in):
        above = "Good morning to our readers in the valley, this is The Valley Lantern."
        rows = [{**row(number), "headline": "", "text": f"{above}\n\n{body(number)}"} for number in range(6)]

        take_in(rows)

        assert Article.objects.latest("pk").headline == body(5).split("\n")[0]


class TestTheSameHoweverItComes:
    ROWS = [
        row(number, *([RARE] if number % AMONG < Block.MANY - 1 else []), APPEAL if number % 3 else DENIAL)
        for number in range(45)
    ]

    @pytest.fixture
    def expected(self, take_in):
        take_in(self.ROWS)
        found = told()
        assert {block for _, block in found[1]} == {APPEAL, DENIAL}
        Article.objects.all().delete()
        Outlet.objects.all().delete()
        return found

    def test_in_one_file_or_one_by_one(self, expected):
        for number, one in enumerate(self.ROWS):
            import_article(
                Incoming(received=one["text"], outlet=one["outlet"], headline=f"Number {number}"), actor=None
            )

        assert told() == expected

    @pytest.mark.parametrize("size", [1, 7, 12])
    def test_in_parts_of_any_size(self, expected, take_in, monkeypatch, size):
        monkeypatch.setattr(parts, "TOGETHER", size)

        take_in(self.ROWS)

        assert told() == expected

    def test_with_what_is_known_forgotten_in_between(self, expected, take_in, monkeypatch):
        monkeypatch.setattr(parts, "TOGETHER", 7)
        monkeypatch.setattr("factcheck.articles.intake.outlet_lines.REMEMBERED", 0)
        others = [row(number + 90, outlet="Other") for number in range(len(self.ROWS))]

        take_in([one for pair in zip(self.ROWS, others, strict=True) for one in pair])
        Article.objects.filter(outlet__name="Other").delete()

        assert told() == expected

    def test_prepared_ahead_in_other_processes(self, expected, take_in, monkeypatch):
        monkeypatch.setattr(workers, "FEW", 3)
        monkeypatch.setattr(workers, "TOGETHER", 2)
        monkeypatch.setattr(workers, "PROCESSES", 1)
        monkeypatch.setattr(parts, "TOGETHER", 4)

        take_in(self.ROWS)

        assert told() == expected

    def test_a_rehearsal_leaves_nothing(self, write):
        import_file(write(self.ROWS), actor=None, manner=ImportManner(is_rehearsal=True))

        assert not Block.objects.exists()


class TestDecisions:
    @pytest.fixture
    def block(self, take_in):
        take_in([row(number, APPEAL) for number in range(6)])
        return Block.objects.get()

    def test_what_a_person_declines_stays_in_the_articles_that_come_after(self, block, take_in, editor):
        settle(block, is_furniture=False, actor=editor)

        take_in([row(number, APPEAL) for number in range(6, 9)], "2.jsonl")

        assert without_block() == ["Number 5"]
        assert block.holdings.count() == 9
        entry = Entry.objects.on(block).get()
        assert (entry.act, entry.actor, entry.details) == (
            "furniture.declined",
            editor,
            {"outlet": "The Valley Lantern"},
        )

    def test_what_a_person_accepts_is_left_out_again(self, block, take_in, editor):
        settle(block, is_furniture=False, actor=editor)
        settle(block, is_furniture=True, actor=editor)

        take_in([row(6, APPEAL)], "2.jsonl")

        assert without_block() == ["Number 5", "Number 6"]

    def test_the_same_decision_twice_is_refused(self, block, editor):
        settle(block, is_furniture=False, actor=editor)

        with pytest.raises(CannotSettle, match="decided this already: not furniture"):
            settle(block, is_furniture=False, actor=editor)

    def test_an_article_tells_its_outlet_s_blocks_and_whether_they_are_in_its_text(self, block):
        first, last = Article.objects.order_by("pk")[0], Article.objects.latest("pk")

        assert [(here.block, here.is_in) for here in blocks_in(first)] == [(block, True)]
        assert [(here.block, here.is_in) for here in blocks_in(last)] == [(block, False)]
        assert blocks_in(last)[0].block.articles == 6

    def test_an_article_of_another_outlet_by_now_is_not_counted(self, block, editor):
        correct_record(Article.objects.latest("pk"), outlet=OutletFactory(), actor=editor)

        assert block.holdings.count() == 5


class TestUndoing:
    def test_what_a_batch_made_furniture_is_none_without_it(self, take_in):
        take_in([row(number, APPEAL) for number in range(4)])
        batch = take_in([row(number, APPEAL) for number in range(4, 9)], "2.jsonl")
        assert Block.objects.exists()

        undo(batch, actor=None)

        assert not Block.objects.exists()
        assert not Holding.objects.exists()

    def test_what_stands_in_enough_others_stays_and_is_counted_without_it(self, take_in):
        take_in([row(number, APPEAL) for number in range(6)])
        batch = take_in([row(number, APPEAL) for number in range(6, 9)], "2.jsonl")

        undo(batch, actor=None)

        assert Block.objects.counted().get().articles == 6

    def test_a_decision_is_kept(self, take_in, editor):
        batch = take_in([row(number, APPEAL) for number in range(6)])
        OutletFactory(name="The Other Lantern")
        take_in([row(20)], "2.jsonl")
        settle(Block.objects.get(), is_furniture=False, actor=editor)

        undo(batch, actor=None)
        take_in([row(number, APPEAL) for number in range(30, 37)], "3.jsonl")

        assert Block.objects.get().state == "declined"
        assert without_block() == ["Number 20"]

    def test_the_batch_that_was_undone_does_the_same_again(self, take_in):
        rows = [row(number, APPEAL) for number in range(8)]
        batch = take_in(rows)
        before = told()

        undo(batch, actor=None)
        take_in(rows)

        assert told() == before


def test_an_export_makes_the_same_articles_again_and_infers_nothing(take_in, tmp_path):
    take_in([row(number, APPEAL, DENIAL) for number in range(9)])
    exported = list(lines())
    path = tmp_path / "all.jsonl"
    call_command("export_articles", path, stdout=io.StringIO())
    Article.objects.all().delete()
    Story.objects.all().delete()
    Outlet.objects.all().delete()

    import_file(path, actor=None)

    assert list(lines()) == exported


def test_lines_known_by_an_import_are_bounded(take_in, monkeypatch):
    monkeypatch.setattr("factcheck.articles.intake.outlet_lines.REMEMBERED", 2)
    outlets = [OutletFactory() for _ in range(5)]
    recogniser = Recogniser()

    for outlet in outlets:
        recogniser._meet({outlet.pk: outlet})

    assert list(recogniser.outlets) == [outlet.pk for outlet in outlets[-2:]]


def test_many_articles_take_no_more_queries_than_few(take_in, django_assert_max_num_queries):
    take_in([row(number, APPEAL) for number in range(8)])

    with django_assert_max_num_queries(45):
        take_in([row(number, APPEAL) for number in range(10, 110)], "2.jsonl")
