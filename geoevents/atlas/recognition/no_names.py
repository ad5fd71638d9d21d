"""Words that the atlas knows but that name no place where they stand: parts of longer names, acronyms, winds."""

from geoevents.atlas.place import SETTLEMENTS
from geoevents.atlas.recognition.candidates import Line, Names, Possible
from geoevents.atlas.recognition.words import HEADS, WORDS
from geoevents.words import data_of

__all__ = ["is_no_name", "is_parted"]


def is_no_name(line: Line, name: Possible, atlas: Names) -> bool:
    """True for a name of the atlas that the words around it make something else."""
    if name.source == "cue":
        return _is_part_of_area(line, name, atlas) or _is_of_a_people(line, name)
    if name.last < len(line.words) and _is_in_a_code(line, name):
        return True
    if name.source != "atlas":
        return False
    if name.last == name.first + 1 and _is_no_word(line, name, atlas):
        return True
    return (
        _is_linked(line, name)
        or _is_wind(line, name)
        or _is_saint(line, name)
        or _is_disease(line, name, atlas)
        or _is_bloc(line, name)
    )


def _is_no_word(line: Line, name: Possible, atlas: Names) -> bool:
    """As ``is_no_name``, of a single word: part of a longer name, an acronym, a common word."""
    return (
        _is_particle(line, name)
        or _is_closed(line, name)
        or _is_acronym(line, name, atlas)
        or _is_thing(line, name)
        or _is_hyphened(line, name, atlas)
        or _is_season(line, name)
        or _is_middle_named(line, name)
    )


_DATA = data_of("geoevents.atlas.recognition", "short_names.toml")["no_names"]
_WINDS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})
_AREAS = frozenset({"admin1", "region", "territory"})


def is_parted(line: Line, name: Possible) -> bool:
    """True for the rest of a run of capitals behind a wind: "Punjab" in "South Punjab"."""
    begin = line.run_start[name.first]
    return begin == name.first - 1 and line.words[begin].lower in _WINDS and line.run_end[name.last - 1] == name.last


def _is_part_of_area(line: Line, name: Possible, atlas: Names) -> bool:
    """True for "South Punjab", which no map has, but whose rest is an area."""
    words = line.words[name.first : name.last]
    if len(words) < 2 or words[0].lower not in _WINDS or atlas.has_key(name.key):
        return False
    key = " ".join([w.key for w in words[1:] if w.key])
    found = atlas.candidates(key) if atlas.has_key(key) else ()
    return bool(found) and found[0].main and found[0].place.kind in _AREAS


def _is_of_a_people(line: Line, name: Possible) -> bool:
    """True for "Kurdish" in "Iraq's Kurdish region", and for "Muslim" in "the besieged Muslim town of [Gorazde]", which stands
    behind "of"."""
    words, at = line.words, name.last
    if name.first + 1 != at or at >= len(words):
        return False
    if words[name.first].lower in _PEOPLES and not words[at].capital:
        return True
    if words[at].lower not in _CLASSES or at + 2 >= len(words) or not words[at + 2].capital:
        return False
    return words[at + 1].text == "of" and _has_article(line, name.first)


def _has_article(line: Line, first: int) -> bool:
    """True for a name behind an article and words in small letters: "the besieged | Muslim"."""
    before = first - 1
    while before > 0 and line.words[before].lower not in _DETERMINERS:
        if not line.words[before].text.islower() or first - before >= _FEW:
            return False
        before -= 1
    return before >= 0 and line.words[before].lower in _DETERMINERS


_PEOPLES, _CLASSES = frozenset(_DATA["peoples"]), frozenset(HEADS["settlement"])
_DETERMINERS = frozenset({"the", "a", "an", "another", "this", "that", "their", "its"})
_FEW = 4  # words that stand between the article and the adjective of a people
_CLOSING, _ACRONYMS, _LINKS, _ARTICLES = (frozenset(_DATA[n]) for n in ("closing", "acronyms", "links", "articles"))


def _is_linked(line: Line, name: Possible) -> bool:
    """True for "Buenavista" in "Buenavista de los Lagos": a longer name."""
    words, at = line.words, line.run_end[name.last - 1]
    if at >= len(words) or words[at].text not in _LINKS:
        return False
    at += 2 if at + 1 < len(words) and words[at + 1].text in _ARTICLES else 1
    return at < len(words) and words[at].capital


def _is_closed(line: Line, name: Possible) -> bool:
    """True for one word of a longer run of capitals that a class word closes: "Bago" in "Bago Thar Kone village"."""
    begin, end = line.run_start[name.first], line.run_end[name.first]
    if end - begin > _LONGEST:
        return False
    inner = line.words[end - 1].lower in _CLOSING
    if not inner and (end >= len(line.words) or line.words[end].lower not in _CLOSING):
        return False
    return end - inner - begin > 1 and all(w.key for w in line.words[begin:end])


_LONGEST = 5  # words of a run that is one name


