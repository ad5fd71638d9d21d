"""Turns of reports by agencies and papers of many wars: each with one that must not be read so."""

import datetime

import pytest

CONTEXT = " The war between the army and the rebels, whose troops have missiles, goes on."


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Airstrikes pounded the city of Homs, killing 20 people in a second night of heavy bombardment.",
            [("air_strike", "Homs", 20)],
        ),
        (
            "Warplanes hit Homs, killing 20 people in a strike on Hama.",
            [("air_strike", "Homs", None), ("air_strike", "Hama", 20)],
        ),
        (
            "The shelling of Idlib followed heavy air raids on Aleppo that killed at least 30 people.",
            [("shelling", "Idlib", None), ("air_strike", "Aleppo", 30)],
        ),
        (
            "An airstrike on a village under the control of the rebels killed 12 people in Homs province.",
            [("air_strike", "Homs", 12)],
        ),
        ("The village of Zabid is under the control of the rebels.", [("captured", "Zabīd", None)]),
    ],
)
def test_one_blow_is_one_row_and_two_are_two(told, text, rows):
    assert [(e.subtype, e.place_name, e.killed) for e in told(text + CONTEXT)] == rows


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("Israeli forces raided one of the last working hospitals in Gaza City.", ["raid"]),
        ("Israeli jets raided a farm near Tyre.", ["air_strike"]),
        ("On Thursday, Israeli forces targeted the town of Tyre, killing two people.", ["unspecified"]),
        ("Gunmen targeted a church in Jos, killing five people.", ["assault"]),
        ("The army detained staff, patients and displaced people at a hospital in Homs.", ["arrest"]),
        ("Shells destroyed homes and displaced people in Homs.", ["shelling", "displacement"]),
        ("The deal requiring a full withdrawal from Gyumri was ignored by the army.", []),
        ("The army completed its withdrawal from Gyumri.", ["withdrawal"]),
        ("The army sent help after it had been warned of imminent rebel attacks in Goma.", []),
        ("The offer speaks of money in exchange for ceasing kidnapping for ransom.", []),
        ("The rebels took Sake, a village only 30 kilometres from Goma.", ["captured"]),
        ("The army gained 12 square kilometres near Orikhiv.", ["advance"]),
        ("Troops had eliminated 33 rebels, including suicide bombers, in Quetta.", ["assault"]),
        ("The army said 21 civilians lost their lives during the standoff near Quetta.", ["attack"]),
        ("A farmer who fled the violence in Sake said rebels killed nine people in Goma.", ["attack"]),
        ("Villagers who fled Sake on Monday reached Goma.", ["displacement"]),
    ],
)
def test_what_a_report_tells_and_what_it_only_names(told, text, subtypes):
    assert [e.subtype for e in told(text + CONTEXT)] == subtypes


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels said they hit US and British ships in two attacks in the Red Sea.", {"Red Sea"}),
        ("Rebels have attacked tankers in the Red Sea in solidarity with people in the Gaza Strip.", {"Red Sea"}),
        ("Rebels have attacked tankers in the Red Sea and soldiers in the Gaza Strip.", {"Red Sea", "Gaza Strip"}),
        ("Two soldiers died in the Arauca department, bordering Venezuela, in a rebel attack.", {"Arauca"}),
        ("In Jabaliya, northern Gaza, a shell hit a bakery, killing 13 people.", {"Jabalia"}),
        ("Rebels beheaded five people at the Mucojo administrative post, in Macomia district.", {"Mucojo"}),
        ("Rebels killed nine people in Goma, in Masisi district and in Beni.", {"Goma", "Masisi Territory", "Beni"}),
        ("Gunmen attacked a village in Wase Local Government Area of Plateau State.", {"Wase"}),
    ],
)
def test_where_it_was_and_what_that_place_lies_in(told, text, places):
    assert {e.place_name for e in told(text + CONTEXT)} == places


def test_what_holds_an_unknown_place_is_no_second_one(told):
    found = told("Insurgents killed two men, farmers in Machava village, in Nangade district." + CONTEXT)
    assert [(e.count, e.killed) for e in found] == [(2, 2)]


def test_an_agency_is_no_town(told):
    (event,) = told("Rebels attacked the town of Zaria, an officer told Xinhua. Police confirmed the attack to Xinhua.")
    assert event.place_name == "Zaria"


def test_all_of_them_are_counted(told):
    assert [e.killed for e in told("Troops killed all 33 rebels in Quetta.")] == [33]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A ship in the Red Sea was hit by a drone, the Maritime Safety (MSA) agency and the firm Vanguard said.",
            ["Maritime Safety (MSA) agency and the firm Vanguard"],
        ),
        ("Residents in their account of what happened explained that gunmen attacked the town of Bama.", []),
        ("A resident explained that gunmen attacked the town of Bama.", ["resident"]),
    ],
)
def test_who_speaks_is_told_by_the_words_before_the_verb(told, text, names):
    assert [c.name for c in told(text + CONTEXT)[0].claimants] == names


