from django.apps import AppConfig


class OperationConfig(AppConfig):
    name = "factcheck.operation"
    verbose_name = "operation"

    def ready(self) -> None:
        from factcheck.operation import checks  # noqa: F401, PLC0415 - it registers what Django asks at start
        from factcheck.operation.field_names import name_fields  # noqa: PLC0415 - models are loaded only now

        name_fields()
