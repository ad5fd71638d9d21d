"""What a trigger of the codebook asks of its sentence, made ready once a codebook: one small function a condition."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from geoevents.events.codebook_kinds import Trigger
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots
from geoevents.events.what.conditions import JUDGED, head_holds, holds, names_a_place, says_where, starts_with_count
from geoevents.events.what.infinitives import ranked_by
from geoevents.events.what.lexicon import Lexicon, first_word
from geoevents.events.what.reading import Reading
from geoevents.values import dataclass

__all__ = ["Asked", "asked_of", "lists_of"]

Range = tuple[int, int]
Around = Callable[[Reading, Range, int], bool]  # a sentence, the clause of the trigger, the token after the trigger
Inside = Callable[[Reading, Slots, int], bool]  # a sentence, the phrases of the trigger, its first token


@dataclass(frozen=True, slots=True)
class Asked:
    """What a trigger asks of the words around it and of the phrases in its slots.

    ``needed`` are masks of lists: a sentence without a word of each of them cannot fit, wherever its phrases begin and end.
    """

    needed: tuple[int, ...]
    around: tuple[Around, ...]
    inside: tuple[Inside, ...]

    def fits_around(self, r: Reading, clause: Range, last: int) -> bool:
        """Whether the sentence and clause of a trigger, which ends before token ``last``, are what it asks for.

        The first of the ``needed`` masks is not asked again: see ``Entry.needs``.
        """
        for mask in self.needed[1:]:
            if not r.lists & mask:
                return False
        for condition in self.around:  # noqa: SIM110 - a generator for each of some hundred triggers an article is dear
            if not condition(r, clause, last):
                return False
        return True

    def fits_inside(self, r: Reading, slots: Slots, i: int) -> bool:
        """Whether the phrases of a trigger at token ``i`` are what it asks for."""
        for condition in self.inside:  # noqa: SIM110
            if not condition(r, slots, i):
                return False
        return True


def lists_of(trigger: Trigger) -> Iterator[tuple[str, frozenset[str]]]:
    """The lists of words that a trigger asks for, each with the name that the lexicon knows it by."""
    for key in ("object_words", "subject_words", "near_words", "in_view", "with_words", "without_words"):
        entries = frozenset(getattr(trigger, key))
        if entries:
            yield f"{trigger.rule} {key}", entries


def asked_of(trigger: Trigger, lexicon: Lexicon) -> Asked:
    """The conditions of a trigger, ready to be asked."""
    needed = sorted(_needed(trigger), key=lexicon.size)  # a short list is seldom told of
    return Asked(
        tuple(lexicon.mask(*names) for names in needed),
        tuple(_around(trigger, lexicon)),
        tuple(_inside(trigger, lexicon)),
    )


def _needed(trigger: Trigger) -> Iterator[Sequence[str]]:
    """The lists of which a trigger asks for a word, where nothing else will do: no pronoun, no word of the sentence before."""
    for key in ("near_words", "with_words", "object_words", "subject_words"):
        if getattr(trigger, key):
            yield (f"{trigger.rule} {key}",)
    pronoun = not _PEOPLE.isdisjoint(trigger.subject) and not trigger.subject_only
    for classes, other in (
        (trigger.near, False),
        (trigger.object, "official" in trigger.object),
        (trigger.subject, pronoun),
    ):
        if classes and not other and not _judged(classes):
            yield classes


def _around(trigger: Trigger, lexicon: Lexicon) -> Iterator[Around]:
    """The conditions, the dear ones last."""
    if trigger.near_words:
        yield _in_clause(lexicon.mask(f"{trigger.rule} near_words"))
    if trigger.with_words:
        yield _after(lexicon.mask(f"{trigger.rule} with_words"), wanted=True)
    if trigger.without_words:
        yield _after(lexicon.mask(f"{trigger.rule} without_words"), wanted=False)
    if _judged(trigger.near):  # lists alone are among the needed ones
        yield _near(_listed(trigger.near, lexicon), _judged(trigger.near))
    if trigger.near_place_or_date:
        yield lambda r, clause, last: r.dated or names_a_place(r)
    if trigger.in_view:
        yield _in_view(trigger, lexicon)
    if trigger.near_military:
        yield lambda r, clause, last: r.is_martial()
    if trigger.from_a_place:
        yield lambda r, clause, last: says_where(r, clause)
    if trigger.not_near_words:
        yield _not_near(trigger.not_near_words)


def _inside(trigger: Trigger, lexicon: Lexicon) -> Iterator[Inside]:
    if trigger.object_words:
        yield _object_says(lexicon.mask(f"{trigger.rule} object_words"))
    if trigger.subject_words:
        yield _subject_says(lexicon.mask(f"{trigger.rule} subject_words"), whole=trigger.subject_only)
    if trigger.object:
        asked = _object_is(_listed(trigger.object, lexicon), _judged(trigger.object))
        yield _or_somebody(asked) if "official" in trigger.object else asked
    if trigger.not_object:
        yield _object_is_not(_listed(trigger.not_object, lexicon), _judged(trigger.not_object))
    if trigger.subject_only:
        yield _tells_no_purpose
    if trigger.subject and trigger.subject_only:
        yield _subject_is(_listed(trigger.subject, lexicon), _judged(trigger.subject))
    elif trigger.subject:
        yield _done_by(trigger, lexicon)
    if trigger.not_subject:
        yield _not_done_by(_listed(trigger.not_subject, lexicon), _judged(trigger.not_subject))
        if "official" in trigger.subject and "crowd" in trigger.not_subject:
            people = {"they": lexicon.mask("crowd"), **dict.fromkeys(("he", "she"), lexicon.mask("crowd", "people"))}
            yield _not_by_them(people, _listed(trigger.subject, lexicon))
    if trigger.bare_count:
        yield lambda r, slots, i: starts_with_count(r, slots)


def _listed(names: tuple[str, ...], lexicon: Lexicon) -> int:
    """Mask of those classes that a list alone decides."""
    return lexicon.mask(*(name for name in names if name not in JUDGED))


def _judged(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name in JUDGED)


def _in_clause(mask: int) -> Around:
    return lambda r, clause, last: bool(r.mask(clause) & mask)


def _in_view(trigger: Trigger, lexicon: Lexicon) -> Around:
    """Whether the sentence or the one before holds one of the words: "an exchange took place. Each side [returned] 90"."""
    mask = lexicon.mask(f"{trigger.rule} in_view")
    firsts = frozenset(first_word(words) for words in trigger.in_view)

    def is_in_view(r: Reading, clause: Range, last: int) -> bool:
        return bool(r.lists & mask) or (not firsts.isdisjoint(r.before) and r.named_before(mask))

    return is_in_view


def _after(mask: int, *, wanted: bool) -> Around:
    """Whether one of the phrases stands after a trigger in its clause, or is the "that" which opens the next one."""
    return lambda r, clause, last: bool(r.mask((last, _with_that(r, clause[1]))) & mask) is wanted


def _with_that(r: Reading, end: int) -> int:
    """Where a clause ends with the "that" behind it: "agreed | [that] troops should leave"."""
    return end + 1 if r.lows[end : end + 1] == ["that"] else end


def _near(mask: int, judged: tuple[str, ...]) -> Around:
    """Whether the sentence holds a word of one of the classes; a named place counts whatever it is joined to."""
    place = "place" in judged
    return lambda r, clause, last: holds(r, (0, len(r.lows)), mask, judged) or (place and names_a_place(r))


def _not_near(words: tuple[str, ...]) -> Around:
    def is_absent(r: Reading, clause: Range, last: int) -> bool:
        low = r.low
        for word in words:  # noqa: SIM110
            if word in low and _begins_word(word, low):
                return False
        return True

    return is_absent


def _begins_word(words: str, low: str) -> bool:
    """True where the words, which may be the beginning of one, do not stand inside another: "ship" of "membership"."""
    begun = words.lstrip()
    at = low.find(begun)
    while at > 0 and low[at - 1].isalnum():
        at = low.find(begun, at + 1)
    return at >= 0


def _object_says(mask: int) -> Inside:
    return lambda r, slots, i: slots.object is not None and bool(r.mask(slots.object) & mask)


def _subject_says(mask: int, *, whole: bool) -> Inside:
    def says(r: Reading, slots: Slots, i: int) -> bool:
        actor = slots.subject if whole else slots.doer
        return actor is not None and bool(r.mask(actor) & mask)

    return says


def _object_is(mask: int, judged: tuple[str, ...]) -> Inside:
    return lambda r, slots, i: head_holds(r, slots.object, mask, judged)


def _object_is_not(mask: int, judged: tuple[str, ...]) -> Inside:
    return lambda r, slots, i: not head_holds(r, _past_whose(r, slots.object), mask, judged)


def _past_whose(r: Reading, span: Range | None) -> Range | None:
    """A phrase without the people before its noun: "two Georgian | mortars" are no people, "nine aid | workers" no aid."""
    if span is None:
        return None
    if (head := _head_of_people(r, span)) is not None:
        return head
    first = span[0]
    while first < span[1] - 1 and (r.parse.tags[first] in "DMJE" or r.tokens[first].text[0].isupper()):
        first += 1
    return (first, span[1]) if r.parse.tags[first] == "N" and first > span[0] else span


def _head_of_people(r: Reading, span: Range) -> Range | None:
    """The people that a phrase is about behind the thing they are named by: "aid | workers", "a truck | driver"."""
    end = next((k for k in range(*span) if r.parse.tags[k] not in "DMJEN"), span[1])
    head = (end - 1, end)
    named_by = end - span[0] > 1 and r.parse.tags[end - 2] == "N"
    return (end - 1, span[1]) if named_by and r.mask(head) & r.book.lexicon.bits["people"] else None


_WITH = GRAMMAR["siding_with"]
_SOMEBODY = frozenset({"he", "she", "him", "her", "they", "them", "both", "and", "the", "two"})


def _or_somebody(asked: Inside) -> Inside:
    """The condition, or a pronoun in the place of an official: "he was received by", "hosted them"."""

    def is_asked(r: Reading, slots: Slots, i: int) -> bool:
        words = r.words(slots.object)
        return asked(r, slots, i) or (bool(words) and _SOMEBODY.issuperset(words))

    return is_asked


def _tells_no_purpose(r: Reading, slots: Slots, i: int) -> bool:
    """False for an infinitive right behind a noun: "an agreement to end the war" has not ended."""
    return i < 2 or r.lows[i - 1] != "to" or r.parse.tags[i - 2] not in "NE" or ranked_by(r.parse, i - 1) is not None


def _subject_is(mask: int, judged: tuple[str, ...]) -> Inside:
    return lambda r, slots, i: holds(r, slots.subject, mask, judged)


def _not_done_by(mask: int, judged: tuple[str, ...]) -> Inside:
    return lambda r, slots, i: not holds(r, _before_whom(r, slots.doer), mask, judged)


def _not_by_them(people: Mapping[str, int], wanted: int) -> Inside:
    """False for a pronoun that stands for people told of before, where nobody ``wanted`` was: "migrants … They came to X"."""

    def is_other(r: Reading, slots: Slots, i: int) -> bool:
        doer = slots.doer or (0, 1)
        those, ahead = people.get(r.lows[doer[1] - 1], 0), r.mask((0, doer[0]))
        if not those or ahead & wanted or r.named_before(wanted) or not r.people.in_small.isdisjoint(r.before):
            return True
        return not (ahead & those or r.named_before(those))

    return is_other


def _before_whom(r: Reading, span: Range | None) -> Range | None:
    """Who acts without whom they are with: "troops | loyal to President X seized"."""
    if span is None or _WITH.isdisjoint(r.lows[span[0] : span[1]]):
        return span
    end = next(k for k in range(*span) if r.lows[k] in _WITH)
    return (span[0], end) if end > span[0] else span


_PEOPLE = frozenset({"troops", "actor", "official", "person"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "who", "which", "both", "pair", "others"})


def _done_by(trigger: Trigger, lexicon: Lexicon) -> Inside:
    """Whether who acts is of one of the classes; a pronoun may stand for any body, army or person."""
    mask, judged = _listed(trigger.subject, lexicon), _judged(trigger.subject)
    people = not _PEOPLE.isdisjoint(trigger.subject)
    unsaid = not {"troops", "actor", "official"}.isdisjoint(trigger.subject)

    def is_done(r: Reading, slots: Slots, i: int) -> bool:
        doer = slots.doer
        if holds(r, doer, mask, judged):
            return True
        if people and doer is not None and doer[0] < doer[1] and _is_pronoun(r, doer):
            return True
        return unsaid and _is_left_out(r, slots, i, needed=trigger.needs_doer)

    return is_done


def _is_pronoun(r: Reading, span: Range) -> bool:
    """True for a phrase that stands for somebody named before: "he", "the two"."""
    return r.lows[span[1] - 1] in _PRONOUNS or r.lows[max(span[0], span[1] - 2) : span[1]] == ["the", "two"]


def _is_left_out(r: Reading, slots: Slots, i: int, *, needed: bool) -> bool:
    """True where who acts is left out and any armed actor would do: "X was taken", "the ministry reported taking X"."""
    unsaid = slots.doer is None and slots.passive and not needed
    return unsaid or (i > 0 and r.lows[i].endswith("ing") and r.lows[i - 1] in GRAMMAR["saying_in_the_past"])
