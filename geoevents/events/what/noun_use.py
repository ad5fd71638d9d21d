"""Which words that look like a trigger are none: nouns, adjectives, topics, parts of compounds."""

from itertools import pairwise

from geoevents.articles.calendar_words import MONTHS, WEEKDAYS
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots
from geoevents.events.sentence.word_lists import is_time
from geoevents.events.what.conditions import is_class
from geoevents.events.what.content import is_known_of
from geoevents.events.what.reading import Reading

__all__ = ["in_name", "is_compound", "is_general", "is_superlative", "is_topic"]

_MONTHS, _DETERMINERS = frozenset(MONTHS), frozenset({"the", "a", "an", "this", "its", "their"})


def is_topic(r: Reading, i: int, slots: Slots, *, spoken: bool = False) -> bool:
    """True for a noun that only names a topic or a time: "talks on the fighting", "before the invasion".

    ``spoken``: it tells of talks, whose "weeks of" only lead to what is told.
    """
    if r.parse.tags[i] == "V":
        return False  # "the town of X [came under attack]"
    at = i - 1
    while at >= 0 and i - at < 4 and r.tokens[at].text[0].isupper():
        at -= 1
    if at >= 0 and i - at < 4 and r.tokens[at].lower in _DETERMINERS:
        at -= 1  # what stands before it belongs to another phrase: "in the province of X an air strike"
    series = next((k for k in range(at - 1, max(-1, at - 3), -1) if r.lows[k : k + 2] == ["series", "of"]), None)
    if series is not None:
        at = series  # "a series of heavy airstrikes" are several of them
    if at >= 1 and (set(r.lows[max(0, at - 2) : at]) & GRAMMAR["works"] or r.lows[at] in GRAMMAR["talks_over"]):
        return True
    if is_known_of(r.parse, at):
        return True
    if at >= 1 and r.lows[at] == "to" and r.lows[at - 1] in GRAMMAR["undergoing"]:
        return False
    if (
        _is_remembered(r, i)
        or _is_backing(r, i)
        or _is_one_of_a_string(r, i)
        or _is_front_of(r, at)
        or (not spoken and _is_over(r, at))
    ):
        return True
    own = (
        (slots.object is not None and is_class(r, slots.object, "place"))
        or _has_year(r, i)
        or _is_told_anew(r, at, i)
        or _has_place(r, i)
        or _happened_at(r, at, i)
    )
    own = own or (
        not spoken and at >= 0 and r.lows[at + 1] in {"a", "an"} and _is_blamed(r, at) and _goes_on_to_place(r, i)
    )
    own = own or (r.dated and r.lows[i] == "its") or (not spoken and _spans(r, at))  # "since its capture in May"
    return at >= 0 and at <= i - 1 and r.tokens[at].lower in GRAMMAR["topical"] and not own


def _spans(r: Reading, at: int) -> bool:
    """True for the "of" of "three days [of] clashes": it tells how long, not of what."""
    counted = at > 1 and r.lows[at] == "of" and r.lows[at - 1] in GRAMMAR["spans_of_time"]
    return counted and (r.parse.tags[at - 2] == "M" or r.lows[at - 2] in {"a", "second", "third", "several", "many"})


def _is_over(r: Reading, at: int) -> bool:
    """True for what an accord put an end to: "halts six weeks [of] fighting", "put an end to ten days [of] clashes"."""
    if at < 2 or not _spans(r, at):
        return False
    k = at - 1
    while k >= 0 and (
        r.lows[k] in GRAMMAR["spans_of_time"] or r.parse.tags[k] in "MDJX" or r.lows[k] in GRAMMAR["amounts"]
    ):
        k -= 1
    return k >= 0 and (r.lows[k] in GRAMMAR["ending"] or (r.lows[k] == "to" and r.lows[k - 1 : k] == ["end"]))


def _is_backing(r: Reading, i: int) -> bool:
    """True for what only helped whoever acts: "troops [backed by American air strikes] took the dam"."""
    k = i - 1
    while k > 0 and (r.parse.tags[k] in "DEJN" or r.lows[k] == "-"):
        k -= 1
    return k > 0 and r.lows[k] == "by" and r.lows[k - 1] in GRAMMAR["backing"] and r.parse.tags[k - 1] != "A"


_FRONTS = frozenset({"front", "battleground", "flashpoint", "objective", "focus", "prize"})


def _is_front_of(r: Reading, at: int) -> bool:
    """True for what only tells which town is meant: "in X, a major front in Moscow's [offensive] in the east"."""
    k = at - 1 if at > 0 and r.lows[at] in {"'s", "’s"} else at
    while k > 0 and r.lows[k] != "in" and at - k < _LATEST:
        k -= 1
    return k > 1 and r.lows[k] == "in" and r.lows[k - 1] in _FRONTS


