"""Who a statement or a dealing is addressed to."""

import pytest


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ('The emir expressed his "deep gratitude" to President Ruto in Nairobi on Sunday.', "President Ruto"),
        ("China expressed concern on Sunday.", None),
        ("Kenya urged calm on Sunday.", None),
        ("Kenya urged all sides to show restraint on Sunday.", "all sides"),
        ("Rwanda called the report absurd on Sunday.", None),
        ("President Ruto met his Ugandan counterpart Yoweri Museveni in Nairobi on Sunday.", "Yoweri Museveni"),
        ("President Ruto met his Ugandan counterpart in Nairobi on Sunday.", "Ugandan counterpart"),
        ("President Ruto telephoned Lee Jae-myung on Sunday.", "Lee Jae-myung"),
        ("Kenya and Uganda signed the treaty in Nairobi on Sunday.", None),
    ],
)
def test_only_somebody_is_spoken_to(told, text, whom):
    assert told(text)[0].actor_target == whom
