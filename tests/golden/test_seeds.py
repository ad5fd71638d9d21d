"""The articles in seeds/ yield what they yielded: a change is seen, judged and committed (see renew.py)."""

from tests.golden.renew import GOLDEN, text_of


def test_seeds_yield_what_is_written_down(seeds):
    assert text_of(seeds).splitlines() == GOLDEN.read_text("utf-8").splitlines()
