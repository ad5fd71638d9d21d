"""Where a local official who tells something speaks for: "the governor of X reported a fire", "fell there, the mayor of X said"."""

import re
from collections.abc import Sequence

from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.telling import Placed
from geoevents.events.thread import Sentence
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import as_told
from geoevents.events.where.locatives import THERE
from geoevents.events.who.sectors import ON_THE_SPOT
from geoevents.values import replace
from geoevents.words import patterns_of

__all__ = ["LOCAL", "of_local_official", "there_of_an_official"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

LOCAL = re.compile(rf"\b(?:{_ANY['local_officials']})\b", re.IGNORECASE)


# Who tells what happened where they are, and who tells it from a capital.
_CENTRAL = re.compile(rf"\b(?:{_ANY['state_bodies']})\b", re.IGNORECASE)


# "Radio amateurs in the enclave of X reported mortar fire": what is reported was seen where they are.
_SAW = ("reported", "heard", "saw", "felt", "counted", "witnessed", "watched", "filmed")
_WHERE = re.compile(
    r"[A-Za-z]+(?:\s+[a-z]+){0,3}\s+(?:in|at|near|around|of)\s"
    r"|(?:[\w’'-]+\s+){1,5}(?:cameram[ae]n|photographers?|reporters?|correspondents?|journalists?|crews?)\s+(?:in|at|near)\s"
)
_OFFICIALS = re.compile(
    r"(?:[A-Za-z]+\s+)?(?:officials|spokes\w+|investigators|prosecutors)\s+(?:in|for|of)\b", re.IGNORECASE
)


def of_local_official(text: str, hit: Hit, sentence: Sentence) -> tuple[Placed, ...]:
    """The town or region of the local official who tells it: "the governor of X reported a fire at a depot"."""
    for claim in sentence.claims:
        after = text[max(claim.verb_end, claim.speaker_end) :][:1]
        aside = after == "," and max(claim.verb_end, claim.speaker_end) < hit.trigger.start
        covers = aside or claim.scope_start <= hit.trigger.start < claim.scope_end
        local = LOCAL.search(text, claim.speaker_start, claim.speaker_end) or claim.claimant.sector in ON_THE_SPOT
        local = local or _OFFICIALS.match(text, claim.speaker_start) is not None
        local = local or (
            text.startswith(_SAW, claim.verb_start)
            and _WHERE.match(text, claim.speaker_start, claim.speaker_end) is not None
        )
        if not covers or not local or _CENTRAL.search(text, claim.speaker_start, claim.speaker_end):
            continue
        inside = [m for m in sentence.mentions if claim.speaker_start <= m.start < claim.speaker_end]
        small = [m for m in inside if m.place is not None and m.place.kind in _RULED]
        if _OFFICIALS.match(text, claim.speaker_start) and any(
            m.place and m.place.feature_code == "PPLC" for m in small
        ):
            continue  # "officials in [the capital]" speak for the state
        if small and small[0].spot is not None:
            return (Placed(mention=small[0], spot=small[0].spot, basis="inherited"),)
        if small:
            return as_told(small[0], "inherited")  # "the mayor of [X]" speaks for the town
    return ()


def there_of_an_official(text: str, hit: Hit, sentence: Sentence, happened: Sequence[Placed]) -> tuple[Placed, ...]:
    """What "there" stands for where a local official says it: the last place told in what that official rules, else all of it."""
    if THERE.search(text, hit.clause.start, hit.clause.end) is None:
        return ()
    ruled = of_local_official(text, hit, sentence) or _where_they_speak(text, hit, sentence)
    place = ruled[0].mention.place if ruled else None
    if place is None:
        return ()
    inside = [
        p
        for p in happened
        if p.mention.place is not None and place.id in {p.mention.place.admin1_id, p.mention.place.id}
    ]
    return (replace(inside[-1], basis="inherited"),) if inside else ruled


_THOSE_IN = re.compile(rf"\b(?:{_ANY['speak_from_there']})\s+in\s+(?:the\s+)?$", re.IGNORECASE)


def _where_they_speak(text: str, hit: Hit, sentence: Sentence) -> tuple[Placed, ...]:
    """The place in which those are who tell of what happened "there": "Officials in [Yemen] say that a strike there ..."."""
    for claim in sentence.claims:
        if claim.scope_start <= hit.trigger.start < claim.scope_end:
            for m in sentence.mentions:
                told = claim.speaker_start <= m.start < claim.speaker_end
                if told and m.spot is not None and _THOSE_IN.search(text, claim.speaker_start, m.start):
                    return (Placed(mention=m, spot=m.spot, basis="inherited"),)
    return ()


_RULED = SETTLEMENTS | {"admin1", "admin2", "region", "territory"}
