"""What the desk keeps of papers: articles, the files and pages they came in, and what is known of their texts."""

from factcheck.articles.models.articles import (
    FIRST_WORDS,
    Article,
    ArticleQuerySet,
    Outlet,
    Story,
    StoryAlias,
    StoryQuerySet,
    public_name_of,
    sha256_of,
)
from factcheck.articles.models.comparisons import DroppedDenial, RecordedComparison
from factcheck.articles.models.imports import ImportBatch, ImportRow, Outcome
from factcheck.articles.models.outlet_lines import Block, Holding
from factcheck.articles.models.pages import Page
from factcheck.articles.models.versions import CommonFingerprint, Fingerprint, VersionSuggestion

__all__ = [
    "FIRST_WORDS",
    "Article",
    "ArticleQuerySet",
    "Block",
    "CommonFingerprint",
    "DroppedDenial",
    "Fingerprint",
    "Holding",
    "ImportBatch",
    "ImportRow",
    "Outcome",
    "Outlet",
    "Page",
    "RecordedComparison",
    "Story",
    "StoryAlias",
    "StoryQuerySet",
    "VersionSuggestion",
    "public_name_of",
    "sha256_of",
]
