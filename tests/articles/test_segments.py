import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoevents.articles.segments import segment
from geoevents.articles.tokens import tokenize


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text) if s.kind == "sentence"]


def test_abbreviations_and_initials_end_no_sentence():
    text = "Gen. A. B. Novak met the U.S. envoy at No. 10 Downing Street. They spoke for an hour."
    assert sentences(text) == [text[:61], text[62:]]


def test_a_quotation_that_closes_later_is_not_cut():
    assert len(sentences("“We will stay. We will rebuild,” the mayor said. Then he left the hall.")) == 2


def test_short_lines_between_blank_lines_are_headings_that_open_sections():
    found = segment(
        "Ships collide off port\n\nTwo tankers collided on Monday.\n\nTruce holds\n\nNo shots were fired that day."
    )
    assert [(s.kind, s.section) for s in found] == [("heading", 0), ("sentence", 0), ("heading", 1), ("sentence", 1)]


def test_the_title_told_again_is_no_sentence():
    assert (
        segment("Storm over the bay\n\nIt rained all night in the town.", title="Storm over the bay")[0].kind == "title"
    )


def test_a_dateline_is_a_segment_of_its_own():
    found = segment("GENEVA, March 4 (Example) - Talks opened in the city today.")
    assert [s.kind for s in found] == ["dateline", "sentence"]


def test_rests_of_translation_are_fragments():
    kinds = [
        s.kind for s in segment("The plant was hit, the ministry said. defense.\n\nAnother paragraph follows here.")
    ]
    assert kinds == ["sentence", "fragment", "sentence"]


def test_captions_and_links_are_boilerplate():
    assert segment("Read also: ten maps of the war\n\nThe river rose by two metres.")[0].kind == "boilerplate"


@given(st.text(max_size=300))
def test_segments_are_in_order_and_lose_nothing_but_space(text):
    found = segment(text)
    rest, at = "", 0
    for s in found:
        assert at <= s.start < s.end
        rest, at = rest + text[at : s.start], s.end
    assert not (rest + text[at:]).strip()


@given(st.text(max_size=200))
def test_a_token_is_the_text_at_its_span(text):
    assert all(text[t.start : t.end] == t.text for t in tokenize(text))


def test_lines_that_number_the_parts_of_a_sum_stay_with_it():
    text = "They downed 13 drones:\n7 – over A,\n6 – over B.\nThe raid lasted till dawn."
    assert [text[s.start : s.end] for s in segment(text)] == [
        "They downed 13 drones:\n7 – over A,\n6 – over B.", "The raid lasted till dawn.",
    ]  # fmt: skip
    text = "What we know:\n1 January was quiet.\nThe raid lasted till dawn."
    assert len(segment(text)) == 3


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("GAO, Mali (AP & AFP) Rebels seized a camp on Sunday.", ["dateline", "sentence"]),
        ("Gao (Mali) Camp was seized by rebels on Sunday.", ["sentence"]),
        ("The camp fell, said Cdr. Omar Keita. Rebels burned it.", ["sentence", "sentence"]),
    ],
)
def test_a_dateline_may_lack_its_dash_and_a_rank_has_a_stop(text, kinds):
    assert [s.kind for s in segment(text)] == kinds
