from django.apps import AppConfig


class VerdictsConfig(AppConfig):
    name = "factcheck.verdicts"

    def ready(self) -> None:
        from factcheck.ledger.chain import when_verifying  # noqa: PLC0415 - models are loaded only now
        from factcheck.verdicts.verify_revisions import faults_of_revisions  # noqa: PLC0415

        when_verifying(faults_of_revisions)
