"""What the articles in seeds/ yield, as text: ``python -m tests.golden.renew`` writes it anew; read the diff before committing."""

from pathlib import Path

from geoevents.articles.read import read_articles
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.events.event import Event, Findings
from geoevents.events.find import find_events

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "seeds.txt"


def line(e: Event) -> str:
    """One event: kind, status, place with precision, days, number, who says so, flags."""
    where = f"{e.place_name} [{e.geo_precision}]" if e.place_name else "no place"
    days = f"{e.date_start}..{e.date_end} {e.date_precision}"
    who = "; ".join(f"{c.name} {c.stance}" for c in e.claimants) or "-"
    count = f"{e.count if e.count is not None else e.count_low} {e.count_unit} {e.count_kind}" if e.count_kind else "-"
    flags = " ".join(
        n for n, on in (("background", e.is_background), ("sum", e.is_aggregate), ("part", e.counted_in)) if on
    )
    return " | ".join([f"{e.category}/{e.subtype}", e.status, where, days, count, who, flags]).rstrip(" |")


def text_of(findings: list[Findings]) -> str:
    """All articles with their placed names and events."""
    parts = []
    for f in findings:
        names = sorted({f"{m.text} = {m.place.name}, {m.place.country}" for m in f.mentions if m.place and m.spot})
        parts.append("\n".join([f"# {f.article.id} {f.article.published}", *names, "", *map(line, f.events), ""]))
    return "\n".join(parts)


if __name__ == "__main__":
    atlas = Gazetteer.load()
    GOLDEN.write_text(text_of([find_events(a, atlas) for a in read_articles(ROOT / "seeds")]), "utf-8")
