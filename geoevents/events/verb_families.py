"""A codebook's raw value with its families of verbs written out: a trigger that asks for "{harm}" asks for each verb that harms."""

from collections.abc import Mapping
from typing import Any

from geoevents.errors import CodebookError

__all__ = ["with_families"]


def with_families(raw: dict[str, Any], where: str) -> dict[str, Any]:
    """The codebook with each "{family}" among the verbs of a trigger replaced by the verbs of [verbs], in order.

    Raises
    ------
    CodebookError
        A family that [verbs] does not have.
    """
    families = raw.get("verbs", {})
    return {**raw, "category": [_category(c, families, where) for c in raw["category"]]}


def _category(category: dict[str, Any], families: Mapping[str, list[str]], where: str) -> dict[str, Any]:
    subtypes = [
        {**s, "trigger": [_trigger(t, families, f"{where}: {category.get('id')}/{s.get('id')}") for t in s["trigger"]]}
        if s.get("trigger")
        else s
        for s in category.get("subtype", ())
    ]
    return {**category, "subtype": subtypes} if "subtype" in category else category


def _trigger(trigger: dict[str, Any], families: Mapping[str, list[str]], where: str) -> dict[str, Any]:
    verbs = trigger.get("verbs")
    if not isinstance(verbs, list):
        return trigger
    spelt: list[Any] = []
    for verb in verbs:
        if not (isinstance(verb, str) and verb.startswith("{")):
            spelt.append(verb)
        elif verb.strip("{}") in families:
            spelt += families[verb.strip("{}")]
        else:
            raise CodebookError(f"{where}: {verb} is no family of verbs; add [verbs] {verb.strip('{}')} = [...]")
    return {**trigger, "verbs": list(dict.fromkeys(spelt))}
