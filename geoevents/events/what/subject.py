"""What a text is about: war and states, or sport, food, markets and weather, where words of war are figures of speech."""

import re
from collections.abc import Mapping, Sequence
from itertools import compress, pairwise

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.phrases import Phrases
from geoevents.values import dataclass
from geoevents.words import data_of

__all__ = ["DATA", "Subject", "has_conflict_actor", "shut_out", "subject_of"]

_CIVIL = (
    "sport", "food", "markets", "stage", "weather", "nature", "accident", "history", "labour", "town", "vote", "crime",
    "health", "space", "faith",
)  # fmt: skip
DATA: dict[str, str] = data_of("geoevents.events.what", "subject_words.toml")
_KINDS = (*_CIVIL, "make_believe", "armed", "harm", "state", "law", "warlike", "blasts")
# word -> [(list it belongs to, its line)]: forms of one word count once; "drone-attack" stands for two words in a row.
_LINES: dict[str, list[tuple[str, str]]] = {}
for _name in _KINDS:
    for _line in filter(None, DATA[_name].splitlines()):
        for _word in _line.split():
            _LINES.setdefault(_word, []).append((_name, _line))
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PAIRED = frozenset(word.partition("-")[0] for word in _LINES if "-" in word)
# "won 2-1"; what stands before the first digit is looked at behind it, so that a search leaps from digit to digit.
_SCORE = re.compile(r"\d(?<![\w-]\d)\d?-\d{1,2}(?![\w-])")
# A lone "match" or "storm" says nothing; chosen on the shared gold and our own articles: reports of war have at most 1,
# those of sport and trade 5 and more.
_ENOUGH = 3
# A missile on a stadium brings four words of football and two of war, a match report ten and at most one.
_TIMES = 3
# A festival has a president and a jury; reports of states name more offices than peaceful things.
_TWICE = 2
# "Virtual talks" happen; two words of made-up worlds do not meet in a report of war.
_WORLD = 2
# Diplomacy has two sides: places or peoples of two countries are named, or at least two words of armed actors.
_STATES, _WAR = 2, 2
# Words of force below which an article is not about fighting: reports of war have 4 and more, a cyclone that "hit" a town,
# police numbers that "fell" or a plant that "was demolished" bring 1 or 2 in four times the length.
_FOUGHT = 3
_LINES_OF_NEWS = 400  # characters; a line or two may leave the other state to the reader
_ALONE = 250  # characters; "the envoy arrived in X on Monday" need not say whose he is, a longer text names him, or he is at home
_POLITICAL = 4  # words of states; reports of storms and accidents have at most 3 (governor, government, displaced)
# Words of force that tell a short text's subject where none of them alone does: "the brigade repelled two attacks"; two
# countries tell it as well: "Israel struck targets in Lebanon".
_HINTS = 2
# Characters below which three words of armies and states tell of a conflict that two countries are named in: a report of twice
# the length with no more of them is about something else (trade, a disease, schools).
_BRIEF = 1500
# Characters from which a text that names a court and no state is about a crime, and one that hardly names a state is about
# none: chosen on the judged rows of ordinary news, 28 wrong and 3 right ones of 138 go by them, and 3 of the 5,400 of other articles.
_STORY, _PAGE = 400, 1200
_STRAY = 2  # words of war in a report of a crime: "armed", "attack"
_SNIPPET = 800  # characters; a shorter text need not say which states it is about, nor who fights


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """How many different words of each kind a text has: of peaceful fields, made-up worlds, armed actors, states,
    police and courts.

    ``harm`` is what weapons do, ``warlike`` are words of war that are said of sport and prices as well, ``blasts`` those of
    explosions.
    """

    civil: int
    make_believe: int
    armed: int
    harm: int
    state: int
    law: int
    warlike: int
    blasts: int

    @property
    def _force(self) -> int:
        harm = (
            2 * self.harm if self.harm > 1 else self.harm
        )  # one "killed" may be an accident's, two such words are war's
        return self.armed + harm

    @property
    def _is_small_world(self) -> bool:
        """True where no state is named and peaceful words outnumber the one of war."""
        return not self.state and self._force <= 1 and self.civil > self._force

    @property
    def is_peaceful(self) -> bool:
        """True where words of war are figures of speech; where no state acts, fewer signs are enough."""
        return self._is_small_world or self.is_plainly_peaceful

    @property
    def is_plainly_peaceful(self) -> bool:
        """True where made-up worlds are told, or peaceful words outnumber those of force by far."""
        return self.make_believe >= _WORLD or (self.civil >= _ENOUGH and self.civil > _TIMES * self._force)

    @property
    def is_unarmed(self) -> bool:
        """True where police or peaceful fields are named and no army or weapon: a car "strikes" a tree, a home is "invaded"."""
        return not self.armed + self.warlike and self.civil + self.law > 0

    @property
    def is_everyday(self) -> bool:
        """True where no state is named and no army to speak of, but police, courts or peaceful fields are."""
        return self._is_small_world or (not self.armed + self.state + self.warlike and self.civil + self.law > 0)

    @property
    def is_political(self) -> bool:
        """True where states are what the text is about: a border, an embassy, a treaty bring soldiers with them."""
        return self.state >= _POLITICAL and self.state > self.civil

    @property
    def is_tense(self) -> bool:
        """True where words of armies and of states outnumber the peaceful ones, few as they are: for texts of a few lines."""
        tense = self.armed + self.warlike + self.state
        return tense >= _FOUGHT and self.civil < tense

    @property
    def is_quiet(self) -> bool:
        """True where peaceful words outnumber those of war and of states together: nothing that is told there is of a conflict."""
        return self.civil > self.armed + self.warlike + 2 * self.harm + self.state

    @property
    def is_stateless(self) -> bool:
        """True where hardly a word of states, armies or harm stands: courts and officials do there what they do every day."""
        return self.state <= 1 and self.armed + self.warlike <= 1 and self.harm <= 1

    @property
    def is_blotter(self) -> bool:
        """True where police or courts and something peaceful are named and no state: crimes of a town, if it is all of one country."""
        return not self.state and self.law > 0 and self.civil > 0 and self.armed + self.warlike <= _STRAY

    @property
    def is_apolitical(self) -> bool:
        """True where armies and states hardly count: even "talks" and "arrested" make no event."""
        acting = _TIMES * self._force + _TWICE * (self.state + self.law)
        return self.make_believe >= _WORLD or (self.civil >= _ENOUGH and self.civil >= acting)


