"""What an article says for each place that its names may mean: one row of features a candidate (``places.md`` 4.3).

A ``Scene`` lays the candidates of all names of an article out as arrays, so that a round of looking at the other names is
a handful of array operations.  What does not change between rounds is computed once.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from geoevents.atlas.place import Place
from geoevents.atlas.relations.fit import fits
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.resolution.ballots import Ballots
from geoevents.atlas.resolution.contenders import CLASS_AT, CLASS_ORDER, SETTLED, Codes, Floats, listed
from geoevents.atlas.resolution.context_features import CONTEXT_AT, CONTEXT_FEATURES, NIL_FEATURES
from geoevents.atlas.resolution.holding import inside
from geoevents.atlas.resolution.name_groups import NameGroup
from geoevents.atlas.resolution.nearness import Flags, Nearness, kilometres
from geoevents.atlas.resolution.wording import say, say_none
from geoevents.atlas.scoring import Candidate

__all__ = ["Held", "Scene"]

_POINTS = np.array([name in {"admin2", "city", "town", "village", "quarter", "site", "island"} for name in CLASS_ORDER])
_RANK = np.where(SETTLED, CLASS_AT["city"], np.arange(len(CLASS_ORDER)))
_SURE = 0.3  # share from which a name's first place is a point of reference for the others
_DEMONYM_VOTE = 0.5  # places.md 4.3
_OUTLET_KM = 60.0  # what a local paper writes about lies in its county or the next


@dataclass(slots=True, kw_only=True)
class Held:
    """Which candidates of one group lie in which of another that wording puts around it.

    ``elsewhere`` are the groups of the same name that nothing is put around.
    """

    group: int
    holder: int
    matrix: Floats
    areas: Floats
    listed: bool
    outright: bool
    addressed: bool
    elsewhere: Sequence[int]


class Scene:
    """The names of one article with all that each may mean.  Groups without candidates stay out of ``live``.

    Arrays have one row a candidate; tables of features are kept on their side, one row a feature.
    """

    def __init__(self, groups: Sequence[NameGroup], *, outlet_country: str | None = None) -> None:
        self.groups = groups
        self.live = [i for i, g in enumerate(groups) if g.contenders.candidates]
        names = [groups[i] for i in self.live]
        parts = [g.contenders for g in names] or [_EMPTY]
        sizes = np.array([len(g.contenders.candidates) for g in names], dtype=np.int64)
        self.ends = np.cumsum(sizes)
        self.starts = self.ends - sizes
        self.owner = np.repeat(np.arange(len(names)), sizes)
        # rows of the candidates of each name, the last one told again up to the length of the longest
        self._grid = self.starts[:, None] + np.minimum(np.arange(sizes.max(initial=1)), sizes[:, None] - 1)
        self.own = np.concatenate([c.own for c in parts])
        self.unit = np.concatenate([c.unit for c in parts])
        self._codes = np.concatenate([c.codes for c in parts]).T.copy()
        self._candidates = list(chain.from_iterable([c.candidates for c in parts]))
        self.country, self.admin1, _, self.classes, _, self._ids = self._codes
        self._fixed = np.zeros((len(CONTEXT_FEATURES), len(self.owner)))
        self.nil = np.fromiter(chain.from_iterable(map(say_none, names)), dtype=float).reshape(-1, len(NIL_FEATURES))
        self.seen = self._fixed.T
        self._anchored: list[tuple[int, NameGroup, int | None]] = []
        self._held: list[Held] = []
        if names:
            self._lay_out(names, outlet_country)

    def _lay_out(self, names: Sequence[NameGroup], outlet_country: str | None) -> None:
        """Everything that no round changes."""
        place_of = {g: k for k, g in enumerate(self.live)}
        keys = np.array([hash(g.key) for g in names])
        self.apart = keys[:, None] != keys[None, :]
        self._weight = np.array([0.0 if g.outlet else _DEMONYM_VOTE if g.demonym else 1.0 for g in names])
        self._votes, self._whole = self._weight[self.owner], self._weight >= 1.0
        self._point_like = _POINTS[self.classes] & (self.unit.any(axis=1))
        # a name told once with its container and once without is no company for itself
        same: dict[int, int] = {}
        one = np.array([same.setdefault(id(g.contenders), k) for k, g in enumerate(names)])[self.owner]
        alike = np.concatenate([g.contenders.alike for g in names]).T + self.starts[one]
        self._ballots = Ballots(self._codes[:3], alike, self.classes, one, self.own)
        self._held = [h for k, g in enumerate(names) if g.holders for h in _holders(k, g, names, place_of)]
        self._lay_out_lists(names)
        beside = _meeting([g.sentences for g in names]) & self.apart
        self._near = Nearness(self.unit, self.owner, self.apart, beside, self._point_like)
        self._outlets = np.flatnonzero(self._votes == 0.0)
        self._anchored = [
            (k, g, place_of.get(g.anchor if g.anchor is not None else -1)) for k, g in enumerate(names) if g.relation
        ]
        self._fits: dict[tuple[int, str], list[float]] = {}
        say(self._fixed, names, self.owner, self._codes, self.own)
        if outlet_country:
            self._fixed[CONTEXT_AT["outlet_country"]] = self.country == hash(outlet_country)

    def _lay_out_lists(self, names: Sequence[NameGroup]) -> None:
        """Which names stand in one list."""
        mates = _meeting([g.lists for g in names])
        count = mates.sum(axis=1)
        self._listed = np.flatnonzero((count > 0)[self.owner])
        if len(self._listed):
            # what members of a list may share; a class is never 0 here, as the code of no country is
            self._of_lists = np.stack([_RANK[self.classes] + 1, self.country, self.admin1])
            members = self._of_lists[:, self._listed, None]
            self._members = np.where(members == 0, -1, members)  # no code is -1: who lies in no country shares none
            self._mates = (mates / np.maximum(count, 1)[:, None])[self.owner[self._listed]]
            self._areas = self.classes == CLASS_AT["admin1"]
            self._called = np.array([g.head_class == "admin1" for g in names])
            self._lists_of = b""
            self._told_of_lists = np.zeros((4, len(self._listed)))

    def rows(self, k: int) -> slice:
        """Rows of the candidates of live group ``k``."""
        return slice(int(self.starts[k]), int(self.ends[k]))

    def context(self, shares: Floats) -> Floats:
        """Context features of all candidates, given the share of probability that each has so far."""
        out = self._fixed.copy()
        if not len(self.starts):
            return out.T
        best = self.best(shares)
        self._containers(out, shares)
        self._ballots.fill(out, shares * self._votes)
        self._nearness(out, shares, best)
        if len(self._listed):
            self._lists(out, best)
        self._relations(out, best)
        if len(self._outlets):
            self._outlet(out, shares)
        self.seen = out.T
        return self.seen

    def best(self, shares: Floats) -> Codes:
        """Row of the candidate with the largest share of each live group, the first of equal ones."""
        return np.asarray(self.starts + shares[self._grid].argmax(axis=1))

    def _containers(self, out: Floats, shares: Floats) -> None:
        for held in self._held:
            mine, theirs = self.rows(held.group), self.rows(held.holder)
            tail = "_listed" if held.listed else ""
            within = held.matrix @ shares[theirs]
            area = float(held.areas @ shares[theirs])
            inside, holds = out[CONTEXT_AT["inside" + tail]], out[CONTEXT_AT["holds" + tail]]
            inside[mine] = np.maximum(inside[mine], within)
            out[CONTEXT_AT["outside" + tail], mine] = np.maximum(area - within, 0.0)
            holds[theirs] = np.maximum(holds[theirs], shares[mine] @ held.matrix)
            for (
                other
            ) in held.elsewhere:  # a name told with its container once means the same place where it stands alone
                elsewhere, rows = out[CONTEXT_AT["inside_elsewhere"]], self.rows(other)
                elsewhere[rows] = np.maximum(elsewhere[rows], within)

    def _nearness(self, out: Floats, shares: Floats, best: Codes) -> None:
        sure = shares[best]
        usable = (sure > _SURE) & self._point_like[best] & self._whole
        self._near.fill(out, best[usable], sure[usable])

    def candidate(self, k: int, at: int) -> Place:
        """The place of candidate number ``at`` of live group ``k``."""
        return self.groups[self.live[k]].contenders.candidates[at].place

    def candidates(self, rows: Sequence[int]) -> list[Candidate]:
        """The candidates of some rows."""
        return [self._candidates[row] for row in rows]

    def stated(self) -> list[tuple[int, int, RelationPhrase]]:
        """(live group, live group of the reference, relation) for every name that the text says the position of."""
        return [(k, at, g.relation) for k, g, at in self._anchored if at is not None and g.relation is not None]

    def name(self, k: int) -> NameGroup:
        """The name of live group ``k``."""
        return self.groups[self.live[k]]

    def put_in(self) -> list[Held]:
        """What a comma alone or a word puts around a name: "X, Y region", "X in Y"."""
        return [h for h in self._held if h.addressed or h.outright]

    def held_outright(self) -> list[Held]:
        """What wording or an address puts around a name and no list explains, for names that only one thing is put around."""
        count = Counter(h.group for h in self._held)
        return [h for h in self._held if (h.outright or h.addressed) and count[h.group] == 1]

    def _place(self, row: int) -> Place:
        """The place of a row."""
        return self._candidates[row].place

    def nearest(self, rows: Codes) -> list[tuple[Place, float] | None]:
        """For a candidate of each live group, given by its row: the settled place of another name that lies nearest, with
        its distance in km; None where it has no point or no other place is settled."""
        if not len(rows):
            return []
        return [pair and (self._place(pair[0]), pair[1]) for pair in self._near.nearest(rows, self._ids)]

    def _lists(self, out: Floats, best: Codes) -> None:
        """What the other members of a list are taken for: worked out anew where one of them is taken for something else."""
        if best.tobytes() != self._lists_of:
            self._lists_of = best.tobytes()
            same = self._members == self._of_lists[:, best][:, None, :]
            self._told_of_lists[:3] = np.where(same, self._mates, 0.0).sum(axis=2)
            regions = self._called & self._areas[best]
            self._told_of_lists[3] = (self._mates @ regions > 0) * self._areas[self._listed]
        out[_LISTED].T[self._listed] = self._told_of_lists.T

    def _relations(self, out: Floats, best: Codes) -> None:
        for k, group, anchor in self._anchored:
            if anchor is not None and group.relation is not None:
                centre = self._place(int(best[anchor]))
                if (k, centre.id) not in self._fits:
                    self._fits[k, centre.id] = [
                        fits(group.relation, centre, c.place) if c.place.id != centre.id else 0.0
                        for c in group.contenders.candidates
                    ]
                out[CONTEXT_AT["relation"], self.rows(k)] = self._fits[k, centre.id]

    def _outlet(self, out: Floats, shares: Floats) -> None:
        at = self._outlets
        weight = shares[at]
        text = np.ones(len(self.owner))
        text[at] = 0.0
        for name, codes in (("country", self.country), ("admin1", self.admin1)):
            same = (codes[:, None] == codes[at][None, :]) & (codes[:, None] != 0)
            column = CONTEXT_AT[f"outlet_{name}"]
            out[column] = np.maximum(out[column], np.minimum(same @ weight, 1.0)) * text
        km = kilometres(self.unit, self.unit[at])
        near = (np.exp(-km / _OUTLET_KM) * weight).max(axis=1) * self._point_like * text
        out[CONTEXT_AT["outlet_near"]] = near
        out[CONTEXT_AT["outlet_home"]] = ((km < 1.0) * weight).max(axis=1) * self._point_like * text


_EMPTY = listed("", ())
_LISTED = slice(CONTEXT_AT["list_class"], CONTEXT_AT["listed_regions"] + 1)  # and of country and admin-1 area


def _meeting(sets: Sequence[set[int]]) -> Flags:
    """Which groups share a sentence, or a list."""
    members: dict[int, list[int]] = {}
    for k, own in enumerate(sets):
        for number in own:
            members.setdefault(number, []).append(k)
    pairs = [(a, b) for rows in members.values() for a in rows for b in rows if a != b]
    found = np.zeros((len(sets), len(sets)), dtype=bool)
    if pairs:
        found[tuple(np.array(pairs).T)] = True
    return found


def _holders(k: int, group: NameGroup, names: Sequence[NameGroup], place_of: dict[int, int]) -> list[Held]:
    found = []
    for holder, in_list in group.holders.items():
        at = place_of.get(holder)
        if at is not None and not group.demonym:
            matrix, areas = inside(group.contenders, names[at].contenders)
            found.append(
                Held(
                    group=k, holder=at, matrix=matrix, areas=areas, listed=in_list, outright=holder in group.outright,
                    addressed=holder in group.addressed,
                    elsewhere=[
                        i for i, g in enumerate(names)
                        if g.contenders is group.contenders and g.key == group.key and i != k and not g.holders
                    ],
                )
            )  # fmt: skip
    return found
