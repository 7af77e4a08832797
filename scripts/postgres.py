"""What the tests need of a PostgreSQL server: that it answers, and a database of their own for a while.

python -m scripts.postgres     says in one sentence why the server of DATABASE_URL cannot be used
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


@contextmanager
def own_database(url: str, name: str) -> Iterator[str]:
    """The address of a new database beside the one at `url`; it is dropped at the end."""
    database = sql.Identifier(name)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(database))
    try:
        yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(database))


def must_be_usable(url: str) -> None:
    """End the program with one sentence unless databases can be made on the server at `url`."""
    server = urlsplit(url)
    shown = url.replace(f":{server.password}@", "@")
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            may_create = "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user"
            [allowed] = connection.execute(may_create).fetchone()
    except psycopg.Error as error:
        reason = str(error).partition("\n")[0]
        sys.exit(
            f"PostgreSQL cannot be used at DATABASE_URL={shown} ({reason}): start a server there,"
            " or name another: make test-postgres DATABASE_URL=postgres://user:password@host/database"
        )
    if not allowed:
        sys.exit(f"The tests make databases of their own, and {server.username} may not: grant that role CREATEDB.")


if __name__ == "__main__":
    must_be_usable(os.environ["DATABASE_URL"])
