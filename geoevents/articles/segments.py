"""Sections, headings, datelines and sentences of a body, with offsets into it."""

import re
from collections.abc import Sequence
from importlib.resources import files
from typing import Literal

from geoevents.articles.labels import is_label, label_end
from geoevents.values import dataclass, maker

__all__ = ["ABBREVIATIONS", "Segment", "SegmentKind", "segment"]

SegmentKind = Literal["title", "heading", "dateline", "label", "sentence", "fragment", "boilerplate"]


def _lines(name: str) -> list[str]:
    """Lines of a data file beside this module, without comments."""
    text = files("geoevents.articles").joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


ABBREVIATIONS = frozenset(word for line in _lines("abbreviations.txt") for word in line.split())
_BOILERPLATE = tuple(_lines("boilerplate.txt"))
_LONGEST_OPENING = max(map(len, _BOILERPLATE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence, or what stands in place of one.

    ``kind``: ``title`` (the title told again at the top of the body), ``heading`` of a section, ``dateline``
    ("KYIV, Sept 18 (Agency) -"; the sentence follows as a segment of its own), ``label`` (the clock time or the day of a
    paragraph: "17:40", "Feb 5, 1994:"), ``sentence``, ``fragment`` (a rest
    such as ". ." or one word: never an event), ``boilerplate`` (captions, "Read also").
    ``section`` counts from 0 and grows by one at every heading (the heading belongs to the section it opens) but one that
    asks, "What happened next?": it goes on with the same story;
    ``paragraph`` counts blocks between blank lines (or single line breaks where the text has no blank lines).
    """

    index: int
    start: int
    end: int
    kind: SegmentKind
    section: int
    paragraph: int


_segment = maker(Segment)


def segment(text: str, *, title: str | None = None) -> tuple[Segment, ...]:
    """Segments of a body in text order; what lies between them is white space.

    ``title`` is the article's own; a first line that tells it again is of kind ``title``.  Empty text gives ().
    """
    found: list[Segment] = []
    section, only = 0, _paragraphs(text)
    for paragraph, (start, end) in enumerate(only):
        kind = _paragraph_kind(text, start, end, paragraph=paragraph, only=only, title=title)
        section += kind == "heading" and bool(found) and not text.endswith("?", start, end)
        spans = [(start, end, kind)] if kind != "sentence" else _sentences(text, start, end)
        for s, e, k in spans:
            found.append(_segment(index=len(found), start=s, end=e, kind=k, section=section, paragraph=paragraph))
    return tuple(found)


_BLANK_LINE = re.compile(r"\n[^\S\n]*\r?\n")
_BLANK_LINES, _LINE_BREAK = re.compile(r"\r?\n\s*\n[^\S\n]*"), re.compile(r"\r?\n")


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Blocks between blank lines, or lines where the text has no blank lines; trimmed, none empty."""
    blank = _BLANK_LINE.search(text) is not None
    gaps = (_BLANK_LINES if blank else _LINE_BREAK).finditer(text)
    gaps = gaps if blank else (gap for gap in gaps if not _is_wrapped(text, gap))
    found, start = [], 0
    for end, following in [*(gap.span() for gap in gaps), (len(text), len(text))]:
        piece = text[start:end].lstrip()
        if piece:
            begin = end - len(piece)
            found += _bullets(text, begin, begin + len(piece.rstrip()))
        start = following
    return _with_parts(text, found)


_ENDS = frozenset(".!?:;…\"”»’'")
_GOES_ON = re.compile(r"(?:,|\b(?:the|an?|of|in|at|on|to|for|from|with|by|near|and|or|its|his|her|their))\Z")
_LONG_LINE = 40  # letters; shorter lines are headings and items of lists


def _is_wrapped(text: str, gap: re.Match[str]) -> bool:
    """True for a line break inside a sentence, as mails and web pages wrap their lines: a small letter follows, or the line
    ends in the middle of a phrase."""
    line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()].strip()
    after = text[gap.end() : gap.end() + _LONG_LINE].lstrip()[:1]
    if len(line) < _LONG_LINE or line[-1] in _ENDS:
        return False
    return after.islower() or (after.isalnum() and _GOES_ON.search(line) is not None)


_PART = re.compile(r"[\W_]*\d+\s*[-–—]?\s*(?:\w+\s+)?(?:over|in|above|near)\b", re.IGNORECASE)


def _with_parts(text: str, blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The blocks with the lines of a sum joined to the one that opens it: "destroyed 21 drones: / 7 – over A, / 6 – over B"."""
    found: list[tuple[int, int]] = []
    opened = False
    for start, end in blocks:
        part = opened and _PART.match(text, start, end) is not None
        if part:
            start = found.pop()[0]  # noqa: PLW2901 - one block with the line before it
        found.append((start, end))
        opened = part or text.endswith(":", start, end)
    return found


_ITEM = re.compile(r"\s*[-*•–]\s")


def _bullets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a block whose lines begin with bullets or labels, else the block itself."""
    if text.find("\n", start, end) < 0:
        return [(start, end)]
    lines = list(re.finditer(r"[^\n]+", text[start:end]))
    if not all(_ITEM.match(line.group()) or label_end(text, start + line.start(), end) for line in lines[1:]):
        return [(start, end)]
    return [(start + line.start(), start + line.end()) for line in lines]


def _paragraph_kind(
    text: str, start: int, end: int, *, paragraph: int, only: Sequence[tuple[int, int]], title: str | None
) -> SegmentKind:
    """What a whole block is: boilerplate, the title again, a heading, or sentences."""
    words = text[start:end]
    if words[:_LONGEST_OPENING].lower().startswith(_BOILERPLATE):
        return "boilerplate"
    if paragraph <= 1 and _is_repeated_title(text, words, paragraph, only, title):
        return "title"
    if words[:1].isdigit() and is_label(words):
        return "label"
    if _looks_like_heading(words) and paragraph + 1 < len(only):
        return "heading"
    return "sentence"


def _is_repeated_title(
    text: str, words: str, paragraph: int, only: Sequence[tuple[int, int]], title: str | None
) -> bool:
    """True where a first block says the title once more (punctuation apart)."""
    first = title if paragraph == 0 else text[slice(*only[0])] if title is None else title
    return bool(first) and _letters(words) == _letters(first or "") and (paragraph == 1 or title is not None)


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


# A heading is short and has no final stop; longer lines are paragraphs that lost theirs.
_HEADING_WORDS, _HEADING_LETTERS = 18, 130


# "Kharkiv region:", "In Kherson region (left bank):" on a line of its own: where the paragraphs behind it are.
_AREA_LINE = re.compile(
    r"(?:(?:In|On)\s+)?(?:the\s+)?[A-Z][\w'’-]+(?:\s+(?:and\s+|of\s+)?[A-Z][\w'’-]+){0,3}"
    r"(?:\s+(?:regions?|oblasts?|directions?|districts?|sectors?|governorates?|provinces?|areas?|fronts?|axis|counties|county|state))?"
    r"(?:\s+\([^()\n]{3,40}\))?\s*:"
)


def _looks_like_heading(words: str) -> bool:
    if words.endswith(":"):
        return _AREA_LINE.fullmatch(words) is not None
    if "\n" in words or len(words) > _HEADING_LETTERS or len(words.split()) > _HEADING_WORDS:
        return False
    if words.endswith((".", "!", ";", ",", "…")) or (words[-1:] in '”"»' and words[-2:-1] in ".!?"):
        return False
    return bool(re.search(r"[^\W\d_]", words)) and not re.match(r"[-*•–]\s", words)


_DATELINE = re.compile(
    r"[A-Z][\w.'’\-]*(?:[ ,/]+[A-Z][\w.'’\-]*){0,4}(?:,? +(?:[A-Z][a-z]{2,8}\.? +\d{1,2}|\d{1,2} +[A-Z][a-z]{2,8})(?:,? +\d{4})?)?"
    r"(?:(?: *\([^)]{2,40}\))? *(?:[-–—]{1,2}|:) +|(?P<bare> *\([A-Z][A-Z&/ .]{1,20}\) *-?))(?=[A-Z“\"'])"
)


def _dateline_end(text: str, start: int, end: int) -> int | None:
    """Where the dateline of a paragraph ends, or None: capitals or a date or an agency in brackets must stand in it."""
    match = _DATELINE.match(text, start, min(end, start + 120))
    if match is None:
        return None
    head = match.group()
    first = head.split(",")[0].split("(")[0].rstrip(" -–—:")
    city = first.isupper() and len(first) > 2  # "GAO, Mali (AP) Rebels" without a dash needs it
    telling = city or (match["bare"] is None and re.search(r"\d|\(", head))
    return match.end() if telling else None


_STOP = re.compile(r"[.!?…]+[\"”»’')\]]*(?=\s)")
_OPEN = {"“": "”", "«": "»"}
_QUOTES = re.compile('["“«]')


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int, SegmentKind]]:
    """Sentences of a paragraph: cut at stops that no abbreviation, initial or open quotation explains."""
    found: list[tuple[int, int, SegmentKind]] = []
    label = label_end(text, start, end)
    line = label or _dateline_end(text, start, end)
    if line is not None:
        found.append((start, start + len(text[start:line].rstrip()), "label" if label else "dateline"))
        start = line
    begin, quoted = start, _QUOTES.search(text, start, end) is not None
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop, end, quoted=quoted):
            found.append((begin, stop.end(), _sentence_kind(text[begin : stop.end()])))
            begin = end - len(text[stop.end() : end].lstrip())
    if text[begin:end].strip():
        found.append((begin, end, _sentence_kind(text[begin:end])))
    return found


