"""Any number of events of no real war: for times, sizes and pictures of a full page."""

import random
from typing import Any

from tests.conftest import event_row

_CATEGORIES = (
    "air_defence",
    "strike",
    "naval",
    "control_change",
    "ground_combat",
    "diplomacy",
    "legal",
    "humanitarian",
)
_STATUSES = ("claimed", "claimed", "reported", "reported", "reported", "confirmed", "disputed", "denied", "planned")
_CLAIMANTS = tuple(
    f"{side} {office}" for side in ("northern", "southern") for office in ("staff", "ministry", "governor")
)


def synthetic_rows(number: int, *, places: int = 900, seed: int = 1) -> list[dict[str, Any]]:
    """Rows of the events table over two years and many towns; the same number and seed give the same rows."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    towns = [(f"Town {k}", chance.gauss(48.3, 1.6), chance.gauss(36.5, 3.2)) for k in range(places)]
    return [_row(k, chance, towns) for k in range(number)]


def _row(k: int, chance: random.Random, towns: list[tuple[str, float, float]]) -> dict[str, Any]:
    town, lat, lon = towns[min(int(chance.expovariate(1 / 220)), len(towns) - 1)]
    day = f"{2023 + chance.randrange(2)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    category, who, drones = chance.choice(_CATEGORIES), chance.choice(_CLAIMANTS), chance.randrange(1, 40)
    return event_row(
        event_id=f"ev-{k:012x}", category=category, subtype=category, status=chance.choice(_STATUSES), title=f"Event: {town}",
        date_start=day, date_end=day, start_time=f"{day}T00:00:00Z", end_time=f"{day}T23:59:00Z", place_name=town, place_text=town,
        country="UA", latitude=round(lat, 5), longitude=round(lon, 5), count=drones, count_unit="drones", count_kind="exact",
        confidence=round(chance.uniform(0.3, 1.0), 2), sentence=f"{drones} drones were seen over {town}, the {who} said.",
        claimants=[{"name": who, "stance": "asserts", "country": "RUS"}], is_background=chance.random() < 0.05,
    )  # fmt: skip
