"""A verdict as schema.org's ClaimReview, the form in which machines read fact checks.

Plain values in, a dictionary out; nothing is asked of the database. What it says also stands on the verdict's page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import override

from factcheck.claims.models import Source
from factcheck.compare.language.detection import detected_language
from factcheck.languages.retold import retold
from factcheck.site.identity import Site
from factcheck.site.pages import SitePage
from factcheck.verdicts.models import Evidence, Revision, Translations
from factcheck.verdicts.pictures import MEDIA_TYPE
from factcheck.verdicts.snapshot import Exhibit, Quotation, QuotedSource, ShownPicture, Snapshot, left_out_told

PICTURES = {Evidence.Medium.PICTURE, Evidence.Medium.SCREENSHOT}
WORKS: dict[str, str] = {
    Evidence.Medium.DOCUMENT: "CreativeWork",
    Evidence.Medium.PICTURE: "ImageObject",
    Evidence.Medium.SCREENSHOT: "ImageObject",
    Evidence.Medium.VIDEO: "VideoObject",
    Evidence.Medium.POST: "SocialMediaPosting",
}
ALONE = Translations()
NAMED = {Source.Kind.PERSON, Source.Kind.ORGANISATION}
POLICIES = {
    "publishingPrinciples": SitePage.METHODOLOGY,
    "verificationFactCheckingPolicy": SitePage.METHODOLOGY,
    "correctionsPolicy": SitePage.COMPLAINTS,
    "actionableFeedbackPolicy": SitePage.COMPLAINTS,
    "ethicsPolicy": SitePage.NON_PARTISANSHIP,
    "ownershipFundingInfo": SitePage.FUNDING,
    "masthead": SitePage.PEOPLE,
    "diversityPolicy": SitePage.DIVERSITY,
}


@dataclass(frozen=True)
class Scale:
    """The lowest and the highest number of the desk's ratings; None where no rating has one."""

    worst: int | None
    best: int | None


class PublishedState(Protocol):
    """What is told of one state of a verdict without its text."""

    @property
    def number(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def published_at(self) -> datetime: ...


def claim_review(
    revision: Revision,
    snapshot: Snapshot,
    *,
    history: Iterable[PublishedState],
    path: str,
    scale: Scale,
    site: Site,
    translations: Translations = ALONE,
) -> dict[str, Any]:
    """The ClaimReview of a standing verdict; `history` holds all its revisions, `path` leads to its page."""
    history = list(history)
    words = f"{revision.claim_text}\n{revision.conclusion}\n{snapshot.reasoning_text}"
    language = translations.own.language if translations.own else _language(words, site)
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": site.address(path),
        "identifier": path.rstrip("/").rpartition("/")[2],
        "claimReviewed": revision.claim_text,
        "headline": revision.conclusion,
        "datePublished": min(history, key=lambda r: r.number).published_at.isoformat(),
        "dateModified": revision.published_at.isoformat(),
        "inLanguage": language,
        "author": organisation(site),
        "reviewRating": _rating(revision, scale, language),
        "itemReviewed": _claim(snapshot, site),
        **_filled(
            description=" ".join(left_out_told(snapshot.sides)),
            text=snapshot.reasoning_text,
            keywords=", ".join(_keywords(snapshot)),
            isBasedOn=[_basis(exhibit, site) for exhibit in snapshot.exhibits],
            correction=[_correction(r) for r in history if r.kind == Revision.Kind.CORRECTED],
            creativeWorkStatus="Demonstration" if site.is_demonstration else "",
            **_translations(translations, site),
        ),
    }


def _translations(translations: Translations, site: Site) -> dict[str, Any]:
    """The same in other languages: of the original its translations, of a translation the original alone.

    They are no ClaimReviews here: each of these stands on its own page only.
    """
    works = {
        page: {"@type": "CreativeWork", "url": site.address(page.lasting_path), "inLanguage": page.language}
        for page in translations.others
    }
    original = next((work for page, work in works.items() if page.is_original), None)
    return {"translationOfWork": original} if original else {"workTranslation": [*works.values()]}


def _language(text: str, site: Site) -> str:
    return detected_language(text) or site.language


def retracted_review(revision: Revision, *, history: Iterable[PublishedState], path: str, site: Site) -> dict[str, Any]:
    """What is left of the ClaimReview of a retracted verdict, for whoever holds the check to learn of it."""
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": site.address(path),
        "identifier": path.rstrip("/").rpartition("/")[2],
        "claimReviewed": revision.claim_text,
        "datePublished": min(history, key=lambda r: r.number).published_at.isoformat(),
        "dateModified": revision.published_at.isoformat(),
        "inLanguage": _language(f"{revision.claim_text}\n{revision.note}", site),
        "author": organisation(site),
        "creativeWorkStatus": "Retracted",
        "reviewRating": {"@type": "Rating", "alternateName": "Retracted", "ratingExplanation": revision.note},
        "itemReviewed": {"@type": "Claim"},
        "correction": [_correction(revision)],
    }


