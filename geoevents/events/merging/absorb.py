"""Coarse tellings that finer ones tell again: "the region" by its districts, "a missile was used" by the strike (``events.md`` 4.11)."""

from collections.abc import Sequence

from geoevents.atlas.place import Place
from geoevents.events.howmany.hit_casualties import CARRIES_CASUALTIES
from geoevents.events.merging.merge import dates_agree, fire_on_each_other, same_doer, subtypes_agree
from geoevents.events.telling import Telling

__all__ = ["absorbed"]


def absorbed(best: Telling, others: Sequence[Telling]) -> int | None:
    """Number of the finer group that tells a coarse one again ("the region" by its districts), or None.

    Groups are given by their best tellings.  Only a group without a number of its own, at an area or nowhere, goes into
    another: same category and days, in the same section, at a place inside it.  Words and talks never do: of two acts of
    diplomacy neither is a part of the other.
    """
    toll = _told_with_place(best, others)
    if toll is not None:
        return toll
    if (
        best.is_aggregate
        or best.hit.category == "diplomacy"
        or best.named is not None
        or (best.hit.category == "control_change" and best.hit.object_is_place and best.placed is not None)
        or (best.numbers.firm is not None and not _only_weapons(best))
        or (best.placed and best.placed.spot.precision in {"exact", "settlement"})
    ):
        return None
    hurt = best.numbers.casualty is not None
    weapons = best.numbers.firm is not None
    for number, fine in enumerate(others):
        if weapons and (fine.numbers.firm not in {None, best.numbers.firm} or fine.order > best.order):
            continue
        alike = fine.hit.category == best.hit.category and fine is not best
        if alike and _tells_again(fine, best) and (not hurt or _says_where(fine, best)):
            return number
    return None


def _told_with_place(best: Telling, others: Sequence[Telling]) -> int | None:
    """The group that told the same dead and injured before, and where: "killed six and hurt ten in X. The ministry said
    six people were shot dead and ten wounded"."""
    killed, injured = best.numbers.killed, best.numbers.injured
    if (best.placed is not None and best.placed.basis != "inherited") or best.named is not None or best.apart:
        return None
    if (
        best.is_aggregate
        or killed is None
        or killed < _FEW
        or injured is None
        or best.hit.category not in CARRIES_CASUALTIES
    ):
        return None
    for number, fine in enumerate(others):
        same = fine.numbers.killed == killed and fine.numbers.injured == injured and fine.placed is not None
        near = fine.segment.section == best.segment.section and fine.order < best.order
        if same and near and fine.hit.category == best.hit.category and dates_agree(fine.when, best.when):
            return number
    return None


_FEW = 2  # dead who may be those of two attacks
_WEAPONS = frozenset({"missiles", "drones", "rockets", "shells", "bombs"})


def _only_weapons(telling: Telling) -> bool:
    """True for a strike told without a place by what was fired: "the governor said a Tochka missile had been used"."""
    nowhere = telling.placed is None and telling.hit.category == "strike" and telling.hit.clause_kind != "main"
    return nowhere and telling.numbers.unit in _WEAPONS and not telling.apart


def _says_where(fine: Telling, coarse: Telling) -> bool:
    """True for a clause that only says where the dead of its sentence fell: "killed two in X when shells hit Y"."""
    same = fine.segment.index == coarse.segment.index and fine.hit.clause_kind == "subordinate"
    return same and fine.numbers.casualty is None


def _tells_again(fine: Telling, coarse: Telling) -> bool:
    """True for a telling of the category of a coarser one that tells it again."""
    if (
        fine.is_background != coarse.is_background
        or fine.segment.section != coarse.segment.section
        or (fine.hit.modality == "planned") != (coarse.hit.modality == "planned")
        or not (dates_agree(fine.when, coarse.when) or _date_unsaid(fine, coarse))
        or fine.is_aggregate
        or (fine.apart and fine.order > coarse.order)
        or not subtypes_agree(fine, coarse)
        or fire_on_each_other(fine, coarse)
        or abs(fine.segment.index - coarse.segment.index) > 2
    ):
        return False
    if coarse.placed is None:
        return (fine.placed is not None or fine.numbers.count is not None) and same_doer(fine, coarse)
    if fine.placed is None or fine.placed.mention.place is None or coarse.placed.mention.place is None:
        return False
    if coarse.placed.basis == "inherited" and coarse.placed.spot.precision == "country":
        return False  # "in most of the country" says more than one town of it
    return _inside(fine.placed.mention.place, fine.placed.mention.container, coarse.placed.mention.place)


def _date_unsaid(fine: Telling, coarse: Telling) -> bool:
    """True where the finer telling has its day from publication alone, and the coarse one without a place says it."""
    return fine.when.basis == "publication" and coarse.placed is None and coarse.when.basis == "relative"


def _inside(fine: Place, container: Place | None, coarse: Place) -> bool:
    if fine.id == coarse.id:
        return False
    if container is not None and container.id == coarse.id:
        return True
    return fine.admin1_id == coarse.id or (coarse.kind == "country" and fine.country == coarse.country)
