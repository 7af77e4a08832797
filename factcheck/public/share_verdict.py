"""What a verdict's page gives to whoever shows or cites it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from urllib.parse import quote

from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from factcheck.languages.retold import retold
from factcheck.public.citation import Citation
from factcheck.public.verdict_card import digest_of
from factcheck.site.identity import Site, the_site
from factcheck.verdicts.models import Revision

FRAME = (560, 320)  # pixels: the card always fits


@dataclass(frozen=True)
class SharedVerdict:
    """The state of a verdict as it is shared: plain values, of which the rest is made where it is shown."""

    slug: str
    number: int
    claim_text: str
    rating_label: str
    is_retraction: bool
    published_at: datetime
    sha256: str
    site: Site

    @classmethod
    def of(cls, revision: Revision, sha256: str = "") -> Self:
        """Give the hash of the revision where it is known."""
        return cls(
            slug=revision.verdict.slug,
            number=revision.number,
            claim_text=revision.claim_text,
            rating_label=revision.rating_label,
            is_retraction=revision.is_retraction,
            published_at=revision.published_at,
            sha256=sha256 or revision.sha256(),
            site=the_site(),
        )

    @property
    def rating(self) -> str:
        return _("Retracted") if self.is_retraction else retold(self.rating_label)

    @property
    def title(self) -> str:
        return f"{self.rating}: {self.claim_text}"

    @property
    def page(self) -> str:
        return self.site.address(reverse("public:verdict", args=[self.slug]))

    @property
    def card(self) -> str:
        """The address of its picture."""
        return self.site.address(reverse("public:card", args=[self.slug, digest_of(self.sha256, self.site)]))

    @property
    def card_told(self) -> str:
        return _("The claim “{claim}” is rated {rating}.").format(claim=self.claim_text, rating=self.rating)

    @property
    def citation(self) -> Citation:
        return Citation(
            slug=self.slug,
            title=self.title,
            desk=self.site.name,
            day=localdate(self.published_at),
            url=self.site.address(reverse("public:revision", args=[self.slug, self.number])),
            revision=self.number,
            sha256=self.sha256,
        )

    @property
    def oembed(self) -> str:
        return self.site.address(f"{reverse('data:oembed')}?url={quote(self.page, safe='')}")

    @property
    def frame(self) -> str:
        return self.framed(*FRAME)

    def framed(self, width: int, height: int) -> str:
        """The element by which another site shows the card."""
        return format_html(
            '<iframe src="{}" title="{}" width="{}" height="{}" style="{}" loading="lazy"></iframe>',
            self.site.address(reverse("public:embedded", args=[self.slug])),
            _("Verdict: {claim}").format(claim=self.claim_text),
            width,
            height,
            "border:0;max-width:100%",
        )
