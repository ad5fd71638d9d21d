"""The codebook: categories, subtypes and the words that tell them, read from TOML and checked (``events.md`` 2.3)."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from geoevents.errors import CodebookError
from geoevents.events.sentence.lemmas import noun_forms
from geoevents.events.what.asked import lists_of
from geoevents.events.what.conditions import SPECIAL_CLASSES
from geoevents.events.what.lexicon import Lexicon
from geoevents.events.what.peoples import with_peoples
from geoevents.events.what.trigger_index import Usage, bare_verbs, noun_index, verb_index
from geoevents.values import dataclass, replace

__all__ = ["SPECIAL_CLASSES", "Category", "Codebook", "Conflict", "Subtype", "Trigger"]

NEEDS = frozenset({"army", "war", "state", "states"})
_TRIGGER_KEYS = frozenset(
    {"verbs", "nouns", "object", "subject", "not_object", "not_subject", "object_words", "subject_words", "near", "near_words",
     "not_near_words", "with", "without", "near_place_or_date", "near_military", "subject_only", "needs_doer", "from_a_place", "bare_count",
     "planned", "weight",
     "places", "yes", "no"}
)  # fmt: skip
_SUBTYPE_KEYS = frozenset(
    {"id", "label", "definition", "count_unit", "codes", "roles", "trigger", "remove", "consequence"}
)
_CATEGORY_KEYS = frozenset(
    {"id", "label", "definition", "rank", "subtype", "remove", "inherits_place", "military", "needs"}
)
_TOP_KEYS = frozenset({"schema", "language", "words", "inflections", "conflict", "category"})
_LIST_KEYS = frozenset(
    {"verbs", "nouns", "object_words", "subject_words", "near_words", "not_near_words", "with", "without", "yes", "no"}
)
_SLOTS = frozenset({"subject", "by", "object", "object_adjective", "other_side", "claimant", "from", "of"})
_CLASS_KEYS = ("object", "subject", "not_object", "not_subject", "near")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One usage that tells a subtype; see the head of ``codebook.toml`` for what each field asks."""

    rule: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    object_words: frozenset[str] = frozenset()
    subject_words: frozenset[str] = frozenset()
    near_words: frozenset[str] = frozenset()
    not_near_words: tuple[str, ...] = ()
    with_words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    near_place_or_date: bool = False
    near_military: bool = False
    subject_only: bool = False
    needs_doer: bool = False
    from_a_place: bool = False
    bare_count: bool = False
    planned: bool = False
    weight: float = 1.0
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtype:
    """A kind of event: what it is, the unit of its count, its codes elsewhere, who plays which role.

    ``consequence``: told without a place or time of its own after a strike or fight it is harm of that event, no other one.
    """

    id: str
    label: str
    definition: str
    count_unit: str | None
    codes: Mapping[str, Any]
    roles: Mapping[str, tuple[str, ...]]
    triggers: tuple[Trigger, ...]
    consequence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A category; lower ``rank`` wins between rivals.

    ``needs`` is what an article must be about (see ``subject.py``): an "army", a "war", a "state", several "states"; None takes any.
    """

    id: str
    label: str
    definition: str
    rank: int
    subtypes: tuple[Subtype, ...]
    needs: Literal["army", "war", "state", "states"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Who opposes whom: the names of each side."""

    sides: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Codebook:
    """All categories, with the words they are told by, ready for look-up."""

    categories: tuple[Category, ...]
    words: Mapping[str, frozenset[str]]
    conflicts: tuple[Conflict, ...]
    inflections: Mapping[str, tuple[str, ...]]
    verb_index: Mapping[str, tuple[Usage, ...]] = field(default_factory=dict)
    noun_index: Mapping[str, Mapping[str, tuple[Usage, ...]]] = field(default_factory=dict)
    bare_verbs: frozenset[str] = frozenset()
    lexicon: Lexicon = field(default_factory=lambda: Lexicon({}))

    @classmethod
    def load(cls, extra: str | Path | None = None) -> "Codebook":
        """The default codebook, with the user's file merged in by id.  CodebookError names file, key and remedy."""
        return _load(str(extra) if extra is not None else None)

    def category(self, category: str) -> Category:
        """A category by id.  KeyError if there is none."""
        return next(c for c in self.categories if c.id == category)

    def subtype(self, category: str, subtype: str) -> Subtype:
        """A subtype by the ids of category and subtype."""
        return self._subtypes[category, subtype]

    @cached_property
    def _subtypes(self) -> Mapping[tuple[str, str], Subtype]:
        return {(c.id, s.id): s for c in self.categories for s in c.subtypes}

    def triggers(self) -> Iterator[tuple[Category, Subtype, Trigger]]:
        """Every trigger with what it tells, in file order."""
        for category in self.categories:
            for subtype in category.subtypes:
                for trigger in subtype.triggers:
                    yield category, subtype, trigger


