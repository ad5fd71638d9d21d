"""Whose word it is: pronouns, offices and tallies that stand for a speaker, and what a state says of its own ground."""

import pytest


def names(told, text):
    return {n.name for e in told(text) for n in e.claimants}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit Nikopol on Monday, according to the mayor, Anna Berg.", "mayor, Anna Berg"),
        ("Shells hit Nikopol on Monday, the governor, Anna Berg, wrote this morning.", "governor, Anna Berg"),
        ("Shells hit Goma on Monday in an attack that Rwandan officials blamed on rebels.", "Rwandan officials"),
        ("The Arakan Army has shelled Ann since Monday, its website said.", "Arakan Army's website"),
        ("The town was visited by General Anna Berg, who said that rebels had captured Goma on Monday.", "General Anna Berg"),
        ("The RSF said it had captured Nyala. The Rapid Support Forces are led by a general.", "Rapid Support Forces (RSF)"),
        ("Ukraine's Defence Ministry's tally stood at 12 drones shot down over Sumy on Monday.", "Ukraine's Defence Ministry"),
        ("Shells hit Nikopol on Monday, the governor stressed.", "governor"),
        ("It was said by the army that rebels had captured Goma on Monday.", "army"),
        ("A newspaper quoted two officers as saying that rebels had captured Goma.", "two officers"),
        ("The rebels' claim to have captured the town of Goma on Monday could not be verified.", "rebels"),
        ("The army said it had killed 40 rebels near Goma on Monday, a claim the rebels denied.", "rebels"),
        ("The army, in its daily update, said that rebels had captured Goma.", "army"),
        ("Fighters took Goma on Monday, a statement of the armed group said.", "armed group"),
        ("Anna Berg, visiting troops in Lviv, said that rebels had captured Goma on Monday.", "Anna Berg"),
    ],
)  # fmt: skip
def test_the_speaker_is_named_however_the_sentence_does_it(told, text, name):
    assert name in names(told, text)


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Soldiers died on Monday when a drone sent by Hezbollah hit a base, Hani Ahmed wrote.", "Hezbollah"),
        ("M23 fighters came near Sake on Monday.", "M23"),
        ("A raid by the Arakan Army near Sittwe failed on Monday.", "Arakan Army"),
        ("Soldiers and the United Nations met on Monday.", "group"),
    ],
)
def test_the_group_is_the_last_one_named(told, before, name):
    assert name in names(told, f"{before} The group said it had captured the town of Goma.")


def test_a_sentence_goes_on_in_the_voice_it_has_named(told):
    text = "A depot burned in Reni on Monday, Ukraine's southern command said; seven drones were shot down over Izmail."
    event = next(e for e in told(text) if e.category == "air_defence")
    assert (event.status, [c.name for c in event.claimants]) == ("claimed", ["Ukraine's southern command"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels attacked Goma on Monday and killed nine soldiers, the military said.", "reported"),
        ("Rebels attacked Goma on Monday and 30 militants were killed, the military said.", "claimed"),
        ("Gunmen attacked Goma on Monday and killed two teachers, the police chief said.", "reported"),
        ("Gunmen massacred 40 villagers in Beni on Monday, the government said.", "reported"),
    ],
)
def test_whom_others_killed_a_state_reports(told, text, status):
    assert {e.status for e in told(text)} == {status}


def test_another_voice_ends_what_one_speaker_told(told):
    text = "A depot burned in Reni on Monday, the governor said, while Russian troops captured Bohdanivka."
    event = next(e for e in told(text) if e.category == "control_change")
    assert event.claimants == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russian drones hit a depot in Reni on Monday, Ukraine's southern command said.", "reported"),
        ("Ukrainian missiles hit a depot in Luhansk on Monday, Russia's southern command said.", "claimed"),
        ("A missile killed 14 people in Kyiv on Monday, President Anna Berg said.", "reported"),
        ("Troops captured the town of Goma on Monday, two commanders said.", "claimed"),
        ("M23 fighters captured Goma on Monday, local officials said.", "reported"),
        ("Shells hit Nikopol on Monday, the Washington Post reported.", "reported"),
        ("Jets bombed three bridges in Sumy on Monday, Ukrainian security officials reported.", "reported"),
        ("Jets struck a farm near Hodeidah on Monday, the rebels' health ministry reported.", "reported"),
        ("Shells fell on Gisenyi on Monday and killed five people, the Rwandan army said.", "reported"),
        ("Russia launched drones at the Odesa region on Monday, Ukraine's air force said.", "claimed"),
    ],
)
def test_what_fell_on_its_own_towns_a_side_reports(told, text, status):
    assert [e.status for e in told(text)] == [status]


