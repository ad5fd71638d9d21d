"""Numbers written as English words, for whoever reads distances, counts or dates."""

__all__ = ["NUMBER_WORDS", "spelled"]

_TO_TWENTY = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
# Word -> value, one to ninety; compounds ("forty-two") are two of them.
NUMBER_WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_TO_TWENTY.split(), 1)},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
}


def spelled(first: int, last: int) -> str:
    """The words for ``first`` to ``last`` as alternatives of a pattern; from twenty on there are those of the tens alone."""
    return "|".join(word for word, value in NUMBER_WORDS.items() if first <= value <= last)
