"""Words that answer what was told before without saying it again: "rejected that account", "confirmed the raid", "still there"."""

import re
from collections.abc import Iterable

from geoevents.articles.tokens import lowered
from geoevents.events.sentence.phrases import Phrases, key_words
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.contraries import NONE_WAS, OPPOSITE, says_contrary, says_opposite

__all__ = [
    "answered_deeds",
    "answers_its_clause",
    "calls_false_what_follows",
    "calls_untrue",
    "confirms_before",
    "denies_before",
    "end_of_aside",
    "leaves_open",
    "not_true_that",
    "rejects_news",
]


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


_D = {name: _any(words) for name, words in DATA["denial"].items()}
_DEEDS = {name: _any(words) for name, words in DATA["deeds"].items()}
_DEED = f"(?:{'|'.join(_DEEDS.values())})"
_ONES = r"(?:the|this|that|those|these|such|all|both|any|his|her|its|their|[a-z]+day[’']s|last\s+\w+[’']s)"
_MORE = r"(?:[\w’'-]+\s+){0,2}"
_TOLD = rf"{_ONES}\s+{_MORE}{_D['told']}"
_BACK = r"(?:this|that|it|these|those|them|both|either|all\s+of\s+(?:it|this|that|them))"
_LATER = (
    r"an?\s+(?:hour|day|week)|later|soon|hours|days|within|through|outright|[a-z]+ly"  # "confirmed it | an hour later"
)
# "rejected that account", "disputes this", "denied any involvement", "denied both"
_REJECTED = re.compile(
    rf"\b{_D['rejects']}\s+(?:{_TOLD}\b(?!\s+that\b)|{_BACK}(?=\s*(?:$|[.,;:]|(?:and|but|on|in|as|at|{_LATER})\b)))"
)
# "denied the attack", "denied that the second strike had taken place", "denied any such raid"
_DENIED_DEED = re.compile(
    rf"\b{_D['denies']}\s+(?:on\s+\w+\s+)?(?:that\s+(?:there\s+(?:had\s+been|was|were)\s+)?)?(?:{_ONES}|an?)\s+{_MORE}{_DEED}"
    rf"(?=\s*(?:$|[.,;]|and\b|or\b|had\s+(?:taken\s+place|happened|occurred)|took\s+place))"
)
# "denied carrying out the strike", "denied that its forces were behind it", "denied having fired the missile"
_DENIED_DOING = re.compile(
    rf"\b{_D['denies']}\s+(?:on\s+\w+\s+)?(?:that\s+)?(?:(?:it|they|he|(?:its|their|his)\s+(?:\w+\s+){{1,2}})\s*"
    rf"(?:had|was|were)\s+|having\s+|being\s+|)(?:behind\b|been\s+behind\b"
    rf"|{_D['doing']}\s+(?:it\b|them\b|(?:{_ONES}|an?)\s+(?:\w+\s+)?(?:{_DEED}|{_D['weapon']})\b))"
)
_ANOTHER = r"[\"“‘']?(?:(?:an?|another|yet\s+another|one\s+more|more|mere|pure|sheer)\s+)?"
# "called the report a fake", "described the claims as baseless"
_CALLED = re.compile(
    rf"\b{_D['calls']}\s+(?:{_TOLD}|this|that|it|these|those|them)\s+(?:as\s+)?{_ANOTHER}[\"“‘']?{_D['false']}\b"
)
# "called the charge "a fairy tale"": whatever is said of it in quotes, unless it is taken for true
_CALLED_IN_QUOTES = re.compile(
    rf"\b{_D['calls']}\s+{_ONES}\s+{_MORE}(?:claims?|charges?|accusations?|allegations?|assertions?|suggestions?)\s+(?:as\s+)?"
    r"[\"“‘](?![^\"”’]{0,40}\b(?:credible|true|serious|grave|alarming|worrying|disturbing|shocking|plausible|significant)\b)"
)
# "that was not so", "the reports were \"fabricated\""
_UNTRUE = re.compile(
    rf"\b(?:{_TOLD}|this|that|it|they|these|those|all)\s+(?:was|is|were|are|had\s+been)\s+"
    rf"(?:simply\s+|all\s+|completely\s+)?(?:not\s+(?:true|so|correct|accurate|the\s+case)|(?:an?\s+)?[\"“‘']?{_D['false']})\b",
    re.IGNORECASE,
)
# "reports that X had fallen were premature": what is in between is what is denied
_REPORTS_UNTRUE = re.compile(
    rf"\b{_D['told']}\s+(?:(?:by|from|in)\s+[^.;,]{{2,40}}?\s+)?(?P<what>(?:that|of|about)\s+[^.;]{{4,200}}?)\s+(?:was|is|were|are|had\s+been)\s+(?:simply\s+|all\s+|completely\s+)?"
    rf"(?:not\s+(?:true|so|correct|accurate|the\s+case)|(?:an?\s+)?[\"“‘']?{_D['false']})\b"
)
# "it is not true that X has fallen", "there is no truth in claims that"
_NOT_TRUE_THAT = re.compile(
    rf"\b(?:it\s+(?:is|was)\s+(?:simply\s+)?(?:not\s+(?:true|correct|the\s+case)|an?\s+lie|{_D['false']})"
    rf"|there\s+(?:is|was)\s+no\s+truth\s+(?:in|to)\s+{_MORE}{_D['told']})\s+(?P<what>that\s+[^.;]{{4,200}})"
)
# "accused the rebels of shelling it themselves", "of having staged the attack": whoever did it, the speaker did not
_THEIR_OWN_DOING = re.compile(
    rf"\baccus(?:ed|es)\s+(?:[\w'’-]+\s+){{1,4}}of\s+(?:having\s+)?(?:\w+(?:ing|ed)\s+(?:it|them|{_ONES}\s+[\w-]+)\s+(?:itself|themselves|himself)"
    rf"|(?:staging|staged)\s+(?:it\b|{_ONES}\s+(?:\w+\s+)?{_DEED}\b))"
)
_SAYS_UNTRUE = key_words(DATA["denial"]["false"]) | {"not"}
_SO = frozenset({"so", "true", "all", "correct"})
_NOTHING = Phrases(DATA["denial"]["nothing"])
# "said it had nothing to do with the fire", "played no part in this"; what stands before "but" is told as well
_NO_PART = re.compile(
    rf"(?:{_D['no_part']})\s+(?:{_BACK}(?=\s*(?:$|[.,;:\"”]|(?:and|but)\b))|(?:{_ONES}|an?)\s+{_MORE}(?:{_DEED}|{_D['told']}|{_D['harm']})\b)"
)
# "Not so, countered the general"
_NOT_SO = re.compile(
    r"(?<!was )(?<!is )(?<!were )\bnot\s+(?:so|true|at\s+all|correct)\s*[,!][”\"’']?\s+(?:(?!and\b|but\b)[^,.;]{2,40}\s)?$"
)
# ", which Kyiv dismissed as fantasy": what was just told is what is denied.
_WHICH = re.compile(
    r",\s+(?:which|something(?:\s+that)?|(?:an?|the)\s+(?:\w+\s+)?(?P<told>(?!(?:that|which)\b)\w+)(?:\s+(?:that|which))?)\s+$",
    re.IGNORECASE,
)
_GAP = re.compile(
    rf"(?:{_D['rejects']}|{_D['calls']}\s+(?:as\s+)?(?:an?\s+)?[\"“‘']?{_D['false']}[\"”’']?)(?=\s*(?:$|[.,;]|as\b|on\b|and\b|but\b))"
)
_TOLD_NOUN = re.compile(_D["told"], re.IGNORECASE)