_LAST_WORD, _WORD_LETTERS = re.compile(r"(?s:.*[\W_])?(.*)"), 30  # longer ones are no abbreviations


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int, *, quoted: bool) -> bool:
    """Whether a stop of a paragraph ends its sentence; ``quoted``: quotation marks stand in the paragraph."""
    rest = text[stop.end() : end].lstrip()
    if not rest:
        return True
    piece = text[max(begin, stop.start() - _WORD_LETTERS) : stop.start()]
    before = _LAST_WORD.findall(piece)[0]
    if stop.group() == "." and _abbreviates(text, before, stop.start(), rest):
        return False
    if quoted and _inside_quotation(text[begin : stop.end()], text[stop.end() : end]):
        return False
    return not rest[0].islower() or (stop.group().startswith((".", "!")) and _FRAGMENT.match(rest) is not None)


_FRAGMENT = re.compile(r"\w+\.")


_UNITS = frozenset({"km", "kg"})


def _abbreviates(text: str, before: str, stop: int, rest: str) -> bool:
    """True where the full stop belongs to the word before it."""
    if before.lower() in _UNITS:
        return not rest[0].isupper()  # "flew about 350 km. Japan protested"
    if before.lower() in ABBREVIATIONS:
        return (
            before.lower() not in {"no", "sun", "sat", "mar", "co", "art"} or rest[0].isdigit() or before[:1].isupper()
        )
    if before == "X" and text[:stop].endswith(" on X"):
        return False  # the network, no initial
    if len(before) == 1 and before.isupper():
        return text[stop - 2 : stop - 1] != "." or not re.match(r"(?:The|A|An|In|On|It|He|She|But|They)\b", rest)
    return rest[0].isdigit() and before.isdigit()


def _inside_quotation(sentence: str, rest: str) -> bool:
    """True where a quotation opened in the sentence closes later in the paragraph, not at this stop."""
    for opening, closing in _OPEN.items():
        if sentence.count(opening) > sentence.count(closing):
            return closing in rest
    return sentence.count('"') % 2 == 1 and '"' in rest


_WORD = re.compile(r"[^\W\d_]+")
_THREE_WORDS = re.compile(r"(?:[\W\d_]*+[^\W\d_]++){3}")


def _sentence_kind(words: str) -> SegmentKind:
    """A sentence needs three words, or two with a capital at its start; the rest are fragments."""
    if _THREE_WORDS.match(words):
        return "sentence"
    letters = _WORD.findall(words)
    return "sentence" if len(letters) == 2 and letters[0][0].isupper() else "fragment"
