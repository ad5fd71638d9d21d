"""Who speaks: the phrase of a speaker in a sentence, with country, sector and channel (``events.md`` 4.7)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.event import Claimant, Span
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import PASTS
from geoevents.events.where.countries import alpha3
from geoevents.events.who.armed_groups import GROUPS, group_before
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.heard import SpeakerContext, group_last_heard, known_as, names_state
from geoevents.events.who.openings import trim_adverbial
from geoevents.events.who.referents import before_who, before_whose, owned, subject_of
from geoevents.events.who.sectors import OFFICES, sector_of
from geoevents.events.who.speaker_names import bare_name
from geoevents.events.who.speaker_spans import PRONOUNS, is_verb
from geoevents.events.who.texts import TEXTS, issued_by
from geoevents.values import replace
from geoevents.words import cut_head

__all__ = ["channel_of", "named_by", "speaker_of"]


_CHANNELS: dict[str, list[str]] = DATA["channels"]


def channel_of(sentence: str) -> str | None:
    low = sentence.lower()
    for name, words in _CHANNELS.items():
        for word in words:
            if word in low:
                return name
    return None


_PRONOUN_FIRST = re.compile(r"(?:who|it|he|she|they)\b.*")


_NOMINATIVE = {"him": "he", "her": "she", "them": "they"}  # "according to him"


# "… , a claim | the rebels denied"
_DENIED_NOUN = re.compile(
    r"^(?:something|claims?|charges?|accusations?|allegations?|accounts?|reports?|assertions?|versions?|figures?)\s+(?:that\s+)?(?=the\s|[A-Z])"
)
# "Anna Berg, attending a summit in Rio, said": where somebody is tells no country of theirs.
_ASIDE = re.compile(
    r",\s+(?:\w{3,}ing|(?:led|headed|backed|commanded)\s+by|loyal\s+to|in\s+(?:its|his|her|their|an?)|about\s+to|on\s+a|on\s+his|on\s+her|during|after|while|when|fresh\s+from)\s[^,]*$"
)


# "President Anna Berg, who met the Italian premier, said": she is no Italian.
_WHO = re.compile(r",\s+(?:which|who|whose|where)\b")


def speaker_of(
    text: str, tokens: Sequence[Token], span: tuple[int, int], mentions: Sequence[Mention], context: SpeakerContext
) -> Claimant:
    """The speaker of some tokens, with country and sector: from the phrase, else from what the article told before."""
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    if (aside := _ASIDE.search(text, start, end) or _WHO.search(text, start + 1, end)) is not None:
        end = aside.start()  # whom a speaker met, or where its men are, tells no country of its own
    name = cut_head(_ARTICLE, " ".join(text[start:end].split()).strip(" ,.”\"'"))
    name = cut_head(_ARTICLE, cut_head(_DENIED_NOUN, name)).removesuffix("'s").removesuffix("’s")
    name = cut_head(_SAME, bare_name(name))
    low = _NOMINATIVE.get(name.lower(), name.lower())
    low = f"the {low}" if name.isupper() and len(name) > 1 else low  # "WHO" is no pronoun
    if (who := _for_another(text, tokens, span, (name, low), mentions, context)) is not None:
        return who
    if low in PRONOUNS or low in {"who", ""} or _PRONOUN_FIRST.fullmatch(low):
        person = low.split()[:1] in (["he"], ["she"])
        known = context.last_person or context.last if person else context.last
        if low in {"it", "they"} and (body := _subject_of_sentence(text, tokens, span, mentions, context)):
            return body
        if low == "it":
            known = next((b for b in reversed(context.bodies) if not _is_people(b.name.lower())), known)
        return known or Claimant(name=name or "unnamed")
    if low in GROUPS and (group := _group_here(text, tokens[0].start, start, mentions) or group_last_heard(context)):
        return group
    if low in TEXTS and not owned(tokens, span) and (issuer := issued_by(text, start)) is not None:
        return known_as(issuer.lower(), context) or Claimant(name=issuer, sector=sector_of(issuer.lower()))
    if low in TEXTS and context.bodies and tokens[span[0]].lower == "the":
        return context.bodies[-1]  # "the statement said" after "the ministry said"
    country = _country(start, end, mentions)
    sector = sector_of(low)
    if country is None and sector in {"MIL", "GOV"} and _AT_HOME.search(low):
        country = _capital_before(tokens, mentions)
    if country is None and set(low.split()) & _STATE_BODIES and context.last and names_state(context.last):
        country = context.last.country  # "Moscow said … The Defence Ministry listed …"
    known = known_as(low, context)
    if known is not None and (
        country is None or known.country in {None, country}
    ):  # "the Israeli army" is not the Lebanese one
        full = known.name if len(low.split()) <= 2 else name
        return replace(known, name=full, country=country or known.country, sector=known.sector or sector)
    if sector is None and country is None and name == low:
        sector = "CVL"  # common nouns alone: residents, shopkeepers, a driver
    return Claimant(
        name=name[:120], country=alpha3(country) if country and len(country) == 2 else country, sector=sector
    )


def _for_another(
    text: str,
    tokens: Sequence[Token],
    span: tuple[int, int],
    called: tuple[str, str],
    mentions: Sequence[Mention],
    context: SpeakerContext,
) -> Claimant | None:
    """The speaker for whom the words of a sentence stand: ", who", ", whose air force", "his office"."""
    name, low = called
    if (
        low in _SOURCES
        and context.last is not None
        and (low == "source" or _SAME.match(text, tokens[span[0]].start))
        and tokens[span[0]].lower in _THE
    ):
        return context.last  # "according to the same source"
    if (owner := before_whose(tokens, span)) is not None:
        whose = speaker_of(text, tokens, owner, mentions, context)
        body = name.split(" ", maxsplit=1)[1]
        return replace(whose, name=f"{whose.name}'s {body}"[:120], sector=sector_of(body.lower()) or whose.sector)
    spoken = text[tokens[0].start - 1 : tokens[0].start] in _QUOTES and low in _PERSONAL  # its own words name nobody
    if not spoken and (named := _referred(tokens, span, low, context)) is not None:
        who = speaker_of(text, tokens, named, mentions, context)
        return replace(who, name=f"{who.name}'s {name}"[:120]) if owned(tokens, span) else who
    return None


_PERSONAL = frozenset({"he", "she"})
# Who speaks at home: "In Lima, | the Foreign Ministry | said"; a minister may be on a visit there.
_AT_HOME = re.compile(r"\b(?:ministry|spokes\w+|government|army|military|officials|authorities)\b")


def _capital_before(tokens: Sequence[Token], mentions: Sequence[Mention]) -> str | None:
    """The country (alpha-3) of the capital that a sentence opens with: "In Lima,"."""
    if tokens[0].lower != "in":
        return None
    comma = next((t.start for t in tokens[:5] if t.text == ","), None)
    places = [m.place for m in mentions if comma is not None and m.end == comma and m.place is not None]
    return next((alpha3(p.country) for p in places if p.feature_code == "PPLC" and p.country is not None), None)


def _referred(
    tokens: Sequence[Token], span: tuple[int, int], name: str, context: SpeakerContext
) -> tuple[int, int] | None:
    """The tokens of the sentence that a pronoun or "his office" stands for; None where the article before must tell."""
    if name == "who":
        return before_who(tokens, span[0])
    if owned(tokens, span) or (name in _PERSONAL and context.last_person is None):
        return subject_of(tokens, span[0], telling=tokens[span[0]].lower == "their")
    return None


def _is_people(name: str) -> bool:
    """True for persons, whom no "it" stands for: "residents", "the junta's spokesman, Zaw Min Tun"."""
    return _PEOPLE.search(name) is not None or not OFFICES.isdisjoint(name.replace(",", " ").split())


def _group_here(text: str, first: int, at: int, mentions: Sequence[Mention]) -> Claimant | None:
    """The armed group that the sentence itself names before "the movement said"."""
    near = group_before(text, at, frozenset(m.text for m in mentions if m.role != "embedded"), since=first)
    return Claimant(name=near, sector="MIL") if near is not None else None


def _subject_of_sentence(
    text: str, tokens: Sequence[Token], span: tuple[int, int], mentions: Sequence[Mention], context: SpeakerContext
) -> Claimant | None:
    """The body that a sentence before "it" is about: "The ministry made no comment on A; it reported the capture of B"."""
    last = next((k for k in range(1, span[0]) if is_verb(tokens[k]) or tokens[k].lower in _SAYING | PASTS), None)
    first = trim_adverbial(tokens, 0, last) if last else 0
    if last is None or first >= last:
        return None
    first = next(
        (k + 1 for k in range(last - 1, first, -1) if tokens[k].text == ","), first
    )  # "Seeking to impress, | Moscow"
    phrase = " ".join(t.lower for t in tokens[first:last]).partition(" of ")[0]  # "units of the group": no group
    if not phrase or not (_BODY.search(phrase) or _is_state(tokens, first, last, mentions)):
        return None
    return speaker_of(text, tokens, (first, last), mentions, context)


def _is_state(tokens: Sequence[Token], first: int, last: int, mentions: Sequence[Mention]) -> bool:
    """True for a state or capital alone, which speaks as "it": "Moscow fired few missiles, or so | it | declared"."""
    span = tokens[first].start, tokens[last - 1].end
    return any((m.start, m.end) == span and m.role in {"metonym", "literal"} for m in mentions)


_SAYING = frozenset(DATA["verbs"]["says"])
_BODY = re.compile(
    r"\b(?:ministry|army|military|staff|command|government|group|agency|office|presidency|kremlin|force)\b"
)


# Many speakers, whom no "it" stands for.
_PEOPLE = re.compile(
    r"^(?:\w+\s+)?(?:residents|witnesses|officials|villagers|analysts|medics|doctors|experts|activists|locals|survivors)\b"
)


def _country(start: int, end: int, mentions: Sequence[Mention]) -> str | None:
    for m in mentions:
        if start <= m.start < end and m.place is not None and m.place.country:
            return alpha3(m.place.country)
    return None


def named_by(text: str, span: Span, mentions: Sequence[Mention]) -> Claimant | None:
    """The speaker that a phrase names, for whoever takes a position without a verb of saying; None for a pronoun."""
    phrase = _LATER.sub("", " ".join(text[span.start : span.end].split()))
    said = _CONCERN.sub("", phrase.strip(" ,.”\"'").split(",")[0])
    name = cut_head(_ARTICLE, bare_name(cut_head(_ARTICLE, said)))
    quoted = text[span.start - 1 : span.start] in _QUOTES and _QUOTE_ENDS.match(text, span.end) is not None
    if not name or quoted or name.lower() in PRONOUNS or _tells(name.split()):
        return None
    return Claimant(
        name=name[:120],
        country=_country(span.start, span.end, mentions),
        sector=sector_of(name.lower()),
        stance="announces",
    )


def _tells(words: Sequence[str]) -> bool:
    """True for words that name nobody: a number, a phrase that no speaker opens with, or one with a verb of its own."""
    low = [word.lower() for word in words]
    if low[0] in PRONOUNS and len(words) > _TWO:
        return True  # "They need to stop talking"
    if low[0] in GRAMMAR["no_speaker_starts"] or not any(c.isalpha() for c in "".join(words)):
        return True
    opens = low[0].endswith("ing") and words[0].islower() and len(words) > _TWO  # "waving flags and"
    opens = opens or (words[-1].islower() and _is_past(words[-1]) and len(words) > 1)  # "US agencies issued"
    opens = opens or any(
        a.islower() and _is_past(a) and b in _OPENS_OBJECT for a, b in pairwise(words)
    )  # "Mr X vowed to build an"
    return opens or not GRAMMAR["finite"].isdisjoint(w for w in words if w.islower())


def _is_past(word: str) -> bool:
    return word in GRAMMAR["irregular_past"] or (word.endswith("ed") and len(word) > len("need"))


_TWO = 2
_OPENS_OBJECT = frozenset({"to", "the", "a", "an", "that", "its", "his", "her", "their"})
_LATER = re.compile(
    r"^(?:An?|One|Two|Three|\w+)\s+(?:days?|weeks?|months?|years?|hours?)\s+(?:later|earlier|before)\s*,\s+"
)
_CONCERN = re.compile(r"\s+\w+ed\s.*\bwhat\b.*")  # "Chad and Mali voiced regret at what they | called"
_QUOTES = frozenset({"“", '"', "«"})
_QUOTE_ENDS = re.compile(r'[,.!?]?["”»]')  # "Disgraceful," the premier commented
_SAME = re.compile(r"(?:(?:the|that|this)\s+)?(?:very\s+)?(?:same\s+|(?<=this\s))(?=\w)", re.IGNORECASE)
_THE = frozenset({"the", "this", "that", "same"})
_SOURCES = frozenset({"source", "sources", "official", "officials"})
_ARTICLE = re.compile(r"^(?:both\s+)?(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)


# Bodies of which each state has one.
_STATE_BODIES = frozenset(DATA["words"]["state_bodies"])
