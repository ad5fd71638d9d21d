"""Numbers that count things, and numbers that do not."""

import pytest

from geoevents.articles.tokens import tokenize
from geoevents.events.howmany.counts import counts_in
from geoevents.events.sentence.clauses import parse


def read(text):
    return counts_in(text, parse(tokenize(text)))


def counts(text):
    return [(c.value, c.low, c.unit, c.kind) for c in read(text)]


@pytest.mark.parametrize(
    ("text", "value", "low", "unit", "kind"),
    [
        ("Nine drones were shot down.", 9, 9, "drones", "exact"),
        ("At least 12 people were killed.", None, 12, "killed", "at_least"),
        ("More than 40 missiles flew.", None, 41, "missiles", "at_least"),
        ("About 1,200 prisoners came home.", 1200, None, "prisoners", "approximate"),
        ("Thirty-two rockets fell.", 32, 32, "rockets", "exact"),
        ("Dozens of drones came.", None, 24, "drones", "vague"),
        ("A drone was downed.", 1, 1, "drones", "exact"),
        ("They took three square kilometres.", 3, 3, "km2", "exact"),
        ("A total of 17 drones came.", 17, 17, "drones", "total"),
    ],
)
def test_a_number_counts_its_noun(text, value, low, unit, kind):
    found = counts(text)
    assert [(c[0] if kind != "at_least" else None, c[1], c[2], c[3]) for c in found] == [(value, low, unit, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit the market at ten at night.",
        "Sirens sounded around eleven in the morning.",
        "They fired 122-mm rockets.",
        "They fired 122 mm rockets.",
        "An S-300 battery stood there.", "It happened on 17 May.", "In 2023 they left.", "They are aged 34 and 56.",
        "Ivan, 45, spoke.", "It stands at 14 Lenin Street.",
        "It cost $5 million.", "It lies 12 km away.", "The 93rd Brigade holds it.", "About 60 percent voted.",
        "Resolution 2231 was read.", "He waited three days.",
    ],
)  # fmt: skip
def test_numbers_that_name_count_nothing(text):
    assert [c for c in counts(text) if c[2] is not None] == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Twenty people, three of them children, were killed.", 20, "killed"),
        ("A couple and their grandson were killed.", 3, "killed"),
        ("A woman, 45, and her son, 12, were killed.", 2, "killed"),
        ("Shells wounded a man of 48.", 1, "injured"),
        ("A 58-year-old woman was wounded.", 1, "injured"),
        ("The brigade lost 11 men.", 11, "killed"),
        ("Of 158 missiles, 114 were shot down.", 114, "missiles"),
        ("Another 71 were lost to jamming.", 71, None),
        ("A wave of drones flew in.", None, "drones"),
        ("Two suicide bombers came.", 2, "persons"),
        ("Eight barrel bombs fell.", 8, "bombs"),
    ],
)
def test_asides_ages_and_wholes_do_not_hide_what_is_counted(text, value, unit):
    first = counts(text)[0]
    assert (first[0], first[2]) == (value, unit)


def test_others_lost_to_jamming_are_no_persons():
    found = counts("Crews shot down 67 drones and 71 others were lost to jamming.")
    assert [(c[0], c[2]) for c in found] == [(67, "drones"), (71, "drones")]


def test_killed_and_injured_share_their_noun():
    assert [(c[0], c[2]) for c in counts("Shelling killed two people and wounded five.")] == [
        (2, "killed"), (5, "injured")
    ]  # fmt: skip


def test_a_part_of_a_told_sum_knows_its_sum():
    text = "Crews downed 11 of 17 drones."
    (part,) = read(text)
    assert (part.value, part.of_total, part.unit) == (11, 17, "drones")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Shells killed a woman and her two children.", 3, "killed"),
        ("Four soldiers and two rebels were killed.", 6, "killed"),
        ("Three people, including two children, were killed.", 3, "killed"),
        ("81 Ukrainian fixed-wing drones were destroyed.", 81, "drones"),
        ("Twelve Palestinians were injured.", 12, "injured"),
        ("The body of a man was found.", 1, "killed"),
    ],
)
def test_who_or_what_is_counted(text, value, unit):
    assert (value, unit) in [(c[0], c[2]) for c in counts(text)]


