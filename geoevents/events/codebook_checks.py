"""Categories, subtypes and triggers out of the entries of a TOML file, each checked: an error names file, key and remedy."""

from collections.abc import Mapping
from typing import Any

from geoevents.errors import CodebookError
from geoevents.events.codebook_kinds import Category, Subtype, Trigger
from geoevents.events.sentence.lemmas import noun_forms
from geoevents.events.what.conditions import SPECIAL_CLASSES

__all__ = ["category_of", "check_keys"]

NEEDS = frozenset({"army", "war", "state", "states", "public"})
_TRIGGER_KEYS = frozenset(
    {"verbs", "nouns", "object", "subject", "not_object", "not_subject", "object_words", "subject_words", "near", "near_words", "in_view",
     "not_near_words", "with", "without", "near_place_or_date", "near_military", "subject_only", "needs_doer", "from_a_place", "bare_count",
     "planned", "negated", "weight",
     "places", "yes", "no"}
)  # fmt: skip
_SUBTYPE_KEYS = frozenset(
    {"id", "label", "definition", "count_unit", "codes", "roles", "trigger", "remove", "consequence"}
)
_CATEGORY_KEYS = frozenset(
    {"id", "label", "definition", "rank", "subtype", "remove", "inherits_place", "military", "needs"}
)
_LIST_KEYS = frozenset(
    {
        "verbs",
        "nouns",
        "object_words",
        "subject_words",
        "near_words",
        "not_near_words",
        "in_view",
        "with",
        "without",
        "yes",
        "no",
    }
)
_SLOTS = frozenset({"subject", "by", "object", "object_adjective", "other_side", "claimant", "from", "of"})
_CLASS_KEYS = ("object", "subject", "not_object", "not_subject", "near")


def check_keys(entry: Mapping[str, Any], keys: frozenset[str], where: str, what: str) -> None:
    unknown = sorted(set(entry) - keys)
    if unknown:
        raise CodebookError(f"{where}: {what}: key {unknown[0]!r} is unknown; one of {', '.join(sorted(keys))}")


def category_of(entry: Mapping[str, Any], words: Mapping[str, frozenset[str]], where: str) -> Category:
    what = f"category {entry.get('id')!r}"
    check_keys(entry, _CATEGORY_KEYS, where, what)
    for key in ("id", "label", "definition", "subtype"):
        if not entry.get(key):
            raise CodebookError(f"{where}: {what}: {key!r} is missing")
    if entry.get("needs", "war") not in NEEDS:
        raise CodebookError(f"{where}: {what}: needs={entry['needs']!r} is none of {', '.join(sorted(NEEDS))}")
    return Category(
        id=entry["id"], label=entry["label"], definition=entry["definition"], rank=int(entry.get("rank", 80)),
        subtypes=tuple(_subtype(s, entry["id"], words, where) for s in entry["subtype"]), needs=entry.get("needs"),
    )  # fmt: skip


def _subtype(entry: Mapping[str, Any], category: str, words: Mapping[str, frozenset[str]], where: str) -> Subtype:
    what = f"{category}/{entry.get('id')}"
    check_keys(entry, _SUBTYPE_KEYS, where, what)
    if not entry.get("id") or not entry.get("trigger"):
        raise CodebookError(f"{where}: {what}: a subtype needs an 'id' and at least one [[category.subtype.trigger]]")
    for role, slots in entry.get("roles", {}).items():
        wrong = sorted(set(slots) - _SLOTS)
        if wrong:
            raise CodebookError(
                f"{where}: {what}: role {role!r}: slot {wrong[0]!r} is none of {', '.join(sorted(_SLOTS))}"
            )
    triggers = tuple(_trigger(t, f"{what}#{n}", words, where) for n, t in enumerate(entry["trigger"], start=1))
    return Subtype(
        id=entry["id"], label=entry.get("label") or entry["id"].replace("_", " ").capitalize(),
        definition=entry.get("definition", ""), count_unit=entry.get("count_unit"), codes=entry.get("codes", {}),
        roles={role: tuple(slots) for role, slots in entry.get("roles", {}).items()}, triggers=triggers,
        consequence=bool(entry.get("consequence")),
    )  # fmt: skip


def _trigger(entry: Mapping[str, Any], rule: str, words: Mapping[str, frozenset[str]], where: str) -> Trigger:
    check_keys(entry, _TRIGGER_KEYS, where, rule)
    for key in sorted(_LIST_KEYS & set(entry)):
        if not isinstance(entry[key], list) or not all(isinstance(w, str) and w.strip() for w in entry[key]):
            raise CodebookError(f'{where}: {rule}: {key}={entry[key]!r} is no list of words; write {key} = ["..."]')
    if not entry.get("verbs") and not entry.get("nouns"):
        raise CodebookError(f"{where}: {rule}: a trigger needs 'verbs' or 'nouns'")
    if not entry.get("yes") or not entry.get("no"):
        raise CodebookError(f"{where}: {rule}: a trigger needs at least one 'yes' and one 'no' example")
    classes = {key: _classes(entry.get(key, ""), key, rule, words, where) for key in _CLASS_KEYS}
    return Trigger(
        rule=rule,
        verbs=tuple(entry.get("verbs", ())),
        nouns=tuple(entry.get("nouns", ())),
        **classes,
        object_words=frozenset(f for w in entry.get("object_words", ()) for f in noun_forms(w)),
        subject_words=frozenset(f for w in entry.get("subject_words", ()) for f in noun_forms(w)),
        near_words=frozenset(f for w in entry.get("near_words", ()) for f in noun_forms(w)),
        in_view=frozenset(f for w in entry.get("in_view", ()) for f in noun_forms(w)),
        not_near_words=tuple(entry.get("not_near_words", ())),
        with_words=tuple(entry.get("with", ())),
        without_words=tuple(entry.get("without", ())),
        near_place_or_date=bool(entry.get("near_place_or_date")),
        near_military=bool(entry.get("near_military")),
        subject_only=bool(entry.get("subject_only")),
        needs_doer=bool(entry.get("needs_doer")),
        from_a_place=bool(entry.get("from_a_place")),
        bare_count=bool(entry.get("bare_count")),
        planned=bool(entry.get("planned")),
        negated=bool(entry.get("negated")),
        weight=float(entry.get("weight", 1.0)),
        yes=tuple(entry["yes"]),
        no=tuple(entry["no"]),
    )


def _classes(text: str, key: str, rule: str, words: Mapping[str, frozenset[str]], where: str) -> tuple[str, ...]:
    names = tuple(part.strip("{} ") for part in text.split("|") if part.strip("{} "))
    for name in names:
        if name not in words and name not in SPECIAL_CLASSES:
            raise CodebookError(f"{where}: {rule}: {key}={text!r} names no word class; add [words] {name} = [...]")
    return names