def denies_before(text: str, speaker: int, verb: int, scope: tuple[int, int], words: frozenset[str]) -> bool:
    """True where a verb of speech, or what is said, denies what stands before it.

    ``speaker`` and ``verb`` are where they begin; ``words`` are those of the sentence.
    """
    if leaves_open(text, verb):
        return False
    low = lowered(text)
    denies = not _DENYING.isdisjoint(words) and (_denies_deed(low, verb) or _which(text, speaker, verb))
    denies = denies or (not OPPOSITE.isdisjoint(words) and says_opposite(low, verb))
    return (
        denies
        or (not _SAYS_UNTRUE.isdisjoint(words) and _UNTRUE.search(text, *scope) is not None)
        or says_contrary(low, scope, words)
        or (not _SO.isdisjoint(words) and _NOT_SO.search(low, max(0, verb - 2 * _REACH), verb) is not None)
        or (not _PART.isdisjoint(words) and _no_part(low, *scope))
        or _NOTHING.search(text, *scope, words) is not None
    )


_PART = key_words(DATA["denial"]["no_part"])


def _no_part(low: str, start: int, end: int) -> bool:
    match = _NO_PART.search(low, start, end)
    return match is not None and _TOLD_BESIDES.search(low, start, match.start()) is None


_TOLD_BESIDES = re.compile(r"\bbut\b|\btold\s+by\b")  # "had been told by X that it had nothing to do with it"


