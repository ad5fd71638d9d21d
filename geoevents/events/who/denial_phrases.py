"""Words that deny what was claimed before without saying it again: "rejected that account", "nothing of the kind happened"."""

import re
from collections.abc import Iterable

from geoevents.events.sentence.phrases import Phrases, key_words
from geoevents.events.who.speaker_spans import DATA

__all__ = ["denies_before"]


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


_D = {name: _any(words) for name, words in DATA["denial"].items()}
_ONES = r"(?:the|this|that|those|these|such|all|both|any|his|her|its|their)"
_TOLD = rf"{_ONES}\s+(?:[\w’'-]+\s+){{0,2}}{_D['told']}"
# "rejected that account", "disputes this", "denied any involvement"
_REJECTED = re.compile(
    rf"\b{_D['rejects']}\s+(?:{_TOLD}|(?:this|that|it|these|those|them)(?=\s*(?:$|[.,;:]|and|but|on|in|as|at)))",
    re.IGNORECASE,
)
# "called the report a fake", "described the claims as baseless"
_CALLED = re.compile(
    rf"\b{_D['calls']}\s+(?:{_TOLD}|this|that|it|these|those|them)\s+(?:as\s+)?(?:an?\s+)?[\"“‘']?{_D['false']}\b",
    re.IGNORECASE,
)
# "that was not so", "the reports were \"fabricated\""
_UNTRUE = re.compile(
    rf"\b(?:{_TOLD}|this|that|it|they|these|those|all)\s+(?:was|is|were|are|had\s+been)\s+"
    rf"(?:simply\s+|all\s+|completely\s+)?(?:not\s+(?:true|so|correct|accurate|the\s+case)|(?:an?\s+)?[\"“‘']?{_D['false']})\b",
    re.IGNORECASE,
)
_SAYS_UNTRUE = key_words(DATA["denial"]["false"]) | {"not"}
_NOTHING = Phrases(DATA["denial"]["nothing"])


def denies_before(text: str, verb: int, scope: tuple[int, int], words: frozenset[str]) -> bool:
    """True where a verb of speech, or what is said, denies what stands before it; ``words`` are those of the sentence."""
    by_verb = _REJECTED.match(text, verb) or _CALLED.match(text, verb)
    untrue = not _SAYS_UNTRUE.isdisjoint(words) and _UNTRUE.search(text, *scope)
    return bool(by_verb or untrue or _NOTHING.search(text, *scope, words))
