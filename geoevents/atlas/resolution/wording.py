"""What the words on the names themselves say of their candidates: class words, articles, shortened and postal areas."""

from collections.abc import Sequence

import numpy as np

from geoevents.atlas.resolution.contenders import CLASS_AT, CLASS_ORDER, CODES, OWN_AT, Codes, Floats
from geoevents.atlas.resolution.context_features import CONTEXT_AT, NIL_FEATURES
from geoevents.atlas.resolution.name_groups import NameGroup

__all__ = ["say", "say_none"]

# What class words ask for: the classes that are called so, then those that may be.
_HEADS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "admin1": (frozenset({"admin1"}), frozenset({"admin2", "region", "country"})),
    "admin2": (frozenset({"admin2"}), frozenset({"admin1"})),
    "territory": (frozenset({"admin1", "admin2"}), frozenset({"region", "country"})),
    "settlement": (frozenset({"city", "town", "village", "quarter"}), frozenset()),
    "water": (frozenset({"sea", "water"}), frozenset()),
    "land": (frozenset({"island", "region"}), frozenset({"admin1"})),
    "facility": (frozenset({"site"}), frozenset({"city", "town", "village", "quarter"})),
}
# The same as tables: one row a kind of class word (the first: none), one column a class.
_HEAD_AT = {name: i for i, name in enumerate(_HEADS, start=1)}
_CALLED, _NEARLY = (
    np.array([[False] * len(CLASS_ORDER), *([name in _HEADS[head][k] for name in CLASS_ORDER] for head in _HEADS)])
    for k in (0, 1)
)
_NO_ARTICLE = np.array([name in {"city", "town", "village", "quarter", "admin1", "admin2"} for name in CLASS_ORDER])
_LARGEST = 7.0  # log10 of inhabitants


def say(fixed: Floats, names: Sequence[NameGroup], owner: Codes, codes: Codes, own: Floats) -> None:
    """Fills features (rows of ``fixed``) of all candidates (columns); ``owner`` is the name of each, ``codes`` has the
    rows of CODES, ``own`` one row a candidate."""
    classes, at = codes[CODES.index("class")], CONTEXT_AT
    head = np.array([_head(g) for g in names])[owner]
    called, nearly = _CALLED[head, classes], _NEARLY[head, classes]
    fixed[at["class_word"]], fixed[at["class_word_nearly"]] = called, nearly
    fixed[at["class_word_denied"]] = (head > 0) & ~called & ~nearly
    fixed[at["class_in_its_name"]] = own[:, OWN_AT["bare_area"]] * (head == _HEAD_AT["admin1"])
    article, shortened, postal = np.array([(g.article, g.shortened, g.postal) for g in names]).T[:, owner]
    fixed[at["with_article"]] = article & _NO_ARTICLE[classes] & (codes[CODES.index("named_the")] == 0)
    area = classes == CLASS_AT["admin1"]
    fixed[at["shortened_area"]], fixed[at["postal_code"]] = shortened & area, postal & ~shortened & area
    outlets = {g.key for g in names if g.outlet}
    if outlets:
        named = np.array([g.key in outlets and not g.outlet for g in names])[owner]
        fixed[at["outlet_name"]] = named
        fixed[at["outlet_name_size"]] = np.minimum(own[:, OWN_AT["log_population"]], _LARGEST) * named


def _head(group: NameGroup) -> int:
    """The row of a name's class word; a territory is a district in the Congo and of the first level elsewhere."""
    return _HEAD_AT.get(group.head or "") or _HEAD_AT.get(group.head_class or "", 0)


def say_none(group: NameGroup) -> Sequence[float]:
    """NIL_FEATURES of a name with candidates."""
    if group.outlet and len(group.contenders) == 1:
        return (0.0,) * len(NIL_FEATURES)  # a home from the table is known
    none = group.contenders.none
    return none if group.head_class is None else (*none[:_CLASS_WORD], 1.0, *none[_CLASS_WORD + 1 :])


_CLASS_WORD = NIL_FEATURES.index("none_class_word")
