"""How much of the phrasing of wires the codebook reads: shares that a change cannot lower unnoticed."""

import tomllib
from pathlib import Path

import pytest

BANK = tomllib.loads(Path(__file__).with_name("paraphrases.toml").read_text("utf-8"))
IN_A_WAR = " The war between the army and the rebels is in its second year. Officials of both sides spoke to reporters."
MILITARY = {"air_defence", "control_change", "ground_combat", "mobilisation", "naval", "strike"}


def categories(told, sentence):
    found = told(sentence + IN_A_WAR, published="2024-06-12")
    return {e.category for e in found if e.start is not None and e.start < len(sentence)}


@pytest.mark.parametrize(
    ("category", "floor"),
    [
        ("air_defence", 0.9), ("control_change", 0.85), ("detention", 0.85), ("diplomacy", 0.85), ("ground_combat", 0.8),
        ("humanitarian", 0.7), ("infrastructure", 0.8), ("legal", 0.9), ("military_aid", 0.65), ("mobilisation", 0.8),
        ("naval", 0.85), ("protest", 0.7), ("sanctions", 0.7), ("strike", 0.85),
    ],
)  # fmt: skip
def test_most_ways_of_telling_are_read(told, category, floor):
    sentences = [s for entry in BANK["tells"] if entry["category"] == category for s in entry["sentences"]]
    read = [s for s in sentences if category in categories(told, s)]
    assert len(read) / len(sentences) >= floor


def test_figures_of_speech_and_peaceful_news_stay_quiet(told):
    sentences = BANK["quiet"]["sentences"]
    read = [categories(told, s) for s in sentences]
    assert len([found for found in read if found & MILITARY]) / len(sentences) <= 0.15
    assert len([found for found in read if found - MILITARY]) / len(sentences) <= 0.2
