"""What real prose of agencies and papers showed as plain errors: each family with what it must not catch."""

import datetime

import pytest


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The Taliban claimed responsibility for a suicide bombing in Kabul that killed nine people.", 9),
        ("Al-Shabaab claimed responsibility for a bombing in Baidoa on Monday that killed 12 people.", 12),
        ("Police blamed Boko Haram for a bombing in Maiduguri that killed nine people.", 9),
        ("Police are hunting the men behind a bombing in Lahore that killed nine people.", 9),
    ],
)
def test_a_bombing_that_somebody_answers_for_is_one_row_at_its_place(told, text, killed):
    assert [(e.subtype, e.place_name is not None, e.killed) for e in told(text)] == [("explosion", True, killed)]


def test_bombs_from_the_air_stay_air_strikes(told):
    assert [e.subtype for e in told("The air force's bombing of Taiz killed nine people, the army said.")] == [
        "air_strike"
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("He survived a 2021 drone strike in Idlib.", 2021),
        ("The minister recalled the 2008 air strike on Gaza that killed 15.", 2008),
        ("The general led the 1998 siege of Bihac.", 1998),
        ("Rebels took Souran, a town known for a fatal 2017 poison gas attack.", 2017),
    ],
)
def test_the_year_in_front_of_a_deed_is_its_date_and_no_number(told, text, year):
    found = told(text, published="2025-03-14")
    assert any(e.date_start == datetime.date(year, 1, 1) for e in found)
    assert all(e.count != year for e in found)


def test_what_is_counted_by_a_number_like_a_year_is_counted(told):
    assert [e.count for e in told("The army fired 2017 rockets at Homs.")] == [2017]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Some 40 partisans were arrested in Lyon by soldiers during World War Two.", 1939),
        ("The army shelled Warsaw in the First World War.", 1914),
    ],
)
def test_wars_of_the_world_are_no_news(told, text, first):
    assert [(e.date_start.year, e.is_background) for e in told(text, published="2025-03-14")] == [(first, True)]


@pytest.mark.parametrize(
    ("text", "status", "start"),
    [
        ("The minister plans a visit to Kyiv on Monday.", "planned", "2025-03-17"),
        ("The prime minister plans a final stop in Houston on Saturday.", "planned", "2025-03-15"),
        (
            "The minister said he would have talks with his Turkish counterpart in Ankara on Saturday.",
            "planned",
            "2025-03-15",
        ),
        ("The premier, who leaves office in June, spoke.", "planned", "2025-06-01"),
        ("The minister paid a visit to Kyiv on Monday.", "reported", "2025-03-10"),
        ("The premier left office in January.", "reported", "2025-01-01"),
    ],
)
def test_a_plan_is_no_deed(told, text, status, start):
    assert [(e.status, e.date_start) for e in told(text, published="2025-03-14")] == [(status, day(start))]


@pytest.mark.parametrize(
    "text",
    [
        "Seven years ago such a visit by soldiers would have triggered a riot in Derry.",
        "The police said the plan would have ended in a massacre in Kano.",
        "By late afternoon the promised evacuations from Homs had not taken place, the army said.",
        "People are detained in overcrowded cells near the border, soldiers said.",
        "Disputes between troops and villagers are decided by courts.",
    ],
)
def test_what_did_not_come_or_always_comes_is_no_event(told, text):
    assert told(text) == ()


@pytest.mark.parametrize(
    "text",
    ["The raid on the bar set off a riot in Lima on Monday.", "Two journalists are detained in Baku, the army said."],
)
def test_what_came_is_one(told, text):
    assert len(told(text)) == 1


def test_crowds_that_demand_a_dismissal_have_not_brought_it(told):
    found = told("Thousands rallied in Khartoum on Wednesday, demanding that the chief of the judiciary be removed.")
    assert [e.category for e in found] == ["protest"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The raid came a week after 44 soldiers were killed in an attack in Istanbul.", "2025-03-07"),
        ("It came two days after nine soldiers were killed in an attack in Gao.", "2025-03-12"),
    ],
)
def test_a_number_behind_after_opens_a_clause(told, text, start):
    assert day(start) in [e.date_start for e in told(text, published="2025-03-14")]