# One of these words stands in every sentence whose verb itself denies: "said" denies only what it calls false.
_DENYING = key_words([*DATA["denial"]["rejects"], *DATA["denial"]["denies"], *DATA["denial"]["false"]])
_DENYING |= {"accused", "accuses"} | key_words(DATA["denial"]["calls"])


def _denies_deed(low: str, verb: int) -> bool:
    """True for a verb that denies what stands behind it: "rejected that account", "denied the attack"."""
    ways = (_REJECTED, _CALLED, _CALLED_IN_QUOTES, _DENIED_DEED, _DENIED_DOING, NONE_WAS, _THEIR_OWN_DOING)
    return any(pattern.match(low, verb) for pattern in ways)


def rejects_news(text: str, verb: int) -> bool:
    """True for a verb that denies the news told before, whoever told it: "denied it", "called the report a fake"."""
    low = lowered(text)
    return _REJECTED.match(low, verb) is not None or _CALLED.match(low, verb) is not None


def calls_untrue(text: str, scope: tuple[int, int], words: frozenset[str]) -> tuple[int, int] | None:
    """What is said to be untrue, where it is told between: "that X had fallen" of "reports that X had fallen were premature"."""
    if _SAYS_UNTRUE.isdisjoint(words):
        return None
    match = _REPORTS_UNTRUE.search(lowered(text), *scope)
    return match.span("what") if match is not None else None


def not_true_that(text: str, scope: tuple[int, int], words: frozenset[str]) -> tuple[int, int] | None:
    """What is said not to be true, where it stands behind: "it is not true that our men have left X"."""
    if "true" not in words and "truth" not in words and _SAYS_UNTRUE.isdisjoint(words):
        return None
    match = _NOT_TRUE_THAT.search(lowered(text), *scope) if "that" in words else None
    return match.span("what") if match is not None else None


# "called false a report that X had fallen", "described as propaganda claims that": what follows is denied.
_CALLED_FIRST = re.compile(
    rf"\b{_D['calls']}\s+(?:as\s+)?(?:an?\s+)?[\"“‘']?{_D['false']}[\"”’']?\s+(?:(?:an?|the)\s+)?{_MORE}{_D['told']}\s+(?:that|of)\b"
)


def calls_false_what_follows(text: str, verb: int, words: frozenset[str]) -> bool:
    """True for a verb that calls false what the sentence tells behind it."""
    return not _SAYS_UNTRUE.isdisjoint(words) and _CALLED_FIRST.match(lowered(text), verb) is not None


def _which(text: str, speaker: int, verb: int) -> bool:
    """True for a denial in a relative clause: ", which X denies", ", a claim that X rejected"."""
    if _GAP.match(lowered(text), verb) is None:
        return False
    match = _WHICH.search(text, max(0, speaker - _REACH), speaker)
    return match is not None and (match["told"] is None or _TOLD_NOUN.fullmatch(match["told"]) is not None)


