"""What one side answers to what was told: denials, confirmations, and that nothing was lost."""

import pytest

from geoevents.events.who.answer_phrases import answered_deeds, confirms_before, denies_before
from geoevents.events.who.holding import holds_on


def words(text):
    return frozenset(text.lower().replace(".", "").replace(",", "").split())


def denied(text, verb, speaker=0):
    at = text.index(verb)
    return denies_before(text, speaker, at, (at, len(text)), words(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ankara denied that it had launched the rockets.",
        "Ankara denied carrying out the raid.",
        "Ankara denied that its forces were behind the shelling.",
        "Ankara denied that any such strike had taken place.",
        "Ankara denied that there had been any fighting.",
        "The army denied both.",
        "The army denied that any rocket had been fired.",
    ],
)
def test_a_deed_is_denied_by_its_noun(text):
    assert denied(text, "denied")


def test_a_relative_clause_denies_what_it_hangs_on():
    text = "Troops were cut off in Hodeida, which Riyadh dismissed as fantasy."
    assert denied(text, "dismissed", text.index("Riyadh"))


@pytest.mark.parametrize(
    "text", ["Ankara denied that its tanks had entered Kobani.", "Officials neither confirmed nor denied the raid."]
)
def test_a_denial_of_its_own_or_none_denies_nothing_before(text):
    assert not denied(text, "denied")


@pytest.mark.parametrize(
    "text",
    ["The rebels confirmed the raid.", "The army acknowledged the loss of the town.", "A group took responsibility."],
)
def test_who_admits_or_owns_it_confirms_it(text):
    assert confirms_before(text, 0, text.index(text.split()[2]), len(text), words(text))


def test_who_does_not_confirm_confirms_nothing():
    text = "Officials neither confirmed nor denied the raid."
    assert not confirms_before(text, 0, text.index("confirmed"), len(text), words(text))


@pytest.mark.parametrize(
    "text", ["its men were still in the village", "the bridge had never changed hands", "we hold every position"]
)
def test_who_lost_nothing_holds_on(text):
    assert holds_on(text, (0, len(text)), words(text))


def test_a_vow_to_hold_says_nothing_of_now():
    text = "its men would hold the line"
    assert not holds_on(text, (0, len(text)), words(text))


def test_the_raid_is_no_loss_of_ground():
    assert "control_change" not in (answered_deeds("denied the raid", 7, 15) or ())


def test_a_strike_that_the_article_tells_is_disputed_by_whom_it_is_laid_to(told):
    text = "A drone struck the port of Odesa on Monday. Russia denied that it had carried out the strike."
    (event,) = told(text)
    assert event.status == "disputed"


def test_both_claims_are_denied_together(told):
    text = "The rebels claimed to have shot down a helicopter over Goma on Monday and to have captured Bukavu; the army denied both."
    assert {e.place_name: e.status for e in told(text)} == {"Goma": "disputed", "Bukavu": "disputed"}


def test_a_side_that_is_still_there_denies_its_withdrawal(told):
    text = "Rebels withdrew from Goma on Monday, residents said, but the M23 said its units were still in the city."
    (event,) = [e for e in told(text) if e.category == "control_change"]
    assert event.status == "disputed"


def test_a_loss_that_the_loser_admits_is_confirmed(told):
    text = "Rebels captured Goma on Monday after two days of fighting. The army admitted that its units had withdrawn from the city."
    assert [e.status for e in told(text) if e.subtype == "captured"] == ["confirmed"]


def test_the_accused_who_deny_it_dispute_what_was_told(told):
    text = (
        "Shells killed two people in Goma on Monday. The army accused the rebels of the attack, but the M23 denied it."
    )
    assert [e.status for e in told(text) if e.category == "strike"] == ["disputed"]


def test_a_charge_with_words_of_its_own_is_no_answer_to_what_was_told():
    assert not denied("Ankara rejected the charge that it had helped them.", "rejected")


