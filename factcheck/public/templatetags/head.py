"""What the head of a page says twice, and where else the page stands."""

from __future__ import annotations

from django import template
from django.template.context import RequestContext
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def again(context: RequestContext, name: str) -> SafeString:
    """What a block of the page says, once more and in one line."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return mark_safe(" ".join(block.nodelist.render(context).split()))  # noqa: S308 - rendered by the template


@register.simple_tag(takes_context=True)
def lasting_links(context: RequestContext) -> SafeString:
    """The one address of the page, and those of the same page in the site's languages."""
    url, languages = context["site"].url, context["languages"]
    number = getattr(context.get("page"), "number", 1)
    behind = f"?page={number}" if number > 1 else ""
    canonical = format_html('<link rel="canonical" href="{}{}{}">', url, context["request"].path, behind)
    others = [
        (other.language, url, other.path, "") for other in context.get("translations") or () if not other.is_spoken
    ]
    if context["is_for_readers"] and len(languages) > 1:
        others += [(other.language, url, other.path, behind) for other in languages]
        others += [("x-default", url, other.path, behind) for other in languages if other.is_default]
    alternates = format_html_join("\n  ", '<link rel="alternate" hreflang="{}" href="{}{}{}">', others)
    return format_html("{}\n  {}", canonical, alternates)