def test_a_turn_of_phrase_is_no_part_of_a_speaker(told):
    text = "Rebels shelled Goma on Monday. Amnesty International, however, said the army had shelled Sake on Tuesday."
    assert "Amnesty International" in [c.name for e in told(text) for c in e.claimants]


def test_the_health_ministry_is_not_the_foreign_ministry(told):
    text = (
        "Gunmen attacked a hospital in Nyala, killing two, the health ministry said on Monday. "
        "Sudan's foreign ministry said on Tuesday that talks would be held in Cairo."
    )
    assert [c.name for e in told(text) if e.place_name == "Nyala" for c in e.claimants] == ["Sudan's health ministry"]


def test_who_tells_of_the_claim_of_another_makes_none(told):
    event = told("Ukraine says Russia claims that its troops captured Soledar.")[0]
    assert ([c.name for c in event.claimants], event.status) == (["Russia"], "claimed")


def test_it_said_means_who_spoke_before_and_not_units_of_a_group(told):
    text = (
        "Russian troops have captured Pobieda, the Defence Ministry in Moscow said on Wednesday. "
        "Units of the Centre group also captured Novohrodivka, it said in its bulletin."
    )
    assert {c.name for e in told(text) for c in e.claimants} == {"Defence Ministry in Moscow"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Armenia said six of its soldiers had been killed on Monday in clashes with Azerbaijani troops near Jermuk.", "reported"),
        ("Armenia said sixty Azerbaijani soldiers had been killed on Monday in clashes near Jermuk.", "claimed"),
        ("Warplanes bombed Nyala on Monday, commanders on both sides said.", "reported"),
        ("Syrian state television said the army had captured Khan Sheikhoun on Monday.", "claimed"),
    ],
)  # fmt: skip
def test_own_dead_are_a_report_and_state_media_speak_for_their_state(told, text, status):
    assert [e.status for e in told(text)] == [status]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The military government has lost Bukavu, its spokesman said on Monday.", "military government's spokesman"),
        ("A few hours earlier the army said it had captured Goma.", "army"),
    ],
)
def test_who_speaks_is_named_by_the_sentence(told, text, speaker):
    assert [c.name for e in told(text) for c in e.claimants] == [speaker]


def test_a_treaty_that_one_acts_by_says_nothing(told):
    text = "Troops captured Goma on Monday. Peacekeepers left Bukavu on Monday according to the protocols signed in Nairobi."
    assert [c.name for e in told(text) for c in e.claimants] == []


def test_troops_that_the_article_tells_of_are_nobodys_claim(told):
    text = "The rebels said their fighters had taken Sake on Monday. Army units advanced towards Bukavu."
    assert {e.place_name: e.status for e in told(text)}["Bukavu"] == "reported"


@pytest.mark.parametrize(
    "text",
    ["Peru said it had shot down two Chilean jets near Arica.", "Peru said it had bombed a base in Arica, Chile."],
)
def test_a_state_that_tells_what_it_did_to_another_claims(told, text):
    assert {(e.status, e.actors[0].name) for e in told(text)} == {("claimed", "Peru")}


def test_a_clause_of_time_behind_a_speaker_is_what_it_says(told):
    (event,) = told("Forty soldiers died, the ministry said, when planes bombed Goma on Sunday.")
    assert [c.name for c in event.claimants] == ["ministry"]


def test_a_ministry_that_speaks_in_another_capital_is_not_of_the_state_heard_before(told):
    text = "Two warships collided on Monday off Arica, Lima said. In Santiago, Foreign Ministry spokesman Berg said Chile had no comment."
    assert [c.name for e in told(text) for c in e.claimants if e.category == "naval"] == ["Lima"]


