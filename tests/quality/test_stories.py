"""Tellings of one happening in several articles are one row: floors just below the figures (README)."""

import pytest

from tests.quality.story_score import Links, add_links, read, stories, tellings

# (held back, least precision, least recall) of joined pairs
FLOORS = [(False, 0.88, 0.74), (True, 0.74, 0.45)]


@pytest.mark.quality
@pytest.mark.parametrize(("held", "precision", "recall"), FLOORS)
def test_tellings_of_one_happening_are_one_row(atlas, held, precision, recall):
    links = Links()
    for file in stories(held=held):
        add_links(links, file.stem, tellings(list(read([file])), atlas))
    assert links.precision >= precision
    assert links.recall >= recall
