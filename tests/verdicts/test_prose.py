import pytest

from factcheck.verdicts.prose import render_markdown


def test_markdown_becomes_paragraphs_lists_and_links():
    html = render_markdown("The *lawmaker* said:\n\n> No.\n\n- [the report](https://example.org/a)")

    assert "<em>lawmaker</em>" in html
    assert "<blockquote>" in html
    assert '<a href="https://example.org/a" rel="nofollow noopener">the report</a>' in html


def test_a_heading_does_not_outrank_the_page_s_own():
    assert render_markdown("# Why") == "<h3>Why</h3>\n"


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
