import contextlib
import html
import io
import json
import re
from urllib.request import urlopen

from factcheck.ledger.chain import head_of_chain
from factcheck.ledger.models import Entry
from factcheck.verdicts.retract_verdict import retract_urgently


def lines(client):
    body = b"".join(client.get("/ledger.jsonl").streaming_content)
    return [json.loads(line) for line in body.splitlines()]


def test_acts_on_published_verdicts_are_told_whole_and_of_others_only_their_place(published, client):
    told = lines(client)

    assert len(told) == Entry.objects.count()
    assert [line["act"] for line in told if "act" in line] == ["verdict.published"]
    assert {tuple(line) for line in told if "act" not in line} == {("hash", "number", "previous")}


def test_the_page_says_how_the_ledger_ends(published, client):
    page = client.get("/record/").content.decode()

    assert head_of_chain().hash in page
    assert f"entry {head_of_chain().number}" in page


def test_the_lines_of_python_on_the_page_prove_what_is_there(published, client, monkeypatch):
    assert checked(client, monkeypatch) == f"ends with {head_of_chain().hash}\n"


def test_the_lines_of_python_on_the_page_find_a_changed_entry(published, reviewer, client, monkeypatch):
    retract_urgently(published, reviewer=reviewer, note="The minutes were forged.")

    found = checked(client, monkeypatch, change=lambda body: body.replace(b"verdict.retracted", b"verdict.published"))

    assert re.fullmatch(r"entry \d+ was changed", found)


def test_the_feed_holds_an_anchor(published, client):
    assert f"Ledger: {head_of_chain()}" in client.get("/feed.atom").content.decode()


def test_a_verdict_s_page_shows_the_hash_that_its_entry_vouches_for(published, client):
    entry = next(line for line in lines(client) if line.get("act") == "verdict.published")

    assert entry["details"]["sha256"] in client.get(published.get_absolute_url()).content.decode()


def test_an_empty_ledger_has_a_page_and_no_lines(db, client):
    assert lines(client) == []
    assert "entry 0" in client.get("/record/").content.decode()


def checked(client, monkeypatch, change=bytes):
    """What the program on the page prints, or says is wrong, of the lines that the site serves."""
    page = client.get("/record/").content.decode()
    program = html.unescape(re.search(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)[1])
    body = change(b"".join(client.get("/ledger.jsonl").streaming_content))
    monkeypatch.setattr(f"{urlopen.__module__}.urlopen", lambda address: io.BytesIO(body))
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        try:
            exec(program, {})
        except AssertionError as found:
            return str(found)
    return printed.getvalue()
