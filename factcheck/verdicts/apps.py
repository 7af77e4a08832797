from django.apps import AppConfig

from factcheck.articles import registry


class VerdictsConfig(AppConfig):
    name = "factcheck.verdicts"

    def ready(self) -> None:
        from factcheck.ledger.chain import when_recorded, when_verifying  # noqa: PLC0415 - models are loaded only now
        from factcheck.verdicts.messages.tell_people import tell_of_act  # noqa: PLC0415
        from factcheck.verdicts.verify_pictures import faults_of_pictures  # noqa: PLC0415
        from factcheck.verdicts.verify_revisions import faults_of_revisions  # noqa: PLC0415
        from factcheck.verdicts.watch_reviews import watch_reviews  # noqa: PLC0415

        registry.fixtures_hold("verdicts.rating")
        because = "Verdicts and what belongs to them go through review, and are not imported."
        registry.fixtures_never_hold("verdicts", because=because)
        when_verifying(faults_of_revisions)
        when_verifying(faults_of_pictures)
        when_recorded(watch_reviews)
        when_recorded(tell_of_act)
