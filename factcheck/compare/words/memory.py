"""What was worked out of a word, remembered: every article imported asks for the same few ten thousand."""

from __future__ import annotations

from collections.abc import Callable

MOST = 65_536
LONGEST = 40  # characters; a paragraph in a script without spaces does not come again


class Remembered[Answer](dict[str, Answer]):
    """The answers of a function by its argument, asked for as those of a dict; all are forgotten when they are many.

    Twice as fast as `lru_cache`, which also keeps in which order they were asked.
    """

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        self.answer = answer

    def __missing__(self, word: str) -> Answer:
        answer = self.answer(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = answer
        return answer
