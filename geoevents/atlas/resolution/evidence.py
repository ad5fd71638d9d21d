"""What an article says for each place that its names may mean: one row of features a candidate (``places.md`` 4.3).

A ``Scene`` lays the candidates of all names of an article out as arrays, so that a round of looking at the other names is
a handful of array operations.  What does not change between rounds is computed once.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from geoevents.atlas.place import Place
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.fit import fits
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.resolution.contenders import CLASS_ORDER, OWN_AT, Codes, Floats, listed
from geoevents.atlas.resolution.holding import inside
from geoevents.atlas.resolution.name_groups import NameGroup

__all__ = ["CONTEXT_FEATURES", "NIL_FEATURES", "Held", "Scene"]

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
# The same as tables: one row a kind of class word (the first: none), one column a class.
_HEAD_AT = {name: i for i, name in enumerate(_HEADS, start=1)}
_CALLED, _NEARLY = (
    np.array([[False] * len(CLASS_ORDER), *([name in _HEADS[head][k] for name in CLASS_ORDER] for head in _HEADS)])
    for k in (0, 1)
)
_NO_ARTICLE = np.array([name in {"city", "town", "village", "quarter", "admin1", "admin2"} for name in CLASS_ORDER])
_POINTS = np.array([name in {"admin2", "city", "town", "village", "quarter", "site", "island"} for name in CLASS_ORDER])
_SETTLED = frozenset({"city", "town", "village", "quarter"})
_RANK = np.array([_CLASS["city"] if name in _SETTLED else i for i, name in enumerate(CLASS_ORDER)])
_LEVELS = ("country", "admin1", "admin2")
_SURE = 0.3  # share from which a name's first place is a point of reference for the others
_DEMONYM_VOTE = 0.5  # places.md 4.3
_OUTLET_KM = 60.0  # what a local paper writes about lies in its county or the next
_NEAR_KM = np.array([30.0, 120.0, 400.0, 100.0, 300.0])[:, None, None]  # the three rings, in one sentence, the crowd


@dataclass(slots=True, kw_only=True)
class Held:
    """Which candidates of one group lie in which of another that wording puts around it."""

    group: int
    holder: int
    matrix: Floats
    areas: Floats
    listed: bool
    outright: bool


class Scene:
    """The names of one article with all that each may mean.  Groups without candidates stay out of ``live``.

    Arrays have one row a candidate; tables of features are kept on their side, one row a feature.
    """

    def __init__(self, groups: Sequence[NameGroup], *, outlet_country: str | None = None) -> None:
        self.groups = groups
        self.live = [i for i, g in enumerate(groups) if len(g.contenders)]
        names = [groups[i] for i in self.live]
        parts = [g.contenders for g in names] or [_EMPTY]
        sizes = np.array([len(g.contenders) for g in names], dtype=np.int64)
        self.starts = np.cumsum(sizes) - sizes
        self.owner = np.repeat(np.arange(len(names)), sizes)
        self.own = np.concatenate([c.own for c in parts])
        self.unit = np.concatenate([c.unit for c in parts])
        self._codes = np.concatenate([c.codes for c in parts]).T.copy()
        self.country, self.admin1, self.admin2, self.classes, self._named_the = self._codes
        self._fixed = np.zeros((len(CONTEXT_FEATURES), len(self.owner)))
        self.nil = np.zeros((len(names), len(NIL_FEATURES)))
        self.seen = self._fixed.T
        self._reference: tuple[list[int], list[int]] = ([], [])
        self._anchored: list[tuple[int, NameGroup, int | None]] = []
        self._held: list[Held] = []
        if names:
            self._lay_out(names, outlet_country)

    def _lay_out(self, names: Sequence[NameGroup], outlet_country: str | None) -> None:
        """Everything that no round changes."""
        place_of = {g: k for k, g in enumerate(self.live)}
        keys = np.array([hash(g.key) for g in names])
        self._apart = keys[:, None] != keys[None, :]
        self._weight = np.array([0.0 if g.outlet else _DEMONYM_VOTE if g.demonym else 1.0 for g in names])
        self._point_like = _POINTS[self.classes] & (self.unit.any(axis=1))
        self._ballots = _Ballots(self._codes[:3], self.classes, self.owner)
        self._held = [h for k, g in enumerate(names) for h in _holders(k, g, names, place_of)]
        mates = _meeting([g.lists for g in names])
        self._listed = np.flatnonzero((mates.sum(axis=1) > 0)[self.owner])
        self._mates = (mates / np.maximum(mates.sum(axis=1, keepdims=True), 1))[self.owner[self._listed]]
        self._called = np.array([g.head_class == "admin1" for g in names])
        self._beside = _meeting([g.sentences for g in names]) & self._apart
        self._outlets = np.flatnonzero(np.array([g.outlet for g in names])[self.owner])
        self._anchored = [
            (k, g, place_of.get(g.anchor if g.anchor is not None else -1)) for k, g in enumerate(names) if g.relation
        ]
        self._fits: dict[tuple[int, str], list[float]] = {}
        self._around = _Around(np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
        self._say(names)
        self.nil[:] = [_nil(g) for g in names]
        if outlet_country:
            self._fixed[_AT["outlet_country"]] = self.country == hash(outlet_country)

    def rows(self, k: int) -> slice:
        """Rows of the candidates of live group ``k``."""
        return slice(int(self.starts[k]), int(self.starts[k + 1]) if k + 1 < len(self.starts) else len(self.owner))

    def _say(self, names: Sequence[NameGroup]) -> None:
        """What the words on the groups themselves say of their candidates."""
        fixed, owner, classes = self._fixed, self.owner, self.classes
        head = np.array([_HEAD_AT[g.head_class] if g.head_class else 0 for g in names])[owner]
        called, nearly = _CALLED[head, classes], _NEARLY[head, classes]
        fixed[_AT["class_word"]], fixed[_AT["class_word_nearly"]] = called, nearly
        fixed[_AT["class_word_denied"]] = (head > 0) & ~called & ~nearly
        fixed[_AT["class_in_its_name"]] = self.own[:, OWN_AT["bare_area"]] * (head == _HEAD_AT["admin1"])
        article, shortened, postal = np.array([(g.article, g.shortened, g.postal) for g in names]).T[:, owner]
        fixed[_AT["with_article"]] = article & _NO_ARTICLE[classes] & (self._named_the == 0)
        area = classes == _CLASS["admin1"]
        fixed[_AT["shortened_area"]], fixed[_AT["postal_code"]] = shortened & area, postal & ~shortened & area
        outlets = {g.key for g in names if g.outlet}
        if outlets:
            named = np.array([g.key in outlets and not g.outlet for g in names])[owner]
            fixed[_AT["outlet_name"]] = named
            fixed[_AT["outlet_name_size"]] = np.minimum(self.own[:, OWN_AT["log_population"]], 7.0) * named

    def context(self, shares: Floats) -> Floats:
        """Context features of all candidates, given the share of probability that each has so far."""
        out = self._fixed.copy()
        if not len(self.starts):
            return out.T
        best = self._best(shares)
        self._containers(out, shares)
        self._votes(out, shares)
        self._nearness(out, shares, best)
        if len(self._listed):
            self._lists(out, best)
        self._relations(out, best)
        if len(self._outlets):
            self._outlet(out, shares)
        self.seen = out.T
        return self.seen

    def _best(self, shares: Floats) -> Codes:
        """Row of the candidate with the largest share of each live group, the first of equal ones."""
        rows = np.flatnonzero(shares == np.maximum.reduceat(shares, self.starts)[self.owner])
        best = np.zeros(len(self.starts), dtype=np.int64)
        best[self.owner[rows[::-1]]] = rows[::-1]
        return best

    def _containers(self, out: Floats, shares: Floats) -> None:
        for held in self._held:
            mine, theirs = self.rows(held.group), self.rows(held.holder)
            tail = "_listed" if held.listed else ""
            within = held.matrix @ shares[theirs]
            area = float(held.areas @ shares[theirs])
            inside, holds = out[_AT["inside" + tail]], out[_AT["holds" + tail]]
            inside[mine] = np.maximum(inside[mine], within)
            out[_AT["outside" + tail], mine] = np.maximum(area - within, 0.0)
            holds[theirs] = np.maximum(holds[theirs], shares[mine] @ held.matrix)
            for other in np.flatnonzero(~self._apart[held.group]).tolist():
                if other != held.group:
                    self._elsewhere(out, held, other, within)

    def _elsewhere(self, out: Floats, held: Held, other: int, within: Floats) -> None:
        """A name told with its container once means the same place where it stands alone."""
        mine, theirs = self.live[held.group], self.live[other]
        if self.groups[mine].contenders is self.groups[theirs].contenders and not self.groups[theirs].holders:
            elsewhere, rows = out[_AT["inside_elsewhere"]], self.rows(other)
            elsewhere[rows] = np.maximum(elsewhere[rows], within)

    def _votes(self, out: Floats, shares: Floats) -> None:
        votes = shares * self._weight[self.owner]
        others, named = self._ballots.count(votes)
        rest = np.maximum(votes.sum() - np.bincount(self.owner, votes)[self.owner], 1e-9)
        share = np.clip(others / rest, 0.0, 1.0) * np.minimum(rest, 1.0) * (self._codes[:2] != 0)
        root = np.sqrt(share)
        for k, name in enumerate(_LEVELS[:2]):
            out[_AT[f"{name}_share"]] = root[k]
            out[_AT[f"{name}_leads"]] = share[k] > 0.5
            out[_AT[f"first_of_{name}"]] = root[k] * self.own[:, OWN_AT[f"first_in_{name}"]]
        named = np.minimum(named, 1.0) * (self._codes[:3] != 0)
        for k, name in enumerate(_LEVELS):
            out[_AT[f"{name}_named"]] = named[k]

    def _nearness(self, out: Floats, shares: Floats, best: Codes) -> None:
        usable = np.flatnonzero((shares[best] > _SURE) & self._point_like[best] & (self._weight >= 1.0))
        at = best[usable]
        self._reference = (usable.tolist(), at.tolist())
        if not len(usable):
            return
        if not np.array_equal(at, self._around.at):
            self._around = _Around(at, self._rings(usable, at), self._apart[usable][:, self.owner].astype(float))
        sure, rings = shares[at], self._around.rings
        out[_NEAR] = (rings[:4] * sure[:, None]).max(axis=1) * self._point_like
        crowd = (sure @ rings[4]) / np.maximum(sure @ self._around.apart, 1e-9)
        out[_AT["crowd"]] = crowd * self._point_like

    def _rings(self, usable: Codes, at: Codes) -> Floats:
        """How near each candidate lies to the settled places of other names: by scale, settled place, candidate."""
        near: Floats = np.exp(-_kilometres(self.unit[at], self.unit) / _NEAR_KM)
        near[[0, 1, 2, 4]] *= self._apart[usable][:, self.owner]
        near[3] *= self._beside[usable][:, self.owner]
        return near

    def candidate(self, k: int, at: int) -> Place:
        """The place of candidate number ``at`` of live group ``k``."""
        return self.groups[self.live[k]].contenders.candidates[at].place

    def stated(self) -> list[tuple[int, int, RelationPhrase]]:
        """(live group, live group of the reference, relation) for every name that the text says the position of."""
        return [(k, at, g.relation) for k, g, at in self._anchored if at is not None and g.relation is not None]

    def held_outright(self) -> list[Held]:
        """What wording puts around a name and no list explains, for names that only one thing is put around."""
        count = Counter(h.group for h in self._held)
        return [h for h in self._held if h.outright and count[h.group] == 1]

    def _candidate(self, k: int, row: int) -> Place:
        """The place of a row of live group ``k``."""
        return self.candidate(k, row - int(self.starts[k]))

    def nearest(self, rows: Sequence[int]) -> list[tuple[Place, float] | None]:
        """For a candidate of each live group, given by its row: the settled place of another name that lies nearest, with
        its distance in km; None where it has no point or no other place is settled."""
        groups, at = self._reference
        if not groups:
            return [None] * len(rows)
        dots = np.where(self._apart[:, groups], self.unit[rows] @ self.unit[at].T, _BEYOND)
        order, there = np.argsort(-dots, axis=1, kind="stable").tolist(), (self.unit[rows] != 0).max(axis=1).tolist()
        return [self._first_other(k, row, order[k], dots[k]) if there[k] else None for k, row in enumerate(rows)]

    def _first_other(self, k: int, row: int, order: Sequence[int], dots: Floats) -> tuple[Place, float] | None:
        groups, at = self._reference
        own = self._candidate(k, row).id
        for j in order:
            if dots[j] == _BEYOND:
                return None
            place = self._candidate(groups[j], at[j])
            if place.id != own:
                return place, geometry.EARTH_KM * float(np.arccos(min(1.0, dots[j])))
        return None

    def _lists(self, out: Floats, best: Codes) -> None:
        rows, weight = self._listed, self._mates
        ranks = _RANK[self.classes]
        out[_AT["list_class"], rows] = (weight * (ranks[rows, None] == ranks[best])).sum(axis=1)
        out[_AT["list_country"], rows] = _agreement(weight, self.country[rows], self.country[best])
        out[_AT["list_admin1"], rows] = _agreement(weight, self.admin1[rows], self.admin1[best])
        areas = self.classes == _CLASS["admin1"]
        out[_AT["listed_regions"], rows] = (weight @ (self._called & areas[best]) > 0) * areas[rows]

    def _relations(self, out: Floats, best: Codes) -> None:
        for k, group, anchor in self._anchored:
            if anchor is not None and group.relation is not None:
                centre = self._candidate(anchor, int(best[anchor]))
                if (k, centre.id) not in self._fits:
                    self._fits[k, centre.id] = [
                        fits(group.relation, centre, c.place) if c.place.id != centre.id else 0.0
                        for c in group.contenders.candidates
                    ]
                out[_AT["relation"], self.rows(k)] = self._fits[k, centre.id]

    def _outlet(self, out: Floats, shares: Floats) -> None:
        at = self._outlets
        weight = shares[at]
        text = np.ones(len(self.owner))
        text[at] = 0.0
        for name, codes in (("country", self.country), ("admin1", self.admin1)):
            same = (codes[:, None] == codes[at][None, :]) & (codes[:, None] != 0)
            column = _AT[f"outlet_{name}"]
            out[column] = np.maximum(out[column], np.minimum(same @ weight, 1.0)) * text
        km = _kilometres(self.unit, self.unit[at])
        near = (np.exp(-km / _OUTLET_KM) * weight).max(axis=1) * self._point_like * text
        out[_AT["outlet_near"]] = near
        out[_AT["outlet_home"]] = ((km < 1.0) * weight).max(axis=1) * self._point_like * text


_BEYOND = -2.0  # less than any product of unit vectors
_NEAR = [_AT[name] for name in ("near_30_km", "near_120_km", "near_400_km", "near_in_sentence")]


class _Around(NamedTuple):
    """The settled places of one round (rows ``at``), how near the candidates lie to them, and which names are others."""

    at: Codes
    rings: Floats
    apart: Floats


class _Ballots:
    """Votes of the names of an article for the countries and areas that their candidates lie in."""

    def __init__(self, codes: Codes, classes: Codes, owner: Codes) -> None:
        """``codes`` has one row a level of _LEVELS."""
        _, ids = np.unique(codes, return_inverse=True)
        ids = ids.reshape(codes.shape)
        _, own = np.unique(ids * (int(owner.max()) + 1) + owner, return_inverse=True)
        own = own.reshape(codes.shape)
        # A row a question: the votes for each country and area of the first level, then those for names of each level.
        asked = [0, 1, 0, 1, 2]
        self._ids = ids[asked] + np.arange(len(asked))[:, None] * (int(ids.max()) + 1)
        self._own = own[asked] + np.arange(len(asked))[:, None] * (int(own.max()) + 1)
        self._is_level = np.stack([classes == _CLASS[name] for name in _LEVELS])

    def count(self, votes: Floats) -> tuple[Floats, Floats]:
        """(votes of the other groups for the country and area of each candidate, those that name its area of each level)."""
        cast = np.concatenate([votes, votes, *(votes * self._is_level)])
        all_of, own = (np.bincount(ids.ravel(), cast)[ids] for ids in (self._ids, self._own))
        others = np.maximum(all_of - own, 0.0)
        return others[:2], others[2:]


_EMPTY = listed("", ())


def _agreement(weight: Floats, codes: Codes, first: Codes) -> Floats:
    same = (codes[:, None] == first[None, :]) & (codes[:, None] != 0)
    return np.asarray((weight * same).sum(axis=1))


def _kilometres(a: Floats, b: Floats) -> Floats:
    return np.asarray(geometry.EARTH_KM * np.arccos(np.clip(a @ b.T, -1.0, 1.0)))


def _meeting(sets: Sequence[set[int]]) -> Flags:
    """Which groups share a sentence, or a list; the sets hold small numbers."""
    flat = [(k, n) for k, own in enumerate(sets) for n in own]
    if not flat:
        return np.zeros((len(sets), len(sets)), dtype=bool)
    rows, columns = np.array(flat).T
    member = np.zeros((len(sets), int(columns.max()) + 1))
    member[rows, columns] = 1.0
    found = np.asarray(member @ member.T > 0)
    np.fill_diagonal(found, False)
    return found


def _holders(k: int, group: NameGroup, names: Sequence[NameGroup], place_of: dict[int, int]) -> list[Held]:
    found = []
    for holder, in_list in group.holders.items():
        at = place_of.get(holder)
        if at is not None and not group.demonym:
            matrix, areas = inside(group.contenders, names[at].contenders)
            found.append(
                Held(group=k, holder=at, matrix=matrix, areas=areas, listed=in_list, outright=holder in group.outright)
            )
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
