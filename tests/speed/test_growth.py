"""Time grows with the length of an article, and no faster: nothing compares every name with every other one for long."""

import dataclasses
import time
from collections.abc import Callable

import pytest

from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from geoevents.events.find import find_events
from tests.speed.bench import articles

pytestmark = pytest.mark.speed

ROUNDS = 5  # of which the quickest counts: a busy machine only ever adds


def seconds(work: Callable[[object], object], article: object) -> float:
    """Least processor time of some work on an article."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work(article)
        times.append(time.process_time() - start)
    return min(times)


def growth(work: Callable[[object], object], *, parts: int) -> float:
    """Time for an article made of several, as a multiple of the time for its parts."""
    short = articles()[:parts]
    long = dataclasses.replace(short[0], text="\n\n".join(a.text for a in short))
    return seconds(work, long) / sum(seconds(work, a) for a in short)


@pytest.mark.parametrize(("parts", "most"), [(2, 1.15), (8, 1.2)])
def test_finding_and_placing_names_takes_twice_as_long_for_twice_the_words(atlas, parts, most):
    assert growth(lambda a: find_mentions(a, atlas, segments=segment(a.text)), parts=parts) < most


@pytest.mark.parametrize(("parts", "most"), [(2, 1.15), (8, 1.2)])
def test_finding_events_takes_twice_as_long_for_twice_the_words(atlas, parts, most):
    assert growth(lambda a: find_events(a, atlas), parts=parts) < most
