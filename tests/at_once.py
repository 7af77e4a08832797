"""Acts that begin at the same moment, each with a connection of its own, on a database whose rows all of them see."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import close_old_connections, connection, connections

from factcheck.verdicts.draft_verdict import EditClash
from factcheck.verdicts.models import NotAllowed

KEPT = {"auth.group", "auth.permission", "contenttypes.contenttype", "verdicts.rating"}  # migrations made them


@pytest.fixture
def db(django_db_setup, django_db_blocker):
    """A database whose rows other connections see. The ledger refuses to be emptied: its triggers sleep meanwhile."""
    with django_db_blocker.unblock():
        yield
        emptied = [model for model in apps.get_models(include_auto_created=True) if model._meta.label_lower not in KEPT]
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            for model in emptied:
                if model._meta.managed and model._meta.db_table != "auth_group_permissions":
                    cursor.execute(f"DELETE FROM {model._meta.db_table}")
            cursor.execute("SET session_replication_role = DEFAULT")


def at_once(*acts):
    """What each act returned or was refused with; all begin together, in threads with connections of their own."""
    gate = Barrier(len(acts))

    def run(act):
        close_old_connections()
        connection.ensure_connection()
        gate.wait()
        try:
            return act()
        except (NotAllowed, EditClash, ValidationError) as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))