_STRINGS = frozenset({"string", "series", "spate", "wave", "slew", "run", "rash", "succession", "round"})


def _is_one_of_a_string(r: Reading, i: int) -> bool:
    """True for what was told is only one of: "the latest in a string of [raids] in X"."""
    of = next((k for k in range(i - 1, max(0, i - 6), -1) if r.lows[k] == "of"), 0)
    return of > _LATEST and r.lows[of - 1] in _STRINGS and r.lows[of - _LATEST : of - 1] in _THE_LATEST


_THE_LATEST = [
    ["latest", "in", "a"],
    ["latest", "in", "the"],
    ["last", "in", "a"],
    ["part", "of", "a"],
    ["newest", "in", "a"],
]
_LATEST = 4  # words from "the [latest in a string] of"

_POINTS = frozenset({"exact", "settlement", "near"})


def _has_place(r: Reading, i: int) -> bool:
    """True for a noun whose phrase goes on to a place: "after talks [with the king] in X"."""
    if r.lows[i + 1 : i + 2] not in (["with"], ["between"]):
        return False
    for k in range(i + 2, min(len(r.tokens), i + 10)):
        if r.parse.tags[k] in "VAPGISW" or r.tokens[k].text in {",", ";"}:
            return False
        if r.lows[k - 1] in {"in", "at"} and any(
            m.start == r.tokens[k].start and m.spot is not None for m in r.mentions
        ):
            return True
    return False


def _happened_at(r: Reading, at: int, i: int) -> bool:
    """True for what is told by when something else was, with its own town or day: "after the massacre at X", "since the
    kidnapping of nine pupils near Y", "following the dismissal of the general on Monday"."""
    if at < 0 or r.lows[at] not in GRAMMAR["times_of_deeds"]:
        return False
    for k in range(i + 2, min(len(r.tokens), i + 10)):
        if r.parse.tags[k] in "VAPGISW" or r.tokens[k].text in {",", ";"}:
            return False
        if r.lows[k - 1] == "on" and r.lows[k] in WEEKDAYS:
            return r.lows[i + 1] == "of"
        if (r.lows[k - 1] in GRAMMAR["at_place"] or (r.lows[k - 1] == "to" and k > i + 3)) and _is_point(r, k):
            return k == i + 2 or r.lows[i + 1] == "of"
    return False


def _is_point(r: Reading, k: int) -> bool:
    """True for the name of a town or a site that begins at a token."""
    start = r.tokens[k].start
    return any(m.start == start and m.spot is not None and m.spot.precision in _POINTS for m in r.mentions)


_BLAME = frozenset({
    "blamed", "blames", "blame", "blaming", "accused", "accuses", "accusing", "responsibility", "responsible", "credit",
})  # fmt: skip


def _is_blamed(r: Reading, at: int) -> bool:
    """True for the "for" and "of" of what somebody is said to have done: "blamed the rebels for", "claimed responsibility for"."""
    if r.lows[at] == "of" and r.lows[at - 1] in _SPOKE:
        return True  # "spoke of a raid on X"
    return r.lows[at] in {"for", "of"} and not _BLAME.isdisjoint(r.lows[max(0, at - _NAMING) : at])


_SPOKE = frozenset({"spoke", "speaks", "spoken", "told", "tells", "talked"})
_NAMING = 8  # words from a verb of blaming to what was done


def _goes_on_to_place(r: Reading, i: int) -> bool:
    """True for a noun whose phrase names a place: "blamed them for a drone attack | on a funeral in X"."""
    end = next((k for k in range(i, len(r.tokens)) if r.parse.tags[k] in "VAPGISW" or r.lows[k] == ","), len(r.tokens))
    return any(r.tokens[i].start < m.start < r.tokens[end - 1].end and m.spot is not None for m in r.mentions)


_REMEMBERED = frozenset({"anniversary", "anniversaries", "commemoration"})


