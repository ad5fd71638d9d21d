"""The codebook: categories, subtypes and the words that tell them, read from TOML and checked (``events.md`` 2.3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property, lru_cache
from pathlib import Path

from geoevents.events.codebook_checks import category_of
from geoevents.events.codebook_kinds import Category, Conflict, Subtype, Trigger
from geoevents.events.codebook_merge import merged, read_codebook
from geoevents.events.sentence.lemmas import noun_forms
from geoevents.events.verb_families import with_families
from geoevents.events.what.asked import lists_of
from geoevents.events.what.lexicon import Lexicon
from geoevents.events.what.peoples import with_peoples
from geoevents.events.what.trigger_index import Usages, bare_verbs, deed_index, noun_index, verb_index
from geoevents.values import dataclass, replace
from geoevents.words import data_of

__all__ = ["Codebook"]


@dataclass(frozen=True, kw_only=True, repr=False)
class Codebook:
    """All categories, with the words they are told by, ready for look-up."""

    categories: tuple[Category, ...]
    words: Mapping[str, frozenset[str]]
    conflicts: tuple[Conflict, ...]
    inflections: Mapping[str, tuple[str, ...]]
    verb_index: Mapping[str, Usages] = field(default_factory=dict)
    noun_index: Mapping[str, Usages] = field(default_factory=dict)
    deed_index: Mapping[str, Usages] = field(default_factory=dict)
    bare_verbs: frozenset[str] = frozenset()
    lexicon: Lexicon = field(default_factory=lambda: Lexicon({}))

    def __repr__(self) -> str:
        """How many categories and usages there are; their words would fill a book."""
        return f"Codebook({len(self.categories)} categories, {sum(1 for _ in self.triggers())} usages)"

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

    def weight(self, rule: str) -> float:
        """The weight of a usage by the name of its rule; 1 for a rule that no trigger has."""
        return self._weights.get(rule, 1.0)

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        return {trigger.rule: trigger.weight for _, _, trigger in self.triggers()}

    def triggers(self) -> Iterator[tuple[Category, Subtype, Trigger]]:
        """Every trigger with what it tells, in file order."""
        for category in self.categories:
            for subtype in category.subtypes:
                for trigger in subtype.triggers:
                    yield category, subtype, trigger


@lru_cache(maxsize=8)
def _load(extra: str | None) -> Codebook:
    raw = data_of("geoevents.events", "codebook.toml")
    where = "codebook.toml"
    if extra is not None:
        where = extra
        raw = merged(raw, read_codebook(Path(extra)), extra)
    raw = with_peoples(with_families(raw, where))
    words = {name: frozenset(_spread(entries)) for name, entries in raw.get("words", {}).items()}
    inflections = {verb: tuple(forms) for verb, forms in raw.get("inflections", {}).items()}
    categories = tuple(category_of(entry, words, where) for entry in raw["category"])
    conflicts = tuple(
        Conflict(sides=tuple(tuple(side) for side in entry["sides"])) for entry in raw.get("conflict", ())
    )
    book = Codebook(categories=categories, words=words, conflicts=conflicts, inflections=inflections)
    lexicon = Lexicon({**words, **dict(pair for _, _, trigger in book.triggers() for pair in lists_of(trigger))})
    book = replace(
        book, lexicon=lexicon, verb_index=verb_index(book.triggers(), inflections, lexicon),
        noun_index=noun_index(book.triggers(), lexicon), bare_verbs=bare_verbs(book.triggers(), inflections),
        deed_index=deed_index(book.triggers(), raw.get("actions", {}), inflections, lexicon),
    )  # fmt: skip
    if extra is not None:
        from geoevents.events.examples import check_examples  # it looks sentences up in a codebook

        check_examples(book, extra, known=_load(None))
    return book


def _spread(entries: Sequence[str]) -> Iterator[str]:
    for entry in entries:
        yield from noun_forms(entry)
