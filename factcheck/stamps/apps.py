from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class StampsConfig(AppConfig):
    name = "factcheck.stamps"

    def ready(self) -> None:
        from factcheck.stamps import writes  # noqa: PLC0415 - models are loaded only now

        connection_created.connect(writes.listen)
        pre_migrate.connect(writes.pause, sender=self)
        post_migrate.connect(writes.resume, sender=self)
