"""Who says so, through which channel, with which stance - and what status that gives."""

import pytest


def claimants(told, text, **options):
    (event,) = told(text, **options)
    return event.status, [(c.name, c.stance) for c in event.claimants]


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        ("Rebels seized Goma on Monday, their commander said. Troops fled.", "claimed", "commander"),
        ("Shelling hit Nikopol on Monday, local officials said.", "reported", "local officials"),
        ("Shelling hit Nikopol on Monday, according to medics at the hospital.", "reported", "medics at the hospital"),
        ("Shelling hit Nikopol on Monday, wrote Anna Berg on Telegram.", None, "Anna Berg"),
        ("The army denied on Monday that rebels had captured Goma.", "denied", "army"),
        ("Troops entered Goma on Monday, a spokesman for the United Nations said.", "reported", "spokesman for the United Nations"),
    ],
)  # fmt: skip
def test_the_speaker_and_the_status(told, text, status, name):
    found, who = claimants(told, text)
    assert name in [n for n, _ in who]
    assert found == status or status is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Serbian army gloated on Tuesday that its troops had captured the town of Goma.", "Serbian army"),
        ("The rebel spokesman confided that fighters had captured the town of Goma.", "rebel spokesman"),
        ("Fighters have captured the town of Goma, the rebel commander repeats.", "rebel commander"),
        ("By the rebels' own account, fighters captured the town of Goma on Monday.", "rebels"),
        ("Fighters captured the town of Goma on Monday, in the rebel commander's telling.", "rebel commander"),
    ],
)
def test_a_claim_is_told_by_any_verb_with_that_and_by_an_account(told, text, name):
    status, who = claimants(told, text)
    assert (status, [n for n, _ in who]) == ("claimed", [name])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Shelling hit Palu on Monday, said military spokesman Maj. Rudi Salim.",
            ["military spokesman Maj. Rudi Salim"],
        ),
        ("Shelling hit Palu on Monday, Brig. Gen. Rudi Salim said in a statement.", ["Brig. Gen. Rudi Salim"]),
        ("In Palu, held by rebels since Feb. 9, shelling killed two on Monday, said a baker who fled.", ["baker"]),
        ("One of the rockets mentioned in the note was shot down over Aden, it said.", []),
        ("The army mentioned a rocket that was shot down over Aden.", ["Yemen's army"]),
        ("PALU, Indonesia (AP & DPA) The army said shelling hit Poso on Monday.", ["Indonesia's army"]),
        ("The Free Papua Front (FPF) said its men shelled Poso on Monday.", ["Free Papua Front (FPF)"]),
    ],
)
def test_the_speaker_has_its_whole_name_and_nothing_else(told, text, names):
    assert [c.name for c in told(text)[-1].claimants] == names


@pytest.mark.parametrize("verb", ["hoped", "ordered", "ensured"])
def test_what_is_wanted_is_not_said_to_be_so(told, verb):
    for event in told(f"Shelling hit Nikopol on Monday. The governor {verb} that the wounded got help in Goma."):
        assert not event.claimants


def test_a_state_takes_the_body_that_speaks_for_it(told):
    text = (
        "Russia said on Tuesday that its troops had captured Bohdanivka. "
        "The Defence Ministry spoke of heavy losses of the enemy."
    )
    assert claimants(told, text)[1][0][0] == "Russia (Defence Ministry)"


def test_an_office_takes_its_person(told):
    text = "Shelling hit Nikopol on Monday, the governor said. Houses burned, wrote Serhiy Lysak on Telegram."
    assert claimants(told, text)[1][0][0] == "governor, Serhiy Lysak"


def test_the_second_of_two_verbs_has_the_same_speaker(told):
    text = "The army rejected calls for talks and said its troops had captured Goma on Monday."
    assert claimants(told, text)[1] == [("army", "asserts")]


def test_a_denial_hits_the_claim_before_it_and_no_other(told):
    text = (
        "The rebels said on Tuesday that their fighters had captured the city of Goma. They also said that they had taken Bukavu. "
        "The army denied the claim."
    )
    assert {e.place_name: e.status for e in told(text)} == {"Goma": "claimed", "Bukavu": "disputed"}


def test_a_denial_of_something_else_hits_nothing(told):
    text = (
        "Shelling hit Belgorod on Monday, the governor said. The Russian army said that raiders had been driven off. "
        "Ukraine denied any role."
    )
    assert "disputed" not in {e.status for e in told(text) if e.category == "strike"}


def test_both_sides_saying_so_confirm_it(told):
    text = (
        "Russia said on Tuesday that its troops had captured Bohdanivka. "
        "Ukraine's army said that its troops had withdrawn from Bohdanivka on Tuesday."
    )
    statuses = {e.status for e in told(text) if e.place_text == "Bohdanivka"}
    assert "confirmed" in statuses


@pytest.mark.parametrize(("channel", "words"), [("Telegram", "on Telegram"), ("briefing", "at a briefing")])
def test_the_channel_is_kept(told, channel, words):
    (event,) = told(f"Troops captured Goma on Monday, the army said {words}.")
    assert event.claimants[0].channel == channel


@pytest.mark.parametrize("side", ["Russia", "Ukraine"])
def test_swapping_the_sides_swaps_the_claimants_side(told, side):
    (event,) = told(f"{side} said on Tuesday that its troops had captured Bohdanivka.")
    assert (event.claimants[0].side, event.status) == (side, "claimed")


def test_a_plan_called_off_is_cancelled_and_no_second_event(told):
    text = "The prime minister of Armenia will visit Moscow on Friday. Later the trip was cancelled."
    assert [(e.status, e.place_name) for e in told(text)] == [("cancelled", "Moscow")]