def test_killed_and_injured_are_not_added_up():
    assert [(c[0], c[2]) for c in counts("It killed three people and injured 17 others.")] == [
        (3, "killed"), (17, "injured")
    ]  # fmt: skip


NUMBERS = {"two": 2, "seven": 7, "twelve": 12, "forty": 40, "23": 23}


@pytest.mark.parametrize("word", NUMBERS)
@pytest.mark.parametrize("thing", ["drones", "missiles", "rockets", "prisoners", "villages"])
def test_swapping_the_number_or_the_thing_swaps_just_that(word, thing):
    (count,) = [c for c in counts(f"The army spoke of {word} {thing} on Monday.") if c[2]]
    assert count[0] == NUMBERS[word]
    assert count[2] == {"villages": "settlements"}.get(thing, thing)


def test_a_new_number_after_a_person_counts_no_person():
    text = "A reporter counted a dozen bodies in the yard."
    assert [(c.value, c.unit) for c in read(text)] == [(1, "persons"), (12, "killed")]


def test_a_people_that_only_says_whose_court_it_is_counts_no_person():
    assert counts("A Dutch court convicted three men.") == [(3, 3, "persons", "exact")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Gunmen murdered 26 tourists.", 26, "killed"),
        ("Nine people walking home along the coast road were shot dead.", 9, "killed"),
        ("The dead numbered six by nightfall.", 6, "killed"),
        ("Doctors put the number of wounded at 45.", 45, "injured"),
        ("A 16-year-old was killed.", 1, "killed"),
        ("Two dockers were in hospital.", 2, "injured"),
        ("Ivan Berg, his lawyer Anna Holm and 14 others were freed.", 16, "persons"),
        ("The town was shelled twelve times.", 12, "attacks"),
        ("Its 25 crew are safe.", 25, "things"),
        ("More than 1.1 million people fled.", 1100000, "persons"),
        ("Police freed 12 women and four children.", 16, "persons"),
        ("Two Iraqis and an American were killed.", 3, "killed"),
        ("A clinic treated six people.", 6, "injured"),
        ("A court sentenced three militiamen.", 3, "soldiers"),
        ("Four soldiers and at least two rebels died.", 6, "killed"),
        ("The raid killed a further 12 people.", 12, "killed"),
        ("Shells wounded eleven women, a doctor said.", 11, "injured"),
        ("Gunmen shot dead a school principal and his driver.", 2, "killed"),
        ("Riots left 30 peacekeepers from two states injured.", 30, "injured"),
        ("They left 30 soldiers in the town and killed two.", 30, "soldiers"),
        ("Half a dozen shells fell.", 6, "shells"),
        ("A pair of drones hit the depot.", 2, "drones"),
        ("Both pilots were killed.", 2, "killed"),
        ("A family of five died.", 5, "killed"),
        ("Two hundred and forty missiles were fired.", 240, "missiles"),
        ("It fired 3 000 shells.", 3000, "shells"),
        ("All but 16 of the 86 drones were downed.", 70, "drones"),
        ("Two Su-35s were shot down.", 2, "aircraft"),
        ("A MiG-29 was shot down.", 1, "aircraft"),
        ("Police arrested five.", 5, "persons"),
        ("Shells fell and 49 patients and helpers died.", 49, "killed"),
        ("The staff put the number of attacks at nine.", 9, "attacks"),
        ("Its crew of three drowned.", 3, "killed"),
        ("Shells fell, killing a weaver and two apprentices.", 3, "killed"),
    ],
)
def test_a_number_counts_people_and_blows_however_it_is_put(text, value, unit):
    assert [(c[0], c[2]) for c in counts(text)][:1] == [(value, unit)]


