"""Whether a relation makes a place or only tells where a named one lies: "X, a ruined village some 13 km south of Y"."""

import re
from collections.abc import Sequence

from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.values import replace

__all__ = ["only_locating"]

_LOCATING = frozenset(
    {
        "direction_of",
        "distance",
        "distance_direction",
        "near",
        "sector",
        "bank",
        "border",
        "coast",
        "outskirts",
        "reach",
    }
)

# Between a named place and a relation that only says where it lies: "X, a ruined village some 13 km south of Y".
# A verb after "and" tells something new: "left X and advanced to within 20 km of Y"; so does "in X and near Y", and so
# does one without a comma: "ships from X collided near Y".
_NEW = (
    r"(?!\s*,?\s*and\s+(?:also\s+|(?:one|another|others|some|several)\s+)?$)"
    r"(?!\s*,?\s*and\s+(?!located|situated|based|surrounded)[a-z]+ed\s)"
    r"(?!\s+(?!located|situated|based|lying|surrounded|called)[a-z]+(?:ed|ing)\s)"
)
_APPOSITION = re.compile(
    _NEW
    + r"\s*[,(]?\s*(?:(?:a|an|the|which|that|lies|lying|is|located|situated|just|only|called|known|one|of|its|small|tactically|"
    r"important|strategic|key|ruined|tiny|largely|now|border|mining|town|village|city|settlement|place|hamlet|locality|"
    r"community|suburb|port|district|area|railway|junction|hub|to|on|and|further|[a-z]+(?:ed|ing|ly|al|ic|ant))\s+){0,9}(?:lies\s+)?$",
    re.IGNORECASE,
)
# "X, a place of 2,000 people before the war, about 10 km south of Y"; "the village lies some 10 km south of Y".
_APPOSED = re.compile(r"\s*,\s*(?:a|an|the|one of)\s[^.;:()]{0,100}?,?\s*(?:some\s+|about\s+|just\s+)?")
_LIES = re.compile(
    r"\b(?:(?:is|are|was|were)\s+)?(?:lies|lie|lying|is|located|situated|stands)\s+(?:\w+\s+)?$", re.IGNORECASE
)
# "X province, south of Y": an area lies beside another place; "the X region, near Y" goes on to a finer one.
_AREA_BESIDE = re.compile(r"\s+(?:province|region|county|district|state),\s+(?:just\s+)?")
_BESIDE = frozenset({"direction_of", "distance_direction"})
_IN_SECTOR = re.compile(r"\s*,?\s*(?:in|on|of)\s+the\s+")
# A bank, coast or border says where a name before it lies only in an apposition that the comma opens.
_AFTER_COMMA = re.compile(
    r"\s*[,(]\s*(?:(?:a|an|small|border|port|town|village|city|hamlet|settlement|which|lies|is)\s+){0,5}(?:on|along|at|off)?\s*(?:the\s+|its\s+)?"
)
_STRICT = frozenset({"bank", "border", "coast", "outskirts", "reach"})


# "The village lies 10 km south of X" tells of one that is known already; "the depot lies", "a tornado was located" of none.
_KNOWN = re.compile(
    r"\b(?:(?:it|they|which|that|and|but)|(?:the|this|that|these)\s+(?:[\w-]+\s+){0,2}?(?:town|village|city|hamlet|settlement|"
    r"place|district|community|suburb|port)s?)\s*$",
    re.IGNORECASE,
)


def only_locating(
    text: str,
    spans: Sequence[tuple[int, int]],
    phrase: RelationPhrase,
    *,
    begin: int = 0,
    peoples: frozenset[int] = frozenset(),
) -> RelationPhrase:
    """The phrase, marked as only locating where a place stands just before it, or where something told of before lies there;
    ``begin`` is where the sentence begins."""
    if phrase.kind not in _LOCATING:
        return phrase
    before = [e for k, (_, e) in enumerate(spans) if e <= phrase.phrase_start and k not in peoples]
    between = text[before[-1] : phrase.phrase_start] if before else None
    if phrase.kind in _STRICT:
        told = between is not None and _AFTER_COMMA.fullmatch(between) is not None
        return replace(phrase, creates=False) if told else phrase
    pattern = _IN_SECTOR if phrase.kind == "sector" else _APPOSITION
    apposed = between is not None and bool(pattern.fullmatch(between) or _APPOSED.fullmatch(between))
    if between is not None and phrase.kind in _BESIDE and not phrase.distance_km:
        apposed = apposed or _AREA_BESIDE.fullmatch(between) is not None
    lies = phrase.kind != "sector" and _lies(
        text,
        phrase.phrase_start,
        begin,
        named=any(e <= phrase.phrase_start and k not in peoples for k, (_, e) in enumerate(spans)),
    )
    return replace(phrase, creates=False, apposed=apposed) if apposed or lies else phrase


def _lies(text: str, end: int, begin: int, *, named: bool) -> bool:
    """True for "lies" before a relation, of something that a name of the sentence or what it is called tells."""
    said = _LIES.search(text, max(begin, end - 60), end)
    return said is not None and (named or _KNOWN.search(text, begin, said.start()) is not None)
