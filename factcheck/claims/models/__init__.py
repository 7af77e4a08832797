"""What the desk keeps of words: sources, statements, claims, topics, positions, conflicts and carriage."""

from factcheck.claims.models.carriage import Carriage
from factcheck.claims.models.claims import Claim, ClaimAlias, Position
from factcheck.claims.models.conflicts import Agreement, Conflict
from factcheck.claims.models.sources import Source, SourceAddress, SourceAlias, SourceQuerySet, SourcesApart
from factcheck.claims.models.statements import Statement, StatementQuerySet, StatementTerm
from factcheck.claims.models.suggestions import DismissedSuggestion
from factcheck.claims.models.topics import Topic, TopicAlias

__all__ = [
    "Agreement",
    "Carriage",
    "Claim",
    "ClaimAlias",
    "Conflict",
    "DismissedSuggestion",
    "Position",
    "Source",
    "SourceAddress",
    "SourceAlias",
    "SourceQuerySet",
    "SourcesApart",
    "Statement",
    "StatementQuerySet",
    "StatementTerm",
    "Topic",
    "TopicAlias",
]
