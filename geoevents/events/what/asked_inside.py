"""What a trigger asks of the phrases in its slots: who acts, and what is acted on."""

from collections.abc import Callable, Iterator, Mapping

from geoevents.events.codebook_kinds import Trigger
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots
from geoevents.events.what.conditions import JUDGED, head_holds, holds, starts_with_count
from geoevents.events.what.infinitives import ranked_by
from geoevents.events.what.lexicon import Lexicon
from geoevents.events.what.reading import Range, Reading

__all__ = ["PEOPLE", "Inside", "inside_of", "judged_of", "listed"]

Inside = Callable[[Reading, Slots, int], bool]  # a sentence, the phrases of the trigger, its first token


def inside_of(trigger: Trigger, lexicon: Lexicon) -> Iterator[Inside]:
    if trigger.object_words:
        yield _object_says(lexicon.mask(f"{trigger.rule} object_words"))
    if trigger.subject_words:
        yield _subject_says(lexicon.mask(f"{trigger.rule} subject_words"), whole=trigger.subject_only)
    if trigger.object:
        asked = _object_is(listed(trigger.object, lexicon), judged_of(trigger.object))
        yield _or_somebody(asked) if "official" in trigger.object else asked
    if trigger.not_object:
        yield _object_is_not(listed(trigger.not_object, lexicon), judged_of(trigger.not_object))
    if trigger.subject_only:
        yield _tells_no_purpose
    if trigger.subject and trigger.subject_only:
        yield _subject_is(listed(trigger.subject, lexicon), judged_of(trigger.subject))
    elif trigger.subject:
        yield _done_by(trigger, lexicon)
    if trigger.not_subject:
        yield _not_done_by(listed(trigger.not_subject, lexicon), judged_of(trigger.not_subject))
        if "official" in trigger.subject and "crowd" in trigger.not_subject:
            people = {"they": lexicon.mask("crowd"), **dict.fromkeys(("he", "she"), lexicon.mask("crowd", "people"))}
            yield _not_by_them(people, listed(trigger.subject, lexicon))
    if trigger.bare_count:
        yield lambda r, slots, i: starts_with_count(r, slots)


def listed(names: tuple[str, ...], lexicon: Lexicon) -> int:
    """Mask of those classes that a list alone decides."""
    return lexicon.mask(*(name for name in names if name not in JUDGED))


def judged_of(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name in JUDGED)


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


PEOPLE = frozenset({"troops", "actor", "official", "person"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "who", "which", "both", "pair", "others"})


def _done_by(trigger: Trigger, lexicon: Lexicon) -> Inside:
    """Whether who acts is of one of the classes; a pronoun may stand for any body, army or person."""
    mask, judged = listed(trigger.subject, lexicon), judged_of(trigger.subject)
    people = not PEOPLE.isdisjoint(trigger.subject)
    unsaid = not {"troops", "actor", "official"}.isdisjoint(trigger.subject)
    of_troops = (
        "troops" in trigger.subject and "official" not in trigger.subject and trigger.rule.startswith("control_change")
    )

    def is_done(r: Reading, slots: Slots, i: int) -> bool:
        doer = slots.doer
        if holds(r, doer, mask, judged):
            return True
        if people and doer is not None and doer[0] < doer[1] and _is_pronoun(r, doer):
            return not (of_troops and r.lows[doer[1] - 1] == "they" and _are_at_peace(r, doer, mask))
        return unsaid and _is_left_out(r, slots, i, needed=trigger.needs_doer)

    return is_done


def _are_at_peace(r: Reading, they: Range, wanted: int) -> bool:
    """True for "they" where people were told of before and nobody of the kinds ``wanted``: "her parents … They left X"."""
    if r.mask((0, they[0])) & wanted or r.named_before(wanted):
        return False
    return bool(r.before)


def _is_pronoun(r: Reading, span: Range) -> bool:
    """True for a phrase that stands for somebody named before: "he", "the two"."""
    return r.lows[span[1] - 1] in _PRONOUNS or r.lows[max(span[0], span[1] - 2) : span[1]] == ["the", "two"]


def _is_left_out(r: Reading, slots: Slots, i: int, *, needed: bool) -> bool:
    """True where who acts is left out and any armed actor would do: "X was taken", "the ministry reported taking X"."""
    unsaid = slots.doer is None and slots.passive and not needed
    return unsaid or (i > 0 and r.lows[i].endswith("ing") and r.lows[i - 1] in GRAMMAR["saying_in_the_past"])
