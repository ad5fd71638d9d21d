"""The keys that a written name is looked up by: folding, transliteration, consonant skeleton.

Index and query go through the same functions (``atlas.md`` 5).  ``fold`` works word by word: the fold of a phrase is the
folds of its tokens joined by single spaces, so that a text can be folded token by token without losing offsets.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product

from anyascii import anyascii

__all__ = ["fold", "romanize", "skeletons", "spellings", "stems"]

# Letters that do not decompose; apostrophes and soft-sign marks vanish; hyphens, slashes and dots part words or vanish.
_DIRECT = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ŋ": "n",
        "'": None, "’": None, "ʼ": None, "‘": None, "`": None, "´": None, "ʻ": None, "ʹ": None, "′": None, "ʾ": None,
        "ʿ": None, ".": None, "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "/": " ", ",": " ", "(": " ", ")": " ",
    }
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Key of tier 1: without case, marks, apostrophes and dots; hyphens as spaces; one space between words."""
    if name.isascii():
        return " ".join(name.lower().translate(_DIRECT).split())
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.translate(_DIRECT).split())


# Cyrillic to Latin.  "uk" is KMU-2010, the spelling of Ukrainian law and of most agencies; "ru" the common newspaper
# form (BGN/PCGN without marks).  At the start of a word some letters take their second form.
_UK = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia", "'": "", "’": "", "ʼ": "", "ы": "y", "э": "e", "ё": "io", "ъ": "",
}  # fmt: skip
_UK_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RU = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
}  # fmt: skip
_RU_START = {"е": "ye"}
_VOWELS = "аеёиоуыэюяіїє"


def romanize(name: str, language: str) -> str:
    """Latin spelling of a Cyrillic name ("uk": KMU-2010, "ru": newspaper form); other letters stay.

    >>> romanize("Кліщіївка", "uk"), romanize("Згурівка", "uk"), romanize("Снагость", "ru")
    ('Klishchiivka', 'Zghurivka', 'Snagost')
    """
    name = unicodedata.normalize("NFC", name)
    words = re.split(r"([\s\-–()]+)", name)
    return "".join(_romanize_word(word, language) for word in words)


def _romanize_word(word: str, language: str) -> str:
    table, starts = (_UK, _UK_START) if language == "uk" else (_RU, _RU_START)
    low, out = word.lower(), []
    for i, letter in enumerate(low):
        if language == "uk" and low[i - 1 : i + 1] == "зг" and i:
            out.append("gh")
        elif i == 0 and letter in starts and language == "uk":
            out.append(starts[letter])
        elif language == "ru" and letter == "е" and (i == 0 or low[i - 1] in _VOWELS + "ьъ"):
            out.append("ye")
        else:
            out.append(table.get(letter, letter))
    plain = "".join(out)
    return plain[:1].upper() + plain[1:] if word[:1].isupper() else plain


# Newspapers' other habits, as endings and pairs of letters of the romanised word: Kirovskiy, Kirovskii, Kirovsky; Nikolskoe.
_HABITS = {
    "ru": (
        (("iy", "y"), ("yy", "y"), ("oye", "oe"), ("aya", "aia")),
        (("iy", "ii"), ("yy", "yi"), ("oye", "oe"), ("yev", "ev")),
        (("Ye", "E"), ("ayl", "ail"), ("eyn", "ein"), ("yev", "iev"), ("yo", "e")),
    ),
    "uk": ((("yi", "y"), ("ii", "iyi"), ("ia", "ya"), ("iu", "yu"), ("ie", "ye")),),
}  # fmt: skip


def spellings(name: str, language: str) -> set[str]:
    """Latin spellings of a Cyrillic name: the one of ``romanize`` and those of other newspapers and older maps.

    >>> sorted(spellings("Кировский", "ru"))
    ['Kirovskii', 'Kirovskiy', 'Kirovsky']
    """
    first = romanize(name, language)
    found = {first}
    for habit in _HABITS[language]:
        other = first
        for usual, here in habit:
            other = other.replace(usual, here)
        found.add(other)
    return found