def test_who_is_among_them_is_counted_once():
    first = counts("Bombs fell, killing seven people, a girl of fourteen among them.")[0]
    assert first[0] == 7


@pytest.mark.parametrize(
    "text", ["Nine in ten houses were hit.", "They hold Hill 60.", "It lies on Route 66.", "Two thirds were hit."]
)
def test_shares_and_hills_count_nothing(text):
    assert [c for c in counts(text) if c[2] is not None] == []


def test_a_comparison_is_no_number_of_blows():
    assert counts("The fire was three times as heavy as before.") == []


def test_shells_and_bombs_are_no_rockets(told):
    assert told("Gunners fired some 60 shells into Bihac on Sunday, the army said.")[0].count_unit == "shells"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Of 465 drones and 32 missiles, 420 had been destroyed, the Air Force said.", 420),
        ("Out of 90 drones and 20 missiles fired overnight, 77 were shot down, the army said.", 77),
    ],
)
def test_a_part_of_two_things_together_is_one_number(told, text, value):
    assert [e.count for e in told("Troops are at war. " + text) if e.category == "air_defence"] == [value]


def test_a_part_of_them_somewhere_is_not_the_whole_there(told):
    text = "Its air defences destroyed 147 drones over nine regions during the night, 42 of them over Kursk, the army said."
    found = {(e.place_name, e.count, e.is_aggregate) for e in told(text)}
    assert ("Kursk", 42, False) in found
    assert not any(count == 147 and place for place, count, _ in found)


def test_the_number_of_bombs_is_not_their_weight():
    assert [c[:2] for c in counts("Two 500-pound bombs fell.")] == [(2, 2)]


def test_a_unit_of_an_army_does_not_hide_that_its_men_died():
    assert [c[:3] for c in counts("Ten soldiers of the 47th Brigade died.")] == [(10, 10, "killed")]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The death toll in Saturday's attack on Ternopil has risen to 34.", ["killed"]),
        ("The toll of the shelling along the front near Kupiansk and Lyman this year has risen to 340.", []),
    ],
)
def test_a_toll_counts_the_dead_however_far_its_number_stands(text, killed):
    assert [c[2] for c in counts(text) if c[2] == "killed"] == killed


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("A shell hit a taxi, killing a driver and injuring his wife.", [(1, "killed"), (1, "injured")]),
        ("A shell hit a taxi, damaging his wife's shop.", []),
        ("A further nine, seven of them children, were killed.", [(9, "killed")]),
    ],
)
def test_relatives_and_those_of_whom_some_are_told(text, hurt):
    assert [(c[0], c[2]) for c in counts(text) if c[2] in {"killed", "injured"}][: len(hurt) or None] == hurt


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Four missile and drone attacks killed nobody.", 4, "attacks"),
        ("Guns hit six anti-aircraft missile complexes.", 6, "things"),
        ("They raided two drone factories.", 2, "things"),
        ("Five drone operators were killed.", 5, "killed"),
        ("One passenger car burned.", 1, "things"),
        ("One passenger was seen.", 1, "persons"),
        ("They reported two missile launches.", 2, "missiles"),
        ("They sent four missiles and attack drones.", 4, "missiles"),
        ("Six missile launchers burned.", 6, "targets"),
    ],
)
def test_the_head_noun_decides_what_is_counted(text, value, unit):
    assert [(c[0], c[2]) for c in counts(text) if c[0]][:1] == [(value, unit)] or (
        unit == "things" and not counts(text)
    )


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Two missiles hit the port, and crews brought down two others.", "missiles"),
        ("Two guards left the port, and police held two others.", "persons"),
        ("Two missiles hit the port and two others were hurt.", "injured"),
    ],
)
def test_others_are_what_was_counted_before(text, unit):
    assert counts(text)[1][2] == unit
