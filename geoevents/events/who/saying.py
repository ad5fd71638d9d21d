"""Whether a word is a verb of saying, denying or confirming, and which kind of claim it makes."""

from collections.abc import Sequence

from geoevents.articles.number_words import NUMBER_WORDS
from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.present_forms import is_answered
from geoevents.events.sentence.word_lists import BE, LISTS, is_time
from geoevents.events.who.claim import ClaimKind
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.sectors import speaks
from geoevents.events.who.speaker_spans import GOING_ON, is_verb

__all__ = [
    "DENIES",
    "VERBS",
    "is_apposed_answer",
    "is_deed",
    "is_saying",
    "kind_of",
    "next_deed",
    "takes_back",
    "tells_that",
]

_SAYS = frozenset(DATA["verbs"]["says"])
DENIES = frozenset(DATA["verbs"]["denies"])
_CONFIRMS = frozenset(DATA["verbs"]["confirms"])
_ANNOUNCES = frozenset(DATA["verbs"]["announces"])
_ACTS = frozenset(DATA["verbs"]["acts"])
_PLURAL = frozenset(DATA["verbs"]["plural"])
_CLOSING_ALONE = frozenset(DATA["verbs"]["closing"])
_WITH = {verb: [phrase.split() for phrase in phrases] for verb, phrases in DATA["verbs"]["with"].items()}
_SHOWS = frozenset(DATA["verbs"]["evidence"])
VERBS = _SAYS | DENIES | _CONFIRMS | _ACTS | _PLURAL | _CLOSING_ALONE | GOING_ON | _SHOWS | frozenset(_WITH)