def test_an_army_and_rebels_who_both_tell_of_a_fight_confirm_it(told):
    text = "The rebels said they had attacked a base in Goma on Monday. The army said it had killed nine attackers in Goma on Monday."
    assert "confirmed" in {e.status for e in told(text) if e.category == "ground_combat"}


def test_who_took_responsibility_and_said_more_owns_it(told):
    text = "A drone hit a ship in the Red Sea on Monday, an agency said. The Houthis took responsibility and said more would follow."
    assert [(e.status, e.actor_init) for e in told(text) if e.category == "naval"] == [("reported", "Houthis")]


def test_who_owns_an_old_attack_owns_no_later_one(told):
    text = "Shells hit Goma on Monday, killing two. Forty people died in an attack in Bukavu in January; the M23 claimed responsibility."
    assert [c.name for e in told(text) if e.place_name == "Goma" for c in e.claimants] == []


def test_a_denial_answers_a_state_through_its_minister(told):
    text = (
        "India said its jets had bombed a camp near Balakot on Monday. Many fighters had died, India's foreign secretary said. "
        "Pakistan's military called the claim a lie."
    )
    assert "disputed" in {e.status for e in told(text) if e.category == "strike"}


def test_who_only_took_responsibility_owns_it(told):
    text = "Gunmen killed five soldiers near Gao on Monday, officials said. The JNIM took responsibility."
    assert [len(e.claimants) for e in told(text) if e.category == "ground_combat"] == [2]


def test_a_denial_that_names_a_town_is_not_about_another_one(told):
    text = (
        "A shell hit a house in Rajouri on Saturday, the Indian army said. "
        "Pakistan's army spokesman told a briefing that claims of damage to its base in Sargodha were false."
    )
    assert [e.status for e in told(text) if e.category == "strike"] != ["disputed"]


def test_who_confirms_the_loss_of_one_town_confirms_no_other(told):
    text = "Federal forces took Alamata and Korem, the government said on Tuesday. The rebels confirmed the loss of Alamata."
    assert {e.place_name: e.status for e in told(text)} == {"Alamata": "confirmed", "Korem": "claimed"}


def test_who_claims_an_attack_says_it_was_theirs(told):
    text = (
        "Gunmen killed 130 villagers in an attack on Barsalogho on Saturday, residents said. JNIM claimed the attack."
    )
    (event,) = told(text)
    assert "JNIM" in [c.name for c in event.claimants]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Kigali said the rebels had attacked Uvira on Friday. The group denied it.", {"Kigali", "group"}),
        ("The rebels claimed to have taken Kidal, something the government denied.", {"rebels", "government"}),
        ("The rebels said they had taken Kidal. The army said Kidal remained under its control.", {"rebels", "army"}),
        ("The rebels said they had hit a tanker off Aden. The navy said no ship had been hit.", {"rebels", "navy"}),
    ],
)
def test_what_one_says_and_another_denies_is_disputed(told, text, speakers):
    assert [(e.status, {c.name for c in e.claimants}) for e in told(text)] == [("disputed", speakers)]


def test_who_denies_and_goes_on_saying_does_not_assert(told):
    (event,) = told("The rebels denied they had attacked Uvira, saying their fighters were far from the town.")
    assert event.status == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "There was no comment from the army on reports that rebels had left Goma.",
        "Nobody claimed the bombing in Goma, in which two soldiers were killed on Monday.",
    ],
)
def test_nobody_who_is_silent_claims(told, text):
    assert [c.name for e in told(text) for c in e.claimants] == []


@pytest.mark.parametrize(
    ("text", "speakers", "status", "doer"),
    [
        ("The army dismissed as false reports that rebels had captured Goma.", ["army"], "denied", "rebels"),
        ("The army called false a report that rebels had captured Goma.", ["army"], "denied", "rebels"),
        ("The army described as propaganda claims that rebels had captured Goma.", ["army"], "denied", "rebels"),
        ("The army rejected the rebels' claim that they had captured Goma.", ["army", "rebels"], "disputed", "rebels"),
        ("Kigali denied Congolese claims that it had shelled Goma.", ["Congo", "Kigali"], "disputed", "Kigali"),
    ],
)
def test_what_is_called_false_before_it_is_told_is_denied(told, text, speakers, status, doer):
    (event,) = told(text)
    assert (event.status, event.actors[0].name) == (status, doer)
    assert [s in " ".join(c.name for c in event.claimants) for s in speakers] == [True] * len(speakers)
    assert len(event.claimants) == len(speakers)