def test_unnamed_military_sources_of_nobody_knows_which_side_report(told):
    assert [e.status for e in told("Warplanes bombed Idlib on Sunday, military sources said.")] == ["reported"]


def test_what_a_group_did_itself_is_its_claim(told):
    (event,) = told("Al-Shabaab said it had carried out three suicide attacks on Somali troops near Baidoa.")
    assert event.status == "claimed"


def test_a_truce_that_they_had_declared_is_no_speaker(told):
    text = "Rebels in eastern Congo say they have captured Goma, breaking a truce they had declared."
    assert {c.name for e in told(text) for c in e.claimants} == {"Rebels in eastern Congo"}


def test_though_is_no_part_of_a_speaker(told):
    text = "Troops left Goma on Monday, the rebels said, whereas the army says it is still in the city."
    assert {c.name for e in told(text) for c in e.claimants} == {"rebels", "army"}


def test_whom_a_speaker_met_gives_him_no_country(told):
    text = "Rebels shelled Goma. President Anna Berg, who met the Italian premier, condemned the attack."
    assert {c.country for e in told(text) for c in e.claimants if c.name == "President Anna Berg"} == {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Syrian jets bombed Idlib on Monday. The army said it had captured Saraqib.", ("Syrian army", "SYR")),
        ("Russian jets bombed Idlib on Monday. The army said it had captured Saraqib.", ("army", None)),
        ("Gunmen attacked a village near Djibo in Burkina Faso, the government said.", ("Burkina Faso's government", "BFA")),
        ("Gunmen attacked Djibo in Burkina Faso and Gao in Mali, the regional government said.", ("regional government", None)),
        ("Gunmen from Mali attacked Djibo in Burkina Faso, the government said.", ("government", None)),
    ],
)  # fmt: skip
def test_the_army_is_that_of_whose_soldiers_are_told_of_there(told, text, speaker):
    assert speaker in {(c.name, c.country) for e in told(text) for c in e.claimants}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army said it had retaken Goma on Tuesday. Sake had been captured by other units on Sunday.", "reported"),
        ("The army said it had retaken Goma on Tuesday. It had captured Sake on Sunday.", "claimed"),
        ("The army said it had retaken Goma on Tuesday. Its men had captured Sake on Sunday.", "claimed"),
    ],
)
def test_what_befell_another_town_on_another_day_is_the_articles_word(told, text, status):
    assert [e.status for e in told(text) if e.place_name == "Sake"] == [status]


def test_a_paper_and_the_source_that_it_cites_both_say_it(told):
    text = "Rebels have captured the town of Goma, Radio Okapi reported on Monday, citing a Congolese officer."
    assert names(told, text) == {"Radio Okapi", "Congolese officer"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Meanwhile the Kenyan army said its troops had captured Kismayo.", "Kenyan army"),
        ("In New York the Security Council demanded that the rebels leave Goma.", "Security Council"),
        ("Earlier this month Kampala said rebels had captured Goma.", "Kampala"),
        ("President Anna Berg on Monday said rebels had captured Goma.", "President Anna Berg"),
        ("Rebels captured Goma, said Secretary of State Anna Berg, who urged them to leave it.", "Secretary of State Anna Berg"),
        ("The Institute for the Study of War said rebels had captured Goma.", "Institute for the Study of War"),
        ("Today FM said rebels had captured Goma.", "Today FM"),
    ],
)  # fmt: skip
def test_when_and_where_somebody_speaks_is_no_part_of_the_name(told, text, name):
    assert name in names(told, f"Shells fell on Bunia. {text}")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Armed men attacked a base near Goma on Monday and killed nine soldiers, the Defence Ministry said.", "reported"),
        ("Soldiers attacked a base near Goma on Monday and killed nine fighters, the Defence Ministry said.", "claimed"),
        ("Soldiers killed nine people in Gaza City on Monday, the civil defence agency said.", "reported"),
    ],
)  # fmt: skip
def test_who_buries_the_dead_reports_them(told, text, status):
    assert {e.status for e in told(text)} == {status}
