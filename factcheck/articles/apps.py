from django.apps import AppConfig
from django.db.models import Q
from django.utils.translation import gettext, ngettext

from factcheck.articles import registry
from factcheck.languages.sentences import noted


class ArticlesConfig(AppConfig):
    name = "factcheck.articles"

    def ready(self) -> None:
        from factcheck.articles.journal import faults_of_imports  # noqa: PLC0415 - models are loaded only now
        from factcheck.articles.versions.record_comparisons import record_in_stories  # noqa: PLC0415
        from factcheck.compare.messages import speak  # noqa: PLC0415
        from factcheck.ledger.chain import when_verifying  # noqa: PLC0415

        speak(gettext, ngettext)
        when_verifying(faults_of_imports)
        registry.when_stories_change(record_in_stories)
        registry.fixtures_hold("articles.outlet", "articles.story", "articles.article")
        people = noted("People and their rights are not imported; manage them under Authentication.")
        registry.fixtures_never_hold("auth", because=people)
        registry.fixtures_never_hold("ledger", because=noted("The ledger is written by the desk alone."))
        registry.desk_works_out("articles.fingerprint")
        registry.desk_works_out("articles.versionsuggestion", unless=~Q(state="suggested"))
        registry.desk_works_out("articles.recordedcomparison")
        registry.desk_works_out("articles.droppeddenial")
        registry.desk_works_out("articles.holding")
        registry.desk_works_out("articles.block", unless=~Q(decided_at=None))