def organisation(site: Site) -> dict[str, Any]:
    """The desk, with the addresses of those of its rules that it has written.

    Only of a news organisation may the policy of its checks be told.
    """
    return {
        "@type": "NewsMediaOrganization",
        "name": site.name,
        "url": site.address("/"),
        **{name: site.address(page.get_absolute_url()) for name, page in POLICIES.items() if page in site.pages},
    }


def _rating(revision: Revision, scale: Scale, language: str) -> dict[str, Any]:
    """In the language of the review. The numbers hold the published one, too: its step may have left the scale."""
    with override(language):
        label = retold(revision.rating_label)
    number = revision.rating_number
    ends = [end for end in (number, scale.worst, scale.best) if end is not None]
    numbers = {} if number is None else {"ratingValue": number, "bestRating": max(ends), "worstRating": min(ends)}
    return {
        "@type": "Rating",
        "alternateName": label,
        "ratingExplanation": revision.conclusion,
        **numbers,
    }


def _claim(snapshot: Snapshot, site: Site) -> dict[str, Any]:
    """The claim that was reviewed: who made it, when, and where it stands."""
    claimant = snapshot.claimant
    if not claimant:
        return {"@type": "Claim"}
    when = claimant.said_on or claimant.published_on
    first = _work(claimant.url, site)
    published = [url for quotation in snapshot.supporting for url in (quotation.url, *quotation.carried_at)]
    elsewhere = [url for url in dict.fromkeys(published) if url != claimant.url]
    return {
        "@type": "Claim",
        **_filled(
            author=_author(claimant, site),
            datePublished=when.isoformat() if when else "",
            firstAppearance=first,
            appearance=[work for url in elsewhere if (work := _work(url, site))],
        ),
    }


def _author(claimant: Quotation, site: Site) -> dict[str, Any]:
    """Who made the claim, as the page says it; nobody if called as the desk is: harvesters drop what checks itself.

    The vocabulary has persons and organisations only: several people, and a document, stand as the latter.
    """
    speaker = claimant.source
    if claimant.told_by.strip().casefold() == site.name.strip().casefold():
        return {}
    if not speaker:
        return {"@type": "Organization", "name": claimant.paper}
    return {
        "@type": "Person" if _is_person(speaker) else "Organization",
        "name": speaker.name,
        **_filled(jobTitle=speaker.role if _is_person(speaker) else "", sameAs=_encoded(speaker.same_as)),
    }


def _is_person(speaker: QuotedSource) -> bool:
    is_one = speaker.kind == Source.Kind.ANONYMOUS and speaker.people == 1
    return is_one or speaker.kind == Source.Kind.PERSON


def _work(url: str, site: Site) -> dict[str, Any]:
    """A page elsewhere; harvesters drop the desk's own."""
    if not url or urlsplit(url).netloc == site.host:
        return {}
    return {"@type": "CreativeWork", "url": _encoded(url)}


def _encoded(url: str) -> str:
    """Harvesters split addresses at commas and spaces."""
    return url.replace(",", "%2C").replace(" ", "%20")


def _basis(exhibit: Exhibit, site: Site) -> dict[str, Any]:
    common = _filled(url=_encoded(exhibit.url), archivedAt=_encoded(exhibit.archive_url))
    quotation = exhibit.quotation
    if not quotation:
        return {"@type": WORKS[exhibit.medium], "name": exhibit.title, **common, **_outside(exhibit, site)}
    return {
        "@type": "Article",
        "headline": quotation.headline,
        "publisher": {"@type": "Organization", "name": quotation.paper},
        **_filled(datePublished=quotation.published_on.isoformat() if quotation.published_on else ""),
        **common,
    }


def _outside(exhibit: Exhibit, site: Site) -> dict[str, Any]:
    """Who made it and when, and the picture that the page shows of it."""
    picture = exhibit.picture
    image = _image(picture, site) if picture and not picture.takedown else {}
    if image and exhibit.medium not in PICTURES:
        image = {"image": {"@type": "ImageObject", **image}}
    return {**_filled(creditText=exhibit.maker, dateCreated=exhibit.made_on), **image}


def _image(picture: ShownPicture, site: Site) -> dict[str, Any]:
    return {
        "contentUrl": site.address(reverse("data:picture", args=[picture.sha256])),
        "encodingFormat": MEDIA_TYPE,
        "sha256": picture.sha256,
        "width": picture.width,
        "height": picture.height,
        "caption": picture.alt,
    }


def _correction(revision: PublishedState) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": revision.note, "datePublished": revision.published_at.isoformat()}


def _keywords(snapshot: Snapshot) -> Iterable[str]:
    """The named people and organisations that the page quotes; the list is comma-separated, so names lose theirs."""
    speakers = [quotation.source for quotation in snapshot.quotations if quotation.source]
    return dict.fromkeys(speaker.name.replace(",", "") for speaker in speakers if speaker.kind in NAMED)


def _filled(**properties: Any) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value}
