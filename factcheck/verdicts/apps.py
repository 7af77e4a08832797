from django.apps import AppConfig

from factcheck.articles import registry
from factcheck.ledger.held_rows import hold_rows


class VerdictsConfig(AppConfig):
    name = "factcheck.verdicts"

    def ready(self) -> None:
        from factcheck.ledger.chain import when_recorded, when_verifying  # noqa: PLC0415 - models are loaded only now
        from factcheck.verdicts.grounds import why_grounds_stay  # noqa: PLC0415
        from factcheck.verdicts.messages.tell_people import tell_of_act  # noqa: PLC0415
        from factcheck.verdicts.verify_pictures import faults_of_pictures  # noqa: PLC0415
        from factcheck.verdicts.verify_revisions import faults_of_revisions  # noqa: PLC0415
        from factcheck.verdicts.watch_published import watch_published  # noqa: PLC0415
        from factcheck.verdicts.watch_reviews import watch_reviews  # noqa: PLC0415

        registry.fixtures_hold("verdicts.rating")
        because = "Verdicts and what belongs to them go through review, and are not imported."
        registry.fixtures_never_hold("verdicts", because=because)
        hold_rows("claims.statement", "claims.position", "claims.claim", "verdicts.rating", by=why_grounds_stay)
        when_verifying(faults_of_revisions)
        when_verifying(faults_of_pictures)
        when_recorded(watch_reviews)
        when_recorded(watch_published)
        when_recorded(tell_of_act)