def _is_wind(line: Line, name: Possible) -> bool:
    """True for the wind in "70 miles North West of X"."""
    words = line.words[name.first : name.last + 1]
    return words[-1].lower == "of" and all(w.lower in WORDS["compass"] for w in words[:-1])


def _is_particle(line: Line, name: Possible) -> bool:
    """True for the small article of a longer name: "al" in "al-Manara", which is no Alabama."""
    return line.sentence.texts[name.first].islower()


_THINGS = {word: frozenset(behind) for word, behind in _DATA["things"].items()}


def _is_thing(line: Line, name: Possible) -> bool:
    """True for a common word at the head of a sentence, by the word behind it: "[Mobile] phone services were cut"."""
    behind = _THINGS.get(line.words[name.first].lower)
    return behind is not None and name.last < len(line.words) and line.words[name.last].lower in behind


def _is_hyphened(line: Line, name: Possible, atlas: Names) -> bool:
    """True for the first half of a name with a hyphen that no map has, which is another country's name for a place: "[Kitay]-Gorod"."""
    words, at = line.words, name.last
    if at + 1 >= len(words) or words[at].text != "-" or not words[at + 1].capital:
        return False
    starts, ends = line.sentence.starts, line.sentence.ends
    touching = ends[at - 1] == starts[at] and ends[at] == starts[at + 1]
    if not touching or atlas.candidates(name.key)[0].main:
        return False
    return not any(c.main for c in atlas.candidates(words[at + 1].key))


def _is_in_a_code(line: Line, name: Possible) -> bool:
    """True in "US$2 million", and in the strain "A/California/7/2009" of a virus."""
    words, at = line.words, name.last
    if words[at].text == "$":
        return line.sentence.ends[at - 1] == line.sentence.starts[at]
    if words[at].text != "/" or at + 1 >= len(words) or words[at + 1].shape != "number" or not name.first:
        return False
    return words[name.first - 1].text == "/"


def _is_season(line: Line, name: Possible) -> bool:
    """True in "Spring 2002"."""
    first = line.words[name.first]
    if first.lower not in _SEASONS or name.last >= len(line.words):
        return False
    after = line.words[name.last]
    return after.shape == "number" and len(after.text) == _YEAR


_SEASONS, _DISEASES, _BEFORE_DISEASES = (frozenset(_DATA[n]) for n in ("seasons", "diseases", "before_diseases"))
_YEAR = 4  # digits


def _is_disease(line: Line, name: Possible, atlas: Names) -> bool:
    """True in "Hong Kong flu" and "Marburg haemorrhagic fever": what goes by a place's name, wherever it is caught.  "Canada flu
    cases" are in the country."""
    words, at = line.words, name.last
    at += at < len(words) and words[at].lower in _BEFORE_DISEASES
    if at >= len(words) or words[at].lower not in _DISEASES or (name.first and words[name.first - 1].lower in _IN):
        return False
    return atlas.candidates(name.key)[0].place.kind != "country"


_IN = frozenset({"in", "across", "from", "throughout", "within"})  # "in [Hong Kong] flu has killed ten"
_BLOCS = frozenset(_DATA["blocs"])


def _is_bloc(line: Line, name: Possible) -> bool:
    """True for a union of states, which acts and is spoken to; "in the EU" is ground."""
    if name.key not in _BLOCS:
        return False
    at = name.first - 1
    at -= at >= 0 and line.words[at].lower == "the"
    return at < 0 or line.words[at].lower not in _IN


def _is_middle_named(line: Line, name: Possible) -> bool:
    """True for a given name before an initial: "[Michael] J. Dillon"."""
    words, at = line.words, name.last
    if at + 2 >= len(words) or words[at].shape != "initial" or words[at + 1].text != ".":
        return False
    return words[at + 2].shape == "capital"


_SAINTS = ("st ", "saint ", "san ", "santa ")
_SHRINES = frozenset(_DATA["shrines"])


def _is_saint(line: Line, name: Possible) -> bool:
    """True for the saint of a church or school: "[St Sebastian]'s Church"."""
    if not name.key.startswith(_SAINTS) or name.last + 1 >= len(line.words):
        return False
    owned = line.words[name.last].text in {"'s", "’s", "'", "’"}
    return line.words[name.last + owned].lower in _SHRINES and line.words[name.last + owned].capital


_LETTERS = range(2, 5)  # of an acronym


def _is_acronym(line: Line, name: Possible, atlas: Names) -> bool:
    """True for an acronym of no place that a town has as another name, and for the Spanish article in "La Familia"."""
    word = line.words[name.first]
    letters = word.text.replace(".", "")
    if len(letters) not in _LETTERS:
        return False
    if letters.lower() in _ACRONYMS:
        return not word.text.isupper() and name.first + 1 < line.run_end[name.first]
    if not word.text.isupper() or not any(w.text.islower() for w in line.words):
        return False
    best = atlas.candidates(name.key)[0]
    dotted = len(letters) < len(word.text)  # "U.N." is no town called Un
    return (dotted or not best.main) and best.place.kind in SETTLEMENTS
