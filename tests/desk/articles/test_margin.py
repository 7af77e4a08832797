"""What stands in the margin of an article: its statements, who else says so, who contradicts, who left it out."""

from factcheck.claims.margin_notes import notes_of
from factcheck.claims.models import Agreement
from factcheck.desk.articles.paragraphs import paragraphs_with_notes
from tests.desk.articles.conftest import TEXT
from tests.desk.reading import as_read
from tests.factories import ArticleFactory, ConflictFactory, PositionFactory, SourceFactory, StatementFactory


def test_the_article_s_statements_stand_with_their_claims_and_conflicts(article, desk):
    tied = PositionFactory(statement=StatementFactory(article=article, exact="the bridge is safe"), denies=True)
    loose = StatementFactory(article=article, exact="An engineer disagreed")
    conflict = ConflictFactory(first=loose, second__source__name="Ana Torres")

    html = as_read(desk.get(article.get_absolute_url()).content.decode())

    first, second = html.split('<li class="note"')[1:3]
    assert str(tied.claim) in first
    assert "Tie it to a claim" in second
    assert f"may clash with Ana Torres, {conflict.second.article.outlet}" in second
    assert f'<a href="{conflict.get_absolute_url()}">Ana Torres</a>' in second


def test_overlapping_statements_are_shown_without_nesting(article):
    outer = StatementFactory(article=article, exact="The mayor said the bridge is safe")
    inner = StatementFactory(article=article, exact="the bridge is safe. Nobody")

    pieces = paragraphs_with_notes(article.text, notes_of(article))[0].pieces

    assert [(piece.text, [note.statement for note in piece.notes]) for piece in pieces] == [
        ("The mayor said ", [outer]),
        ("the bridge is safe", [outer, inner]),
        (". Nobody", [inner]),
        (" was hurt.", []),
    ]


def test_words_and_their_note_lead_to_one_another(article, desk):
    statement = StatementFactory(article=article, exact="the bridge is safe")

    html = as_read(desk.get(article.get_absolute_url()).content.decode())

    assert f'<mark id="statement-{statement.pk}">the bridge is safe</mark><a class="ref"' in html
    assert f'href="#note-{statement.pk}"' in html
    assert f'href="#statement-{statement.pk}"' in html


def test_who_else_says_what_a_statement_says_stands_beside_it_with_a_link(article, desk):
    own = StatementFactory(article=article, exact="the bridge is safe")
    other = StatementFactory(source=SourceFactory(name="Ole Lund"))
    Agreement.objects.create(first=own, second=other, score=0.8)

    page = as_read(desk.get(article.get_absolute_url()).content.decode())

    assert "<summary>also: 1 paper</summary>" in page
    assert f'<a href="{other.get_absolute_url()}">Ole Lund</a>, {other.article.outlet}' in page


def test_of_many_who_say_the_same_six_are_named_and_the_others_counted(article, desk):
    own = StatementFactory(article=article, exact="the bridge is safe")
    for _ in range(8):
        Agreement.objects.create(first=own, second=StatementFactory(), score=0.8)

    assert "and 2 more" in as_read(desk.get(article.get_absolute_url()).content.decode())


def test_who_clashes_stands_in_one_line_with_a_few_words_and_what_was_judged_comes_first(article, desk):
    own = StatementFactory(article=article, exact="the bridge is safe")
    ana = StatementFactory(source=SourceFactory(name="Ana Torres"))
    likely = ConflictFactory(first=own, second=ana, score=0.9)
    again = StatementFactory(source=ana.source, article__outlet=ana.article.outlet)
    ConflictFactory(first=own, second=again, score=0.5)
    judged = ConflictFactory(first=own, state="open")

    [note] = notes_of(article)
    html = as_read(desk.get(article.get_absolute_url()).text)

    assert [voice.conflict for voice in note.against] == [judged, likely]
    assert f'Ana Torres</a>, {ana.article.outlet} <span class="quiet">“the bridge is safe”</span>' in html
    assert f'<a href="/desk/statements/{own.pk}/#conflicts"> 1 more on its page </a>' in html
    assert 'class="tag suggested"' not in html


def test_a_note_is_red_only_where_somebody_judged_that_it_is_contradicted(article, desk):
    conflict = ConflictFactory(first=StatementFactory(article=article, exact="the bridge is safe"))
    red = '<details class="against">'
    assert red not in desk.get(article.get_absolute_url()).text

    conflict.state = "open"
    conflict.save()

    assert red in desk.get(article.get_absolute_url()).text


def test_who_says_the_contrary_of_a_claim_in_another_article_stands_beside_the_words(article, desk):
    own = PositionFactory(statement=StatementFactory(article=article, exact="the bridge is safe"))
    PositionFactory(claim=own.claim, denies=True, statement__source__name="Ana Torres")

    [note] = notes_of(article)

    [against] = note.against
    assert (against.verb, against.statement.speaker) == ("contradicted by", "Ana Torres")
    assert note.also == []


def test_a_reprint_s_own_words_are_no_second_paper(article):
    reprint = ArticleFactory(text=TEXT, story=article.story, reprint=True, url="https://reprint.example/1")
    claim = PositionFactory(statement=StatementFactory(article=article, exact="the bridge is safe")).claim
    PositionFactory(claim=claim, statement=StatementFactory(article=reprint, exact="the bridge is safe"))

    assert [note.also for note in notes_of(article)] == [[]]


def test_what_is_marked_in_another_version_stands_in_the_margin_of_this_one(article, desk):
    reprint = ArticleFactory(text=TEXT, story=article.story, reprint=True, url="https://reprint.example/1")
    statement = StatementFactory(article=article, exact="the bridge is safe")

    [note] = notes_of(reprint)
    html = as_read(desk.get(reprint.get_absolute_url()).content.decode())

    assert (note.statement, note.is_own) == (statement, False)
    assert f"marked in {article.outlet}" in html
    assert f'class="carried" id="statement-{statement.pk}"' in html


def test_a_version_that_left_a_statement_out_stands_beside_its_words(desk):
    original = ArticleFactory(text=TEXT, published_on="2026-03-01")
    StatementFactory(article=original, exact="the bridge is safe")
    reprint = ArticleFactory(
        story=original.story, text="Nobody was hurt.", reprint=True, published_on="2026-03-02", outlet__name="The Echo"
    )

    html = as_read(desk.get(original.get_absolute_url()).content.decode())

    assert f'<a class="fate cut" href="{reprint.get_absolute_url()}">' in html
    assert "left out by The Echo" in html