def leaves_open(text: str, verb: int) -> bool:
    """True for a verb of answering that is not said to hold: "neither confirmed nor denied the raid", "did not deny it"."""
    return _NEITHER.search(lowered(text), max(0, verb - _REACH), verb) is not None


_NEITHER = re.compile(r"\b(?:nor|not|never|neither|without)\s+$")


def answers_its_clause(text: str, speaker: int) -> bool:
    """True where a speaker begins a relative clause that denies what the sentence told before it."""
    return _WHICH.search(text, max(0, speaker - _REACH), speaker) is not None


# ", which denies it, | of shelling X", ", a charge Y rejects, | for the raid"
_ASIDE = re.compile(r"[^,;.]{0,40}(?=,\s+(?:of|for)\s)")


def end_of_aside(text: str, verb_end: int, end: int) -> int | None:
    """Where a denial ends that is put in between a reproach and its content: "accused X, which denies it|, of shelling Y"."""
    match = _ASIDE.match(text, verb_end, end)
    return match.end() if match is not None else None


_REACH = 30  # letters before a speaker in which "a claim that" stands

# "confirmed the raid", "acknowledged the loss of the town", "admitted it"
_A = {name: _any(words) for name, words in DATA["answers"].items()}
_CONFIRMED = re.compile(
    rf"\b{_A['admits']}\s+(?:{_ONES}\s+{_MORE}(?:{_DEED}|{_D['told']})|(?:this|it)(?=\s*(?:$|[.,;]|on\b|and\b|(?:{_LATER})\b))"
    r"|(?:that\s+)?[^.,;]{0,60}?\b(?:done|doing)\s+so\b)"
)
_RESPONSIBLE = re.compile(
    rf"\b(?:{_A['takes']}\s+(?:\w+\s+)?responsibility|claim(?:s|ed)\s+(?:the|both|that|this)\s+(?:\w+\s+)?{_DEEDS['attack']}(?=\s*(?:[.,;]|$|on\b|in\s+a\b|as\b|and\b))|(?:was|were)\s+behind\s+(?:the|it|this)\b"
    rf"|had\s+carried\s+(?:it\s+out|out\s+the\s+{_DEEDS['attack']})|carried\s+out\s+the\s+{_DEEDS['attack']})"
)
_ANSWERS = key_words(DATA["answers"]["admits"]) | {"responsibility", "behind", "carried", "claimed", "claims"}


def confirms_before(text: str, speaker: int, verb: int, end: int, words: frozenset[str]) -> bool:
    """True where a speaker says that what was told before was its own deed, or that it is so; see ``denies_before``."""
    if _ANSWERS.isdisjoint(words) or leaves_open(text, verb):
        return False
    low = lowered(text)
    own = _RESPONSIBLE.search(low, min(speaker, verb), end)
    owned = own is not None and not _NEITHER.search(low, max(0, own.start() - _REACH), own.start())
    return owned or _CONFIRMED.match(low, verb) is not None


# Which categories an answer may be about, by the noun it has for the deed.
_ANSWERED = {
    "attack": frozenset(
        {"strike", "ground_combat", "naval", "air_defence", "detention", "cyber", "other", "mobilisation"}
    ),
    "control": frozenset({"control_change", "ground_combat"}),
    "loss": frozenset({"control_change", "ground_combat", "naval", "air_defence"}),
}
_NOUN = {name: re.compile(rf"\b{words}\b") for name, words in _DEEDS.items()}


def answered_deeds(text: str, start: int, end: int) -> frozenset[str] | None:
    """The categories that the noun of an answer tells ("the raid", "the loss"); None where it has none of its own."""
    low = lowered(text)
    found = {name: m.start() for name, pattern in _NOUN.items() if (m := pattern.search(low, start, end))}
    return _ANSWERED[min(found, key=lambda name: found[name])] if found else None