def is_saying(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """True where a word of ``VERBS`` is the verb of a speaker, by its class and by the words around it."""
    if (tags[i] == "P" and _describes(tokens, tags, i)) or _is_done_by(tokens, i):
        return False  # "one of the rockets mentioned", "the attack claimed by the group"
    word = tokens[i].lower
    if word in _CLAIMS and not _LIVES.isdisjoint(t.lower for t in tokens[i + 1 : i + _TO_LIVES]):
        return False  # "a blast claimed at least nine lives"
    if word in _NOUNS_IN_S and _is_noun_in_s(tokens, tags, i):
        return False
    if word in _SHOWS:
        return (_tells_that(tokens, i) or _ends(tokens, i)) and _has_evidence_before(tokens, tags, i)
    if word in {"claim", "claims"} and [t.lower for t in tokens[i + 1 : i + 3]] == ["to", "have"]:
        return i > 0 and tokens[i - 1].lower not in _BEFORE_NOUN
    if word in GOING_ON and word not in _SAYS | DENIES:
        return i > 0 and tokens[i - 1].text in _SIGNS
    if word in _CLOSING_ALONE:
        return _ends(tokens, i) and not _is_participle(tokens, i)
    if word in _WITH:
        return _is_finite(tokens, i) and _goes_with(tokens, i)
    if word in _PLURAL and word not in _SAYS:
        return tokens[i].text.islower() and _is_finite(tokens, i) and _has_many_before(tokens, i)
    told = _tells_that(tokens, i) and not is_answered(tokens, i, tags)
    says = tokens[i].lower in _NO_NOUN and (i == 0 or tokens[i - 1].lower not in _BEFORE_SAY)
    verb = tags[i] != "N" or told or says or _closes(tokens, i)
    return verb and not _is_participle(tokens, i) and not _is_noun(tokens, i)


_CLAIMS, _LIVES = frozenset({"claim", "claims", "claimed"}), frozenset({"life", "lives"})
_TO_LIVES = 7  # words behind "claimed" within which the lives are told that it took
_NO_NOUN = frozenset({"say", "says", "denies"})
_NOUNS_IN_S = frozenset(DATA["words"]["nouns_in_s"])
_EVIDENCE = frozenset(DATA["words"]["evidence"])


def _is_noun_in_s(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """True for "hospital [records] show" and "the last of the army's [posts]"."""
    behind = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return (
        tags[i + 1 : i + 2] in {"V", "A"}
        or behind in _SHOWS
        or (i > 0 and tokens[i - 1].lower in {"'s", "’s", "'", "’"})
    )


def _has_evidence_before(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """True where what shows something stands before the verb, with no verb between: "footage released by the army | showed"."""
    for k in range(i - 1, max(-1, i - _NEAR_MANY), -1):
        if tokens[k].lower in _EVIDENCE:
            return True
        if tags[k] in "VA.SW":
            return False
    return False


def _describes(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """True for a participle behind its noun: "one of the rockets [mentioned] in the report", "two men [accused] of firing"."""
    k = i - 1
    while k >= 0 and tags[k] == "X":
        k -= 1
    return k >= 0 and tags[k] in "NE" and tags[i + 1 : i + 2] == "T" and tokens[i].lower not in _NO_OBJECT


def _goes_with(tokens: Sequence[Token], i: int) -> bool:
    """True where the words behind a verb make it one of saying: "let | it be known", "took full | responsibility"."""
    near = [t.lower for t in tokens[i + 1 : i + 6]]
    phrases = _WITH[tokens[i].lower]
    return any(near[k : k + len(p)] == p for p in phrases for k in range(2))


def _is_finite(tokens: Sequence[Token], i: int) -> bool:
    """False for an infinitive: "to confirm", "did not confirm", "could tell"."""
    return i > 0 and tokens[i - 1].lower not in _BEFORE_INFINITIVE


_BEFORE_INFINITIVE = LISTS["modals"] | frozenset(DATA["words"]["before_infinitive"])


def _has_many_before(tokens: Sequence[Token], i: int) -> bool:
    """True where people that tell stand before a plural verb, or close by: "prosecutors in Luhansk | count", "villagers | tell"."""
    for k in range(i - 1, max(-1, i - _NEAR_MANY), -1):
        word = tokens[k].lower
        if word == "and" and k > 0 and tokens[k - 1].text[0].isupper() and tokens[i - 1].text[0].isupper():
            return True  # "Rwanda and the M23 | deny"
        if not word[0].isalnum() or is_time(tokens[k]) or is_verb(tokens[k]):
            return False
        if (word.endswith("s") or word in _MANY) and speaks(word):
            return True
    return False


_NEAR_MANY = 8  # words from the people to their verb: "soldiers of the 53rd brigade | tell"
_MANY = frozenset(DATA["words"]["plural_bodies"])


_NO_OBJECT = frozenset(DATA["verbs"]["no_object"])
_BEFORE_SAY = frozenset({"a", "any", "final", "her", "his", "its", "no", "our", "the", "their", "to"})  # "had no say"


def tells_that(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """True for any other verb with what is said behind it: "confided | that", "gloated on Monday | that"."""
    if tags[i] != "V" or tokens[i].lower in _UNSAID:
        return False
    k = i + 1
    while k < len(tokens) and (is_time(tokens[k]) or tokens[k].lower in _BETWEEN):
        k += 1
    return k + 1 < len(tokens) and tokens[k].lower == "that" and tags[k + 1] not in "VA"


_UNSAID = frozenset(DATA["words"]["unsaid"])
_BETWEEN = frozenset({"on", "late", "early", "earlier", "afterwards", "again", "publicly", "also"})


def is_deed(tokens: Sequence[Token], verb: int) -> bool:
    """True for a verb of saying that is the deed itself and asserts nothing: "urged", "ordered"."""
    return tokens[verb].lower in _ACTS and not _tells_that(tokens, verb)


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """True for the verb that closes what is said: "X fell last week, analysts say", "X has fallen, the ministry repeats"."""
    if not _ends(tokens, i):
        return False
    if tokens[i].lower in {"say", "believe", "add"}:
        return True
    comma = next((k for k in range(i - 1, max(0, i - _CLOSING), -1) if tokens[k].text == ","), None)
    return tokens[i].lower.endswith("s") and comma is not None and comma + 1 < i and tokens[comma + 1].text != "and"


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """True for a word before a sign of the end: "…, prosecutors | related |."."""
    return i + 1 >= len(tokens) or tokens[i + 1].text in {".", ",", ";"}


_SIGNS = frozenset({",", "”", '"', "»"})


_CLOSING = 8  # words from the comma to the verb of whoever says what stands before it


def _is_participle(tokens: Sequence[Token], i: int) -> bool:
    """ "reported killed", "said to be", "the claimed gains", "was accused": passive or adjective, no saying of its own."""
    before = tokens[i - 1].lower if i else ""
    if before in _AGAIN and i > 1 and tokens[i - 2].lower in BE:
        return True  # "was also blamed for"
    if tokens[i].lower in _DOUBTED and before in LISTS["prepositions"]:
        return True  # "killed in alleged shelling"
    if before in GRAMMAR["before_participle_of_saying"] or before in {"never", "n't", "n’t"}:
        return True
    return tokens[i].lower in DENIES and is_apposed_answer(tokens, i)


_DOUBTED = frozenset(DATA["verbs"]["doubted"])
_AGAIN = frozenset({"also", "again", "since", "later", "widely", "previously"})


def is_apposed_answer(tokens: Sequence[Token], i: int) -> bool:
    """True for the participle that answers what its sentence told: ", a claim | rejected | by the army"."""
    told = i - 2 if tokens[i - 1].lower.endswith("ly") else i - 1
    opens = next((k for k in (told - 1, told - 2) if k > 0 and tokens[k].lower in {"a", "an"}), 0)
    return opens > 0 and tokens[opens - 1].text == "," and tokens[told].lower in _TOLD and _is_by(tokens, i + 1)


def _is_done_by(tokens: Sequence[Token], i: int) -> bool:
    """True for a participle with its doer, or its speaker: "claimed by the group"; "said by telephone" has a speaker before it."""
    return _is_by(tokens, i + 1) and (i + 2 >= len(tokens) or tokens[i + 2].lower not in _MEANS)


_MEANS = frozenset(DATA["words"]["means"])


def _is_by(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].lower == "by"


_TOLD = frozenset(DATA["denial"]["told"])


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    """True for "claims", "report" as nouns, the states of a union, and "put" that puts no number."""
    word, after = tokens[i].lower, tokens[i + 1].lower if i + 1 < len(tokens) else ""
    before = tokens[i - 1].lower if i else ""
    if word in {"put", "puts"}:
        return not (_puts_at(tokens, i) or _puts_it(tokens, i) or (after == "out" and _tells_that(tokens, i)))
    if word in {"reports", "report", "claims", "claim", "states"}:
        if before in VERBS:
            return True  # "denied reports that"
        return (
            (before in GRAMMAR["before_noun_of_saying"] or before in _BEFORE_TOLD)
            or after in {"of", "by"}
            or (word == "states" and before != "it")
        )
    return False


_BEFORE_NOUN = frozenset(
    {"'s", "’s", "'", "’", "the", "a", "its", "their", "his", "her", "these", "those", "such", "any", "no"}
)
# "the rebels' claim that", "dismissed as false | reports that"
_BEFORE_TOLD = frozenset({"'s", "’s", "'", "’"}) | {words.split()[-1] for words in DATA["denial"]["false"]}


def _puts_at(tokens: Sequence[Token], i: int) -> bool:
    """True for "put the number of dead at 12", "put the area at 2,000 square kilometres"."""
    rest = tokens[i + 1 : i + 20]
    ats = [k for k, t in enumerate(rest) if t.lower == "at"]
    return any(t.text[0].isdigit() or t.lower in NUMBER_WORDS for at in ats for t in rest[at : at + 4])


def _puts_it(tokens: Sequence[Token], i: int) -> bool:
    """True for "as the governor put it," and "or, as they put it:"."""
    return (
        tokens[i + 1 : i + 2] != []
        and tokens[i + 1].lower == "it"
        and (i + 2 >= len(tokens) or tokens[i + 2].text in _CLOSED)
    )


_CLOSED = frozenset({".", ",", ";", ":", "“", '"'})


def kind_of(tokens: Sequence[Token], verb: int) -> ClaimKind:
    """What a verb of saying does with what is said; "did not confirm" only says."""
    word = tokens[verb].lower
    negated = verb > 0 and tokens[verb - 1].lower in {"not", "n't", "n’t", "neither", "never", "without"}
    if word in DENIES or takes_back(tokens, verb):
        return "denies"
    if word in _CONFIRMS and not negated:
        return "confirms"
    return "announces" if word in _ANNOUNCES or word in _ACTS else "says"


def takes_back(tokens: Sequence[Token], verb: int) -> bool:
    """True for who denies its own word: "retracted its claim", "withdrew the report", "took back the statement"."""
    word = tokens[verb].lower
    if word not in _TAKES_BACK:
        return False
    return word in DENIES or (
        _goes_with(tokens, verb) and not {"responsibility", "credit"} & {t.lower for t in tokens[verb + 1 : verb + 4]}
    )


_TAKES_BACK = frozenset(DATA["verbs"]["takes_back"])


def next_deed(tokens: Sequence[Token], tags: str, verb: int) -> int | None:
    """The "and" behind a denial after which its speaker does something else: "denies arming X | and on Monday expelled Y"."""
    if tags[verb + 1 : verb + 2] != "G":
        return None
    for k in range(verb + 2, len(tokens)):
        if tags[k] == "C":
            after = k + 1
            while after < len(tokens) and (tags[after] in "XT" or is_time(tokens[after])):
                after += 1
            return k if tags[after : after + 1] in {"V", "A"} else None
    return None


def _tells_that(tokens: Sequence[Token], verb: int) -> bool:
    """True for an act of speech that asserts as well: "warned that troops had crossed"."""
    near = [t.lower for t in tokens[verb + 1 : verb + 6]]
    return "that" in near and not {",", ";", "."} & set(near[: near.index("that")])
