"""What a page says, however its source is broken into lines."""

import re


def as_read(html):
    """The page with its white space as a browser takes it."""
    return re.sub(r" (?=/?>)", "", " ".join(html.split()))