def test_who_claims_responsibility_joins_those_who_told_it(told):
    text = "Gunmen attacked a base near Gao on Monday, killing five soldiers, the army said. The JNIM claimed responsibility."
    (event,) = told(text)
    assert len(event.claimants) == 2


def test_an_admission_is_a_report_and_a_confirmation_confirms(told):
    text = "The army said it had shelled Goma on Monday. The rebels confirmed the attack."
    assert claimants(told, text)[0] == "confirmed"
    lost = "Ukraine said Russian troops had taken Bohdanivka on Monday. Soldiers withdrew."
    assert claimants(told, lost)[0] == "reported"


@pytest.mark.parametrize(
    "answer",
    [
        "The Russian Defence Ministry rejected that account.",
        "“Nothing of the kind has happened,” countered Sergei Petrov, an official in Moscow.",
        "Moscow called the report a fake.",
        "That was “fabricated”, a Russian spokesman replied.",
    ],
)
def test_a_denial_in_other_words_hits_the_claim_before_it(told, answer):
    text = f"Ukrainian troops captured Robotyne on Monday, the General Staff said. {answer}"
    assert [e.status for e in told(text)] == ["disputed"]


def test_the_hour_before_a_verb_of_saying_is_no_speaker(told):
    text = "A drone killed a girl in Rozdolne, early on Thursday, said Sergei Aksyonov. Russian troops were near."
    assert [name for name, _ in claimants(told, text)[1]] == ["Sergei Aksyonov"]


def test_a_report_called_false_is_denied(told):
    assert claimants(told, "Reports that troops had captured Goma on Monday were false, the army said.")[0] == "denied"


def test_in_any_war_an_army_has_its_side_and_a_group_is_its_own(told):
    text = (
        "Sudan's army said its troops had recaptured the town of Merowe on Thursday. "
        "The Rapid Support Forces denied the claim. Fighters left."
    )
    (event,) = told(text, published="2023-05-20")
    assert [c.side for c in event.claimants] == ["SDN", "Rapid Support Forces"]


def test_a_denial_of_the_strike_is_no_strike_of_its_own(told):
    text = "A drone struck the port of Odesa on Monday, the governor said. Russia denied that it had carried out the strike."
    (event,) = told(text)
    assert (event.status, event.place_name) == ("disputed", "Odesa")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels shelled Goma on Monday, citing sanctions that Canada imposed on their leaders.", []),
        ("Rebels shelled Goma on Monday, the paper wrote, citing an official of the province.", ["paper"]),
    ],
)
def test_a_reason_that_is_cited_tells_nothing(told, text, names):
    assert [c.name for c in told(text)[0].claimants][: len(names) or None] == names


def test_a_source_that_is_cited_tells(told):
    text = "Rebels shelled Goma on Monday, radio stations reported, citing local officials."
    assert "local officials" in [c.name for c in told(text)[0].claimants]


@pytest.mark.parametrize(
    ("text", "status", "names"),
    [
        (
            "Ukraine rejected Russian claims that Soledar had been captured by troops.",
            "disputed",
            {"Russia", "Ukraine"},
        ),
        (
            "A U.N. spokesman could not confirm rebel claims that Bukavu had been captured by its fighters.",
            "claimed",
            {"rebels"},
        ),
        ("Reuters could not verify Ukraine's claim that its army had retaken Robotyne.", "claimed", {"Ukraine"}),
    ],
)
def test_claims_told_by_a_noun_are_those_of_whoever_makes_them(told, text, status, names):
    event = told(text)[0]
    assert (event.status, {c.name for c in event.claimants}) == (status, names)


def test_reports_of_nobody_that_are_not_confirmed_are_no_event(told):
    assert told("The army has not confirmed reports that Bakhmut had fallen.") == ()


def test_a_denial_ends_where_its_speaker_does_something_else(told):
    text = "Russia denied shelling Kherson and hit Odesa with drones on Monday, the army said."
    assert {e.place_name: e.status for e in told(text)}["Odesa"] == "claimed"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels fought on. Reports that Goma had fallen to rebels were premature, the army said on Monday.",
        "Rebels fought on. The army said on Monday that claims of the capture of Goma were false.",
    ],
)
def test_reports_that_are_called_untrue_are_denied_by_who_says_so(told, text):
    (event,) = [e for e in told(text) if e.category == "control_change"]
    assert (event.status, [(c.name, c.stance) for c in event.claimants]) == ("denied", [("army", "denies")])
    assert "army" not in [a.name for a in event.actors]


def test_bloggers_of_a_side_claim(told):
    text = (
        "Russian troops captured Orikhiv on Monday. Russian bloggers wrote that Russian fighters had captured Bakhmut."
    )
    assert {e.place_name: e.status for e in told(text)} == {"Orikhiv": "reported", "Bakhmut": "claimed"}


@pytest.mark.parametrize(
    "text",
    [
        "Troops fought on. Had it not been shot down, the missile would have hit the dam in Mosul.",
        "Troops fought on. The army had planned to withdraw from Goma but stayed.",
    ],
)
def test_what_would_have_been_did_not_happen(told, text):
    assert not [e for e in told(text) if e.category in {"strike", "control_change"}]


def test_a_plan_called_off_in_its_own_sentence_is_cancelled(told):
    (event,) = told("President Ilves was expected in Berlin on Friday, but the trip was cancelled.")
    assert (event.subtype, event.status) == ("visit", "cancelled")


def test_who_told_of_one_day_does_not_tell_of_the_next(told):
    text = "Drones hit a hospital in El Obeid on Monday, health officials said. On Tuesday shells fell on a market in Khartoum."
    assert [[c.name for c in e.claimants] for e in told(text)] == [["health officials"], []]
