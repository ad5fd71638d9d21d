"""What a trigger of the codebook asks of its sentence, made ready once a codebook: one small function a condition."""

from collections.abc import Callable, Iterator, Sequence

from geoevents.events.codebook_kinds import Trigger
from geoevents.events.sentence.slots import Slots
from geoevents.events.what.asked_inside import PEOPLE, Inside, inside_of, judged_of, listed
from geoevents.events.what.conditions import holds, names_a_place, says_where
from geoevents.events.what.lexicon import Lexicon, first_word
from geoevents.events.what.reading import Reading
from geoevents.values import dataclass

__all__ = ["Asked", "asked_of", "lists_of"]

Range = tuple[int, int]
Around = Callable[[Reading, Range, int], bool]  # a sentence, the clause of the trigger, the token after the trigger


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
        tuple(inside_of(trigger, lexicon)),
    )


def _needed(trigger: Trigger) -> Iterator[Sequence[str]]:
    """The lists of which a trigger asks for a word, where nothing else will do: no pronoun, no word of the sentence before."""
    for key in ("near_words", "with_words", "object_words", "subject_words"):
        if getattr(trigger, key):
            yield (f"{trigger.rule} {key}",)
    pronoun = not PEOPLE.isdisjoint(trigger.subject) and not trigger.subject_only
    for classes, other in (
        (trigger.near, False),
        (trigger.object, "official" in trigger.object),
        (trigger.subject, pronoun),
    ):
        if classes and not other and not judged_of(classes):
            yield classes


def _around(trigger: Trigger, lexicon: Lexicon) -> Iterator[Around]:
    """The conditions, the dear ones last."""
    if trigger.near_words:
        yield _in_clause(lexicon.mask(f"{trigger.rule} near_words"))
    if trigger.with_words:
        yield _after(lexicon.mask(f"{trigger.rule} with_words"), wanted=True)
    if trigger.without_words:
        yield _after(lexicon.mask(f"{trigger.rule} without_words"), wanted=False)
    if judged_of(trigger.near):  # lists alone are among the needed ones
        yield _near(listed(trigger.near, lexicon), judged_of(trigger.near))
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
