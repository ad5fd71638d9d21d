import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoevents.articles.tokens import tokenize
from geoevents.atlas.names import fold, romanize, skeletons, spellings, stems


@pytest.mark.parametrize(
    ("name", "latin"),
    [("Кліщіївка", "Klishchiivka"), ("Яблунівка", "Yablunivka"), ("Мар'їнка", "Marinka"), ("Згурівка", "Zghurivka")],
)
def test_ukrainian_names_are_romanised_by_the_national_system(name, latin):
    assert romanize(name, "uk") == latin


@pytest.mark.parametrize("written", ["Klichtchiïvka", "Кліщіївка", "Клещеевка", "Klishchiyivka", "Klishchiivka"])
def test_all_spellings_of_a_village_share_a_skeleton(written):
    assert "KLSVK" in skeletons(written)


def test_case_marks_hyphens_and_apostrophes_do_not_matter():
    assert fold("Ivano-Frankivs’k") == fold("ivano frankivsk")
    assert fold("Járkov") == "jarkov"


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.from_regex(r"[A-Za-zÀ-ÿА-Яа-я' -]{1,40}", fullmatch=True))
def test_the_fold_of_a_phrase_is_the_folds_of_its_tokens(text):
    joined = " ".join(w for w in (fold(t.text) for t in tokenize(text)) if w)
    assert joined.replace(" ", "") == fold(text).replace(" ", "")


def test_inflected_names_have_the_nominative_among_their_stems():
    assert "москва" in stems("Москве")
    assert stems("Moscow") == ()


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [("Кировский", "ru", {"Kirovskiy", "Kirovskii", "Kirovsky"}), ("Никольское", "ru", {"Nikolskoye", "Nikolskoe"}),
     ("Кліщіївка", "uk", {"Klishchiivka", "Klishchiyivka"})],
)  # fmt: skip
def test_newspapers_other_spellings_are_known(name, language, expected):
    assert spellings(name, language) == expected
