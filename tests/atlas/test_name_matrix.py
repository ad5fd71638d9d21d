"""A checklist of place names in plain sentences: what each does there, and that it lies where the sentence says."""

import math
from pathlib import Path

import pytest

from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from tests.conftest import article

# "sentence || name=ROLES COUNTRIES LAT,LON,KM KIND; name=..."; "# family" before its sentences; "~name" is the last so called.
LINES = (Path(__file__).parent / "name_matrix.txt").read_text("utf-8").splitlines()
CASES = [line for line in LINES if " || " in line]
ROLES = {
    "L": "literal", "M": "metonym", "m": "modifier", "E": "embedded", "D": "demonym", "R": "reference", "C": "container",
}  # fmt: skip
NEAR_KM = 30.0


def km(a, b):
    (lat, lon), (lat2, lon2) = (map(math.radians, p) for p in (a, b))
    h = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def allowed(letters, mention):
    """The roles that letters allow; an actor's two are one here, and a relation that draws its own spot is a reference."""
    roles = {ROLES[letter] for letter in letters}
    drawn = mention.spot is not None and mention.place is not None and mention.spot.name != mention.place.name
    if roles & {"metonym", "modifier"}:
        roles |= {"metonym", "modifier"}
    if "reference" in roles and (drawn or mention.spot is None):
        roles |= {"literal", "modifier"}
    if "literal" in roles and mention.spot is not None:
        roles |= {"modifier"}  # the place of a facility: "the X airport"
    return roles


def faults(told, text, mentions):
    """What is wrong with one name, in words."""
    name, _, wanted = (part.strip() for part in told.partition("="))
    last, name = name.startswith("~"), name.lstrip("~")
    letters, countries, point, kinds = (wanted.split() + ["*"] * 3)[:4]
    if letters == "X":
        return [m.text for m in mentions if m.start <= text.find(name) < m.end and m.spot is not None]
    found = [m for m in mentions if m.text.lower() == name.lower()]
    found = found or [m for m in mentions if m.start <= text.find(name) < m.end]
    if not found:
        return [f"{name} is missing"]
    mention = found[-1 if last else 0]
    wrong = [] if mention.role in allowed(letters, mention) else [f"{name} is {mention.role}"]
    place = mention.place
    if countries != "*" and place is None:
        return [*wrong, f"{name} has no place"]
    if countries != "*" and (place.country or "-") not in countries.split("/"):
        wrong.append(f"{name} is in {place.country}")
    if point != "*" and place.lonlat is not None:
        lat, lon, *most = map(float, point.split(","))
        if km((lat, lon), place.lonlat.latlon) > (most[0] if most else NEAR_KM):
            wrong.append(f"{name} lies at {place.lonlat}")
    if kinds != "*" and place.kind not in kinds.split("/"):
        wrong.append(f"{name} is a {place.kind}")
    return wrong


@pytest.mark.parametrize("line", CASES)
def test_a_name_is_read_and_placed_as_its_sentence_says(atlas, line):
    text, _, told = line.partition(" || ")
    text = text.replace("\\n", "\n")
    mentions = find_mentions(article(text), atlas, segments=segment(text))
    assert [fault for name in told.split(";") if name.strip() for fault in faults(name, text, mentions)] == []
