"""What an article says for each place that its names may mean: one row of features a candidate (``places.md`` 4.3).

A ``Scene`` lays the candidates of all names of an article out as arrays, so that a round of looking at the other names is
a handful of array operations.  What does not change between rounds is computed once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from geoevents.atlas.place import Place
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.fit import fits
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.resolution.contenders import CLASS_ORDER, OWN_AT, Codes, Contenders, Floats, listed
from geoevents.atlas.resolution.holding import inside
from geoevents.atlas.resolution.name_groups import NameGroup

__all__ = ["CONTEXT_FEATURES", "NIL_FEATURES", "Scene"]

CONTEXT_FEATURES = (
    "class_word", "class_word_nearly", "class_word_denied", "class_in_its_name", "with_article", "shortened_area", "postal_code",
    "inside", "inside_listed", "outside", "outside_listed", "holds", "holds_listed", "inside_elsewhere",
    "country_share", "country_leads", "admin1_share", "admin1_leads", "country_named", "admin1_named", "admin2_named",
    "first_of_country", "first_of_admin1", "near_30_km", "near_120_km", "near_400_km", "near_in_sentence", "crowd",
    "list_class", "list_country", "list_admin1", "listed_regions", "relation",
    "outlet_country", "outlet_admin1", "outlet_near", "outlet_home", "outlet_name", "outlet_name_size",
)  # fmt: skip
NIL_FEATURES = ("none", "none_misspelt", "none_own_score", "none_few", "none_class_word", "none_inner")
_AT = {name: i for i, name in enumerate(CONTEXT_FEATURES)}
_CLASS = {name: i for i, name in enumerate(CLASS_ORDER)}

Flags = npt.NDArray[np.bool_]

# What class words ask for: the classes that are called so, then those that may be.
_HEADS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "admin1": (frozenset({"admin1"}), frozenset({"admin2", "region", "country"})),
    "admin2": (frozenset({"admin2"}), frozenset({"admin1"})),
    "settlement": (frozenset({"city", "town", "village", "quarter"}), frozenset()),
    "water": (frozenset({"sea", "water"}), frozenset()),
    "land": (frozenset({"island", "region"}), frozenset({"admin1"})),
    "facility": (frozenset({"site"}), frozenset({"city", "town", "village", "quarter"})),
}
_NO_ARTICLE = frozenset({"city", "town", "village", "quarter", "admin1", "admin2"})
_POINTS = np.array([name in {"admin2", "city", "town", "village", "quarter", "site", "island"} for name in CLASS_ORDER])
_SETTLED = frozenset({"city", "town", "village", "quarter"})
_RANK = np.array([_CLASS["city"] if name in _SETTLED else i for i, name in enumerate(CLASS_ORDER)])
_SURE = 0.3  # share from which a name's first place is a point of reference for the others
_DEMONYM_VOTE = 0.5  # places.md 4.3
_OUTLET_KM = 60.0  # what a local paper writes about lies in its county or the next


@dataclass(slots=True, kw_only=True)
class _Held:
    """Which candidates of one group lie in which of another that wording puts around it."""

    group: int
    holder: int
    matrix: Floats
    areas: Floats
    listed: bool


class Scene:
    """The names of one article with all that each may mean.  Groups without candidates stay out of ``live``."""

    def __init__(self, groups: Sequence[NameGroup], *, outlet_country: str | None = None) -> None:
        self.groups = groups
        self.live = [i for i, g in enumerate(groups) if len(g.contenders)]
        parts = [groups[i].contenders for i in self.live]
        sizes = np.array([len(c) for c in parts], dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64) if parts else np.zeros(0, np.int64)
        self.owner = np.repeat(np.arange(len(parts)), sizes)
        self.own = _stacked(parts, "own")
        self.country, self.admin1, self.admin2 = (_stacked(parts, n) for n in ("country", "admin1", "admin2"))
        self.classes, self.unit = _stacked(parts, "classes"), _stacked(parts, "unit")
        self._fixed = np.zeros((len(self.owner), len(CONTEXT_FEATURES)))
        self.nil = np.zeros((len(parts), len(NIL_FEATURES)))
        self.usable: Sequence[int] = ()
        self._anchored: list[tuple[int, NameGroup, int | None]] = []
        self._settled: dict[int, tuple[Place, list[float]]] = {}
        self.seen = self._fixed
        if parts:
            self._lay_out(outlet_country)

    def _lay_out(self, outlet_country: str | None) -> None:
        """Everything that no round changes."""
        names = [self.groups[i] for i in self.live]
        place_of = {g: k for k, g in enumerate(self.live)}
        keys = np.array([hash(g.key) for g in names])
        self._apart = keys[:, None] != keys[None, :]
        self._weight = np.array([0.0 if g.outlet else _DEMONYM_VOTE if g.demonym else 1.0 for g in names])
        self._point_like = _POINTS[self.classes] & (self.unit.any(axis=1))
        self._countries, self._own_countries = _pairs(self.country, self.owner)
        self._areas, self._own_areas = _pairs(self.admin1, self.owner)
        self._counties, self._own_counties = _pairs(self.admin2, self.owner)
        self._held = [h for k, g in enumerate(names) for h in _holders(k, g, names, place_of)]
        self._mates = _meeting([g.lists for g in names])
        self._beside = _meeting([g.sentences for g in names]) & self._apart
        self._outlets = np.flatnonzero(np.array([g.outlet for g in names])[self.owner])
        self._anchored = [
            (k, g, place_of.get(g.anchor if g.anchor is not None else -1)) for k, g in enumerate(names) if g.relation
        ]
        self._same_name = [np.flatnonzero((keys == keys[k]) & (np.arange(len(keys)) != k)) for k in range(len(keys))]
        for k, group in enumerate(names):
            self._say(k, group, {g.key for g in names if g.outlet})
        if outlet_country:
            self._fixed[:, _AT["outlet_country"]] = self.country == hash(outlet_country)

    def rows(self, k: int) -> slice:
        """Rows of the candidates of live group ``k``."""
        return slice(int(self.starts[k]), int(self.starts[k + 1]) if k + 1 < len(self.starts) else len(self.owner))

    def _say(self, k: int, group: NameGroup, outlet_names: set[str]) -> None:
        """What the words on a group itself say of its candidates."""
        rows = self.rows(k)
        kinds = [CLASS_ORDER[c] for c in self.classes[rows]]
        fixed, found = self._fixed[rows], group.contenders.candidates
        if group.head_class is not None:
            first, second = _HEADS[group.head_class]
            fixed[:, _AT["class_word"]] = [name in first for name in kinds]
            fixed[:, _AT["class_word_nearly"]] = [name in second for name in kinds]
            fixed[:, _AT["class_in_its_name"]] = group.contenders.own[:, OWN_AT["bare_area"]] * (
                group.head_class == "admin1"
            )
            fixed[:, _AT["class_word_denied"]] = [name not in first and name not in second for name in kinds]
        if group.article:
            fixed[:, _AT["with_article"]] = [
                name in _NO_ARTICLE and not c.place.name.startswith("The ")
                for name, c in zip(kinds, found, strict=True)
            ]
        if group.shortened or group.postal:
            fixed[:, _AT["shortened_area" if group.shortened else "postal_code"]] = [name == "admin1" for name in kinds]
        if group.key in outlet_names and not group.outlet:
            fixed[:, _AT["outlet_name"]] = 1.0
            fixed[:, _AT["outlet_name_size"]] = np.minimum(group.contenders.own[:, OWN_AT["log_population"]], 7.0)
        self.nil[k] = _nil(group)

    def context(self, shares: Floats) -> Floats:
        """Context features of all candidates, given the share of probability that each has so far."""
        out = self._fixed.copy()
        if not len(self.starts):
            return out
        best = [int(self.starts[k]) + int(shares[self.rows(k)].argmax()) for k in range(len(self.starts))]
        self._containers(out, shares)
        self._votes(out, shares)
        self._nearness(out, shares, best)
        if self._mates.any():
            self._lists(out, best)
        self._relations(out, best)
        if len(self._outlets):
            self._outlet(out, shares)
        self.seen = out
        return out

    def _containers(self, out: Floats, shares: Floats) -> None:
        for held in self._held:
            mine, theirs = self.rows(held.group), self.rows(held.holder)
            tail = "_listed" if held.listed else ""
            within = held.matrix @ shares[theirs]
            area = float(held.areas @ shares[theirs])
            out[mine, _AT["inside" + tail]] = np.maximum(out[mine, _AT["inside" + tail]], within)
            out[mine, _AT["outside" + tail]] = np.maximum(area - within, 0.0)
            holds = shares[mine] @ held.matrix
            out[theirs, _AT["holds" + tail]] = np.maximum(out[theirs, _AT["holds" + tail]], holds)
            for other in self._same_name[held.group]:
                self._elsewhere(out, held, int(other), within)

    def _elsewhere(self, out: Floats, held: _Held, other: int, within: Floats) -> None:
        """A name told with its container once means the same place where it stands alone."""
        mine, theirs = self.live[held.group], self.live[other]
        if self.groups[mine].contenders is self.groups[theirs].contenders and not self.groups[theirs].holders:
            column = _AT["inside_elsewhere"]
            out[self.rows(other), column] = np.maximum(out[self.rows(other), column], within)

    def _votes(self, out: Floats, shares: Floats) -> None:
        votes = shares * self._weight[self.owner]
        for name, codes, (ids, own) in (
            ("country", self.country, (self._countries, self._own_countries)),
            ("admin1", self.admin1, (self._areas, self._own_areas)),
        ):
            share = self._share(votes, ids, own) * (codes != 0)
            out[:, _AT[f"{name}_share"]] = np.sqrt(share)
            out[:, _AT[f"{name}_leads"]] = share > 0.5
            first = self.own[:, OWN_AT[f"first_in_{name}"]]
            out[:, _AT[f"first_of_{name}"]] = np.sqrt(share) * first
        for name, ids, own, codes in (
            ("country", self._countries, self._own_countries, self.country),
            ("admin1", self._areas, self._own_areas, self.admin1),
            ("admin2", self._counties, self._own_counties, self.admin2),
        ):
            named = votes * (self.classes == _CLASS[name])
            out[:, _AT[f"{name}_named"]] = np.minimum(_others(named, ids, own), 1.0) * (codes != 0)

    def _share(self, votes: Floats, ids: Codes, own: Codes) -> Floats:
        mass = np.bincount(self.owner, votes)[self.owner]
        rest = np.maximum(votes.sum() - mass, 1e-9)
        others = _others(votes, ids, own)
        return np.asarray(np.clip(others / rest, 0.0, 1.0) * np.minimum(rest, 1.0))

    def _nearness(self, out: Floats, shares: Floats, best: Sequence[int]) -> None:
        usable = [k for k, b in enumerate(best) if shares[b] > _SURE and self._point_like[b] and self._weight[k] >= 1.0]
        self.usable = usable
        self._settled = {k: (self._candidate(k, best[k]), self.unit[best[k]].tolist()) for k in usable}
        if not usable:
            return
        at = [best[k] for k in usable]
        km = _kilometres(self.unit, self.unit[at])
        sure = shares[at][None, :] * self._point_like[:, None]
        allowed = self._apart[self.owner][:, usable] * sure
        for scale in (30, 120, 400):
            out[:, _AT[f"near_{scale}_km"]] = (np.exp(-km / scale) * allowed).max(axis=1)
        beside = self._beside[self.owner][:, usable] * sure
        out[:, _AT["near_in_sentence"]] = (np.exp(-km / 100.0) * beside).max(axis=1)
        out[:, _AT["crowd"]] = (np.exp(-km / 300.0) * allowed).sum(axis=1) / np.maximum(allowed.sum(axis=1), 1e-9)

    def candidate(self, k: int, at: int) -> Place:
        """The place of candidate number ``at`` of live group ``k``."""
        return self.groups[self.live[k]].contenders.candidates[at].place

    def stated(self) -> list[tuple[int, int, RelationPhrase]]:
        """(live group, live group of the reference, relation) for every name that the text says the position of."""
        return [(k, at, g.relation) for k, g, at in self._anchored if at is not None and g.relation is not None]

    def _candidate(self, k: int, row: int) -> Place:
        """The place of a row of live group ``k``."""
        return self.candidate(k, row - int(self.starts[k]))

    def nearest(self, k: int, place: Place) -> tuple[Place, float] | None:
        """The settled place of another name that lies nearest to a place of live group ``k``, with its distance in km."""
        if place.lonlat is None or not self.usable:
            return None
        x, y, z = geometry.unit(place.lonlat)
        best, found, apart = -2.0, None, self._apart[k].tolist()
        for other in self.usable:
            if not apart[other]:
                continue
            candidate, (a, b, c) = self._settled[other]
            dot = x * a + y * b + z * c
            if dot > best and candidate.id != place.id:
                best, found = dot, candidate
        return (found, geometry.EARTH_KM * float(np.arccos(min(1.0, best)))) if found is not None else None

    def _lists(self, out: Floats, best: Sequence[int]) -> None:
        mates = self._mates / np.maximum(self._mates.sum(axis=1, keepdims=True), 1)
        weight = mates[self.owner]
        first = np.array(best)
        ranks = _RANK[self.classes]
        out[:, _AT["list_class"]] = (weight * (ranks[:, None] == ranks[first][None, :])).sum(axis=1)
        out[:, _AT["list_country"]] = _agreement(weight, self.country, first)
        out[:, _AT["list_admin1"]] = _agreement(weight, self.admin1, first)
        called = np.array([self.groups[g].head_class == "admin1" for g in self.live])
        region = called & (self.classes[first] == _CLASS["admin1"])
        out[:, _AT["listed_regions"]] = (weight @ region > 0) * (self.classes == _CLASS["admin1"])

    def _relations(self, out: Floats, best: Sequence[int]) -> None:
        for k, group, anchor in self._anchored:
            if anchor is not None and group.relation is not None:
                owner = self.groups[self.live[anchor]].contenders
                centre = owner.candidates[best[anchor] - int(self.starts[anchor])].place
                out[self.rows(k), _AT["relation"]] = [
                    fits(group.relation, centre, c.place) if c.place.id != centre.id else 0.0
                    for c in group.contenders.candidates
                ]

    def _outlet(self, out: Floats, shares: Floats) -> None:
        at = self._outlets
        weight = shares[at]
        text = np.ones(len(self.owner))
        text[at] = 0.0
        for name, codes in (("country", self.country), ("admin1", self.admin1)):
            same = (codes[:, None] == codes[at][None, :]) & (codes[:, None] != 0)
            column = _AT[f"outlet_{name}"]
            out[:, column] = np.maximum(out[:, column], np.minimum(same @ weight, 1.0)) * text
        km = _kilometres(self.unit, self.unit[at])
        near = (np.exp(-km / _OUTLET_KM) * weight).max(axis=1) * self._point_like * text
        out[:, _AT["outlet_near"]] = near
        out[:, _AT["outlet_home"]] = ((km < 1.0) * weight).max(axis=1) * self._point_like * text


_EMPTY = listed("", ())


def _stacked(parts: Sequence[Contenders], name: str) -> Any:
    return np.concatenate([getattr(c, name) for c in parts or [_EMPTY]])


def _pairs(codes: Codes, owner: Codes) -> tuple[Codes, Codes]:
    """(small number of each code, small number of each pair of code and group)."""
    _, ids = np.unique(codes, return_inverse=True)
    _, own = np.unique(ids * (int(owner.max()) + 1) + owner, return_inverse=True)
    return ids, own


def _others(votes: Floats, ids: Codes, own: Codes) -> Floats:
    """Votes of the other groups for the same code."""
    return np.asarray(np.maximum(np.bincount(ids, votes)[ids] - np.bincount(own, votes)[own], 0.0))


def _agreement(weight: Floats, codes: Codes, first: Codes) -> Floats:
    same = (codes[:, None] == codes[first][None, :]) & (codes[:, None] != 0)
    return np.asarray((weight * same).sum(axis=1))


def _kilometres(a: Floats, b: Floats) -> Floats:
    return np.asarray(geometry.EARTH_KM * np.arccos(np.clip(a @ b.T, -1.0, 1.0)))


def _meeting(sets: Sequence[set[int]]) -> Flags:
    """Which groups share a sentence, or a list."""
    numbers = {n: at for at, n in enumerate(sorted(set().union(*sets)))}
    member = np.zeros((len(sets), len(numbers)))
    for row, own in zip(member, sets, strict=True):
        row[[numbers[n] for n in own]] = 1.0
    found = np.asarray(member @ member.T > 0)
    np.fill_diagonal(found, False)
    return found


def _holders(k: int, group: NameGroup, names: Sequence[NameGroup], place_of: dict[int, int]) -> list[_Held]:
    found = []
    for holder, in_list in group.holders.items():
        at = place_of.get(holder)
        if at is not None and not group.demonym:
            matrix, areas = inside(group.contenders, names[at].contenders)
            found.append(_Held(group=k, holder=at, matrix=matrix, areas=areas, listed=in_list))
    return found


def _nil(group: NameGroup) -> Sequence[float]:
    found = group.contenders.candidates
    if group.outlet and len(found) == 1:
        return (0.0,) * len(NIL_FEATURES)  # a home from the table is known
    return (
        1.0,
        found[0].tier == 3,
        found[0].score,
        1.0 / len(found),
        group.head_class is not None,
        group.contenders.own[0, OWN_AT["inner_name"]] > 0,
    )
