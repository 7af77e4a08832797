"""One utterance as read in one sentence, before it becomes an attribution of the text."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.compare.attributions.clauses import Mention, Sentence
from factcheck.compare.attributions.verbs import Cue
from factcheck.compare.findings import Attribution, Span


class Reading(NamedTuple):
    """Who said what, as token positions: `source` may be unknown, `cue` is the word or mark that says so."""

    source: Mention | None
    cue: Mention
    content: Mention

    @property
    def start(self) -> int:
        return min(self.cue.start, self.content.start)

    @property
    def end(self) -> int:
        return max(self.cue.end, self.content.end)

    def holds(self, at: int) -> bool:
        """Whether a token is in the cue or what was said, or between the two."""
        return self.start <= at < self.end

    def names_with(self, at: int) -> bool:
        """Whether a token is in the name of the speaker, which stands behind the cue."""
        return self.source is not None and self.cue.end <= self.source.start <= at < self.source.end

    def quotes_in_passing(self, sentence: Sentence) -> bool:
        """Whether it is quoted words right behind a verb, as in "the board saw “no sign” of it"."""
        return self.cue.end == self.content.start and sentence.is_quoted(self.content.start)

    def attribution(self, sentence: Sentence, end: int | None = None) -> Attribution:
        """The reading as an attribution of the text; `end` is where its speech ends if in a later sentence."""
        content = sentence.span(self.content)
        return Attribution(
            source=sentence.span(self.source) if self.source else None,
            cue=sentence.span(self.cue),
            content=Span(content.start, end or content.end),
            direct=sentence.is_quoted(self.content.start),
        )


def reading(source: Mention | None, cue: Cue, start: int, end: int) -> Reading:
    return Reading(source, Mention(cue.start, cue.end), Mention(start, end))