def _is_remembered(r: Reading, i: int) -> bool:
    """True for "the second anniversary of X's full-scale invasion": no verb stands between."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if r.parse.tags[k] in "VAPG" or r.tokens[k].text in {",", ";"}:
            return False
        if r.lows[k] in _REMEMBERED:
            return True
    return False


def _is_told_anew(r: Reading, at: int, i: int) -> bool:
    """True for what "after a" brings into the story as new: "ten died after a strike on a school in X"."""
    return r.tokens[at].lower in {"after", "following"} and r.tokens[at + 1].lower in {"a", "an"} and at + 1 < i


def _has_year(r: Reading, i: int) -> bool:
    """True for a noun with a year or a day of its own: "since the invasion of February 2022", "to a strike on X on 1 April"."""
    ahead = r.lows[i + 1 : i + 12]
    if not [w for w in ahead if w.isdigit()]:
        return False
    if any(w.isdigit() and len(w) == 4 and w[:2] in {"19", "20"} for w in ahead[:4]):
        return True
    stop = next((k for k, w in enumerate(ahead) if w in {",", ".", ";"}), len(ahead))
    return any((a.isdigit() and b in _MONTHS) or (b.isdigit() and a in _MONTHS) for a, b in pairwise(ahead[:stop]))


def is_superlative(r: Reading, i: int) -> bool:
    """True for an aside that only ranks what was told: ", the deadliest strike on X since"."""
    if _one_of_the(r, i):
        return True
    words = r.lows[max(0, i - 4) : i]
    if "the" not in words:
        return False
    ranks = any(
        (w.endswith("est") and len(w) > 5 and not w.endswith("west")) or w in {"worst", "biggest", "first", "second"}
        for w in words
    )
    return ranks and any(r.tokens[k].text == "," for k in range(max(0, i - 6), i))


def _one_of_the(r: Reading, i: int) -> bool:
    """True for "one of the bloodiest bombings", "among the most terrible strikes": it ranks what was told."""
    before = r.lows[max(0, i - 6) : i]
    if "the" not in before:
        return False
    at = next(
        (
            k
            for k in range(len(before) - 2)
            if before[k : k + 2] == ["of", "the"] or before[k : k + 2] == ["among", "the"]
        ),
        None,
    )
    if at is None or not ({"one", "some"} & set(r.lows[max(0, i - 7) : i]) or before[at] == "among"):
        return False
    return any(w == "most" or (w.endswith("est") and len(w) > 5) or w in {"worst", "first"} for w in before[at + 2 :])


def in_name(r: Reading, i: int, last: int) -> bool:
    """True for a word that opens a proper name: "[Amnesty] International wrote"; a day or a place behind it is none of it."""
    if i > 1 and r.tokens[i - 1].text in _QUOTES and r.tokens[i].text[0].isupper():
        return "E" in r.parse.tags[last : last + _TITLE]  # the title of a book: "[Siege] of Victoria Street"
    if last != i + 1 or last >= len(r.tokens) or not r.tokens[i].text[0].isupper() or r.parse.tags[last] != "E":
        return False
    return not is_time(r.tokens[last]) and all(m.start != r.tokens[last].start for m in r.mentions)


_QUOTES = frozenset({"“", '"', "‘", "«"})
_TITLE = 3  # words of a title in which a capital follows


_OF_EVERY_DAY = frozenset(
    {"part", "common", "frequent", "routine", "rare", "commonplace", "nothing", "a", "an", "the", "illegal", "unlawful"}
)


def is_general(r: Reading, last: int) -> bool:
    """True for what is said of its kind: "shelling is part of life there", "an attack on a school is a crime"."""
    verb = next((k for k in range(last, min(len(r.lows), last + _AHEAD)) if r.parse.tags[k] in "VA."), None)
    if verb is not None and r.lows[verb : verb + _LATEST] in (
        ["was", "the", "latest", "in"],
        ["is", "the", "latest", "in"],
    ):
        return True  # "Friday's [raid] was the latest of a series": it was told
    return verb is not None and r.lows[verb] in {"is", "are"} and set(r.lows[verb + 1 : verb + 2]) <= _OF_EVERY_DAY


_AHEAD = 8  # words between a noun and its verb


def is_compound(r: Reading, i: int, last: int) -> bool:
    """True where a noun only qualifies the next one: "attack aircraft", "clash of opinions" is none of it; so do a label
    and an aside that says what a place is."""
    qualifies = last < len(r.tokens) and r.tokens[last].lower in GRAMMAR["compound_after_noun"]
    return qualifies or _is_label(r, i, last) or _is_state(r, i, last)


def _is_label(r: Reading, i: int, last: int) -> bool:
    """True for the heading of a paragraph that tells by itself what was done: "Strikes: | a refinery burned after a drone hit it"."""
    if i > 0 or r.lows[last : last + 1] != [":"]:
        return False
    return bool(r.mask((last + 1, len(r.lows))) & r.book.lexicon.mask("weapon"))


def _is_state(r: Reading, i: int, last: int) -> bool:
    """True for an aside that tells who holds a place all along: "in X, a village [under government control], a patrol"."""
    if r.lows[i] not in {"under", "in"} or r.lows[last : last + 1] != [","]:
        return False
    opens = next((k for k in range(i - 1, max(0, i - _NOUN), -1) if r.parse.tags[k] not in "NJE"), 0)
    return r.lows[opens] in {"a", "an"} and opens > 0 and r.lows[opens - 1] == ","


_NOUN = 4  # words of such an aside before "under"
