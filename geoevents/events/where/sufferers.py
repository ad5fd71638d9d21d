"""Towns and regions that a clause is about, which suffer what it tells: "[Kramatorsk] counted eight dead after a strike"."""

import re

from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.telling import Placed
from geoevents.events.thread import Sentence
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import as_told
from geoevents.words import patterns_of

__all__ = ["where_it_is_suffered"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")
_SUFFERED = frozenset({"strike", "air_defence", "ground_combat", "infrastructure", "humanitarian", "protest"})
_KINDS = SETTLEMENTS | {"admin1", "admin2", "region", "territory", "island", "country"}
_OPENS = re.compile(
    r"\W*(?:(?:and|but|while|meanwhile|neighbou?ring|nearby|the|city|town|village|of|too|after|when|as|since|that|because|once|late|early|on|\w+day)\W+){0,4}",
    re.IGNORECASE,
)
_SUFFERS = re.compile(
    rf"(?:\s+(?:{_ANY['held_parts']}|state|oblasts|regions|states|districts|provinces))?(?:\s+(?:itself|too|also|alone))?"
    r"(?:\s+(?:on\s+\w+day|reportedly|again|also))?"
    rf"\s+(?:{_ANY['suffers']}|bore\s+the\s+brunt|(?:was|were)\s+(?:the\s+)?(?:hardest|worst|hit\s+hardest|worst-|hardest-)|(?:has|had|have)\s+(?:been|seen|{_ANY['suffers']})"
    r"|(?:is|was|were|are)\s+(?:not\s+spared|(?:left|still|again|also|partly)\b|without|under\s+fire|in\s+ruins|in\s+darkness|the\s+scene))\b"
)


def where_it_is_suffered(text: str, hit: Hit, sentence: Sentence) -> tuple[Placed, ...]:
    """The place that the clause of a hit, or the first clause of its sentence, is about; () if it is about none."""
    if hit.category not in _SUFFERED or hit.modality != "actual":
        return ()
    speakers = [(c.speaker_start, c.speaker_end) for c in sentence.claims]
    for start in (hit.clause.start, sentence.segment.start):
        for m in sentence.mentions:
            if m.place is None or m.place.kind not in _KINDS or m.role in {"demonym", "embedded", "container"}:
                continue
            opens = start <= m.start < hit.trigger.end and _OPENS.fullmatch(text, start, m.start) is not None
            told = not any(a <= m.start < b for a, b in speakers) or _is_no_government(m)
            if opens and told and _SUFFERS.match(text, m.end):
                return as_told(m, "text")
    return ()


def _is_no_government(mention: Mention) -> bool:
    """True for a town whose name stands for no state: "[Kramatorsk] counted eight dead", but not "Moscow counted 48 drones"."""
    return mention.place is not None and mention.place.kind in SETTLEMENTS and mention.place.feature_code != "PPLC"
