import pytest
from django.urls import reverse

from factcheck.articles.formats.incoming import Incoming
from factcheck.articles.intake.batches import import_article
from factcheck.articles.models import Article, Block
from factcheck.ledger.models import Entry
from tests.desk.reading import as_read
from tests.factories import ArticleFactory, BlockFactory, OutletFactory, StatementFactory

LINE = "The Echo is read by the sailors of both ports"
RECEIVED = f"The ferry is late again, and nobody at the quay knows why.\n\nIt left with letters.\n\n{LINE}\n"


@pytest.fixture
def echo(db):
    return OutletFactory(name="The Echo")


@pytest.fixture
def block(echo):
    return BlockFactory(outlet=echo, text=LINE, articles=[ArticleFactory(outlet=echo) for _ in range(5)])


@pytest.fixture
def later(block, editor):
    """An article that came in after the line was recognised."""
    return import_article(Incoming(received=RECEIVED, outlet="The Echo", headline="Late"), actor=editor).article


@pytest.fixture
def earlier(block):
    """An article that was stored before, with the line in its text."""
    return ArticleFactory(outlet=block.outlet, received=RECEIVED, text=RECEIVED.strip())


def intake(article):
    return reverse("desk:intake", args=[article.pk])


class TestTheIntakePage:
    def test_a_line_that_was_left_out_is_told_with_the_reason_and_can_be_taken_in(self, desk, later):
        page = as_read(desk.get(intake(later)).text)
        assert "it stands in 5 other articles of The Echo" in page
        assert "It stands in 6 articles, and has been taken as furniture since" in page
        assert "left out of this text" in page
        assert LINE not in later.text

        desk.post(intake(later), {"take_in": RECEIVED.index(LINE)})

        assert Article.objects.get(pk=later.pk).text == RECEIVED.strip()
        assert Entry.objects.on(later).first().act == "article.mended"

    def test_an_article_that_was_there_before_says_so_and_keeps_its_text_until_somebody_leaves_it_out(
        self, desk, earlier
    ):
        page = as_read(desk.get(intake(earlier)).text)
        assert "in this text" in page
        assert "it stands in 5 articles of The Echo" in page

        desk.post(intake(earlier), {"leave_out": RECEIVED.index(LINE)})

        mended = Article.objects.get(pk=earlier.pk)
        assert mended.text == RECEIVED.replace(LINE, "").strip()
        assert mended.fingerprints.count() == mended.fingerprint_count > 0

    def test_an_article_with_statements_keeps_its_lines(self, desk, earlier):
        StatementFactory(article=earlier, exact="nobody at the quay knows why")

        page = desk.get(intake(earlier)).text

        assert "Leave it out here" not in page
        assert "Never leave it out" in page

    def test_an_article_without_such_lines_says_nothing_of_them(self, desk, block):
        assert "What stands in many articles" not in desk.get(intake(ArticleFactory(outlet=block.outlet))).text

    def test_never_is_decided_there_and_leads_back(self, desk, later, block):
        answer = {"is_furniture": "no", "back": intake(later)}

        response = desk.post(reverse("desk:block", args=[block.pk]), answer, follow=True)

        assert response.redirect_chain == [(intake(later), 302)]
        assert "The line stays in the articles of The Echo that come in from now on." in response.text
        page = as_read(response.text)
        assert "It stands in 6 articles and is left in: it is not furniture. Decided by Person" in page


class TestTheList:
    def test_an_outlet_s_lines_are_shown_with_examples_and_their_state(self, desk, block, later):
        other = BlockFactory(outlet=block.outlet, state="asked", doubt="it quotes or denies something")

        page = as_read(desk.get(block.get_absolute_url()).text)

        assert LINE in page
        assert f'href="{intake(later)}"' in page
        assert other.text in page
        assert "is left in until somebody decides: it quotes or denies something." in page

    def test_each_state_has_its_own_list(self, desk, block):
        asked = BlockFactory(outlet=block.outlet, state="asked")

        page = as_read(desk.get(block.get_absolute_url(), {"state": "asked"}).text)

        assert asked.text in page
        assert LINE not in page
        assert "No line is in this state" in desk.get(block.get_absolute_url(), {"state": "declined"}).text

    def test_an_outlet_of_which_none_is_known_says_so(self, desk, echo):
        assert "No line is known yet" in desk.get(reverse("desk:furniture", args=[echo.pk])).text

    def test_a_decision_leads_back_to_it_and_names_who_took_it(self, desk, block, editor):
        response = desk.post(reverse("desk:block", args=[block.pk]), {"is_furniture": "no"}, follow=True)

        assert response.redirect_chain == [(block.get_absolute_url(), 302)]
        assert editor.get_full_name() in response.text
        assert Block.objects.get().decided_by == editor

    def test_the_same_decision_again_is_refused_with_a_sentence(self, desk, block):
        url = reverse("desk:block", args=[block.pk])
        desk.post(url, {"is_furniture": "no"})

        assert "Somebody decided this already" in desk.post(url, {"is_furniture": "no"}, follow=True).text

    def test_an_answer_that_is_none_changes_nothing(self, desk, block):
        desk.post(reverse("desk:block", args=[block.pk]), {"is_furniture": "perhaps"})

        assert Block.objects.get().decided_at is None

    def test_many_lines_take_no_more_queries_than_one(self, desk, echo, django_assert_max_num_queries):
        for _ in range(25):
            BlockFactory(outlet=echo, articles=[ArticleFactory(outlet=echo) for _ in range(4)])

        with django_assert_max_num_queries(8):
            page = desk.get(reverse("desk:furniture", args=[echo.pk])).text

        assert page.count('id="block-') == 20
        assert 'rel="next"' in page


def test_the_administrators_page_of_an_outlet_leads_to_its_lines(as_user, administrator, block):
    page = as_user(administrator).get(reverse("admin:articles_outlet_change", args=[block.outlet.pk])).text

    assert f'href="{block.get_absolute_url()}"' in page
