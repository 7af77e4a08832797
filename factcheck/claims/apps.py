from django.apps import AppConfig

from factcheck.articles import registry


class ClaimsConfig(AppConfig):
    name = "factcheck.claims"

    def ready(self) -> None:
        registry.fixtures_hold(
            "claims.source", "claims.statement", "claims.claim", "claims.position", "claims.conflict"
        )
        registry.fixtures_never_hold("claims", because="The desk works this out itself.")
        registry.desk_works_out("claims.carriage")
