"""Sections, headings, datelines and sentences of a body, with offsets into it."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Segment", "SegmentKind"]

SegmentKind = Literal["title", "heading", "dateline", "sentence", "fragment", "boilerplate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence, or what stands in place of one.

    ``kind``: ``title`` (the title told again at the top of the body), ``heading`` of a section, ``dateline``
    ("KYIV, Sept 18 (Agency) -"; the sentence follows as a segment of its own), ``sentence``, ``fragment`` (a rest
    such as ". ." or one word: never an event), ``boilerplate`` (captions, "Read also").
    ``section`` counts from 0 and grows by one at every heading (the heading belongs to the section it opens);
    ``paragraph`` counts blocks between blank lines (or single line breaks where the text has no blank lines).
    """

    index: int
    start: int
    end: int
    kind: SegmentKind
    section: int
    paragraph: int
