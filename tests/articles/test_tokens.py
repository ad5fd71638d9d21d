"""Claims about words and offsets of a text."""

from geoevents.articles.tokens import lowered, tokenize


def test_small_letters_keep_the_offsets_of_the_text():
    text = "İzmir and KYIV"  # the first letter has two characters in small
    assert len(lowered(text)) == len(text)
    assert lowered(text).endswith("zmir and kyiv")


def test_plain_words_are_cut_like_all_others():
    written = "Mar'inka, Kyiv's M23 in the U.S. and Хутір x-ray"
    assert [t.text for t in tokenize(written)] == [
        "Mar'inka", ",", "Kyiv", "'s", "M23", "in", "the", "U.S.", "and", "Хутір", "x", "-", "ray",
    ]  # fmt: skip


def test_a_short_form_is_a_verb_and_its_negation():
    assert [t.text for t in tokenize("They haven't, can’t and won't.")] == [
        "They", "have", "n't", ",", "ca", "n’t", "and", "wo", "n't", ".",
    ]  # fmt: skip
