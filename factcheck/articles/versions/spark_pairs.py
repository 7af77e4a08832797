"""Which articles of an archive are versions of one another, found by Apache Spark on as many machines as it is given.

The archive is files of JSON Lines or Parquet, and nothing is stored; fingerprints, candidates and relations are those
of the index of stored articles. PySpark is an optional extra. This module knows no Django: on a machine that works for
Spark, `factcheck` alone has to be installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.articles.versions.likeness import (
    CLOSEST,
    LEAST_CONTAINED,
    LEAST_SHARED,
    MANY_VERSIONS,
    SERIES,
    ListedPair,
    label_of,
)
from factcheck.articles.versions.sketch import prints_of
from factcheck.compare import RelationLabel, relate

type Frame = Any  # PySpark is not installed where types are checked

RELATED = "label string, in_original double, in_version double"
PARTS_A_CORE = 4  # in which what is sorted and joined is cut; what does not fit memory goes to disk
UNKNOWN_DAY = "9999"  # sorts behind all days: of two articles the one with a day comes first


def pairs_in(archive: Sequence[str], *, master: str) -> Iterator[ListedPair]:
    """Every two articles of the files of which one is among those that share most with the other.

    `master` is what Spark calls so: `local[2]`, `spark://…`, `yarn`. Rows have `url`, `text` and, where known, `outlet`
    and `published_on`. Raises ModuleNotFoundError where PySpark is not installed.
    """
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an optional extra

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # by which workers run, too
    session = SparkSession.builder.appName("find_versions").master(master).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.conf.set("spark.sql.shuffle.partitions", PARTS_A_CORE * session.sparkContext.defaultParallelism)
    try:
        articles = _articles(session, archive)
        for row in _related(articles, _candidates(articles)).toLocalIterator():
            yield ListedPair(row.a, row.b, row.label, row.in_original, row.in_version, row.shared)
    finally:
        session.stop()


def _articles(session: Any, archive: Sequence[str]) -> Frame:
    """The rows with a number in the order of the files, and their fingerprints; kept, since all that follows asks."""
    from pyspark import StorageLevel  # noqa: PLC0415 - an optional extra
    from pyspark.sql import functions as f  # noqa: PLC0415

    is_parquet = all(name.endswith(".parquet") for name in archive)
    rows = session.read.parquet(*archive) if is_parquet else session.read.json(list(archive))
    outlet = f.col("outlet") if "outlet" in rows.columns else f.lit("")
    day = f.col("published_on").cast("string") if "published_on" in rows.columns else f.lit(None)
    sketched = f.udf(lambda text: list(prints_of(text or "")), "array<long>", useArrow=False)
    return rows.select(
        f.monotonically_increasing_id().alias("id"),
        f.col("url"),
        f.col("text"),
        outlet.alias("outlet"),
        f.coalesce(day, f.lit(UNKNOWN_DAY)).alias("day"),
        sketched("text").alias("prints"),
    ).persist(StorageLevel.MEMORY_AND_DISK)


def _candidates(articles: Frame) -> Frame:
    """Pairs `one`, `other` (one < other) with `shared`: of each article the few that share most with it."""
    from pyspark.sql import Window  # noqa: PLC0415 - an optional extra
    from pyspark.sql import functions as f  # noqa: PLC0415

    entries = articles.select("id", "outlet", f.explode(f.array_distinct("prints")).alias("hash"))
    entries = entries.join(_furniture(articles, entries), "hash", "left_anti")
    sizes = entries.groupBy("id").agg(f.count("*").alias("size"))
    wholes = articles.select(f.col("id").alias("other"), f.size("prints").alias("whole"))
    holders = entries.groupBy("hash").agg(f.slice(f.sort_array(f.collect_list("id")), 1, MANY_VERSIONS).alias("held"))
    holders = holders.where(f.size("held") > 1)
    meetings = entries.select("hash", "id").join(holders, "hash").select("id", f.explode("held").alias("other"))
    shared = meetings.where("id != other").groupBy("id", "other").agg(f.count("*").alias("shared"))
    sized = shared.join(sizes, "id").join(wholes, "other")
    contained = f.col("shared") / f.least("size", "whole")
    likely = sized.where((f.col("shared") >= f.least(f.lit(LEAST_SHARED), "size")) & (contained >= LEAST_CONTAINED))
    nearest = Window.partitionBy("id").orderBy(contained.desc(), "other")
    few = likely.withColumn("place", f.row_number().over(nearest)).where(f.col("place") <= CLOSEST)
    return few.select(
        f.least("id", "other").alias("one"), f.greatest("id", "other").alias("other"), "shared"
    ).distinct()


def _furniture(articles: Frame, entries: Frame) -> Frame:
    """Fingerprints that stand in more than a few articles of one outlet, and in most that it has."""
    from pyspark.sql import functions as f  # noqa: PLC0415 - an optional extra

    of_outlet = articles.groupBy("outlet").agg(f.count("*").alias("published"))
    held = entries.groupBy("hash", "outlet").agg(f.count("*").alias("holding")).where(f.col("holding") > SERIES)
    return held.join(of_outlet, "outlet").where("2 * holding > published").select("hash").distinct()


def _related(articles: Frame, candidates: Frame) -> Frame:
    from pyspark.sql import functions as f  # noqa: PLC0415 - an optional extra

    one, other = (
        articles.select(f.col("id").alias(name), f.struct("day", "id", "url", "text").alias(f"{name}_text"))
        for name in ("one", "other")
    )
    both = candidates.join(one, "one").join(other, "other")
    first, last = f.least("one_text", "other_text"), f.greatest("one_text", "other_text")
    ordered = both.select(first.alias("first"), last.alias("last"), "shared")
    judged = ordered.withColumn("found", f.udf(_judged, RELATED, useArrow=False)("first.text", "last.text"))
    told = judged.where(f.col("found.label") != RelationLabel.UNRELATED.value)
    return told.select(f.col("first.url").alias("a"), f.col("last.url").alias("b"), "found.*", "shared")


def _judged(original: str, version: str) -> tuple[str, float, float]:
    found = relate(original, version)
    return label_of(found).value, found.in_original, found.in_version
