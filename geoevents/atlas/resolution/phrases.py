"""The phrases around names: class words, coordinated lists, containers - and which names share them (``places.md`` 5.5)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from geoevents.articles.number_words import spelled
from geoevents.articles.tokens import lowered
from geoevents.atlas.recognition.cues import NameSpan, Sentence
from geoevents.atlas.recognition.words import HEAD_OF, HEADS, WORDS
from geoevents.atlas.resolution.offices import ruled_as
from geoevents.atlas.resolution.quarters import of_another
from geoevents.values import dataclass, maker

__all__ = ["Phrase", "phrases"]

_GLOSS = r"(?:\s*\([^)]{1,30}\))?"
_HEADS = "|".join(sorted(HEAD_OF, key=len, reverse=True))
_CLASS = "|".join(sorted(WORDS["class_before"], key=len, reverse=True))
# What may stand between two members of one list: "A (west) and B", "A, in the B region", "A region as well as those of B".
_JOIN = re.compile(
    rf"{_GLOSS}(?:\s+(?:{_HEADS}))?{_GLOSS}\s*(?:,\s*(?:and|or|as\s+well\s+as)?|and|or|as\s+well\s+as|/|&)\s*"
    rf"(?:(?:\d+|{spelled(1, 10)}|another|[a-z]+teen)\s+)?"
    rf"(?:in|over|above|near|at|on|of|those\s+of|that\s+of)?\s*(?:the\s+)?(?:nearby\s+)?(?:(?:{_CLASS})\s+of\s+)?(?:the\s+)?"
)
# "took A and most of B"
_JOIN_PART = re.compile(
    rf"{_GLOSS}(?:\s+(?:{_HEADS}))?{_GLOSS}\s*,?\s*and\s+(?:\d+\s+(?:over|above)\s+)?"
    r"(?:the\s+)?(?:parts?|most|much|half|all|whole|rest)\s+of\s+(?:the\s+)?"
)
_HEAD_AFTER = re.compile(rf"{_GLOSS}\s+(?:administrative\s+|border\s+|autonomous\s+)?(?P<head>{_HEADS}|area)\b")
_HEAD_BEFORE = re.compile(rf"\b(?P<head>{_HEADS})(?:\s+of|\s+called|\s+named|,)?\s+(?:the\s+)?$")
# "A and B districts of the C region", "the village of A in the C region", "A, in C": C holds what is before.
_HOLDS = re.compile(
    rf"{_GLOSS}(?:\s+(?:{_HEADS}|area|sector|administrative\s+post))?{_GLOSS}\s*(?:,\s*(?:in|of)?|\(|of|in)\s*(?:the\s+)?"
    r"(?:(?:\w+[- ]){0,3}?(?:(?:north|south)[- ]?(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|central|border|occupied|nearby"
    r"|neighbouring)\s+)?"
    r"(?:countryside\s+of\s+)?(?:the\s+)?"
)
# "the A region town of B": A holds B.
_TOWNS = "|".join(sorted(HEADS["settlement"], key=len, reverse=True))
_TOWN_OF = re.compile(rf"(?:\s+(?:{_HEADS}))?(?:['’]s)?\s+(?:[a-z]+[- ]){{0,2}}?(?:{_TOWNS})\s+of\s+")
_APPOSED = re.compile(rf"{_GLOSS}\s*,\s*(?:a|an|the|one of)\s+[^,.;:()]{{1,60}}?\s+(?:in|of)\s+(?:the\s+)?(?:\w+\s+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What belongs to one name: its class word (``head`` as written, ``head_class`` its group), list, container, article."""

    head: str | None = None
    head_class: str | None = None
    plural: bool = False
    group: int | None = None
    container: int | None = None
    possessor: int | None = None
    article: bool = False


_phrase = maker(Phrase)


def phrases(text: str, sentences: Sequence[Sentence], spans: Sequence[NameSpan]) -> list[Phrase]:
    """One phrase a span, in order: heads handed on inside lists, containers found by their wording."""
    low = lowered(text)
    gaps = [low[a.end : b.start] if a.sentence == b.sentence else None for a, b in pairwise(spans)]
    heads = [_head(low, sentences[s.sentence], s) for s in spans]
    groups = _groups(gaps, spans)
    heads = _announced(low, sentences, spans, groups, heads)
    heads = _counted(gaps, groups, _handed_on(gaps, groups, heads))
    return [
        _phrase(
            head=head,
            head_class=HEAD_OF.get(head) if head else None,
            plural=head is not None and head.endswith("s"),
            group=groups[i],
            container=_container(gaps, spans, groups, i, heads),
            possessor=_possessor(text, spans, i),
            article=_has_article(low, sentences[spans[i].sentence], spans[i]),
        )
        for i, (head, _) in enumerate(heads)
    ]


