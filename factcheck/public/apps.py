from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "factcheck.public"

    def ready(self) -> None:
        from factcheck.public.shown_rows import SHOWN  # noqa: PLC0415 - models are loaded only now
        from factcheck.stamps.writes import watch  # noqa: PLC0415

        watch(SHOWN)
