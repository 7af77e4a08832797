import io
import json
from itertools import islice

from benchmarks.invented_archive import archive, main
from factcheck.compare import fingerprint, relate


def test_equal_seeds_give_equal_archives_and_a_longer_one_begins_the_same():
    assert list(archive(50, seed=1)) == list(islice(archive(80, seed=1), 50))
    assert list(archive(50, seed=1)) != list(archive(50, seed=2))


def test_a_reprint_shares_text_with_its_family_and_unrelated_articles_do_not():
    articles = {article.number: article for article in archive(300, seed=1)}
    reprints = [article for article in articles.values() if article.family != article.number]
    alone = [article for article in articles.values() if article.family == article.number][:60]

    labels = {relate(text(articles[one.family]), text(one)).label for one in reprints}

    assert len(reprints) > 50
    assert labels <= {"copy", "update", "derived"}
    seen = [set(fingerprint("\n".join(article.paragraphs))) for article in alone]
    assert sum(len(one & other) for n, one in enumerate(seen) for other in seen[:n]) < 5


def test_an_outlet_puts_the_same_lines_under_everything():
    last = {}
    for article in archive(400, seed=1):
        last.setdefault(article.outlet, set()).add(text(article).split("\n\n")[-1])

    assert all(len(lines) == 1 for lines in last.values())


def test_it_writes_rows_that_import_and_the_truth_beside_them(tmp_path):
    main(["40", "--output", f"{tmp_path}/rows.jsonl", "--truth", f"{tmp_path}/truth.jsonl"])

    rows, truth = (
        [json.loads(line) for line in (tmp_path / f"{name}.jsonl").read_text().splitlines()]
        for name in ("rows", "truth")
    )
    assert [row["url"] for row in rows] == [told["url"] for told in truth]
    assert rows[0].keys() == {"url", "outlet", "headline", "published_on", "text"}
    assert {told["family"] for told in truth} < {*range(1, 41)}


def test_it_writes_to_the_standard_output(capsys):
    main(["2", "--seed", "3"])

    assert len([json.loads(line) for line in io.StringIO(capsys.readouterr().out)]) == 2


def text(article):
    return article.as_row()["text"]
