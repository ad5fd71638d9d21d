"""How many annotated names have their place among the candidates: no ranking can pass this ceiling.

``python -m tests.quality.ceiling [SHARED]`` prints it for every corpus; with ``--misses`` also what is absent.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.names import fold
from geoevents.atlas.place import LonLat, Place
from geoevents.atlas.recognition.words import DEMONYMS
from geoevents.atlas.relations.geometry import distance_km

SHARED = Path(__file__).parents[3] / "shared"
CORPORA = ("LGL", "TR-News", "GeoVirus", "GeoWebNews")
NEAR_KM = (161.0, 25.0)


def mentions(path: Path, *, linked: bool = False) -> Iterator[dict[str, Any]]:
    """Gold mentions with a point; with ``linked`` only those that have a GeoNames number."""
    for line in path.read_text("utf-8").rstrip("\n").split("\n"):
        for mention in json.loads(line)["mentions"]:
            if mention.get("lat") is not None and (mention.get("geonames_id") or not linked):
                yield mention


def places(atlas: Gazetteer, text: str) -> list[Place]:
    """What a gold name may mean: its candidates, the place of a demonym; of a name without any those of the longest name
    that it begins or ends with (Colorado State University, Bank of Japan)."""
    words = text.split()
    runs = [words[:n] for n in range(len(words), 0, -1)] + [words[n:] for n in range(1, len(words))]
    return next((found for run in runs if (found := _meant(atlas, " ".join(run)))), [])


def _meant(atlas: Gazetteer, text: str) -> list[Place]:
    people = DEMONYMS.get(fold(text))
    home = atlas.country(people) if people else None
    found = [c.place for c in atlas.candidates(text, limit=10_000)]
    return [*found, home] if home is not None else found


def nearest_km(atlas: Gazetteer, mention: dict[str, Any]) -> float:
    """Distance of the gold point to the candidate next to it; infinite without one."""
    gold = LonLat(mention["lon"], mention["lat"])
    points = [p.lonlat for p in places(atlas, mention["text"]) if p.lonlat is not None]
    return min((distance_km(p, gold) for p in points), default=float("inf"))


def ceiling(
    atlas: Gazetteer, gold: Iterable[dict[str, Any]]
) -> tuple[int, dict[float, float], Counter[tuple[str, str]]]:
    """(mentions, share with a candidate within each distance, absent names by class of gold)."""
    count, within, absent = 0, Counter[float](), Counter[tuple[str, str]]()
    for mention in gold:
        count += 1
        km = nearest_km(atlas, mention)
        within.update(limit for limit in NEAR_KM if km <= limit)
        if km > NEAR_KM[0]:
            absent[str(mention.get("class")), mention["text"]] += 1
    return count, {limit: within[limit] / max(count, 1) for limit in NEAR_KM}, absent


def main() -> None:
    """Prints the table, and the absent names where asked."""
    words = [w for w in sys.argv[1:] if not w.startswith("--")]
    shared, atlas = Path(words[0]) if words else SHARED, Gazetteer.load()
    rows = [(c, False) for c in CORPORA] + [("GeoWebNews", True)]
    for corpus, linked in rows:
        count, share, absent = ceiling(atlas, mentions(shared / "corpora" / corpus / "dev.jsonl", linked=linked))
        print(
            f"{corpus + (', linked' if linked else ''):20} {count:5} names  @161 {share[161.0]:.3f}  @25 {share[25.0]:.3f}"
        )
        if "--misses" in sys.argv:
            for (kind, text), times in absent.most_common():
                print(f"    {times:3} {kind}: {text}")


if __name__ == "__main__":
    main()
