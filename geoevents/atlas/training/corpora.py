"""Annotated articles to train and score on, with what each possible name in them is: a place, or not, or not said."""

import datetime
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from geoevents.articles.article import Article
from geoevents.articles.read import read_articles
from geoevents.articles.tokens import tokenize
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.recognition.recognise import Weighed
from geoevents.atlas.scoring import Candidate
from geoevents.errors import ArticleError

__all__ = [
    "CORPORA",
    "NO_DEMONYMS",
    "Document",
    "Labels",
    "Veil",
    "folds",
    "labels",
    "read_all",
    "read_annotated",
    "read_corpora",
    "read_gold",
    "read_marked",
    "vocabulary",
]

CORPORA = ("LGL", "TR-News", "GeoVirus", "GeoWebNews")
GOLD, OWN = "gold", "own"
NO_DEMONYMS = frozenset({"GeoVirus", GOLD, OWN})  # their annotators left adjectives and peoples out


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article with the places its annotators marked (``start``, ``end`` and, where told, ``role``).

    ``veiled`` marks a second copy that is read as if the atlas did not know many of its names: weights learn from it what
    the words around an unknown name say; it is never scored.
    """

    corpus: str
    article: Article
    mentions: tuple[Mapping[str, Any], ...]
    veiled: bool = False


def read_corpora(folder: Path) -> list[Document]:
    """The documents of ``folder/NAME/dev.jsonl`` for each name of CORPORA.  ArticleError if one is missing."""
    found = []
    for name in CORPORA:
        path = folder / name / "dev.jsonl"
        if not path.exists():
            raise ArticleError(f"{path} is missing: --corpora wants a folder with {', '.join(CORPORA)}")
        found += [_document(name, record) for record in _records(path)]
    return found


def _records(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file; ArticleError names the line that is none."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").rstrip("\n").split("\n"), start=1):
        try:
            found.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise ArticleError(f"{path}:{number}: {error.msg}; one JSON object a line is wanted") from error
    return found


def _document(corpus: str, record: Mapping[str, Any]) -> Document:
    day = record.get("published")
    article = Article(
        id=record["id"],
        text=record["text"],
        title=record.get("title"),
        publisher=record.get("source"),
        published=datetime.date.fromisoformat(day) if day else None,
    )
    return Document(corpus=corpus, article=article, mentions=tuple(record["mentions"]))


def read_gold(folder: Path, *, corpus: str = GOLD) -> list[Document]:
    """The annotated articles of a gold folder: ``NNN.txt`` beside ``gold.jsonl``."""
    records = {r["id"]: r for r in _records(folder / "gold.jsonl")}
    articles = read_articles(sorted(str(p) for p in folder.glob("*.txt")))
    return [
        Document(corpus=corpus, article=a, mentions=tuple(records[a.id]["mentions"]))
        for a in articles
        if a.id in records
    ]


def read_all(corpora: Path, *, gold: Sequence[Path] = (), marked: Path | None = None) -> list[Document]:
    """The documents of the corpora, of folders of gold articles and of a file of marked texts, in that order."""
    documents = read_corpora(corpora) + [d for folder in gold for d in read_gold(folder)]
    return documents + (read_marked(marked) if marked is not None else [])


def read_annotated(path: Path) -> list[Document]:
    """The annotated articles of a JSON Lines file with texts, or of a folder with ``NNN.txt`` and ``gold.jsonl``.

    ArticleError names a path that is neither, a line that is no JSON, and a record without text.
    """
    if path.is_dir() and (path / "gold.jsonl").exists():
        return read_gold(path)
    if not path.is_file():
        raise ArticleError(f"{path} is no JSON Lines file, and no folder with gold.jsonl and its articles")
    records = _records(path)
    for number, record in enumerate(records, start=1):
        if not {"id", "text", "mentions"} <= set(record):
            raise ArticleError(
                f"{path}:{number}: 'id', 'text' and 'mentions' are wanted; a gold.jsonl goes by its folder"
            )
    return [_document(path.parent.name, record) for record in records]


_MARK = re.compile(r"\[\[(?:(?P<role>\w+)\|)?(?P<name>[^\]|]+)\]\]")


def read_marked(path: Path, *, corpus: str = OWN) -> list[Document]:
    """The texts of a file of paragraphs in which places are marked: ``[[name]]``, ``[[metonym|name]]``.

    A blank line ends a text; lines that begin with # are comment.
    """
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    texts = [t.strip() for t in "\n".join(lines).split("\n\n") if t.strip()]
    return [_marked(f"{corpus}-{number}", text, corpus) for number, text in enumerate(texts, start=1)]


def _marked(name: str, text: str, corpus: str) -> Document:
    plain, mentions, at = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        start, at = len(plain), mark.end()
        plain += mark["name"]
        mentions.append({"start": start, "end": len(plain), "text": mark["name"], "role": mark["role"] or "literal"})
    return Document(corpus=corpus, article=Article(id=name, text=plain + text[at:]), mentions=tuple(mentions))


@dataclass(frozen=True, slots=True)
class Labels:
    """For each possible name of a document: whether it is a place, how much that counts, and the gold mention it is."""

    place: npt.NDArray[np.int8]
    weight: npt.NDArray[np.float64]
    mention: npt.NDArray[np.int32]


_ENOUGH = 0.4  # overlap from which a possible name stands for a gold span that is written differently
_OF_THE_ATLAS = 0.35  # "Madison" of "Madison Twp." rather than the whole: the atlas can place it


def labels(document: Document, weighed: Weighed) -> Labels:
    """What the annotators say of each possible name.  One name at most stands for each gold mention."""
    spans = [
        (line.sentence.starts[n.first], line.sentence.ends[n.last - 1], n.source)
        for line, names in zip(weighed.lines, weighed.found, strict=True)
        for n in names
    ]
    place = np.zeros(len(spans), dtype=np.int8)
    mention = np.full(len(spans), -1, dtype=np.int32)
    for number, gold in enumerate(document.mentions):
        fits = [
            (_fit(span, gold), -k) for k, span in enumerate(spans) if span[0] < gold["end"] and gold["start"] < span[1]
        ]
        best = max(fits, default=(0.0, 0))
        if best[0] >= _ENOUGH:
            place[-best[1]], mention[-best[1]] = 1, number
    silent = document.corpus in NO_DEMONYMS
    weight = [_weight(document, n[2], silent=silent and not place[k]) for k, n in enumerate(spans)]
    return Labels(place, np.array(weight), mention)


def _weight(document: Document, source: str, *, silent: bool) -> float:
    """How much a possible name counts: nothing where the annotators do not say, less in a veiled copy."""
    if source == "demonym" and silent:
        return 0.0
    own = WARS if document.corpus in {GOLD, OWN} else 1.0
    if document.veiled:
        return VEILED * own if source == "cue" else 0.0
    return own


# War articles count more than once: of 1, 2 and 4 all but the last raised F1 on our other war articles (.958 to .966) and took no
# more than .001 of average precision from any corpus.
WARS = 1.5
# An unknown name in a veiled copy: of 0, .2, .4 and .8 between the two that raised recall of unknown villages without cost.
VEILED = 0.3


def _fit(span: tuple[int, int, str], gold: Mapping[str, Any]) -> float:
    """How well a span stands for a gold mention: shared over covered, with more for names that the atlas knows."""
    shared = min(span[1], gold["end"]) - max(span[0], gold["start"])
    fit = shared / (max(span[1], gold["end"]) - min(span[0], gold["start"]))
    return fit + (_OF_THE_ATLAS if span[2] == "atlas" and span[0] == gold["start"] else 0.0) if fit < 1 else 2.0


class Veil:
    """The atlas with a part of its names hidden: about half of those below countries and their first-level areas."""

    def __init__(self, atlas: Gazetteer) -> None:
        """Which names are hidden depends on the name alone."""
        self._atlas = atlas

    def has_key(self, key: str) -> bool:
        """True if a name is known and not hidden."""
        return self._atlas.has_key(key) and not self._hidden(key)

    def has_prefix(self, key: str) -> bool:
        """As the atlas."""
        return self._atlas.has_prefix(key)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """As the atlas."""
        return self._atlas.candidates(name)

    def _hidden(self, key: str) -> bool:
        best = self._atlas.candidates(key)[:1]
        large = bool(best) and best[0].place.kind in {"country", "admin1"}
        return not large and hashlib.sha1(key.encode(), usedforsecurity=False).digest()[0] % 2 == 0


_OFTEN, _WIDELY = 5, 2  # articles of a corpus, and corpora, from which a word is general (places.md 3.3)
LARGE = 50_000  # inhabitants from which a place's name is no word of the vocabulary


def vocabulary(documents: Sequence[Document], atlas: Gazetteer) -> list[str]:
    """Words written small in several articles of several corpora, less the names of larger places; sorted."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for d in documents:
        for word in {t.text for t in tokenize(d.article.text) if t.text.islower() and t.text.isalpha()}:
            seen[word][d.corpus] += 1
    general = [w for w, n in seen.items() if sum(count >= _OFTEN for count in n.values()) >= _WIDELY]
    return sorted(w for w in general if not any((c.place.population or 0) > LARGE for c in atlas.candidates(w)))


_SHINGLE, _SAME = 8, 0.3  # words a piece, and share of pieces from which two articles are versions of one


def folds(documents: Sequence[Document], *, seed: int, count: int = 5) -> list[int]:
    """The fold of each document: by the hash of its id, versions of one story together."""
    lead = _versions(documents)
    return [
        int(
            hashlib.sha1(
                f"{seed}:{documents[lead[k]].corpus}:{documents[lead[k]].article.id}".encode(), usedforsecurity=False
            ).hexdigest(),
            16,
        )
        % count
        for k in range(len(documents))
    ]


def _versions(documents: Sequence[Document]) -> list[int]:
    """For each document the first one that tells the same text for a good part."""
    holders: dict[tuple[str, ...], int] = {}
    lead = []
    for k, d in enumerate(documents):
        words = d.article.text.lower().split()
        pieces = {tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
        known = Counter(holders[p] for p in pieces if p in holders)
        same = known.most_common(1)
        lead.append(same[0][0] if same and same[0][1] >= _SAME * len(pieces) else k)
        for piece in pieces:
            holders.setdefault(piece, lead[-1])
    return lead
