import json
from importlib.resources import files

import numpy as np
import pytest

from geoevents.atlas.resolution.ranking import Ranker, feature_names
from geoevents.atlas.training.ranker_examples import matched
from geoevents.errors import ModelError

MANIFEST = json.loads(files("geoevents.atlas.resolution").joinpath("ranker.json").read_text("utf-8"))


def test_weights_and_manifest_are_of_the_same_features():
    ranker = Ranker.load()
    assert MANIFEST["features"] == list(feature_names())
    assert len(ranker.own) + len(ranker.context) + len(ranker.nil) == len(MANIFEST["features"])


def test_no_feature_knows_a_place_or_a_name():
    assert not [n for n in feature_names() if n.startswith(("id_", "name_", "text_", "word_"))]


def test_weights_for_other_features_are_refused():
    with pytest.raises(ModelError, match="geoevents train ranker"):
        Ranker.of(np.zeros(3))


def test_the_scores_in_the_manifest_were_made_by_folds():
    assert MANIFEST["settings"]["folds"] >= 5
    assert all(row["@161"] > 0.7 for row in MANIFEST["scores_k_fold"].values())


def gold(start, end):
    return {"start": start, "end": end, "text": "", "lat": 1.0, "lon": 1.0}


def test_identical_spans_are_matched_before_longer_overlaps():
    assert matched([(0, 4), (0, 9)], [gold(0, 4), gold(5, 9)]) == {0: gold(0, 4), 1: gold(5, 9)}
