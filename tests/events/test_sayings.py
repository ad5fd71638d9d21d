"""Verbs and turns by which somebody tells something, where the speaker ends, and what the words cover."""

import pytest


def told_by(told, text):
    return [c.name for e in told(text) for c in e.claimants]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels captured Goma on Monday, officials confirm.", "officials"),
        ("Shells hit Nikopol on Monday, prosecutors in Dnipro count.", "prosecutors in Dnipro"),
        ("Shells hit Nikopol on Monday, soldiers of the Tenth Brigade tell us.", "soldiers of the Tenth Brigade"),
        ("A ship was hit near Odesa on Monday, the navy let it be known.", "navy"),
        ("The army took credit for a drone strike on Lipetsk on Monday.", "army"),
        ("The jihadists boast of capturing Goma on Monday.", "jihadists"),
        ("Rebels captured Goma on Monday, the militia boasts.", "militia"),
        ("The Air Force professed to have shot down six drones over Kyiv on Monday.", "Ukraine's Air Force"),
        ("In Sumy, two women died after a drone attack on Monday, governor Anna Berg said.", "governor Anna Berg"),
        ("In Crimea, shells hit Yalta on Monday, said Anna Berg, the Moscow-appointed head.", "Anna Berg, the Moscow-appointed head"),
        ("Shells hit Nikopol on Monday, as Anna Berg later disclosed.", "Anna Berg"),
        ("Six missiles were shot down over Kyiv on Monday, claimed the Air Force.", "Ukraine's Air Force"),
        ("Shells hit Nikopol on Monday, a person familiar with the matter said.", "person familiar with the matter"),
        ("Drones flew at Kyiv on Monday, and 30 were shot down by the reckoning of General Anna Berg.", "General Anna Berg"),
        ("Rebel fighters attacked a convoy near Goma on Monday; by their count 40 soldiers fell.", "Rebel fighters"),
        ("The ceasefire in Goma was announced on Monday by President Anna Berg.", "President Anna Berg"),
        ("By Wednesday night the army said it had captured Goma.", "army"),
        ("In the shadow of the war the Arakan Army says it captured Ann on Monday.", "Arakan Army"),
        ("The Syrian army declared the whole of eastern Ghouta free of rebels on Monday.", "Syrian army"),
        ("Drones were fired at Ukraine on Monday, whose Air Force reported shooting down 30.", "Ukraine's Air Force"),
        ("“It is over,” said army spokesman Hani Ahmed, confirming a retreat from Goma on Monday.", "army spokesman Hani Ahmed"),
        ("Shells hit Nikopol on Monday, said the mayor, Anna Berg, and ten men were arrested.", "mayor, Anna Berg"),
        ('"The men are safe," said Anna Berg, "and shells hit Nikopol on Monday."', "Anna Berg"),
        ("Troops left Ann on Monday, where Arakan Army insurgents had advanced, the group said.", "Arakan Army"),
        ("The army clashed with Hezbollah near Tyre on Monday, and two fighters were killed, the movement said.", "Hezbollah"),
    ],
)  # fmt: skip
def test_however_it_is_said_the_speaker_is_named(told, text, name):
    assert name in told_by(told, text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Goma on Monday. The army could not confirm it.",
        "An attack on Goma, claimed by the rebels, killed four people on Monday.",
        "The commander let the men go after rebels had captured Goma on Monday.",
        "The army took the town of Goma on Monday.",
        "Fire forced 200 people to leave their homes in Goma on Monday, and the mayor spoke no word.",
    ],
)
def test_what_only_looks_like_a_saying_names_nobody(told, text):
    names = told_by(told, text)
    assert "commander" not in names
    assert not any("forced" in n or "attack" in n or n == "army" for n in names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine soldiers died in a raid on Gao on Monday. JNIM claimed another attack at Sevare on Sunday.", "JNIM"),
        ("Nine soldiers died in a raid on Gao on Monday. JNIM mounted another attack at Sevare on Tuesday.", None),
        ("Norway announced sanctions on eleven firms on Monday.", "Norway"),
        ("Norway lifted sanctions on eleven firms on Monday.", None),
    ],
)
def test_who_claims_or_announces_a_deed_is_its_claimant(told, text, name):
    assert told_by(told, text) == ([name] if name else [])


def test_a_ministry_of_another_field_is_another_one(told):
    text = "Twelve died in Gaza on Monday, the Palestinian Health Ministry said.\n\n"
    text += "Gunmen killed nine people in Maradi on Tuesday, the Interior Ministry said."
    assert "Interior Ministry" in told_by(told, text)


def test_it_is_the_state_that_the_sentence_is_about(told):
    text = "Anna Berg said it would rain. Seeking to impress, Moscow sent its troops to capture Bakhmut on Monday, or so it declared."
    assert "Anna Berg" not in told_by(told, text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sudan's army has withdrawn from El Fasher, army chief Hani Ahmed said on Monday.", "reported"),
        ("Rebels have withdrawn from El Fasher, army chief Hani Ahmed said on Monday.", "claimed"),
        ("Missiles hit radars in Sanaa on Monday, residents and military officials said.", "reported"),
        ("Missiles hit radars in Sanaa on Monday, the ministry and military officials said.", "claimed"),
    ],
)
def test_who_admits_a_retreat_and_who_only_lives_there_report(told, text, status):
    assert told(text)[0].status == status


def test_a_state_is_not_told_with_the_body_of_another_one(told):
    text = "Kuwait said that troops had captured Goma on Monday. Operations went on as usual, the Pentagon said."
    assert "Kuwait" in told_by(told, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Egypt has offered a truce to both sides.", "Egypt"),
        ("The European Commission proposed talks with Ukraine on Monday.", "European Commission"),
        ("Norway held talks in Oslo with both sides on Monday.", None),
    ],
)
def test_who_offers_or_proposes_is_the_claimant_of_the_offer(told, text, name):
    assert told_by(told, text) == ([name] if name else [])


def test_what_a_state_does_not_recognise_is_its_position(told):
    [event] = told("The Kremlin does not recognise the warrants of the court, a spokesman said on Monday.")
    assert (event.category, event.subtype, event.status) == ("diplomacy", "statement", "reported")
    assert not told("The Kremlin recognised the faces of the guests on Monday.")
