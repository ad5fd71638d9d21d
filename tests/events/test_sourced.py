"""Sources told in a sentence of their own, and texts that speak for whoever issued them."""

import pytest

TOLD = "Azerbaijani troops captured the village of Talish on Monday."


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("\n\nThe Defence Ministry said this in a post on Telegram.", "Azerbaijani Defence Ministry"),
        (" This was reported by the General Staff.", "Azerbaijani General Staff"),
        ("\n\nThis is stated in the morning summary of the General Staff.", "Azerbaijani General Staff"),
        (" This follows from a statement by the General Staff.", "Azerbaijani General Staff"),
        (" That is according to the General Staff.", "Azerbaijani General Staff"),
        (" The General Staff reported this.", "Azerbaijani General Staff"),
    ],
)
def test_a_source_behind_what_it_tells(told, source, name):
    [event] = told(TOLD + source)
    assert (event.status, [c.name for c in event.claimants]) == ("claimed", [name])


@pytest.mark.parametrize(
    "after",
    [
        " The General Staff said that it would rain.",
        " The General Staff said this week would be quiet.",
        "\n\nRain fell.\n\nThis was reported by the General Staff.",
        " This angered the General Staff.",
    ],
)
def test_what_says_something_of_its_own_is_no_source_of_what_stands_before(told, after):
    assert [e.claimants for e in told(TOLD + after)] == [()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The Israeli army issued a statement on Monday. "We shot down four drones over Ashkelon," the statement said.',
         "Israeli army"),
        ("Seven missiles were intercepted over Aden, as reported by the Yemeni Defence Ministry.", "Yemeni Defence Ministry"),
        ("A village near Aden was shelled, a statement said.", "statement"),
    ],
)  # fmt: skip
def test_a_text_that_speaks_is_its_issuers(told, text, name):
    assert [c.name for e in told(text) for c in e.claimants] == [name]
