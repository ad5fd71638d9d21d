"""Denials in words of their own: who says that its side did no such thing, and of which deed."""

import pytest

DRONES = "Ukrainian drones struck an oil depot in Feodosia overnight, the Russian Defence Ministry said."
SHELLS = "Thai troops shelled the village of Samraong on Thursday, wounding four people, the Cambodian Defence Ministry said."
BORDER = "Rwandan soldiers attacked Rutshuru on Monday, the Congolese army said."
ROCKET = "A missile hit an apartment block in Barda on Wednesday, killing 21 people."
TAKEN = "Russian troops captured Chasiv Yar on Monday after months of fighting."


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        (DRONES, "Kyiv denied that its drones had been anywhere near the port."),
        (DRONES, "Ukraine had nothing to do with the fire, said a spokesman for its navy."),
        (DRONES, '"We sent no drones," a Ukrainian navy spokesman said.'),
        (DRONES, "Not true, replied a Ukrainian navy spokesman."),
        (DRONES, "No Ukrainian drone had been launched that night, Kyiv said."),
        (SHELLS, "The Thai army denied shelling civilians."),
        (SHELLS, "Thailand said its forces had not fired a single round."),
        (SHELLS, "That was a lie, a Thai army spokesman said."),
        (SHELLS, "Thailand, however, denies that its artillery was used."),
        (BORDER, "Rwanda denies that any of its soldiers took part."),
        (BORDER, "Rwanda said none of its soldiers had set foot there."),
        (BORDER, "Kigali denies having any forces there."),
        (ROCKET, "Armenia denied attacking civilians."),
        (ROCKET, "Azerbaijan blamed Armenia, which denied firing the missile."),
        (TAKEN, "Kyiv denied it."),
        (TAKEN, "The Ukrainian General Staff called it propaganda."),
    ],
)
def test_who_disowns_a_deed_denies_what_was_told(told, deed, answer):
    events = [e for e in told(f"{deed} {answer}") if e.category != "diplomacy"]
    assert [e.status for e in events] == ["disputed"]
    assert [c.stance for c in events[0].claimants].count("denies") == 1


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        (DRONES, "Kyiv has neither confirmed nor denied that it was behind the strike."),
        (DRONES, "The ministry denied that there had been any casualties."),
        (SHELLS, "The Thai army denied that one of its jets had been shot down."),
        (SHELLS, "The Thai army denied that it had used phosphorus in the past."),
        (BORDER, "Rwanda denied that it was buying drones from Turkey."),
        (ROCKET, "Armenia denied a visa to a diplomat."),
        (TAKEN, "Kyiv has not commented."),
    ],
)
def test_other_denials_leave_it_as_it_was(told, deed, answer):
    alone, *_ = told(deed)
    told_first = told(f"{deed} {answer}")[0]
    assert (told_first.status, told_first.claimants) == (alone.status, alone.claimants)


def test_the_open_deed_of_another_state_is_no_matter_of_dispute(told):
    events = told("Jordan closed the Allenby crossing on Sunday. Israel denied it. The two states are at odds.")
    assert all(c.stance != "denies" for e in events for c in e.claimants)


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda said no soldiers had crossed the border into Congo.",
        "None of the rebels' fighters had entered Goma, the army said.",
        "Thailand said that not a single shell had hit Samraong.",
        "Neither side captured Goma, residents said.",
    ],
)
def test_what_none_did_did_not_happen(told, text):
    assert told(f"{text} The army and the rebels have been at war for years.") == ()


def test_no_fewer_is_not_none(told):
    (event,) = told("No fewer than 12 rockets hit Samraong on Tuesday, the army said.")
    assert (event.place_text, event.count) == ("Samraong", 12)


def test_who_claims_responsibility_claims_all_that_the_sentence_tells_there(told):
    deeds = "Gunmen blew up a railway track and opened fire on a train in Balochistan on Monday"
    events = told(f"{deeds}; the Baloch Liberation Army claimed responsibility.")
    assert len(events) == 2
    assert {c.name for e in events for c in e.claimants} == {"Baloch Liberation Army"}
    assert all(e.claimants for e in events)
