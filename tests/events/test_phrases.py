"""Fixed phrases are found as whole words, and nothing is looked for where their words are missing."""

import pytest

from geoevents.events.sentence.phrases import Phrases

TOLD = Phrases(["took responsibility", "was behind the", "air force", "army"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The group took responsibility for it.", "took responsibility"),
        ("The ARMY took responsibility.", "ARMY"),
        ("It undertook responsibility.", None),
        ("The armyworm ate the crop.", None),
    ],
)
def test_a_phrase_is_found_as_whole_words_in_either_case(text, found):
    match = TOLD.search(text, 0, len(text), text.lower().rstrip(".").split())
    assert (match and text[slice(*match.span())]) == found


def test_words_in_a_row_tell_a_phrase():
    assert TOLD.stand_in(["the", "air", "force", "said"])
    assert TOLD.stand_in(["an", "army"])
    assert not TOLD.stand_in(["force", "of", "air"])
