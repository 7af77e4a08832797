"""What a verdict's page gives to whoever shows or cites it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from urllib.parse import quote

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from factcheck.public.citation import Citation
from factcheck.public.verdict_card import VerdictCard
from factcheck.site.identity import the_site
from factcheck.verdicts.models import Revision

FRAME = (560, 320)  # pixels: the card always fits


@dataclass(frozen=True)
class SharedVerdict:
    """The state of a verdict as it is shared: its picture, its citation, its frame, and where oEmbed tells of it."""

    text: str
    card: VerdictCard
    citation: str
    frame: str
    oembed: str

    @classmethod
    def of(cls, revision: Revision, sha256: str) -> Self:
        page = the_site().address(revision.verdict.get_absolute_url())
        card = VerdictCard(revision, sha256)
        return cls(
            text=f"{card.rating}: {revision.claim_text} {page}",
            card=card,
            citation=Citation.of(revision, sha256).sentence,
            frame=frame_of(revision),
            oembed=the_site().address(f"{reverse('data:oembed')}?url={quote(page, safe='')}"),
        )


def frame_of(revision: Revision, *, width: int = FRAME[0], height: int = FRAME[1]) -> str:
    """The element by which another site shows the card."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" style="border:0;max-width:100%" loading="lazy"></iframe>',
        the_site().address(reverse("public:embedded", args=[revision.verdict.slug])),
        _("Verdict: {claim}").format(claim=revision.claim_text),
        width,
        height,
    )
