"""Who a statement or a dealing is addressed to: somebody, and no thing ("expressed concern", "urged calm", "signed the treaty")."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.howmany.count_words import UNITS
from geoevents.events.sentence.noun_phrases import NounPhrase, object_phrase
from geoevents.events.who.actor_words import ADDRESSED, DEEDS, GROUP_WORDS, OWN_PEOPLE, PRONOUNS
from geoevents.events.who.sectors import OFFICES, speaks

__all__ = ["ADDRESSEES", "addressed"]

ADDRESSEES = {"addressee": "to", "counterpart": "with"}  # each role and the word that names it behind a thing
_PEOPLE = ADDRESSED | GROUP_WORDS | OWN_PEOPLE | PRONOUNS | OFFICES


def addressed(role: str, tokens: Sequence[Token], tags: str, phrase: NounPhrase, head: str) -> NounPhrase | None:
    """The phrase if its ``head`` is somebody, else whom the words behind it name: "expressed his thanks to | the president"."""
    if head in DEEDS or _is_somebody(tokens, phrase, head):
        return phrase  # of "a meeting" it is told with whom
    if tokens[phrase.last : phrase.last + 1] and tokens[phrase.last].lower == ADDRESSEES[role]:
        behind = object_phrase(tokens, tags, (phrase.last + 1, min(len(tokens), phrase.last + _REACH)))
        if behind is not None and _is_somebody(tokens, behind, tokens[behind.last - 1].lower):
            return behind
    return None


_REACH = 8  # words behind "to"


def _is_somebody(tokens: Sequence[Token], phrase: NounPhrase, head: str) -> bool:
    """True for a name and for nouns of people, bodies and states; a word for a thing is none, be its adjective a people's."""
    inside = tokens[phrase.first : phrase.last]
    named = any(t.lower == head and (t.text[0].isupper() or "-" in {o.text for o in inside[-2:]}) for t in inside)
    one = head.removesuffix("s")
    return named or head in _PEOPLE or one in _PEOPLE or UNITS.get(one) == "persons" or speaks(head)