@lru_cache(maxsize=8)
def _load(extra: str | None) -> Codebook:
    raw = tomllib.loads(files("geoevents.events").joinpath("codebook.toml").read_text("utf-8"))
    where = "codebook.toml"
    if extra is not None:
        where = extra
        raw = _merged(raw, _read(Path(extra)), extra)
    raw = with_peoples(raw)
    words = {name: frozenset(_spread(entries)) for name, entries in raw.get("words", {}).items()}
    inflections = {verb: tuple(forms) for verb, forms in raw.get("inflections", {}).items()}
    categories = tuple(_category(entry, words, where) for entry in raw["category"])
    conflicts = tuple(
        Conflict(sides=tuple(tuple(side) for side in entry["sides"])) for entry in raw.get("conflict", ())
    )
    book = Codebook(categories=categories, words=words, conflicts=conflicts, inflections=inflections)
    lexicon = Lexicon({**words, **dict(pair for _, _, trigger in book.triggers() for pair in lists_of(trigger))})
    book = replace(
        book, lexicon=lexicon, verb_index=verb_index(book.triggers(), inflections, lexicon),
        noun_index=noun_index(book.triggers(), lexicon), bare_verbs=bare_verbs(book.triggers(), inflections),
    )  # fmt: skip
    if extra is not None:
        from geoevents.events.examples import check_examples  # it looks sentences up in a codebook

        check_examples(book, extra, known=_load(None))
    return book


def _spread(entries: Sequence[str]) -> Iterator[str]:
    for entry in entries:
        yield from noun_forms(entry)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise CodebookError(f"{path} does not exist: --codebook wants a TOML file of categories") from error
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"{path}: not TOML: {error}") from error


def _merged(base: dict[str, Any], extra: dict[str, Any], where: str) -> dict[str, Any]:
    """The base with the user's file on top: words and inflections joined, categories by id, triggers appended."""
    _known(extra, _TOP_KEYS, where, "the file")
    words = dict(base["words"])
    for name, entries in extra.get("words", {}).items():
        words[name] = [*words.get(name, []), *entries]
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
        "inflections": {**base.get("inflections", {}), **extra.get("inflections", {})},
        "conflict": [*base.get("conflict", []), *extra.get("conflict", [])],
        "category": list(categories.values()),
    }


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


def _known(entry: Mapping[str, Any], keys: frozenset[str], where: str, what: str) -> None:
    unknown = sorted(set(entry) - keys)
    if unknown:
        raise CodebookError(f"{where}: {what}: key {unknown[0]!r} is unknown; one of {', '.join(sorted(keys))}")


def _category(entry: Mapping[str, Any], words: Mapping[str, frozenset[str]], where: str) -> Category:
    what = f"category {entry.get('id')!r}"
    _known(entry, _CATEGORY_KEYS, where, what)
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
    _known(entry, _SUBTYPE_KEYS, where, what)
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
    _known(entry, _TRIGGER_KEYS, where, rule)
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
