"""A site of its own for a test: a database, a folder of uploaded files, and `manage.py` in other processes."""

import json
import os
import subprocess
import sys

from scripts.serving import ROOT

EVERY_ROW = """
import json
from django.db import connection
rows = {}
with connection.cursor() as cursor:
    for table in sorted(connection.introspection.table_names()):
        cursor.execute(f'SELECT * FROM "{table}"')
        rows[table] = sorted(repr(row) for row in cursor.fetchall())
print(json.dumps(rows))
"""
EVERY_VALUE = """
import json
from django.apps import apps
rows = {}
for model in apps.get_models(include_auto_created=True):
    if not model._meta.proxy:
        names = [field.attname for field in model._meta.local_concrete_fields]
        stored = model._base_manager.order_by().values_list(*names)
        rows[model._meta.label] = sorted(json.dumps(row, default=str, sort_keys=True) for row in stored)
print(json.dumps(rows))
"""


class Place:
    """A database and a folder of uploaded files."""

    def __init__(self, folder, database_url, settings=()):
        folder.mkdir()
        self.media = folder / "media"
        self.environment = {
            "PATH": os.environ["PATH"],
            "SECRET_KEY": "for-a-few-minutes-on-this-machine-only",
            "DEMONSTRATION": "1",
            "DATABASE_URL": database_url or f"sqlite:///{folder}/site.sqlite3",
            "MEDIA_ROOT": str(self.media),
            **dict(settings),
        }

    def manage(self, *words):
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)

    def done(self, *words):
        done = self.manage(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def fill(self):
        """Put in the demonstration and an uploaded file, and return the file."""
        for words in ("migrate", "load_demo"):
            self.done(words)
        file = self.media / "imports" / "five.jsonl"
        file.parent.mkdir(parents=True)
        file.write_bytes(b"\x00 as it came")
        return file

    def rows(self, asked=EVERY_ROW):
        return json.loads(self.done("shell", "--verbosity=0", "-c", asked).splitlines()[-1])

    def values(self):
        """What every model holds, as Python has it, whatever the database."""
        return self.rows(EVERY_VALUE)
