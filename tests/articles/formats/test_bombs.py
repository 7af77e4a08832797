"""Files that would take a machine's memory, or hours: each kind ends in a sentence, within a bound."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MOST = 280  # MB: with what a process holds anyway, an import stays near 300
MB = 1_000_000
WATER = b"water rises "
MAIL = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: The ferry\r\n"
PARTS = b"--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
NEWS = b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet>'
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"
RECORD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 50000000\r\n\r\n"

BOMBS = {  # name → beginning, what comes again and again, MB of it, what is said
    "endless.txt": (b"", WATER, 60, "It holds 60 MB, which is more than one article can"),
    "large.html": (b"<html><body><p>", WATER, 60, "10 MB is the most"),
    "elements.html": (b"<html><body>", b"<p>a", 9, "too many for an article"),
    "deep.html": (b"<html><body>", b"<div>", 9, "too many for an article"),
    "attributes.html": (b"<html><body><p ", b"a=b ", 9, "No article's text was found"),
    "saved.mhtml": (b"From: <Saved>\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", PARTS, 60, "is the most"),
    "cell.csv": (b'url,text\nhttps://a.example/1,"', WATER, 60, "longer than a row"),
    "cells.csv": (b"url,text\n", b"a,", 60, "longer than a row"),
    "text.json": (b'[{"text": "', WATER, 60, "No row with at most 5 MB of text begins here"),
    "deep.json": (b'[{"text": "a", "x": ', b"[", 60, "No row with at most 5 MB of text begins here"),
    "body.json": (b'{"uri": "a", "type": "text", "body_html": "', b"<div>", 60, "No row with at most 5 MB"),
    "line.jsonl": (b'{"text": "', WATER, 60, "longer than a row"),
    "deep.jsonl": (b'{"text": ', b"[", 60, "longer than a row"),
    "text.xml": (b"<rss><channel><item><description>", WATER, 60, "Text node too long"),
    "items.xml": (b"<rss><channel><item>", b"<title>a</title>", 60, "more than any article does"),
    "between.xml": (b"<rss><channel>", b"<a/>", 60, "more than any article does"),
    "attribute.xml": (b'<rss><channel><item a="', WATER, 60, "more than any article does"),
    "attributes.xml": (b"<rss><channel><item", b' a="b"', 60, "more than any article does"),
    "comment.xml": (b"<rss><channel><!-- ", WATER, 60, "more than any article does"),
    "elements.newsml": (NEWS, b"<a/>", 60, "more than any article does"),
    "elements.newsml1": (b"<NewsML><NewsItem>", b"<a/>", 60, "more than any article does"),
    "elements.nitf": (b"<nitf><body><body.content>", b"<p>a</p>", 60, "more than any article does"),
    "endless.wire": (b"\x01abc0123 4 u\r\n\x02", WATER, 60, "It holds more than 50 MB"),
    "large.eml": (MAIL + b"\r\n", WATER, 60, "The mail holds more than 25 MB"),
    "text.eml": (MAIL + b"\r\n", WATER, 24, "The text of the mail holds more than 8 MB"),
    "head.eml": (MAIL + b"X-Long: ", b"x\r\n y", 24, "a head without an end"),
    "parts.eml": (MAIL + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n", PARTS, 24, "more than 1,000 parts"),
    "page.warc": (RECORD + PAGE, WATER, 60, "The page holds more than 10 MB"),
    "large.pdf": (b"%PDF-1.7\n", WATER, 60, "The document holds more than 50 MB"),
    "large.docx": (b"PK\x03\x04", WATER, 60, "The document holds more than 50 MB"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_of_any_format_ends_in_a_sentence_and_takes_little_memory(name, tmp_path):
    begin, again, megabytes, sentence = BOMBS[name]
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(begin)
        for _ in range(megabytes):
            file.write(again * (MB // len(again)))

    command = [sys.executable, "-m", "tests.articles.formats.measured_reading", path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    answer = json.loads(done.stdout)
    assert sentence in answer["told"]
    assert answer["grown"] < MOST