def _head(text: str, sentence: Sentence, span: NameSpan) -> tuple[str | None, bool]:
    """(class word of a name, whether it follows it)."""
    if span.source != "demonym" and sentence.words[span.last] in _BEGINS_HEAD:
        after = _HEAD_AFTER.match(text, span.end, min(sentence.segment.end, span.end + 60))
        if after and HEAD_OF.get(after.group("head")) == "settlement" and text.startswith(" of ", after.end()):
            return "region", True  # "the A town of B": A is the region around B
        if after:
            return after.group("head"), True
    if span.source != "demonym" and (ruled := ruled_as(sentence, span)):
        return "region", ruled == "after"
    if sentence.words[span.last] in {"and", ","} and (other := _AND_OTHER.match(text, span.end)):
        return other.group("head"), True
    if not _follows_head(sentence, span):
        return None, False
    before = _HEAD_BEFORE.search(text, max(sentence.segment.start, span.start - 40), span.start)
    if before is None or text[before.end("head") : span.start].strip() == ",":
        return None, False
    return (None if of_another(sentence, span, before["head"]) else before["head"]), False


# "A, B and other regions": regions all.
_AND_OTHER = re.compile(rf"\s*,?\s+and\s+(?:(?:several|{spelled(2, 4)}|some|many)\s+)?other\s+(?P<head>{_HEADS})\b")
_BEGINS_HEAD = frozenset({"(", "administrative", "area", "border", "autonomous", *HEAD_OF})


def _follows_head(sentence: Sentence, span: NameSpan) -> bool:
    """True where the words before a name may be a class word with its link: what ``_HEAD_BEFORE`` then looks at."""
    at = span.first - 1
    if sentence.words[at] == "the":
        at -= 1
    if sentence.words[at] in {"of", "called", "named", ","}:
        at -= 1
    return sentence.words[at] in HEAD_OF


# What stands between each name and the next one in small letters; None where that begins another sentence.
Gaps = Sequence[str | None]


def _groups(gaps: Gaps, spans: Sequence[NameSpan]) -> list[int | None]:
    """Number of the coordinated list of each span; None for a span that stands alone."""
    groups: list[int | None] = [None] * len(spans)
    number = -1
    for i, gap in enumerate(gaps, start=1):
        if gap is None:
            continue
        same_kind = (spans[i - 1].source == "demonym") == (spans[i].source == "demonym")
        joined = _JOIN.fullmatch(gap) or _JOIN_PART.fullmatch(gap)
        if same_kind and joined and not _ends_at_goal(gaps, i - 1):
            if groups[i - 1] is None:
                number += 1
                groups[i - 1] = number
            groups[i] = groups[i - 1]
    return groups


_GOAL = re.compile(r"\b(?:towards?|(?:flying|heading|headed|bound|way)\s+(?:to|for))\s+(?:the\s+)?$")
_OVER_NEXT = re.compile(r"\b(?:over|above|in|near)\s+(?:the\s+)?$")


def _ends_at_goal(gaps: Gaps, k: int) -> bool:
    """True for a gap behind a name that something only flew towards: "…, two flying towards A, and four | over the B region"."""
    before = gaps[k - 1] if k else None
    return before is not None and _GOAL.search(before) is not None and _OVER_NEXT.search(gaps[k] or "") is not None


# "15 regions, 46 over A, 34 over B", "three villages: A, B and C": a plural says what the members of a list are.
_ANNOUNCED = re.compile(
    rf"\b(?:\d+|{spelled(2, 10)}|several|some|many|other|more|the|following)\s+(?:\w+\s+)?(?P<head>{_HEADS})\b"
    r"(?:\s+(?:in|of|on|during|overnight|since)\b[^.;:]{0,40}?)?\s*(?:[:,–-]|including|namely|among them)[^.;:]{0,40}$"
)


def _announced(
    text: str,
    sentences: Sequence[Sentence],
    spans: Sequence[NameSpan],
    groups: Sequence[int | None],
    heads: Sequence[tuple[str | None, bool]],
) -> list[tuple[str | None, bool]]:
    """Heads of lists that a plural class word before them announces."""
    found = list(heads)
    for i, span in enumerate(spans):
        first = groups[i] is not None and (i == 0 or groups[i - 1] != groups[i])
        if not first or found[i][0] is not None:
            continue
        begin = max(sentences[span.sentence].segment.start, span.start - 110)
        match = _ANNOUNCED.search(text, begin, span.start)
        if match is not None and match.group("head").endswith("s"):
            found[i] = (match.group("head"), False)
    return found


_THOSE = re.compile(r"\b(?:those|that)\s+of\b")


def _handed_on(
    gaps: Gaps, groups: Sequence[int | None], heads: Sequence[tuple[str | None, bool]]
) -> list[tuple[str | None, bool]]:
    """Heads of lists given to their members: a plural after the last to those before it, a plural before the first to
    those after it; a member's own head stands."""
    found = list(heads)
    listed = [i for i in range(1, len(groups)) if groups[i] is not None and groups[i] == groups[i - 1]]
    for i in reversed(listed):
        head, follows = found[i]
        if found[i - 1][0] is None and follows and head is not None and head.endswith("s"):
            found[i - 1] = found[i]
    for i in listed:
        head, follows = found[i - 1]
        if found[i][0] is not None or head is None:
            continue
        if _THOSE.search(gaps[i - 1] or ""):
            found[i] = (head if head.endswith("s") else head + "s", False)
        elif not follows and head.endswith("s"):
            found[i] = found[i - 1]
    return found