def subject_of(text: str) -> Subject:
    """The subject of an article or of a section of one; empty text has none."""
    words = _WORD.findall(text.lower())
    pairs = [f"{one}-{other}" for one, other in compress(pairwise(words), map(_PAIRED.__contains__, words))]
    lines = {line for word in _LINES.keys() & {*words, *pairs} for line in _LINES[word]}
    if _SCORE.search(text):
        lines.add(("sport", "score"))
    fields = [name for name, _ in lines]
    return Subject(
        civil=sum(name in _CIVIL for name in fields),
        **{name: fields.count(name) for name in ("make_believe", "armed", "harm", "state", "law", "warlike", "blasts")},
    )


# Bodies of states: who deals with them need not name a state.
_BODIES = re.compile(
    r"\b(?:UN|EU|NATO|OSCE|ECOWAS|ASEAN|United\s+Nations|European\s+Union|African\s+Union|Arab\s+League)\b"
)
_MARTIAL = Phrases(GRAMMAR["martial"])


def has_conflict_actor(text: str) -> bool:
    """True where a text speaks of armies, courts or armed groups at all (4.8); ``subject_of`` judges its subject."""
    return _MARTIAL.pattern.search(lowered(text)) is not None


def shut_out(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention], codebook: Codebook
) -> Mapping[int, frozenset[str]]:
    """The categories that cannot be meant in each section of an article, by its subject and by what each ``needs``.

    A section without armed words of its own shares the subject of its article.  One stray word ("a storm of drones") shuts
    an article out that has no other subject, but no section of an article about war.
    """
    text = article.text
    whole = subject_of(f"{article.title or ''} {text}")
    countries = {m.place.country for m in mentions if m.place and m.place.country}
    short, line = len(text) < _SNIPPET, len(text) <= _LINES_OF_NEWS
    told = len(text) <= _ALONE or (short and _BODIES.search(text) is not None)
    abroad = len(countries) >= _STATES or told
    fought = short or whole.is_political or whole.armed + whole.warlike + 2 * whole.harm >= _FOUGHT
    force = whole.armed + whole.warlike
    brief = len(text) < _BRIEF and len(countries) >= _STATES and whole.is_tense
    fought = fought or brief
    between = line and len(countries) >= _STATES  # a line of news of two countries
    hinted = between or (short and force + bool(force and whole.harm) >= _HINTS)
    hinted = hinted or (line and force + whole.blasts > 0 and not whole.civil + whole.law)  # "Explosions rocked X"
    armed = fought and not whole.is_unarmed and (hinted or has_conflict_actor(text))
    quiet = whole.is_quiet
    local = len(text) >= _PAGE and whole.is_stateless
    local = local or (len(text) >= _STORY and len(countries) <= 1 and whole.is_blotter)
    spans: dict[int, tuple[int, int]] = {}
    for s in segments:
        spans[s.section] = (spans.get(s.section, (s.start, 0))[0], s.end)
    shut = {}
    for section, (start, end) in spans.items():
        part = subject_of(text[start:end]) if len(spans) > 1 else whole
        judged = [part] if part.armed and part is not whole else [part, whole]
        peaceful = any(s.is_peaceful if s is whole else s.is_plainly_peaceful for s in judged)
        public = not whole.is_everyday and not any(s.is_apolitical for s in judged)
        state = public and not quiet and not local
        met = {
            "army": armed and not (peaceful or quiet),
            "war": not quiet and (between or bool(force) or (brief and whole.is_political)) and fought and not peaceful,
            "public": public,
            "state": state,
            "states": state and (abroad or force >= _WAR),
        }
        shut[section] = frozenset(c.id for c in codebook.categories if c.needs and not met[c.needs])
    return shut
