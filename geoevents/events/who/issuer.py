"""A text that a ministry, an army or a government issued itself: what nobody else is told to say in it, the issuer says."""

import re
from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.atlas.mention import Mention
from geoevents.events.categories import FIGHTING
from geoevents.events.event import Claimant
from geoevents.events.telling import Telling
from geoevents.events.where.countries import alpha3
from geoevents.events.who.claim import Claim
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.sectors import BODY_NOUNS, sector_of
from geoevents.values import replace
from geoevents.words import any_of

__all__ = ["ASSERTED", "as_issued", "said_by"]

# What its issuer asserts of others; what it does itself ("the ministry condemns") needs nobody's word.
ASSERTED = FIGHTING | {"detention", "humanitarian", "infrastructure", "mobilisation", "other"}
_POWERS = frozenset({"MIL", "GOV"})
# "Ministry of Defence press release", "General Staff, evening summary": what is issued, and how it was shortened.
_ISSUE = re.compile(
    rf"(?:[,:(]|\s(?:(?:evening|morning|daily|weekly|official)\s)?(?:{any_of(DATA['words']['issues'])})\b).*$",
    re.IGNORECASE,
)


def as_issued(article: Article, tellings: Sequence[Telling], mentions: Sequence[Mention]) -> list[Telling]:
    """Tellings in which the body that published the text says what nobody else does; as they are where no body did."""
    issuer = _issuer(article, mentions)
    if issuer is None:
        return list(tellings)
    own = said_by(issuer, 0, len(article.text))
    return [replace(t, claims=(own,)) if not t.claims and t.hit.category in ASSERTED else t for t in tellings]


def said_by(who: Claimant, start: int, end: int) -> Claim:
    """The claim of a stretch of text that stands under somebody's name, without a verb of saying."""
    return Claim(
        claimant=who, verb_start=start, verb_end=start, scope_start=start, scope_end=end, modality="says",
        speaker_start=start, speaker_end=start,
    )  # fmt: skip


_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s(?:(?:of|for|the|and)\s)*[A-Z][\w'’-]+)*")


def _issuer(article: Article, mentions: Sequence[Mention]) -> Claimant | None:
    """The body that published a text; what is told by a common noun alone ("ministry") has the name that the title gives."""
    name = _ISSUE.sub("", article.publisher or "").strip()
    if not _is_body(name):
        return None
    if name == name.lower():
        titled = [n for n in _NAME.findall(article.title or "") if _is_body(n)]
        name = titled[0] if titled else name
    states = [m.place.country for m in mentions if m.place is not None and re.search(rf"\b{re.escape(m.text)}\b", name)]
    return Claimant(name=name, country=alpha3(states[0]) if states else None, sector=sector_of(name.lower()))


def _is_body(name: str) -> bool:
    """True for a name whose noun is that of an army, ministry or government: not "defence weekly"."""
    head = name.lower().partition(" of ")[0].split()[-1:]
    return bool(head) and head[0] in _BODIES and sector_of(name.lower()) in _POWERS


_BODIES = (BODY_NOUNS - {"agency"}) | frozenset(DATA["words"]["issuers"])
