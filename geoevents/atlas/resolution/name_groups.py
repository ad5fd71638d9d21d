"""The spans of an article that must mean the same place: one written name, with one class word and one container."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.recognition.cues import NameSpan
from geoevents.atlas.recognition.short_names import LETTERED, abbreviated, inner_names, people_of, with_wind
from geoevents.atlas.recognition.words import WORDS
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.resolution.contenders import Contenders, contenders, listed
from geoevents.atlas.resolution.offices import polices
from geoevents.atlas.resolution.outlets import Outlet
from geoevents.atlas.resolution.phrases import Phrase
from geoevents.atlas.resolution.waters import is_water, waters_of
from geoevents.atlas.scoring import Candidate

__all__ = ["NameGroup", "Told", "group_names"]


@dataclass(slots=True, kw_only=True)
class NameGroup:
    """Spans that share a name, a class word and a container, and the places they may mean.

    ``holders`` are indices of the groups that wording puts around this one, each with whether the two also stand in a
    list ("A, B and C" reads like a container); ``outright`` those of them that no list explains, ``addressed`` those that
    a comma alone puts it in, without an "and" behind ("A, B region, C").
    ``polices`` are the sentences in which the police of this people speak or act.
    ``lists`` are the coordinated lists its spans stand in, ``chance`` how likely the likeliest of them is a name.
    """

    key: str
    contenders: Contenders
    spans: list[int]
    source: str
    head: str | None = None
    head_class: str | None = None
    article: bool = False
    sentences: set[int] = field(default_factory=set)
    lists: set[int] = field(default_factory=set)
    holders: dict[int, bool] = field(default_factory=dict)
    outright: set[int] = field(default_factory=set)
    addressed: set[int] = field(default_factory=set)
    polices: set[int] = field(default_factory=set)
    relation: RelationPhrase | None = None
    anchor: int | None = None
    outlet: bool = False
    shortened: bool = False
    postal: bool = False
    chance: float = 0.0

    @property
    def demonym(self) -> bool:
        return self.source == "demonym"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that the text and its publisher say: the names with their phrases, relations, and the outlet."""

    text: str
    spans: Sequence[NameSpan]
    phrases: Sequence[Phrase]
    relations: Mapping[int, RelationPhrase]
    outlet: Outlet | None = None


_Key = tuple[str, str | None, str | None, bool]


def group_names(told: Told, atlas: Gazetteer) -> tuple[list[NameGroup], list[int]]:
    """(groups, index of the group of each span).  The outlet's own names come last, as groups without spans."""
    keys = _merged([_key(told, i) for i in range(len(told.spans))])
    groups: list[NameGroup] = []
    at: dict[_Key, int] = {}
    of_span: list[int] = []
    for i, key in enumerate(keys):
        if key not in at:
            at[key] = len(groups)
            groups.append(_group(told, i, atlas))
        of_span.append(at[key])
        _join(groups[at[key]], told, i)
    _link(groups, of_span, told)
    _share_spellings(groups)
    groups += _of_outlet(told.outlet, atlas)
    return groups, of_span


def _key(told: Told, i: int) -> _Key:
    span, phrase = told.spans[i], told.phrases[i]
    holder = phrase.container if phrase.container is not None else phrase.possessor
    return (
        span.text if span.text in LETTERED else span.key,
        phrase.head_class,
        told.spans[holder].key if holder is not None and holder < len(told.spans) else None,
        span.source == "demonym",
    )


def _merged(keys: Sequence[_Key]) -> list[_Key]:
    """Keys in which a bare name goes to the one group of the same name that has a container; of several it stays apart."""
    qualified: dict[tuple[str, str | None, bool], set[_Key]] = {}
    for key in keys:
        if key[2] is not None:
            qualified.setdefault((key[0], key[1], key[3]), set()).add(key)
    found = []
    for key in keys:
        same = qualified.get((key[0], key[1], key[3])) if key[2] is None else None
        found.append(next(iter(same)) if same is not None and len(same) == 1 else key)
    return found


def _group(told: Told, i: int, atlas: Gazetteer) -> NameGroup:
    span, phrase = told.spans[i], told.phrases[i]
    region = phrase.head_class == "admin1"
    found = _contenders(span, atlas, region=region, water=not region and is_water(told.text, span, phrase))
    return NameGroup(
        key=span.key, contenders=found, spans=[], source=span.source, head=phrase.head,
        head_class=phrase.head_class, shortened=span.text.endswith(".") or told.text.startswith(".", span.end),
        postal=len(span.text) == 2 and span.text.isupper(),
    )  # fmt: skip