# "33 over A and 12 over B, and two were downed over the C region", "seven in the A region, five in B": what is counted in each is
# of one kind.
_COUNTED_OVER = re.compile(
    rf"(?:\s+(?:{_HEADS}))?\s*(?:,\s*(?:and|while)?|and|while)\s+"
    rf"(?:\d+|{spelled(1, 10)}|another|several|half|the\s+(?:rest|others?|remainder)|[a-z]+teen)"
    r"(?:\s+(?:more|others?|each|of\s+them|drones?|(?:were|was)\s+\w+(?:\s+down)?)){0,3}\s+(?:over|above|in)\s+(?:the\s+)?"
    r"(?:(?:waters|sk(?:y|ies)|territory|airspace)\s+of\s+(?:the\s+)?)?"
)


def _counted(
    gaps: Gaps, groups: Sequence[int | None], heads: Sequence[tuple[str | None, bool]]
) -> list[tuple[str | None, bool]]:
    """Heads of names in or over which things are counted one after another, given by any of them that has one."""
    found = list(heads)
    joined = [
        gap is not None and _COUNTED_OVER.fullmatch(gap) is not None and not _ends_at_goal(gaps, k)
        for k, gap in enumerate(gaps)
    ]
    if not any(joined):
        return found
    same = [j or (a is not None and a == b) for j, (a, b) in zip(joined, pairwise(groups), strict=True)]
    for run in _runs(same):
        head = next((found[k][0] for k in run if HEAD_OF.get(found[k][0] or "") == "admin1"), None)
        for k in run:
            if head is not None and found[k][0] is None:
                found[k] = (head, False)
    return found


def _runs(joined: Sequence[bool]) -> list[range]:
    """The stretches of names that are joined one to the next."""
    ends = [k + 1 for k, one in enumerate(joined) if not one] + [len(joined) + 1]
    return [range(first, last) for first, last in pairwise([0, *ends])]


def _owns_area(gaps: Gaps, heads: Sequence[tuple[str | None, bool]], i: int) -> bool:
    """True for "Y" in "X, in Y's southern Z province": Z holds X."""
    gap = gaps[i] if i < len(gaps) else None
    area = gap is not None and HEAD_OF.get(heads[i + 1][0] or "") in {"admin1", "admin2"}
    return area and _OWNS.fullmatch(gap or "") is not None


def _is_listed(gaps: Gaps, groups: Sequence[int | None], i: int) -> bool:
    """True where the next name is of the same list and what stands behind holds both; "X (A region), Y" is told to lie in A."""
    return groups[i] is not None and groups[i + 1] == groups[i] and "(" not in (gaps[i] or "")


def _container(
    gaps: Gaps,
    spans: Sequence[NameSpan],
    groups: Sequence[int | None],
    i: int,
    heads: Sequence[tuple[str | None, bool]],
) -> int | None:
    """Index of the name that holds this one by wording; lists hand their container on to all members."""
    end = i
    while end < len(gaps) and _is_listed(gaps, groups, end):
        end += 1
    for at in (end, i):
        gap = gaps[at] if at < len(gaps) else None
        if gap is not None and not (at > i and _JOIN.fullmatch(gap)):
            people = spans[at + 1].source == "demonym"  # "towards X, Russian troops" lies where it lies
            if (_HOLDS.fullmatch(gap) and not people) or ("," in gap and _APPOSED.fullmatch(gap)):
                return at + 2 if _owns_area(gaps, heads, at + 1) else at + 1
    before = (gaps[i - 1] if i else None) or ""
    return i - 1 if "of" in before and spans[i - 1].source != "demonym" and _TOWN_OF.fullmatch(before) else None


_ARTICLE = re.compile(r"\bthe\s+$")
_BARE = re.compile(r"\s*(?:[.,;:)]|$|(?:in|on|at|from|to|and|or|near|is|was|has|had|where|which|that|by)\b)")


def _has_article(text: str, sentence: Sentence, span: NameSpan) -> bool:
    """True for "the Dnipro" with no noun after it: rivers, seas and regions have an article, towns have none; "the Bryansk
    Region" has that of its class word."""
    if span.first and sentence.words[span.first - 1] != "the":
        return False
    if text[span.start : span.end].rpartition(" ")[2] in HEAD_OF:
        return False
    before = _ARTICLE.search(text, max(0, span.start - 5), span.start)
    return before is not None and _BARE.match(text, span.end) is not None


_OWNS = re.compile(r"['’]s\s+(?:[a-z-]+\s+){0,3}")


def _possessor(text: str, spans: Sequence[NameSpan], i: int) -> int | None:
    """Index of the name whose possessive stands before: "Russia's Kursk region"."""
    if i == 0 or spans[i - 1].sentence != spans[i].sentence:
        return None
    return i - 1 if _OWNS.fullmatch(text, spans[i - 1].end, spans[i].start) else None