def test_the_bombings_of_a_year_do_not_date_the_one_of_the_day(told):
    found = told(
        "A car bomb killed 13 soldiers in Kayseri on Friday. Many deadly bombings have struck Turkey in 2025.",
        published="2025-03-14",
    )
    assert [(e.place_name, e.date_end) for e in found if e.killed == 13] == [("Kayseri", day("2025-03-14"))]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("World The minister said on Monday that troops had taken Goma.", ["minister"]),
        (
            "According to Nigerian forces on Monday a militant hurled a grenade at a patrol in Damboa.",
            ["Nigerian forces"],
        ),
        ("The general was arrested in Aydin on Monday, the ministry said, without citing sources.", ["ministry"]),
        ("Valletta, May 6 (AFP) Norway announced fresh sanctions on Belarus on Monday.", ["Norway"]),
        ("Two weeks later, the US accused China of spying on its envoys.", ["US"]),
        ("President Ana Costa Saturday accused the rebels of shelling Ayacucho.", ["President Ana Costa"]),
        ("A Foreign Ministry statement yesterday said the rebels had shelled Gori.", ["Foreign Ministry statement"]),
        ("Drone strikes embarrass ministry The defence minister said troops had taken Gori.", ["defence minister"]),
        ("Rebels took Gori on Monday, one of their commanders said.", ["one of their commanders"]),
        ("Hundreds gathered in Seoul, waving the flags of the army and calling for an end to the war.", []),
    ],
)
def test_who_speaks_is_a_name(told, text, who):
    found = told(text)
    assert found
    assert sorted({c.name for e in found for c in e.claimants}) == who


def test_the_group_is_is_no_verb(told):
    found = told(
        "A spokesman said that three IS fighters attacked the base on Sunday in Hawija.", published="2025-03-14"
    )
    assert [(e.status, e.date_start) for e in found] == [("claimed", day("2025-03-09"))]


def test_an_accusation_is_a_claim(told):
    found = told("The secretary-general accused Iran of bombing Damascus on Saturday.")
    assert [e.status for e in found if e.category == "strike"] == ["claimed"]


@pytest.mark.parametrize(
    "text",
    [
        "A gunman shot dead Peru's ambassador to Kenya on Monday.",
        "The assassination of the envoy followed a week of protests by Kenyans angry over Peru's support for the rebels.",
        "Militants attacked a base that supplies units for the Raqqa offensive.",
    ],
)
def test_a_post_a_cause_and_an_undertaking_are_no_places(told, text):
    found = told(text)
    assert found
    assert {e.place_name for e in found} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Police said the bodies of a couple were found on a beach near Looe on Monday.",
        "Maria Lund said she must never give up her garden in Bonn.",
        "The council is moving forward with a plan for a park in Denver after soldiers left.",
        "The deal covers 60 mortar carriers, shell-firing trucks with six wheels, the army said.",
    ],
)
def test_what_only_sounds_like_an_event_is_none(told, text):
    assert told(text) == ()


def test_people_on_the_move_pay_no_visits(told):
    found = told("The migrants left Libya in small boats. They travelled to Rome on Monday.")
    assert "visit" not in {e.subtype for e in found}


def test_what_is_scheduled_is_to_come(told):
    found = told(
        "The court in Lima heard the case of nine soldiers who had shot villagers. Sentencing is scheduled for June 7.",
        published="2025-03-14",
    )
    assert [(e.status, e.date_start) for e in found if e.status == "planned"] == [("planned", day("2025-06-07"))]


def test_a_day_to_which_something_is_put_off_is_not_its_own(told):
    found = told("The army held its lines. A judge in Durban adjourned the hearing to June 8.", published="2025-03-14")
    assert [e.date_start for e in found if e.category == "legal"] == [day("2025-03-14")]


def test_lines_wrapped_inside_a_sentence_are_one(told):
    text = (
        "The army took the town of Goma on Monday, a spokesman told reporters who had waited in the\n"
        "    heat for hours.\n    Rebels killed nine soldiers near the village of Kibumba north of the town\n"
        "    on Tuesday."
    )
    found = told(text, published="2025-03-14")
    assert [e.date_start for e in found] == [day("2025-03-10"), day("2025-03-11")]