@pytest.mark.parametrize(
    "claim",
    [
        "Hizbul quickly claimed responsibility for the attack.",
        "Hizbul claimed responsibility for the attack.",
        "Hizbul said it was behind the blast.",
    ],
)
def test_who_claims_responsibility_names_the_doer_and_confirms_nothing(told, claim):
    (event,) = told(f"A car bomb killed five soldiers in Baidoa on Sunday. {claim}")
    assert (event.status, event.actor_init, [c.name for c in event.claimants]) == ("reported", "Hizbul", ["Hizbul"])


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("The army confirmed the attack.", "confirmed"),
        ("The rebels noted the attack, without claiming responsibility.", "reported"),
    ],
)
def test_who_confirms_it_or_claims_nothing_is_no_doer(told, answer, status):
    event = told(f"A car bomb killed five soldiers in Baidoa on Sunday. {answer}")[0]
    assert (event.status, event.actor_init) == (status, None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Clashes in Tame on Sunday involved the Tenth Front, a faction which rejected an old deal.", "reported"),
        ("Rebels seized Tame on Sunday, an official said, a claim which the army rejected.", "disputed"),
    ],
)
def test_who_rejected_a_deal_denies_no_clash(told, text, status):
    assert told(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The rebel group also said it had killed ten soldiers in Marib on Sunday.", "rebel group"),
        ("Fighters of the Karen National Union (KNU) fled. The KNU said it killed ten soldiers in Marib on Sunday.", "KNU"),
    ],
)  # fmt: skip
def test_what_an_armed_group_says_it_did_is_its_claim(told, text, doer):
    event = told(text)[-1]
    assert (event.status, event.actor_init) == ("claimed", doer)


@pytest.mark.parametrize(
    "answer",
    ["; the rebels said this was not so", ", but the rebels said that was not true", ", which the rebels denied"],
)
def test_an_answer_in_the_same_sentence_disputes_the_claim_and_does_not_take_it_away(told, answer):
    (event,) = told(f"The Yemeni army said on Sunday its troops had gained control of Marib{answer}.")
    assert (event.subtype, event.status) == ("captured", "disputed")


@pytest.mark.parametrize("denial", ["said this was not true", "denied the raid on Taiz"])
def test_a_denial_ends_where_another_speaker_begins(told, denial):
    text = f"The rebels {denial}, and the Yemeni army said it had taken Marib on Sunday."
    assert [e.status for e in told(text) if e.subtype == "captured"] == ["claimed"]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ('Asmara called this "another fabrication".', "disputed"),
        ("Not so, countered General Haile Abebe.", "disputed"),
        ("Ethiopia said no military site had been touched.", "disputed"),
        ("The rebels were not so lucky, countered General Haile Abebe.", "claimed"),
        ("Ethiopia said no school had been touched.", "claimed"),
    ],
)
def test_an_answer_may_have_few_words(told, answer, status):
    assert (
        told(f"Eritrea said its artillery had destroyed the airfield at Mekelle on Sunday. {answer}")[0].status
        == status
    )


@pytest.mark.parametrize(
    ("holder", "status"),
    [("in Houthi hands", "disputed"), ("in his army's hands", "disputed"), ("in good condition", "claimed")],
)
def test_whoever_still_holds_a_town_denies_that_it_was_taken(told, holder, status):
    text = (
        f"The rebels said they had seized Marib on Sunday. A government spokesman insisted that it was still {holder}."
    )
    assert [e.status for e in told(text)] == [status]
