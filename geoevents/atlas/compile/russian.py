"""How a Ukrainian settlement is probably written in Russian, by its words, beginnings and endings: ``russian.toml``."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice, product

from geoevents.words import data_of

__all__ = ["russian_guesses"]

_DATA = data_of("geoevents.atlas.compile", "russian.toml")
_WORDS, _PREFIXES, _BEGINNINGS = _DATA["words"], _DATA["prefixes"], _DATA["beginnings"]
_ENDINGS, _BEFORE_A_WORD = (
    dict(sorted(lines.items(), key=lambda line: -len(line[0])))
    for lines in (_DATA["endings"], _DATA["endings"] | _DATA["adjectives"])
)
_LETTERS = str.maketrans("іїєґ", "иеег", "'’ʼ`")
_MOST = 4  # guesses of a name


def russian_guesses(name: str) -> tuple[str, ...]:
    """Probable Russian names of a Ukrainian settlement, at most four, the likeliest first.

    >>> russian_guesses("Андріївка"), russian_guesses("Нова Миколаївка"), russian_guesses("Вербове")
    (('Андреевка',), ('Новая Николаевка',), ('Вербово', 'Вербовое'))
    """
    parts = re.split(r"([\s-]+)", re.sub("[’ʼ`]", "'", name.lower()))
    several = " " in name.strip()
    choices = [
        _word(part, adjective=several and k + 2 < len(parts)) if k % 2 == 0 else (part,) for k, part in enumerate(parts)
    ]
    return tuple(_capital("".join(guess)) for guess in islice(product(*choices), _MOST))


def _word(word: str, *, adjective: bool) -> tuple[str, ...]:
    """Russian forms of one word in small letters; an adjective is followed by another word."""
    if word in _WORDS:
        return tuple(_WORDS[word])
    begins, rest = _begun(word)
    ends = _ended(rest, _BEFORE_A_WORD if adjective else _ENDINGS) or (rest,)
    return tuple(_lettered(first) + _lettered(last) for first in begins for last in ends)


def _begun(word: str) -> tuple[Sequence[str], str]:
    """(Russian beginnings of a word, what is left of it)."""
    for table in (_BEGINNINGS, _PREFIXES):
        for begin, russian in table.items():
            if word.startswith(begin) and word != begin:
                if table is _BEGINNINGS:
                    return russian, word.removeprefix(begin)
                more, rest = _begun(word.removeprefix(begin))
                return [russian[0] + m for m in more], rest
    return ("",), word


def _ended(word: str, endings: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Forms of a word by the longest ending that fits; () where none does."""
    for ending, russian in endings.items():
        if word.endswith(ending):
            return tuple(word.removesuffix(ending) + form for form in russian)
    return ()


def _lettered(text: str) -> str:
    """What no rule is for, letter by letter: "р'я" is рья, "п'я" пя."""
    return text.replace("'ї", "ьи").replace("р'", "рь").translate(_LETTERS)


def _capital(name: str) -> str:
    return re.sub(r"(^|[\s-])(\w)", lambda m: m[1] + m[2].upper(), name)
