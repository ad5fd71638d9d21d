"""Where the police of a country speak of a town, it is one of theirs: "two men were shot in [Palma], Mozambican police said"."""

import numpy as np

from geoevents.atlas.resolution.constraints import lifted
from geoevents.atlas.resolution.contenders import CLASS_ORDER, OWN_AT, SETTLED, Floats
from geoevents.atlas.resolution.evidence import Scene

__all__ = ["hold_to_police"]

_AT_HOME = 30.0  # times likelier a namesake there: of Paris and Moscow even that leaves the capitals likelier
_TOWN_OR_AREA = SETTLED | np.array([name in {"admin1", "admin2"} for name in CLASS_ORDER])


def hold_to_police(scene: Scene, shares: Floats) -> Floats:
    """Shares with the towns of a country weighed for it in sentences in which its police speak or act."""
    told = [k for k in range(len(scene.starts)) if scene.name(k).polices]
    out = shares
    for at in told:
        best = scene.best(shares)
        home, sentences = scene.country[best[at]], scene.name(at).polices
        for k in range(len(scene.starts)):
            name = scene.name(k)
            if name.demonym or name.sentences.isdisjoint(sentences) or scene.country[best[k]] == home:
                continue
            rows = scene.rows(k)
            there = (
                (scene.country[rows] == home) & (scene.own[rows, OWN_AT["own_name"]] > 0) & SETTLED[scene.classes[rows]]
            )
            if there.any() and _TOWN_OR_AREA[scene.classes[best[k]]]:
                out = out.copy() if out is shares else out
                out[rows] = lifted(out[rows], np.asarray(there, dtype=float), _AT_HOME)
    return out
