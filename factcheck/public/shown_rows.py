"""The rows that readers' pages show: what writes to these tables may change a page that is kept.

Which page shows which of them is learned from its queries. A page that asks another table is made anew each time,
until the table stands here.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import Model

from factcheck.articles.models import Article, Outlet, RecordedComparison, Story, StoryAlias
from factcheck.claims.models import (
    Carriage,
    Claim,
    ClaimAlias,
    Position,
    Source,
    SourceAddress,
    SourceAlias,
    Statement,
    Topic,
    TopicAlias,
)
from factcheck.ledger.models import Entry
from factcheck.site.models import SiteProfile, SiteText
from factcheck.verdicts.models import (
    OutsideCheck,
    OutsideRating,
    Picture,
    Rating,
    Revision,
    Takedown,
    Translation,
    Verdict,
)

SHOWN: list[type[Model]] = [
    *(Article, Outlet, RecordedComparison, Story, StoryAlias),
    *(Carriage, Claim, ClaimAlias, Position, Source, SourceAddress, SourceAlias, Statement),
    *(Topic, TopicAlias, Claim.topics.through),
    *(OutsideCheck, OutsideRating, Picture, Rating, Revision, Takedown, Translation, Verdict),
    *(Entry, SiteText, SiteProfile, User),
]
