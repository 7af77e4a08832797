import pytest

from factcheck.articles.intake import workers
from factcheck.articles.intake.workers import Unread, prepare_all

ROWS = [f"Headline {n}\n\nThe mayor said on day {n} that the bridge is safe. Nobody was hurt." for n in range(30)]


def text_of(row):
    return Unread(row) if row != ROWS[3] else None


def test_rows_come_out_in_their_order_with_what_was_worked_out():
    found = list(prepare_all(ROWS, text_of))

    assert [row for row, _ in found] == ROWS
    assert found[0][1].reading.headline == "Headline 0"
    assert found[0][1].prints
    assert found[3][1] is None


def test_other_processes_find_the_same(monkeypatch):
    alone = list(prepare_all(ROWS, text_of))
    monkeypatch.setattr(workers, "FEW", 5)
    monkeypatch.setattr(workers, "TOGETHER", 4)
    monkeypatch.setattr(workers, "PROCESSES", 1)

    assert list(prepare_all(ROWS, text_of)) == alone


@pytest.mark.parametrize("most", [1, 100, 10_000])
def test_parts_are_bounded_by_their_characters_too(monkeypatch, most):
    monkeypatch.setattr(workers, "MOST_CHARACTERS", most)

    parts = list(workers._parts(ROWS, text_of))

    assert [row for rows, _ in parts for row in rows] == ROWS
    assert all(sum(len(text.received) for text in texts[:-1] if text) < most for _, texts in parts)


def test_nothing_is_prepared_of_no_rows():
    assert list(prepare_all([], text_of)) == []
