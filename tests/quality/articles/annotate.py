"""Builds `NNN.txt` and `gold.jsonl` from `source.ann`; the README beside it tells the notation.

    python -m tests.quality.articles.annotate tests/quality/articles/open

Offsets, sentences and the places named in a sentence are computed here, so they cannot be mistyped;
what a person can mistype (a name not in places.txt, an event at a place never named, a date) is an error.
"""

import datetime
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROLES = {"L": "literal", "M": "metonym", "D": "modifier", "E": "embedded"}
ACTORS = {"i": "initiator", "t": "target", "s": "speaker", "o": "other"}
STATUSES = {"claimed", "reported", "denied", "contested", "planned", "background"}
# Category of the dev gold -> category of this program; `other` says its own: other(protest).
TOPICS = {
    "drone_interception": "air_defence",
    "front_line_change": "control_change",
    "ground_clash": "ground_combat",
    "drone_attack": "strike",
    "air_strike": "strike",
    "shelling": "strike",
    "prisoner_exchange": "detention",
    "diplomacy": "diplomacy",
    "naval": "naval",
    "legal": "legal",
    "sanctions": "sanctions",
    "other": "other",
}
HEAD = re.compile(r"== (\d+) (war|other|digest|distractor) (\d{4}-\d\d-\d\d)\nTitle: (.+)\nSource: (.+)\n")
MARK = re.compile(r"\{([^{}|]+)(?:\|([LMDEH]?))?(?:\|([^{}|]*))?(?:\|([^{}|]*))?\}")
KIND = re.compile(r"(\w+)(?:\((\w+)\))?/(.+)")


def load_places(folder=HERE):
    """{key: place} of places.txt; those of the folder win.  A key may end in a bracket that tells it from its namesake."""
    own = folder / "places.txt"
    places = read_places(HERE / "places.txt")
    return places | read_places(own) if own.exists() else places


def read_places(path):
    """{key: place} of one file."""
    places = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, lat, lon, feature, country = (part.strip() for part in line.split("|"))
            assert key not in places, f"{path} has {key} twice"
            name = re.sub(r" \(.*", "", key)
            spot = {"lat": float(lat), "lon": float(lon), "feature": feature, "country": country or None}
            places[key] = {"name": name, **spot}
    return places


