"""Turns of agency prose that misled the readers of counts, places, dates and speakers: each with one that it must not catch."""

import datetime

import pytest


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("A suicide bomber targeted a column of soldiers at Tessalit on Monday, killing six.", "explosion"),
        ("Two suicide car bombers hit a police post in Maiduguri, killing ten officers.", "explosion"),
        ("Suicide bomber kills six police in Kabul", "explosion"),
        ("A woman in an explosives vest blew herself up in Diffa.", "explosion"),
        ("Two Russian bombers hit a barracks in Odesa, the army said.", "air_strike"),
    ],
)
def test_who_carries_a_bomb_is_no_aeroplane(told, text, subtype):
    assert [e.subtype for e in told(text)] == [subtype]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two soldiers and one militiaman were killed in a clash near Monkayo.", 3, None),
        ("Three soldiers, two policemen and a cook were killed in a clash in Gao.", 6, None),
        ("Two members of the security forces were killed and five others wounded in a clash in Kunduz.", 2, 5),
        ("About 20 people on a bus to Kisangani were killed when gunmen attacked it near Beni.", 20, None),
        ("Five soldiers from the base killed three rebels near Beni.", 3, None),
    ],
)
def test_people_are_counted_past_what_is_told_of_them(told, text, killed, injured):
    assert [(e.killed, e.injured) for e in told(text)] == [(killed, injured)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There was no fresh report of clashes between the army and rebels in Mindanao.", 0),
        ("There was no immediate sign of fighting in Goma, the army said.", 0),
        ("There were reports of clashes between the army and rebels in Mindanao.", 1),
    ],
)
def test_where_there_is_no_word_of_it_nothing_happened(told, text, found):
    assert len(told(text)) == found


def test_all_that_is_downed_is_counted_by_kind(told):
    found = told(
        "The navy said nine drones, three ballistic missiles and the cruise missile were downed over the Black Sea."
    )
    assert [(e.subtype, e.count) for e in found] == [("drone_intercepted", 9), ("missile_intercepted", 3)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "The port city of Hodeidah and other areas were hit on Monday by a dozen airstrikes by a fleet in the Red Sea.",
            "Al Hudaydah",
        ),
        ("Rebels reported a dozen airstrikes by the coalition in the Red Sea.", "Red Sea"),
    ],
)
def test_what_was_hit_goes_before_where_its_attackers_sail(told, text, place):
    assert [e.place_name for e in told(text)] == [place]


def test_what_is_told_next_is_what_a_span_of_time_counts_from(told):
    found = told(
        "The freighter sank off Aden two weeks after it was hit by a missile on Feb. 18.", published="2024-03-20"
    )
    assert [(e.date_start, e.count) for e in found] == [(day("2024-03-03"), 1), (day("2024-02-18"), 1)]
    found = told("Rebels attacked Goma on Jan. 27, a week after taking Minova.", published="2024-02-01")
    assert [(e.place_name, e.date_start) for e in found] == [("Goma", day("2024-01-27")), ("Minova", day("2024-01-20"))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels attacked Goma, the minister, Ivan Petrov, said here early Saturday morning.", ["minister, Ivan Petrov"]),
        ("Kovacs further said troops attacked rebels at Goma on Wednesday.", ["Kovacs"]),
        ("Following reports that rebels had entered Goma, the army moved tanks into Sake.", []),
        ("A colonel, Ali Karimi, said rebels had fled Goma. According to him, they shelled Sake.", ["colonel, Ali Karimi"]),
    ],
)  # fmt: skip
def test_a_speaker_is_named_without_the_rest_of_the_sentence(told, text, names):
    assert [c.name for c in told(text)[-1].claimants] == names


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Twelve army vehicles were destroyed in Gao, the army said.", "unspecified"),
        ("Warplanes hit a depot in Gao. Houses in the town were destroyed in the raid, the army said.", "air_strike"),
        ("Missiles struck Gao, and two houses there were hit, the army said.", "missile_strike"),
    ],
)
def test_a_weapon_that_nobody_tells_is_not_made_up(told, text, subtype):
    assert [e.subtype for e in told(text)] == [subtype]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels haven't captured Goma, the army said on Monday.",
        "The missiles didn’t hit Odesa, the mayor said.",
        "The town of Sake wasn't captured by rebels, the army said.",
        "Rebels won't attack Goma, their leader said.",
    ],
)
def test_a_short_form_negates_as_a_long_one_does(told, text):
    assert told(text) == ()


