from django.apps import AppConfig


class OperationConfig(AppConfig):
    name = "factcheck.operation"
    verbose_name = "operation"

    def ready(self) -> None:
        from factcheck.operation import checks  # noqa: F401, PLC0415 - it registers what Django asks at start
