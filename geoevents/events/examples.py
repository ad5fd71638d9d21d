"""The examples of a codebook: sentences that its triggers must tell (`yes`) and must not (`no`), with [Name] for a place."""

import re
from collections.abc import Iterator

from geoevents.articles.tokens import tokenize
from geoevents.atlas.mention import Mention, Spot
from geoevents.atlas.place import LonLat, Place
from geoevents.errors import CodebookError
from geoevents.events.codebook import Codebook
from geoevents.events.what.triggers import hits
from geoevents.events.when.dates import date_phrases

__all__ = ["check_examples", "marked", "tells"]

_SOMEWHERE = LonLat(30.0, 50.0)  # any point: an example tells what, not where


def marked(example: str) -> tuple[str, list[Mention]]:
    """The sentence without its brackets, and a mention of a town for each name in them."""
    text, mentions = "", []
    for k, part in enumerate(re.split(r"[\[\]]", example)):
        if k % 2:
            mentions.append(_town(part, len(text)))
        text += part
    return text, mentions


def _town(name: str, start: int) -> Mention:
    spot = Spot(name=name, lonlat=_SOMEWHERE, precision="settlement", uncertainty_km=3.0)
    end = start + len(name)
    return Mention(
        start=start, end=end, text=name, role="literal", decision="chosen", confidence=0.9, spot=spot,
        place=Place(id=name, name=name, kind="town", lonlat=_SOMEWHERE, source="example"), phrase_start=start, phrase_end=end,
    )  # fmt: skip


def tells(codebook: Codebook, example: str, category: str, subtype: str) -> bool:
    """Whether an example tells an event of a subtype that happened or is planned; " // " ends the sentence before it."""
    before, _, sentence = example.rpartition(" // ")
    text, mentions = marked(sentence)
    dated = bool(date_phrases(text, 0, len(text)))
    context = [token.lower for token in tokenize(before)]
    found = hits(codebook, text, tokenize(text), mentions, dated=dated, before=context)
    return any((h.category, h.subtype) == (category, subtype) for h in found if h.modality in {"actual", "planned"})


def _examples(codebook: Codebook) -> Iterator[tuple[str, str, str, str, bool]]:
    for category, subtype, trigger in codebook.triggers():
        for texts, wanted in ((trigger.yes, True), (trigger.no, False)):
            for text in texts:
                yield trigger.rule, category.id, subtype.id, text, wanted


def check_examples(codebook: Codebook, where: str, *, known: Codebook | None = None) -> None:
    """Nothing if every example holds; triggers of ``known`` are not asked again.

    Raises
    ------
    CodebookError
        An example that fails, with file, rule, sentence and what to do.
    """
    old = {trigger for _, _, trigger in known.triggers()} if known else set()
    new = {trigger.rule for _, _, trigger in codebook.triggers() if trigger not in old}
    for rule, category, subtype, text, wanted in _examples(codebook):
        if rule in new and tells(codebook, text, category, subtype) != wanted:
            kind, remedy = (
                ("yes", "loosen the trigger or mend the sentence") if wanted else ("no", "narrow the trigger")
            )
            told = "tells no" if wanted else "tells a"
            raise CodebookError(f"{where}: {rule}: the {kind!r} example {text!r} {told} {category}/{subtype}: {remedy}")
