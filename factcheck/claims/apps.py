from django.apps import AppConfig
from django.utils.translation import gettext as _

from factcheck.articles import registry
from factcheck.ledger.held_rows import hold_rows


class ClaimsConfig(AppConfig):
    name = "factcheck.claims"

    def ready(self) -> None:
        from factcheck.claims.follow_statements import follow_in_stories  # noqa: PLC0415 - models are loaded only now
        from factcheck.claims.reword_claim import why_words_stay  # noqa: PLC0415

        hold_rows("claims.claim", by=why_words_stay)
        registry.when_stories_change(follow_in_stories)
        registry.hold_texts(self.why_text_stays)
        registry.fixtures_hold(
            "claims.source", "claims.statement", "claims.claim", "claims.position", "claims.conflict"
        )
        registry.fixtures_never_hold("claims", because="The desk works this out itself.")
        registry.desk_works_out("claims.carriage")

    @staticmethod
    def why_text_stays(article_key: int) -> str:
        from factcheck.claims.models import Statement  # noqa: PLC0415 - models are loaded after their application

        if Statement.objects.filter(article=article_key).exists():
            return _("Statements are marked in this article, and their places are counted in its text.")
        return ""
