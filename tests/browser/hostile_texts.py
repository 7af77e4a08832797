"""A desk whose every text, name and file holds what would run if a page ever took it for code."""

from __future__ import annotations

import itertools
import json
from html import escape

from django.core.management import call_command

from factcheck.articles.models import Article, Outlet, Story
from factcheck.claims.models import Claim, Conflict, Source
from factcheck.verdicts.management.commands import load_demo
from factcheck.verdicts.models import Evidence, Verdict
from tests.articles.formats.test_documents import docx, pdf
from tests.articles.formats.test_mail import mail
from tests.articles.formats.test_web_archives import warc

RUN = "window.ran=1"
MARK = "hostile"  # the class of each element that must never become one
# Ways out of each place that a page puts a text in, as the HTML Standard (12.2, parsing) tells those places apart.
PAYLOADS = [
    f"<script class={MARK}>{RUN}</script>",
    f"</script><script class={MARK}>{RUN}</script>",
    f"</title></textarea></style></noscript><img class={MARK} src=x onerror={RUN}>",
    f'"><img class={MARK} src=x onerror={RUN}>',
    f"'><svg class={MARK} onload={RUN}>",
    f'" autofocus onfocus={RUN} class={MARK} x="',
    f"--><b class={MARK} onmouseover={RUN}>b</b><!--",
    f"]]><iframe class={MARK} srcdoc='<script>parent.ran=1</script>'></iframe>",
    f"&lt;img class={MARK} src=x onerror={RUN}&gt;",
    f"<math><mi//xlink:href='javascript:{RUN}' class={MARK}>",
    f"<details open class={MARK} ontoggle={RUN}>",
    f"[read](javascript:{RUN}) ![](x)",
    f"{{{{ 7|add:7 }}}}{{% load x %}}${{{RUN}}}<%={RUN}%>",
    f"\u202e<a class={MARK} href=javascript:{RUN}>a</a>\u2028",
    f"<style class={MARK}>@import 'http://127.0.0.1:9/x'</style>",
    f"<base class={MARK} href=http://127.0.0.1:9/><meta class={MARK} http-equiv=refresh content=0;url=/nowhere/>",
    f"<form class={MARK} hx-get=/nowhere/ hx-trigger=load><button formaction=javascript:{RUN}>",
    f'=HYPERLINK("javascript:{RUN}")',
]
HOLDS = {  # which fields of the demonstration's rows people, papers and files fill
    Outlet: ["name"],
    Story: ["title"],
    Article: ["headline", "byline", "agency"],
    Source: ["name", "role"],
    Claim: ["text"],
    Conflict: ["explanation"],
    Verdict: ["conclusion", "reasoning"],
    Evidence: ["title", "note"],
}
SAID = "The lock at Brennow was closed on Tuesday, the canal board said, and boats are sent round by Ostrin."


def load():
    """Load the demonstration with a payload behind each text."""
    payloads, read = itertools.cycle(PAYLOADS), load_demo.rows_of

    def rows_of(name):
        for row in read(name):
            for field in HOLDS.get(type(row), []):
                if text := getattr(row, field):
                    longest = row._meta.get_field(field).max_length or 100_000
                    setattr(row, field, f"{text} {next(payloads)}"[:longest])
            if isinstance(row, Article):  # behind what statements are anchored in
                row.text += f"\n\n{next(payloads)}"
            yield row

    load_demo.rows_of = rows_of
    call_command("load_demo")


def files(folder):
    """Files of many formats, whose names, fields and texts hold payloads."""
    payloads = itertools.cycle(PAYLOADS)

    def said():
        return f"{SAID} {next(payloads)}"

    def escaped():
        return escape(said())

    letter = mail(Subject=f"Lock {PAYLOADS[3]}", From=f'"{PAYLOADS[4]}" <mira@board.example>')
    letter.set_content(f"{SAID}\n\n{PAYLOADS[0]}")
    row = {"text": said(), "headline": said(), "byline": said(), "outlet": f"The {next(payloads)}"[:200]}
    page = f"<html><head><title>{escaped()}</title></head><body><h1>{escaped()}</h1><p>{SAID}</p><p>{escaped()}</p>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
    entry = (
        f"<item><title>{escaped()}</title><link>https://courier.example/1</link><description>{escaped()}</description>"
    )
    rows = {
        f"a {PAYLOADS[4]}".replace("/", "") + ".jsonl": json.dumps(row).encode(),
        "lock.html": page.encode(),
        "lock.txt": f"{said()}\n\n{said()}".encode(),
        "lock.csv": f'text,outlet\n"{said().replace('"', '""')}",Lock Courier\n'.encode(),
        "feed.xml": f'<rss version="2.0"><channel><title>{escaped()}</title>{entry}</item></channel></rss>'.encode(),
        "crawl.warc": warc(answer),
        "letter.eml": letter.as_bytes(),
        "lock.docx": docx(lambda document: [document.add_paragraph(said()) for _ in PAYLOADS]),
        "lock.pdf": pdf([SAID, *(payload for payload in PAYLOADS if "(" not in payload and payload.isascii())]),
    }
    for name, content in rows.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in rows]
