"""How far the confidence of events can be believed, on our own articles that taught it nothing."""

import pytest

from geoevents.events.confidence import shipped_weights, sure_of
from tests.quality.bank_score import SHARED
from tests.quality.fit_confidence import HERE, believed, gold_rows

pytestmark = [pytest.mark.quality, pytest.mark.skipif(not SHARED.exists(), reason="the scorers are not here")]


def test_the_confidence_of_unseen_articles_can_be_believed(atlas):
    rows = [r for name in ("held", "unseen") for r in gold_rows(HERE / "articles" / name, name, atlas)]
    told = believed([(sure_of(shipped_weights(), r.features), r) for r in rows])
    assert told["error"] <= 0.09
    assert told["area"] >= 0.69
