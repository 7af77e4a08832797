"""Editors and readers of a served site, as Locust drives them; benchmarks.load starts it.

    python -m benchmarks.load_users http://127.0.0.1:8000 editors.json addresses.json SECONDS READERS

Writes a line of JSON: how many requests of each kind were answered and failed, their percentiles, and for each editor's
draft the last reasoning that the site said it has saved, and the last that was sent.
"""

from __future__ import annotations

import gevent.monkey

gevent.monkey.patch_all()

import itertools  # noqa: E402 - nothing may open a socket before
import json  # noqa: E402
import random  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

import gevent  # noqa: E402
from locust import HttpUser, between, task  # noqa: E402
from locust.env import Environment  # noqa: E402
from lxml import html  # noqa: E402

THINKS = {"editor": (5, 15), "reader": (20, 40)}  # seconds between two pages
ARRIVE = 40  # seconds in which all come

editors: list[dict[str, str]] = []
addresses: dict[str, str] = {}
saved: dict[str, str] = {}
sent: dict[str, str] = {}  # the last of each draft, whatever came of it
numbers, seats = itertools.count(), itertools.count()


class Reader(HttpUser):
    """Reads what is public, and has a page that it saw before checked for changes."""

    wait_time = between(*THINKS["reader"])

    @task
    def read(self) -> None:
        name, address = random.choice([*addresses.items()])
        self.client.get(address, name=f"reader: {name}")


class Editor(HttpUser):
    """Looks at the desk's pages and writes at a draft of their own."""

    wait_time = between(*THINKS["editor"])

    def on_start(self) -> None:
        own = editors[next(seats) % len(editors)]
        self.draft = own["draft"]
        self.client.cookies.set("sessionid", own["session"])

    @task(3)
    def look(self) -> None:
        name = random.choice(["", "articles/", "claims/", "verdicts/", "conflicts/", "articles/2/"])
        self.client.get(f"/desk/{name}", name=f"editor: /desk/{name}")

    @task(2)
    def write(self) -> None:
        """Open the draft and save another reasoning; what counts as saved is what the site answers so."""
        page = self.client.get(self.draft, name="editor: draft")
        if page.status_code != 200:
            return
        form = html.fromstring(page.text).xpath("//form[@id='draft']")[0]
        reasoning = f"The pier was inspected {next(numbers)} times."
        fields = {**dict(form.form_values()), "reasoning": reasoning}
        sent[self.draft] = reasoning
        with self.client.post(
            self.draft,
            fields,
            name="editor: save",
            headers={"Origin": self.host, "Referer": f"{self.host}{self.draft}"},
            allow_redirects=False,
            catch_response=True,
        ) as answer:
            if answer.status_code == 302:
                saved[self.draft] = reasoning
                answer.success()
            else:
                answer.failure(f"not saved: {answer.status_code}")


def main() -> None:
    url, of_editors, of_pages, seconds, readers = sys.argv[1:]
    editors.extend(json.loads(Path(of_editors).read_text()))
    addresses.update(json.loads(Path(of_pages).read_text()))
    runner = environment(url).create_local_runner()
    people = {"Editor": len(editors), "Reader": int(readers)}
    runner.start(sum(people.values()), spawn_rate=sum(people.values()) / ARRIVE)
    gevent.sleep(ARRIVE)
    runner.stats.reset_all()
    gevent.sleep(float(seconds))
    figures = told(runner)
    runner.quit()
    json.dump(figures, sys.stdout)


def environment(url: str) -> Environment:
    Editor.weight, Reader.weight = len(editors), int(sys.argv[5])
    Editor.fixed_count, Reader.fixed_count = len(editors), int(sys.argv[5])
    return Environment(user_classes=[Editor, Reader], host=url)


def told(runner: Any) -> dict[str, Any]:
    rows = [*sorted(runner.stats.entries.values(), key=lambda row: row.name), runner.stats.total]
    return {
        "rows": [
            {
                "name": row.name,
                "requests": row.num_requests,
                "failures": row.num_failures,
                "a second": round(row.total_rps, 1),
                **{f"p{share}": row.get_response_time_percentile(share / 100) for share in (50, 95, 99)},
            }
            for row in rows
            if row.num_requests
        ],
        "errors": [f"{error.occurrences}× {error.name}: {error.error}" for error in runner.errors.values()],
        "saved": saved,
        "sent": sent,
    }


if __name__ == "__main__":
    main()