_CYRILLIC = str.maketrans(
    {"г": "h", "ґ": "h", "х": "kh", "щ": "shch", "ш": "sh", "ч": "ch", "ж": "zh", "ц": "ts", "ь": "", "ъ": ""}
)
_GRAPHEME = re.compile(
    r"schtsch|shch|szcz|chtch|chch|stch|zhzh|schsch|tsch|tch|sch|sh|sz|cz|zh|ts|tz|kh|gh|ph|ch|ck|x|j|[a-z]"
)
_SIBILANTS = frozenset(
    {"schtsch", "shch", "szcz", "chtch", "chch", "stch", "zhzh", "schsch", "tsch", "tch", "sch", "sh", "sz", "cz", "zh",
     "ts", "tz", "s", "z"}
)  # fmt: skip
_CLASS = {
    **dict.fromkeys(_SIBILANTS, "S"),
    **dict.fromkeys(("kh", "gh", "g", "h", "x"), "H"),
    **dict.fromkeys(("v", "w", "f", "ph"), "V"),
    **dict.fromkeys(("k", "q", "ck"), "K"),
}
_VOWEL_SIGNS = frozenset("aeiouy")


def _readings(grapheme: str, *, first: bool) -> tuple[str, ...]:
    """Classes a grapheme may stand for; "" is nothing."""
    if grapheme in _VOWEL_SIGNS:
        return ("A",) if first else ("",)
    if grapheme == "ch":
        return ("S", "H")
    if grapheme == "c":
        return ("S", "K")
    if grapheme == "j":
        return ("A", "S", "H") if first else ("", "S", "H")
    return (_CLASS.get(grapheme, grapheme.upper()),)


@lru_cache(maxsize=16384)
def skeletons(name: str, limit: int = 24) -> tuple[str, ...]:
    """Consonant skeletons of a name in any spelling, at most ``limit``; one of two signs keeps its vowels, shorter is none.

    >>> skeletons("Klichtchiïvka") == skeletons("Кліщіївка") == ("KLSVK",)
    True
    """
    latin = anyascii(unicodedata.normalize("NFC", name.lower().translate(_CYRILLIC))).lower()
    latin = re.sub(r"['`’ʼ\-\s.]", "", latin)
    choices = [_readings(g, first=i == 0) for i, g in enumerate(_GRAPHEME.findall(latin))]
    count = 1
    for options in choices:
        count *= len(options)
    if count > limit:
        choices = [c if i < 12 else c[:1] for i, c in enumerate(choices)]
    keys: dict[str, None] = {}
    for combination in product(*choices):
        key = re.sub(r"(.)\1+", r"\1", "".join(combination))
        if len(key) >= 3:
            keys.setdefault(key)
        elif len(key) == 2:
            keys.setdefault(key + _vowels(latin))
        if len(keys) >= limit:
            break
    return tuple(sorted(keys))


def _vowels(latin: str) -> str:
    """The vowels of a short name, levelled: "Bucha" and "Boutcha" are both "ua"."""
    return re.sub(r"[^aeiou]", "", latin.replace("ou", "u").replace("y", "i"))


# Case endings of Ukrainian and Russian place names, longest first; cut to reach a stem that the nominative shares.
_ENDINGS = ("ського", "ському", "ською", "ами", "ями", "ого", "ому", "ою", "ею", "єю", "ом", "ем", "им", "им", "ах", "ях",
            "ий", "ой", "ій", "у", "ю", "і", "ї", "е", "и", "ы", "а", "я", "о")  # fmt: skip
# What the locative softens: у Владивостоці, у Празі.
_SOFTENED = (("ц", "к"), ("з", "г"), ("с", "х"))
_NOMINATIVES = ("", "а", "я", "е", "о", "ь", "ий", "к", "ка", "и", "і", "не", "ое")


def stems(word: str) -> tuple[str, ...]:
    """Folded nominative guesses for an inflected Cyrillic word; () for Latin script."""
    low = fold(word)
    if low.isascii() or len(low) < 4:
        return ()
    guesses: dict[str, None] = {}
    for ending in _ENDINGS:
        folded = fold(ending)
        if low.endswith(folded) and len(low) - len(folded) >= 3:
            stem = low[: -len(folded)]
            for nominative in _NOMINATIVES:
                guesses.setdefault(stem + fold(nominative))
            for soft, hard in _SOFTENED:
                if stem.endswith(soft):
                    guesses.setdefault(stem[:-1] + hard)
                    guesses.setdefault(stem[:-1] + hard + "а")
    guesses.pop(low, None)
    return tuple(guesses)