def test_with_somebody_warning_the_warner_speaks(told):
    (event, *_) = told(
        "The attack comes as rebels tighten their grip, with the African Union warning last month that they could take it."
        + CONTEXT
    )
    assert [c.name for c in event.claimants] == ["African Union"]
    assert event.date_start == datetime.date(2024, 4, 1)


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("Soldiers shot dead four people during an undercover raid in Jenin camp.", ["attack"]),
        ("An Israeli raid on Nabatieh killed ten people.", ["air_strike"]),
        ("Jihadists hold the north. A garrison at Djibo came under attack on Sunday.", ["assault"]),
        ("The town of Izium came under attack on Sunday.", ["unspecified"]),
        ("The town of Izium came under fire on Sunday.", ["shelling"]),
        ("Another 20 people were wounded by gunfire in Jenin.", ["clash"]),
        ("Another 20 people were wounded by artillery fire in Jenin.", ["shelling"]),
        ("The attack occurred in the town of Kaya, where fighters raided an army post and killed soldiers.", ["raid"]),
        ("The attack took place in Goma, where rebels had killed nine people in May.", ["assault", "attack"]),
        ("The rebels have launched near-daily attacks on the city of El Fasher.", []),
        ("The rebels have launched an attack on the city of El Fasher.", ["assault"]),
        ("A ship was rammed near Scarborough Shoal, a contested area claimed by both nations.", ["ship_hit"]),
        ("Popasna is a contested area.", ["contested"]),
        ("A drone hit Port Sudan on Sunday. Those strikes hit the airport of the city.", ["drone_strike"]),
    ],
)  # fmt: skip
def test_who_came_and_how_is_told_by_the_words_around(told, text, subtypes):
    assert [e.subtype for e in told(text + CONTEXT)] == subtypes


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two soldiers were martyred in an attack by terrorists in Quetta.", 2),
        ("A bomb exploded in Quetta in which two soldiers embraced martyrdom.", 2),
        ("Nineteen terrorists of the Taliban Front (TF) and 11 soldiers were killed in a clash in Quetta.", 30),
        ("Nineteen terrorists (TF) fled and 11 soldiers were killed in a clash in Quetta.", 11),
    ],
)
def test_words_of_other_papers_tell_the_dead(told, text, killed):
    assert told(text + CONTEXT)[-1].killed == killed


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Russian forces attacked Ukraine with drones, killing six people in Kharkiv.", ["Kharkiv"]),
        ("Russian forces attacked Ukraine with 50 drones, killing six people in Kharkiv.", ["Kharkiv", "Ukraine"]),
        ("Rebels attacked a village 14 km north of the Borno state capital, Maiduguri.", ["14 km north of Maiduguri"]),
        ("Rebels shelled Kalla, around ten km (six miles) from Goma, on Monday.", ["10 km from Goma"]),
    ],
)
def test_where_the_toll_and_the_distance_put_it(told, text, places):
    assert [e.place_name for e in told(text + CONTEXT)] == places


def test_who_is_blamed_says_nothing(told):
    text = "The group was also blamed for the June 3 killing of nine miners near Goma."
    assert [e.claimants for e in told(text + CONTEXT)] == [()]
    assert [c.name for c in told("The group also said rebels attacked Goma." + CONTEXT)[0].claimants] == ["group"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Drone strikes killed two men in two separate attacks in Homs.", [("drone_strike", "Homs", 2)]),
        ("Nine people died in two separate attacks by rebels in Goma.", [("attack", "Goma", 9)]),
        ("In Tehran, 200 people were killed in Israel's first strikes.", [("air_strike", "Tehran", 200)]),
        ("In Israel, 20 people were killed in strikes.", [("air_strike", "Israel", 20)]),
        ("Six died in a clash in Camarines Sur province, south of Manila.", [("clash", "Camarines Sur", 6)]),
        ("The gunmen killed three others, a cook and two guards, in Jos.", [("attack", "Jos", 3)]),
        ("The gunmen killed three people, a policeman and four guards in Jos.", [("attack", "Jos", 8)]),
        ("The army said it was still gathering details in Goma.", []),
        ("Gunmen ambushed a convoy as it headed north to Goma.", [("ambush", "Goma", None)]),
        ("Gunmen ambushed a convoy as troops pushed into Goma.", [("ambush", "Goma", None), ("advance", "Goma", None)]),
    ],
)
def test_no_number_and_no_place_is_told_twice(told, text, rows):
    assert [(e.subtype, e.place_name, e.killed) for e in told(text + CONTEXT)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Drones hit Cali. A trader was shot dead in Bogota.", ["drone_strike", "attack"]),
        ("Drones hit Cali. A house was attacked in Bogota.", ["drone_strike", "drone_strike"]),
        ("A vessel reported that it was struck by a missile in the Red Sea.", ["ship_hit"]),
        ("The army said it was hit by a drone at Aden.", ["drone_strike"]),
    ],
)
def test_who_or_what_was_hit_tells_how(told, text, rows):
    assert [e.subtype for e in told(text + CONTEXT)] == rows


@pytest.mark.parametrize(
    ("end", "rows"), [("Both attackers were shot dead.", ["Jaffa"]), ("Both were seen in Lod before.", ["Jaffa"]),
                      ("Both attackers were shot dead in Lod.", ["Jaffa", "Lod"])],
)  # fmt: skip
def test_what_became_of_the_attackers_is_of_their_attack(told, end, rows):
    found = told("Two gunmen opened fire in Jaffa on Monday, killing seven people. " + end + CONTEXT)
    assert [e.place_name for e in found] == rows
