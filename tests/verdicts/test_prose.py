from dataclasses import dataclass
from datetime import date

import pytest

from factcheck.verdicts.prose import bare_text, render_markdown, statements_in


@dataclass(frozen=True)
class Quoted:
    statement: int = 12
    exact: str = "the <b>bridge</b> is *safe*"
    told_by: str = "Ada & Bell"
    paper: str = "The Paper"
    url: str = "https://paper.example/?a=1&b=2"
    published_on: date | None = date(2019, 5, 3)


def test_markdown_becomes_paragraphs_lists_and_links():
    html = render_markdown("The *lawmaker* said:\n\n> No.\n\n- [the report](https://example.org/a)")

    assert "<em>lawmaker</em>" in html
    assert "<blockquote>" in html
    assert '<a href="https://example.org/a" rel="nofollow noopener">the report</a>' in html


def test_a_heading_does_not_outrank_the_page_s_own():
    assert render_markdown("# Why") == "<h3>Why</h3>\n"
    assert render_markdown("## Why\n#### How", top=2) == "<h2>Why</h2>\n<h3>How</h3>\n"


@pytest.mark.parametrize(
    "attack",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>", "<b onclick='x'>y</b>"],
)
def test_nothing_that_runs_survives(attack):
    html = render_markdown(attack)

    assert "<script" not in html
    assert "<img" not in html
    assert "<b" not in html.replace("<blockquote", "")
    assert 'href="javascript' not in html


def test_a_reference_to_a_statement_is_shown_as_the_quotation_with_who_where_and_when():
    html = render_markdown("He says [[statement:12]], twice.", [Quoted()])

    assert "“the &lt;b&gt;bridge&lt;/b&gt; is *safe*” (Ada &amp; Bell, " in html
    assert '<a href="https://paper.example/?a=1&amp;b=2" rel="nofollow noopener">The Paper</a>, 3 May 2019)' in html


def test_a_reference_that_stands_alone_is_a_block_of_its_own():
    html = render_markdown("He says:\n\n[[statement:12]]", [Quoted()])

    assert "<blockquote>“the" in html
    assert "<p>“" not in html


def test_the_address_of_a_quotation_runs_nothing():
    assert "javascript" not in render_markdown("[[statement:12]]", [Quoted(url="javascript:alert(1)")])


def test_a_reference_that_nothing_is_known_of_stays_as_it_was_typed():
    assert render_markdown("See [[statement:13]].", [Quoted()]) == "<p>See [[statement:13]].</p>\n"


def test_references_in_code_or_behind_a_backslash_are_none():
    assert statements_in("[[statement:1]] `[[statement:2]]` \\[[statement:3]]") == {1}


def test_the_plain_words_of_a_text_hold_its_quotations():
    written = render_markdown("He says [[statement:12]]", [Quoted()])

    assert bare_text(written).endswith("(Ada & Bell, The Paper, 3 May 2019)")
