"""Numbers in what somebody typed, followed or sent: whatever else stands there is none, and nothing is raised."""

LARGEST_KEY = 2**63 - 1
DIGITS = len(str(LARGEST_KEY))


def number_in(text: str, *, most: int = LARGEST_KEY) -> int | None:
    """The number, from 0 to `most`, that the whole text is; None if it is another, or none."""
    if not text.isdecimal() or len(text) > DIGITS:  # Python refuses to read thousands of digits
        return None
    number = int(text)
    return number if number <= most else None


def numbers_in(texts: list[str]) -> list[int]:
    """The numbers among the texts; what is none is left out."""
    return [number for text in texts if (number := number_in(text)) is not None]
