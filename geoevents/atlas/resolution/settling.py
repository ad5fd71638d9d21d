"""What a text states outright of where names lie, laid over the ranker's shares: lists, addresses, distances, areas."""

from collections.abc import Mapping

from geoevents.atlas.resolution.constraints import Misfit, hold_to_addresses, hold_to_areas, hold_to_distances
from geoevents.atlas.resolution.contenders import Floats
from geoevents.atlas.resolution.evidence import Scene
from geoevents.atlas.resolution.local_police import hold_to_police
from geoevents.atlas.resolution.states import hold_to_lists
from geoevents.atlas.resolution.strangers import hold_to_company

__all__ = ["settled"]


def settled(scene: Scene, shares: Floats) -> tuple[Floats, Mapping[int, Misfit]]:
    """(shares in the light of what is told, misfits by live group: names that no place fits)."""
    shares = hold_to_addresses(scene, hold_to_lists(scene, hold_to_company(scene, hold_to_police(scene, shares))))
    shares, misfits = hold_to_distances(scene, shares)
    return shares, {**hold_to_areas(scene, shares), **misfits}
