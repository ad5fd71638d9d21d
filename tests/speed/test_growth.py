"""Time grows with the length of an article, and no faster: nothing compares every name with every other one for long."""

import dataclasses
import sys
import time
from collections.abc import Callable
from types import FrameType

import pytest

from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from geoevents.events.find import find_events
from tests.speed.bench import articles

Cost = Callable[[Callable[[object], object], object], float]

pytestmark = pytest.mark.speed

ROUNDS = 7  # of which the quickest counts: a busy machine only ever adds


def steps(work: Callable[[object], object], article: object) -> int:
    """Lines of Python run by some work on an article: the same number on every machine, however busy.

    What is cached for good is filled before they are counted.
    """
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> Callable[..., object]:
        nonlocal count
        count += 1
        return counted

    work(article)
    before = sys.gettrace()
    sys.settrace(counted)
    try:
        work(article)
    finally:
        sys.settrace(before)
    return count


def seconds(work: Callable[[object], object], article: object) -> float:
    """Least processor time of some work on an article."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work(article)
        times.append(time.process_time() - start)
    return min(times)


def growth(work: Callable[[object], object], cost: Cost, *, parts: int) -> float:
    """Cost of an article made of several, as a multiple of the cost of its parts."""
    short = articles()[:parts]
    long = dataclasses.replace(short[0], text="\n\n".join(a.text for a in short))
    return cost(work, long) / sum(cost(work, a) for a in short)


# Steps tell small growth in Python, time tells great growth in what is not Python (numpy, regular expressions); the
# bound of time is wide because a busy machine may slow one of the two sides alone.  All pairs would cost 2 and 8 times.
COSTS = [(steps, 2, 1.15), (steps, 8, 1.2), (seconds, 8, 1.6)]


@pytest.mark.parametrize(("cost", "parts", "most"), COSTS)
def test_finding_and_placing_names_takes_twice_as_long_for_twice_the_words(atlas, cost, parts, most):
    assert growth(lambda a: find_mentions(a, atlas, segments=segment(a.text)), cost, parts=parts) < most


@pytest.mark.parametrize(("cost", "parts", "most"), COSTS)
def test_finding_events_takes_twice_as_long_for_twice_the_words(atlas, cost, parts, most):
    assert growth(lambda a: find_events(a, atlas), cost, parts=parts) < most


def test_what_compares_everything_with_everything_is_noticed():
    def pairs(article):
        words = article.text.split()
        for first in words:
            for second in words:
                if first is second:
                    continue

    assert growth(pairs, steps, parts=2) > 1.5
    assert growth(pairs, seconds, parts=8) > 4


def test_a_text_that_tells_one_event_again_and_again_takes_as_long_a_sentence(atlas):
    told = dataclasses.replace(
        articles()[0], text="Shells hit Kherson on Friday, killing two people, an official said. "
    )
    short, long = (dataclasses.replace(told, text=told.text * n) for n in (100, 800))

    def found(article):
        return find_events(article, atlas)

    assert steps(found, long) < 1.6 * 8 * steps(found, short)
