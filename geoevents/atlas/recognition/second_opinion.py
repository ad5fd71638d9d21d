"""spaCy as an optional second opinion on names (``places.md`` 3.6): what its labels add to the log-odds of each name.

The weights were fitted on the out-of-fold log-odds of the development halves with en_core_web_sm 3.8.0: overlap F1 rises by
.010 on TR-News, .008 on GeoVirus, .001 on LGL, and not at all on GeoWebNews and war articles.
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from geoevents.errors import ModelError

__all__ = ["SpacyOpinion"]

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")  # tried in this order
_UNUSED = ["parser", "lemmatizer", "attribute_ruler", "tagger"]
_OWN, _BIAS, _SILENT = 0.93, -0.39, -0.25
# By label: what a span of the same extent adds, and one that overlaps it otherwise.
_ADDS = {
    "GPE": (1.13, -0.18), "LOC": (1.13, -0.18), "FAC": (1.13, -0.56), "NORP": (0.33, -0.25), "PERSON": (-0.10, -0.40),
    "ORG": (-0.21, 0.11),
}  # fmt: skip
_OTHER = (-0.25, -0.80)
_START, _END = 4, 3  # letters by which "the" and "'s" may set the extents apart

Entity = tuple[int, int, str]


class SpacyOpinion:
    """What a named-entity recogniser says of an article; ``name`` says which one it was."""

    def __init__(self, entities: Callable[[str], Sequence[Entity]], *, name: str) -> None:
        """``entities`` gives (start, end, label) of a text, with the labels of OntoNotes."""
        self._entities, self.name = entities, name

    @classmethod
    def load(cls, model: str = "spacy") -> "SpacyOpinion":
        """The spaCy model of that name; "spacy" takes the largest English one that is installed.  ModelError if none is."""
        if find_spec("spacy") is None:
            raise ModelError("--ner wants spaCy: pip install 'geoevents[spacy]'")
        import spacy

        known = [m for m in MODELS if find_spec(m) is not None] if model == "spacy" else [model]
        if not known or find_spec(known[0]) is None:
            wanted = known[0] if known else MODELS[-1]
            raise ModelError(f"spaCy has no model {wanted!r}: python -m spacy download {wanted}")
        nlp = spacy.load(known[0], exclude=_UNUSED)

        def entities(text: str) -> list[Entity]:
            return [(e.start_char, e.end_char, e.label_) for e in nlp(text).ents]

        return cls(entities, name=f"{known[0]} {nlp.meta['version']}")

    def adjusted(
        self, text: str, spans: Sequence[tuple[int, int]], logits: npt.NDArray[np.floating]
    ) -> npt.NDArray[np.floating]:
        """Log-odds of names with the entities of the text weighed in."""
        told = self._entities(text)
        added = [sum(_added(span, told), _BIAS) for span in spans]
        return np.asarray(_OWN * logits + np.array(added, dtype=np.float32))


def _added(span: tuple[int, int], entities: Sequence[Entity]) -> list[float]:
    """What each kind of overlapping entity adds, once."""
    over = [e for e in entities if e[0] < span[1] and span[0] < e[1]]
    parts = {_part(span, e) for e in over}
    return [value for _, value in sorted(parts)] if parts else [_SILENT]


def _part(span: tuple[int, int], entity: Entity) -> tuple[tuple[float, float], float]:
    same = abs(entity[0] - span[0]) <= _START and abs(entity[1] - span[1]) <= _END
    adds = _ADDS.get(entity[2], _OTHER)
    return adds, adds[0 if same else 1]