def _contenders(span: NameSpan, atlas: Gazetteer, *, region: bool, water: bool) -> Contenders:
    if span.source == "demonym":
        return _people(span.key, atlas)
    short = abbreviated(span.text, atlas) if "." in span.text else ()
    if short:
        return listed(span.text, short)
    shared = span.last == span.first + 1 and " " in span.key  # "Black" in "the Black and Azov seas"
    bare, _, last = span.text.rpartition(" ")
    if span.source == "cue" and last.lower() in WORDS["class_before"] and bare:
        return contenders(atlas, bare, fuzzy=True, region=region)  # "Hpakant Township"
    fuzzy = span.source in {"cue", "given"}
    found = contenders(atlas, span.key if shared else span.text, fuzzy=fuzzy, region=region)
    if water:
        return waters_of(found)
    unknown = not found.candidates or found.candidates[0].tier == 3
    if unknown and (whole := with_wind(span.text)) is not None:
        return contenders(atlas, whole, fuzzy=False, region=region)
    if span.source == "given" and unknown:
        inner = inner_names(span.text, atlas)
        return listed(span.text, inner, inner=True) if inner else found
    return found


@lru_cache(maxsize=1024)
def _people(key: str, atlas: Gazetteer) -> Contenders:
    place = people_of(key, atlas)
    if place is None:
        return listed(key, ())
    reason = "people or adjective of it"
    return listed(key, (Candidate(place=place, tier=1, matched=key, main=True, score=9.0, reason=reason),))


def _join(group: NameGroup, told: Told, i: int) -> None:
    span, phrase = told.spans[i], told.phrases[i]
    group.spans.append(i)
    group.sentences.add(span.sentence)
    group.chance = max(group.chance, span.probability)
    group.article |= phrase.article
    if phrase.group is not None:
        group.lists.add(phrase.group)
    if polices(told.text, span):
        group.polices.add(span.sentence)


def _link(groups: Sequence[NameGroup], of_span: Sequence[int], told: Told) -> None:
    """Fills in which groups hold which, and the relations that tell where a group lies."""
    lengths, joined = Counter([p.group for p in told.phrases]), _joined(told)
    for i, phrase in enumerate(told.phrases):
        group = groups[of_span[i]]
        for holder in (phrase.container, phrase.possessor):
            if holder is not None and holder < len(of_span) and of_span[holder] != of_span[i]:
                listed_too = phrase.group is not None and told.phrases[holder].group == phrase.group
                group.holders[of_span[holder]] = group.holders.get(of_span[holder], True) and listed_too
                if not listed_too or (lengths[phrase.group] == 2 and _only_a_comma(told, i, holder)):
                    group.outright.add(of_span[holder])
                if _only_a_comma(told, i, holder) and not (listed_too and phrase.group in joined):
                    group.addressed.add(of_span[holder])
        relation = told.relations.get(i)
        if relation is not None and group.relation is None and of_span[relation.anchor] != of_span[i]:
            group.relation, group.anchor = relation, of_span[relation.anchor]


def _joined(told: Told) -> set[int]:
    """The lists in which some words, not only commas, stand between two names: "A, B and C"."""
    found = set()
    for (a, x), (b, y) in pairwise(zip(told.spans, told.phrases, strict=True)):
        if x.group is not None and x.group == y.group and _JOINS.search(told.text, a.end, b.start):
            found.add(x.group)
    return found


_JOINS = re.compile(r"\b(?:and|or|as\s+well\s+as)\b|[/&]")


def _only_a_comma(told: Told, i: int, holder: int) -> bool:
    """True for "X, Y" and "X district, Y", which are no list where nothing follows."""
    between = told.text[told.spans[i].end : told.spans[holder].start].strip()
    return between == "," or (between[-1:] == "," and between[:-1].lower() == told.phrases[i].head)


def _share_spellings(groups: Sequence[NameGroup]) -> None:
    """A misspelt name also gets the candidates of a like name told elsewhere in the article."""
    known = [g for g in groups if g.contenders.candidates and g.contenders.candidates[0].tier < 3 and not g.demonym]
    for group in [g for g in groups if g.source == "cue" and not g.contenders.candidates]:
        alike = [k for k in known if k.key[:4] == group.key[:4]]
        group.contenders = alike[0].contenders if alike else group.contenders


def _of_outlet(outlet: Outlet | None, atlas: Gazetteer) -> list[NameGroup]:
    """The home of the outlet where it is known, else the places whose names stand in the outlet's own."""
    if outlet is None:
        return []
    if outlet.home is not None:
        found = [listed(outlet.home.place.name, (outlet.home,))]
    else:
        found = [contenders(atlas, name, fuzzy=False) for name in outlet.names]
    return [
        NameGroup(key=c.candidates[0].matched, contenders=c, spans=[], source="outlet", outlet=True, chance=1.0)
        for c in found
        if len(c)
    ]