@pytest.mark.parametrize(
    "end", ["So far, no group has claimed responsibility for the attack.", "Nobody has admitted the attack."]
)
def test_who_says_nothing_claims_nothing(told, end):
    (event,) = told(f"A bomb exploded in Kaduna on Monday, killing nine. {end}")
    assert (event.status, event.claimants) == ("reported", ())


def test_a_country_is_not_struck_by_its_own_raids(told):
    found = told(
        "Rockets killed three civilians in Israel while Israeli air strikes on Rafah killed seven, officials said."
    )
    assert [e.place_name for e in found] == ["Israel", "Rafah"]
    found = told(
        "Russian missiles killed three people in Ukraine while Ukrainian drones hit a refinery, officials said."
    )
    assert [(e.subtype, e.place_name) for e in found] == [("missile_strike", "Ukraine")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The unrest in Gao is the worst since a big prisoner swap between the army and the rebels.", []),
        ("The army and the rebels held a major prisoner exchange near Gao.", ["prisoner_exchange"]),
        ("The army said all enemy targets were shot down over the Odesa region.", ["drone_intercepted"]),
        ("The army said enemy targets were destroyed in the Odesa region.", ["unspecified"]),
    ],
)
def test_what_is_named_to_compare_with_and_what_is_downed(told, text, found):
    assert [e.subtype for e in told(text)] == found


def test_a_fortnight_is_two_weeks_and_a_type_is_no_number(told):
    (event,) = told("Gunmen killed 20 people in Kaduna about a fortnight ago, police said.", published="2024-05-15")
    assert event.date_start == day("2024-05-01")
    assert told("The army said Shahed-131/136 drones hit Odesa.")[0].count is None


def test_where_troops_stand_is_no_deployment(told):
    assert told("Troops stationed in Gossi could not stop the raiders, the army said.") == ()
    assert [e.subtype for e in told("Troops were deployed to Goma on Monday, the army said.")] == ["deployment"]


@pytest.mark.parametrize(
    ("text", "subtype", "count"),
    [
        ("The rebels violated the truce near Goma on Monday, the army said.", "agreement_broken", None),
        ("The rebels signed a truce in Goma on Monday, the army said.", "agreement", None),
        ("An encounter broke out between militants and security forces in Shopian on Tuesday.", "clash", None),
        ("Two civilians were killed in alleged shelling by the army in Goma on Tuesday.", "shelling", 2),
        ("More than 200 soldiers were exchanged in a prisoner swap, officials said.", "prisoner_exchange", 200),
        ("Security forces gunned down two militants in Shopian on Tuesday.", "assault", 2),
    ],
)
def test_words_of_other_agencies_tell_the_same(told, text, subtype, count):
    assert [(e.subtype, e.count) for e in told(text)] == [(subtype, count)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In 2014 soldiers were killed in Baidoa.", [(None, None)]),
        ("Since 2019 attacks in Ansongo have killed 300 people.", [(300, 300)]),
        ("In all 2000 soldiers were killed in Baidoa.", [(2000, 2000)]),
    ],
)
def test_a_year_before_a_noun_is_no_number(told, text, numbers):
    assert [(e.count, e.killed) for e in told(text)] == numbers


