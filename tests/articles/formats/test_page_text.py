import pytest
from lxml import html

from factcheck.articles.formats.page import read_page
from factcheck.articles.formats.page_text import article_in
from factcheck.articles.intake.batches import import_article
from factcheck.articles.reading.findings import What

FIRST = "The ferry to Skerry Island was taken out of service on Friday after water was found in its engine room."
DENIAL = "Captain Rhona Blake denied that anybody had warned the company before the summer."
LAST = "A smaller boat will carry passengers from Monday, but no cars, until the yard has mended the hull."
CREDIT = "<footer><p>The Skerry Post, Harbour Lane, tells the islands what happens, every week since 1902.</p></footer>"


def p(*paragraphs):
    return "".join(f"<p>{words}</p>" for words in paragraphs)


def article(body):
    """The text of a page with this body, and what was taken out of it."""
    return article_in(
        html.document_fromstring(f"<html><head><title>Ferry out</title></head><body>{body}</body></html>")
    )


def text(body):
    return article(body).text


@pytest.mark.parametrize(
    "paragraph",
    [
        "Captain Rhona Blake <!-- -->denied that anybody<!-- --> had warned the company before the summer.",
        "Captain <b><!--[-->Rhona Blake</b> denied that anybody<!----> had warned the company before the summer.",
        "<?x y?>Captain Rhona Blake denied that anybody had warned the <?z?>company before the summer.",
    ],
)
def test_comments_in_a_paragraph_lose_no_words(paragraph):
    assert DENIAL in " ".join(text(f"<article>{p(FIRST, paragraph, LAST)}</article>").split())


def test_an_article_in_a_nav_that_was_never_closed_is_read():
    body = f"<nav class='path'><a href='/'>Home</a> <a href='/news'>News</a><article>{p(FIRST, DENIAL, LAST)}</article>"

    assert text(f"<div>{body}</div>{CREDIT}") == "\n\n".join([FIRST, DENIAL, LAST])


def test_an_article_for_readers_without_scripts_is_read():
    body = f"<main><div class='entry'><noscript>{p(FIRST, DENIAL, LAST)}</noscript></div></main>{CREDIT}"

    assert text(body) == "\n\n".join([FIRST, DENIAL, LAST])


def test_what_a_page_says_again_to_readers_without_scripts_is_read_once():
    body = f"<article>{p(FIRST, DENIAL, LAST)}<noscript>{p(FIRST, DENIAL, LAST)}</noscript></article>"

    assert text(body).count(DENIAL) == 1


def test_menus_and_notes_about_scripts_are_no_article():
    menu = "<nav><ul><li><a href='/a'>News of the islands</a></li><li><a href='/b'>Sport</a></li></ul></nav>"

    found = text(f"{menu}<noscript>Please switch scripts on.</noscript><article>{p(FIRST, DENIAL, LAST)}</article>")

    assert found == "\n\n".join([FIRST, DENIAL, LAST])


def test_a_quotation_in_a_table_of_its_own_stays_on_a_page_laid_out_with_tables():
    quotation = f"<table width='40%'><tr><td class='pullquote'>{DENIAL}</td></tr></table>"
    body = f"<table><tr><td><a href='/'>Home</a></td><td>{p(FIRST)}{quotation}{p(LAST)}</td></tr></table>"

    assert text(body) == "\n\n".join([FIRST, DENIAL, LAST])


def test_figures_in_a_table_keep_their_rows_on_a_page_laid_out_with_tables():
    figures = "<table><tr><th>Year</th><th>Crossings</th></tr><tr><td>2029</td><td>1,840</td></tr></table>"

    assert "2029 | 1,840" in text(f"<table><tr><td>{p(FIRST, DENIAL)}{figures}{p(LAST)}</td></tr></table>")


@pytest.mark.parametrize("place", ["aside", "footer"])
def test_a_correction_beside_the_article_is_part_of_it(place):
    notes = p("Correction, 4 June: An earlier version of this article misspelled the captain's name.", "It is Blake.")
    body = f"<article>{p(FIRST, DENIAL, LAST)}<{place} class='related'>{notes}</{place}></article>"

    assert text(body).endswith("misspelled the captain's name.\n\nIt is Blake.")


def test_another_aside_is_not():
    aside = "<aside><p>Correction fluid sells well again, as our reporter found out in the shops.</p></aside>"

    assert text(f"<article>{p(FIRST, DENIAL, LAST)}{aside}</article>") == "\n\n".join([FIRST, DENIAL, LAST])


def test_a_correction_outside_the_article_is_added_at_its_end():
    aside = f"<aside>{p('Clarification: The yard, not the company, found the water.')}</aside>"

    found = text(f"<div id='a'><article>{p(FIRST, DENIAL, LAST)}</article></div><div class='sidebar'>{aside}</div>")

    assert found.split("\n\n")[-1] == "Clarification: The yard, not the company, found the water."
    assert found.count("Clarification") == 1


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_out_words_are_no_text_and_are_told(tag):
    found = article(
        f"<article>{p(FIRST, f'It will sail again in <{tag}>May</{tag}> <ins>July</ins>, she said.', LAST)}</article>"
    )

    assert "It will sail again in July, she said." in found.text
    assert [(finding.what, finding.value) for finding in found.findings] == [(What.STRUCK, "May")]


def test_words_around_what_is_struck_out_stay_apart():
    assert "on Monday and later" in text(
        f"<article>{p(FIRST, 'It sails on Monday <s>at ten</s> and later.', LAST)}</article>"
    )


def test_so_much_struck_out_that_it_may_be_the_article_stays_and_is_asked_about():
    found = article(f"<article>{p(FIRST, f'<s>{DENIAL} {LAST} {DENIAL}</s>', LAST)}</article>")

    assert DENIAL in found.text
    assert [finding.what for finding in found.findings] == [What.QUESTION]


def test_the_times_of_a_live_blog_stay():
    entries = zip(["10:15", "9.40 am", "08:05 GMT"], [FIRST, DENIAL, LAST], strict=True)
    blog = "".join(f"<section><time>{at}</time><h3>What is known</h3>{p(words)}</section>" for at, words in entries)

    found = text(f"<article>{blog}</article>")

    assert all(at in found for at in ("10:15", "9.40 am", "08:05 GMT"))
    assert found.count("What is known") == 3


def test_the_time_at_which_a_page_was_published_is_no_text():
    assert text(f"<article><time>10:15</time>{p(FIRST, DENIAL, LAST)}</article>") == "\n\n".join([FIRST, DENIAL, LAST])


@pytest.mark.django_db
def test_what_was_struck_out_is_told_with_the_article():
    page = f"<html><body><article>{p(FIRST, 'She <del>knew</del> heard of it.', LAST)}</article></body></html>"

    stored = import_article(read_page(page.encode()), actor=None).article

    assert "She heard of it." in stored.text
    assert ("struck out", "knew") in {(finding["what"], finding["value"]) for finding in stored.findings}
