"""The bank of annotated articles can be read, and how well the program reads it."""

import pytest

from tests.quality import agreement, bank_score

FILES = sorted(bank_score.HERE.glob("*.txt"))
with_scorers = pytest.mark.skipif(not bank_score.SHARED.exists(), reason="the scorers are not here")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_places_of_events_stand_in_their_article(file):
    for told in bank_score.read([file]):
        lacking = {p for e in told.events for p in e["places"] if p not in told.body and p not in told.title}
        assert not lacking, f"{told.id}: {lacking}"


def test_what_cannot_be_read_names_file_and_line(tmp_path):
    file = tmp_path / "x.txt"
    file.write_text(
        "== 2024-07-24 war\nTitle: A\nShells fell.\n> shelling/shelling; reported; 2024-13-01; -; -; -\n", "utf-8"
    )
    with pytest.raises(ValueError, match=r"x\.txt:4: > shelling"):
        list(bank_score.read([file]))


@with_scorers
@pytest.mark.quality
@pytest.mark.parametrize(("prefix", "held", "floor"), [("p", False, 0.67), ("p", True, 0.59), ("a", True, 0.36)])
def test_events_of_the_bank(atlas, prefix, held, floor):
    told = [a for a in bank_score.read([f for f in FILES if f.stem.startswith(prefix)]) if a.is_held is held]
    assert bank_score.score_all(told, atlas).f1 >= floor


@with_scorers
@pytest.mark.quality
def test_a_second_annotator_agrees_with_the_first_on_the_same_texts():
    both = list(agreement.twice())
    result = agreement.agreement([(first, agreement.as_rows(second)) for first, second in both])
    assert (len(both), result.f1 > 0.79) == (78, True)
