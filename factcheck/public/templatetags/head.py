"""What the head of a page says twice."""

from __future__ import annotations

from django import template
from django.template.context import RequestContext
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def again(context: RequestContext, name: str) -> SafeString:
    """What a block of the page says, once more and in one line."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return mark_safe(" ".join(block.nodelist.render(context).split()))  # noqa: S308 - rendered by the template
