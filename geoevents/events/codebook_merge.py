"""The default codebook with a user's file on top: words joined, categories and subtypes merged by id, triggers added."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geoevents.errors import CodebookError
from geoevents.events.codebook_checks import check_keys

__all__ = ["merged", "read_codebook"]

_TOP_KEYS = frozenset({"schema", "language", "words", "verbs", "actions", "inflections", "conflict", "category"})


def read_codebook(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise CodebookError(f"{path} does not exist: --codebook wants a TOML file of categories") from error
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"{path}: not TOML: {error}") from error


def merged(base: dict[str, Any], extra: dict[str, Any], where: str) -> dict[str, Any]:
    """The base with the user's file on top: words and inflections joined, categories by id, triggers appended."""
    check_keys(extra, _TOP_KEYS, where, "the file")
    words = _lists_joined(base["words"], extra.get("words", {}))
    verbs = _lists_joined(base.get("verbs", {}), extra.get("verbs", {}))
    categories = {c["id"]: dict(c) for c in base["category"]}
    for number, entry in enumerate(extra.get("category", ()), start=1):
        if "id" not in entry:
            raise CodebookError(f"{where}: category number {number} has no id")
        if entry.get("remove"):
            categories.pop(entry["id"], None)
        elif entry["id"] in categories:
            categories[entry["id"]] = _joined(categories[entry["id"]], entry)
        else:
            categories[entry["id"]] = entry
    return {
        **base,
        "words": words,
        "verbs": verbs,
        "actions": _lists_joined(base.get("actions", {}), extra.get("actions", {})),
        "inflections": {**base.get("inflections", {}), **extra.get("inflections", {})},
        "conflict": [*base.get("conflict", []), *extra.get("conflict", [])],
        "category": list(categories.values()),
    }


def _lists_joined(mine: Mapping[str, list[str]], theirs: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: [*mine.get(name, []), *theirs.get(name, [])] for name in {**mine, **theirs}}


def _joined(mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    subtypes = {s["id"]: dict(s) for s in mine.get("subtype", ())}
    for entry in theirs.get("subtype", ()):
        if entry.get("remove"):
            subtypes.pop(entry.get("id"), None)
        elif entry.get("id") in subtypes:
            known = subtypes[entry["id"]]
            subtypes[entry["id"]] = {
                **known,
                **entry,
                "trigger": [*known.get("trigger", []), *entry.get("trigger", [])],
            }
        else:
            subtypes[str(entry.get("id"))] = entry
    return {**mine, **{k: v for k, v in theirs.items() if k != "subtype"}, "subtype": list(subtypes.values())}