@pytest.mark.parametrize(
    "who", ["rebels", "jihadists", "bandits", "guerrillas", "separatists", "attackers", "fighters"]
)
def test_whoever_is_killed_is_killed(told, who):
    [event] = told(f"The army said that 40 {who} were killed in Ansongo on Sunday.")
    assert (event.category, event.killed) == ("ground_combat", 40)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Reporters left Taiz on Sunday due to heavy shelling, which killed five civilians.", "reported"),
        ("Talks are due on Friday in Doha, the ministry said.", "planned"),
        ("The army is due to leave Kidal on Friday.", "planned"),
    ],
)
def test_due_to_gives_a_reason_and_due_a_plan(told, text, status):
    assert [e.status for e in told(text)] == [status]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A bomber struck a police post in Diffa on Sunday, killing five.", ["explosion"]),
        ("Rebels bombed a police station in Sarh on Sunday.", ["explosion"]),
        ("The army bombed rebel positions near Sarh on Sunday.", ["air_strike"]),
        ("Footage released by the ministry showed artillery attacks in the city of Dhamar on Sunday.", ["shelling"]),
        ("In Zabid, which is not under rebel control, airstrikes killed three people on Sunday.", ["air_strike"]),
        ("The village of Kalma is under rebel control, the army said.", ["captured"]),
        ("Sunday's assault on Afgooye was met with fierce resistance from militants.", ["assault"]),
        ("Sudanese aircraft crossed into Chad on Sunday, the army said.", []),
        ("Bandits invaded the town of Bukuyum on Sunday.", ["raid"]),
        ("Russian forces invaded Georgia on Sunday.", ["invasion"]),
        ("The group carries out attacks in Kismayo aimed at toppling the government.", []),
        ("Soldiers toppled the government of Niger on Sunday.", ["coup"]),
        ("A court convicted a warlord on Monday over killings in Ituri.", ["conviction"]),
        ("The navy sank two speedboats off Mocha on Sunday.", ["ship_hit"]),
    ],
)
def test_what_kind_of_event_the_words_around_it_say(told, text, kinds):
    assert [e.subtype for e in told(text)] == kinds


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Rebels had taken Kidal, the largest town of the north, on Sunday. The army fled.", [False]),
        ("Troops shelled Gao on Tuesday. Rebels had taken Gao on 6 May.", [False, True]),
    ],
)
def test_news_that_opens_in_the_pluperfect_is_news(told, text, background):
    assert [e.is_background for e in told(text)] == background


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rwandan troops attacked the town of Masisi 73 times with artillery and mortars.", ["shelling"]),
        ("Rwandan troops attacked the town of Masisi 73 times.", ["assault"]),
        ("The rebels attacked Bukavu with several groups of drones on Monday.", ["drone_strike"]),
        ("As a result of air combat, the air force destroyed five drones over Gujarat.", ["drone_intercepted"]),
        ("The rebels unsuccessfully advanced in the district of Masisi.", ["assault"]),
        ("A missile hit the city of Hama and surrounding districts on Monday.", ["missile_strike"]),
        ("Troops moved deeper into the besieged city of El Obeid.", ["advance"]),
        ("Rebels seized control of the town of Walikale, located in the contested North Kivu region.", ["captured"]),
        ("The army struck the town of Masisi and nearby settlements on Monday, killing two soldiers.", ["unspecified"]),
        ("Japan imposed sanctions targeting the Iranian tanker fleet.", ["imposed"]),
        (
            "The army said fifty apartment buildings were evacuated in Acre after an explosive device was found.",
            ["evacuation"],
        ),
        ("The army evacuated the town of Masisi on Monday.", ["withdrawal"]),
    ],
)
def test_words_that_only_describe_a_place_tell_no_event(told, text, kinds):
    assert [e.subtype for e in told(text)] == kinds


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("At night, the army shelled Omdurman.", "2024-05-14", "2024-05-15"),
        ("Overnight into May 14, the army shelled Omdurman.", "2024-05-13", "2024-05-14"),
        ("On the night of May 15, the army shelled Omdurman.", "2024-05-14", "2024-05-15"),
        ("On the night of May 12, the army shelled Omdurman.", "2024-05-12", "2024-05-13"),
        (
            "A market in Omdurman was closed until the middle of September after a drone attack.",
            "2024-05-15",
            "2024-05-15",
        ),
    ],
)
def test_nights_and_ends(told, text, start, end):
    assert [(e.date_start, e.date_end) for e in told(text)] == [(day(start), day(end))]


@pytest.mark.parametrize(
    "text",
    [
        "The army repelled an attack near Masisi. Across the front, the rebels carried out 39 air strikes on Monday.",
        "The army repelled an attack near Masisi. Over the past day, the rebels launched 88 air strikes, the army said.",
    ],
)
def test_what_is_counted_everywhere_is_at_no_place(told, text):
    assert told(text)[-1].place_name is None


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Iran launched 40 drones at Israel overnight, with air defences destroying 35 of them, the army said.",
            [("drone_strike", 40), ("drone_intercepted", 35)],
        ),
        (
            "The sides completed an exchange of prisoners near Kassala, with 303 soldiers going home.",
            [("prisoner_exchange", 303)],
        ),
    ],
)
def test_what_somebody_else_did_meanwhile_has_its_own_number(told, text, rows):
    assert [(e.subtype, e.count) for e in told(text)] == rows
