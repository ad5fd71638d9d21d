"""Where an outlet is at home: from a table of outlets, from places in its own name, from the country in its address."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.names import fold
from geoevents.atlas.place import SETTLEMENTS
from geoevents.atlas.scoring import Candidate

__all__ = ["Outlet", "outlet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """``home``: the place it is published for, if a table knows it; ``names``: places named in its own name or address;
    ``country``: code of the country in its internet address ("co.uk": GB), None for addresses that any country has."""

    home: Candidate | None
    names: tuple[str, ...]
    country: str | None


_LINES = files("geoevents.atlas.resolution").joinpath("outlets.csv").read_text("utf-8").splitlines()
_HOMES = {row["outlet"]: row for row in csv.DictReader(line for line in _LINES if not line.startswith("#"))}
_WORDS = frozenset(
    word
    for line in files("geoevents.atlas.resolution").joinpath("outlet_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
# Second-level labels under which a country's outlets register, and country endings that the whole world uses.
_SECOND = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne", "info"})
_WORLDWIDE = frozenset({"tv", "me", "io", "co", "ai", "fm", "cc", "ws", "to", "ly", "eu", "su", "nu", "news"})
_SHORTEST = 4  # letters of a place name that is looked for inside an address


@lru_cache(maxsize=2048)
def outlet(publisher: str, atlas: Gazetteer) -> Outlet | None:
    """What a publisher's name ("Columbus Telegram") or address ("columbustelegram.com") says of its home; None if nothing."""
    host = re.sub(r"^(?:https?://)?", "", publisher.strip().lower()).split("/")[0]
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host):
        return _by_address(host.removeprefix("www."), atlas)
    names = _names_in(fold(publisher).split(), atlas)
    return Outlet(home=None, names=names, country=None) if names else None


def _by_address(host: str, atlas: Gazetteer) -> Outlet | None:
    labels = host.split(".")
    ending = labels[-1]
    country = ("GB" if ending == "uk" else ending.upper()) if len(ending) == 2 and ending not in _WORLDWIDE else None
    labels = labels[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    row = next((_HOMES[k] for k in (host, host.split(".", 1)[1]) if k in _HOMES), None)
    home = _home(row, atlas) if row and row["place"] else None
    country = row["country"] if row else country
    names = tuple(dict.fromkeys(n for label in reversed(labels) for n in _split(label, atlas)))
    return Outlet(home=home, names=names, country=country) if home or names or country else None


def _home(row: dict[str, str], atlas: Gazetteer) -> Candidate | None:
    """The settlement that a row of the table means, the largest of its name in its area; None if the atlas has none."""
    for c in atlas.candidates(row["place"]):
        area = {c.place.admin1, c.place.admin1_id}
        if (
            c.place.kind in SETTLEMENTS
            and c.place.country == row["country"]
            and (not row["admin1"] or row["admin1"] in area)
        ):
            return c
    return None


def _names_in(words: list[str], atlas: Gazetteer) -> tuple[str, ...]:
    """Places among the words of a name: the longest at each place, less the words of the trade."""
    found, i = [], 0
    while i < len(words):
        for last in range(len(words), i, -1):
            name = " ".join(words[i:last])
            if not set(words[i:last]) & _WORDS and len(name) >= _SHORTEST and atlas.has_key(name):
                found.append(name)
                break
        else:
            last = i + 1
        i = last
    return tuple(found)


def _split(label: str, atlas: Gazetteer) -> tuple[str, ...]:
    """Places in an address label whose rest is made of words of the trade: "the|columbus|telegram"."""
    if "-" in label:
        return _names_in([w for w in label.split("-") if w], atlas)
    best = _cuts(label, atlas)
    return tuple(n for n in best if n not in _WORDS) if best else ()


def _cuts(label: str, atlas: Gazetteer) -> tuple[str, ...] | None:
    """A label as words of the trade and place names, with as few pieces as possible; None if it cannot be cut so."""
    reached: list[tuple[str, ...] | None] = [(), *[None] * len(label)]
    for end in range(1, len(label) + 1):
        for start in range(max(0, end - 24), end):
            before = reached[start]
            piece = _piece(label[start:end], atlas) if before is not None else None
            if before is not None and piece is not None:
                cut = (*before, piece)
                now = reached[end]
                if now is None or len(cut) < len(now):
                    reached[end] = cut
    return reached[len(label)]


def _piece(piece: str, atlas: Gazetteer) -> str | None:
    """The piece as a word of the trade or a place name, which may have lost one space; None if it is neither."""
    if piece in _WORDS:
        return piece
    if len(piece) < _SHORTEST:
        return None
    spaced = (f"{piece[:k]} {piece[k:]}" for k in range(3, len(piece) - 2))
    return next((name for name in (piece, *spaced) if atlas.has_key(name)), None)