def articles(text):
    """(header match, body lines) of every article of a source."""
    heads = list(HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [(head, text[head.end() : end].strip("\n").split("\n")) for head, end in zip(heads, ends, strict=True)]


def read_sentence(line, start, places, record):
    """Adds a marked sentence that begins at offset `start` to the record; returns its plain text."""
    plain, last = "", 0
    for mark in MARK.finditer(line):
        plain += line[last : mark.start()]
        surface, role, extra, relation = mark.groups()
        span = {"start": start + len(plain), "end": start + len(plain) + len(surface), "text": surface}
        if role == "H":
            record["homonyms"].append({**span, "why": extra})
        else:
            place = places[extra or surface]
            record["mentions"].append({**span, "role": ROLES[role or "L"], **place, "relation": relation or None})
        plain, last = plain + surface, mark.end()
    plain += line[last:]
    assert not set(plain) & set("{}|"), f"unread mark: {line}"
    record["sentences"].append([start, start + len(plain)])
    return plain


def read_body(lines, places, record):
    """Body text; fills mentions, homonyms, sentences, headings and events of the record."""
    body, fresh = "", True
    for line in filter(None, (line if line else "\n" for line in lines)):
        if line == "\n":
            fresh = True
        elif line.startswith("> "):
            record["events"].append(read_event(line[2:], record))
        else:
            heading = line.startswith("# ")
            body += "" if not body else "\n\n" if fresh or heading else " "
            if heading:
                record["headings"].append(len(record["sentences"]))
            body += read_sentence(line.removeprefix("# "), len(body), places, record)
            fresh = heading
    return body


def read_event(line, record):
    """One event line: category/subtype; status; date; places; actors; count; claimant."""
    kind, status, date, where, actors, count, claimant = (part.strip() for part in line.split(";"))
    category, topic, subtype = KIND.fullmatch(kind).groups()
    assert status in STATUSES, line
    assert category in TOPICS, line
    assert (category == "other") == bool(topic), f"other, and only other, says its topic: {line}"
    start, end = read_date(date, record["date"])
    number, _, unit = count.partition(" ")
    names = [] if where == "-" else [name.strip() for name in where.split(",")]
    first, last = record["sentences"][-1]
    inside = {m["name"] for m in record["mentions"] if first <= m["start"] < last}
    return {
        "category": category,
        "topic": topic or TOPICS[category],
        "subtype": subtype,
        "date_start": start,
        "date_end": end,
        "places": names,
        "actors": read_actors(actors),
        "count": None if count == "-" else int(number),
        "count_of": unit or None,
        "claimed_by": None if claimant == "-" else claimant,
        "status": status,
        "sentence": len(record["sentences"]) - 1,
        "places_in_sentence": [name for name in names if name in inside],
    }


def read_actors(text):
    """Actors: `i Israel, t Hamas, s a speaker, o another`."""
    pairs = [] if text == "-" else [actor.strip().split(" ", 1) for actor in text.split(",")]
    return [{"name": name, "role": ACTORS[letter]} for letter, name in pairs]


def read_date(text, article):
    """Dates: = the article's day, ~ its night, - none, else a year, month or day (MM-DD: that year; MM: its latest month), or a..b."""
    day = datetime.date.fromisoformat(article)
    if text == "-":
        return None, None
    if text == "~":
        return str(day - datetime.timedelta(days=1)), article
    first, _, last = text.partition("..")
    start, end = period(first, day)[0], period(last or first, day)[1]
    assert start <= end, f"dates in the wrong order: {text}"
    return str(start), str(end)


def period(text, day):
    """First and last day of a year, month or day; a month alone is the latest one."""
    if text == "=":
        return day, day
    if re.fullmatch(r"\d\d-\d\d", text):
        text = f"{day.year}-{text}"
    if re.fullmatch(r"\d\d", text):
        text = f"{day.year - (int(text) > day.month)}-{text}"
    parts = [int(part) for part in text.split("-")]
    start = datetime.date(*parts, *[1] * (3 - len(parts)))
    if len(parts) == 3:
        return start, start
    after = (
        datetime.date(start.year + 1, 1, 1)
        if len(parts) == 1 or start.month == 12
        else start.replace(month=start.month + 1)
    )
    return start, after - datetime.timedelta(days=1)


def check(record, body, keys):
    """Fails where spans, places or names of a finished record do not hold together."""
    for m in record["mentions"] + record["homonyms"]:
        assert body[m["start"] : m["end"]] == m["text"], m
    points = {}
    for m in record["mentions"]:
        assert points.setdefault(m["name"], m["lat"]) == m["lat"], f"two places called {m['name']} in {record['id']}"
    for e in record["events"]:
        unnamed = set(e["places"]) - set(points)
        assert not unnamed, f"article {record['id']}: no mention of {unnamed}; places: {sorted(keys)[:3]}..."
        assert e["sentence"] not in record["headings"], f"article {record['id']}: an event in a heading"
    assert record["events"] or record["kind"] == "distractor", f"article {record['id']} has no events"


def build(folder):
    """{file name: content} of the source in a folder."""
    places, files, gold = load_places(folder), {}, []
    for head, lines in articles((folder / "source.ann").read_text(encoding="utf-8")):
        number, kind, date, title, source = head.groups()
        record = {
            "id": number,
            "kind": kind,
            "title": title,
            "date": date,
            "mentions": [],
            "events": [],
            "homonyms": [],
            "sentences": [],
            "headings": [],
        }
        body = read_body(lines, places, record)
        check(record, body, places)
        files[f"{number}.txt"] = f"Title: {title}\nDate: {date}\nSource: {source}\n\n{body}\n"
        gold.append(json.dumps(record, ensure_ascii=False))
    files["gold.jsonl"] = "\n".join(gold) + "\n"
    return files


def main(folder, out=None):
    """Writes the files of a folder anew, there or into another one."""
    out = out or folder
    out.mkdir(parents=True, exist_ok=True)
    for name, content in build(folder).items():
        (out / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
