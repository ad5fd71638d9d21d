"""The contrary of what was told, retractions, denials that come first, and plans that came to nothing."""

import pytest

DOWNED = "Libya said it had downed two American jets over Sirte."
TAKEN = "The Russian army said it had captured the town of Soledar."
LEFT = "The army said it had retaken the town of Malakal."


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        (DOWNED, "The Pentagon said all its aircraft had returned to their carrier."),
        (DOWNED, "The Pentagon said it had lost none."),
        (DOWNED, "The Pentagon said otherwise."),
        (DOWNED, "The Pentagon denied that any of its jets had been shot down."),
        (TAKEN, 'The Ukrainian army said: "The enemy is not in the town."'),
        (TAKEN, "Kyiv said fighting for the town was still going on."),
        (TAKEN, "The Ukrainian army said its soldiers were inside the town and holding."),
        (TAKEN, "Ukraine said it still controlled the town."),
    ],
)
def test_who_says_the_contrary_denies_the_claim(told, deed, answer):
    first = told(f"{deed} {answer}")[0]
    assert (first.status, [c.stance for c in first.claimants]) == ("disputed", ["asserts", "denies"])


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        (DOWNED, "The Pentagon said no town had been lost."),
        (TAKEN, "Kyiv said it had lost none of its aircraft."),
        (TAKEN, "Kyiv said fighting for Kupiansk was still going on."),
        (LEFT, "The army said fighting in the town was still going on."),
    ],
)
def test_what_is_said_of_something_else_leaves_the_claim(told, deed, answer):
    assert told(f"{deed} {answer}")[0].status == "claimed"


@pytest.mark.parametrize(
    "text",
    [
        "The army retracted its claim that rebels had captured the town of Bentiu.",
        f"{LEFT} Hours later it took back the announcement.",
        "The army said that it had not shelled Donetsk.",
        '"We did not attack Cizre," the army said.',
        "Russia denied carrying out the strike on Odesa.",
        "Soldiers guard the port. France said it was not behind a strike on a village near Timbuktu.",
    ],
)
def test_where_nobody_else_says_so_a_denial_stands_alone(told, text):
    (event,) = told(text)
    assert event.status == "denied"


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Azerbaijan's army accuses Armenia, which rejects the charge, of shelling Tovuz.", ["asserts", "denies"]),
        ("The army rejected reports by rebels that it had lost the town of Kutkai.", ["asserts", "denies"]),
        ("Israel denied Lebanese media reports that its troops had entered Khiam.", ["asserts", "denies"]),
        (
            '"Our aircraft did not bomb the village," the army said. Villagers had told reporters that jets bombed Loikaw.',
            ["asserts", "denies"],
        ),
    ],
)
def test_both_who_say_and_who_deny_are_kept(told, text, claimants):
    event = next(e for e in told(text) if e.category != "diplomacy")
    assert (event.status, [c.stance for c in event.claimants]) == ("disputed", claimants)


def test_who_denies_and_later_admits_has_confirmed_it(told):
    (event,) = told(
        "NATO denied that its jets had bombed a column near Gjakova, then admitted that a pilot had done so."
    )
    assert event.status == "confirmed"


def test_a_plan_that_did_not_take_place_is_cancelled(told):
    (event,) = told("An exchange of prisoners of war planned for Friday at Zolote did not take place, the army said.")
    assert event.status == "cancelled"


def test_a_meeting_that_is_denied_is_no_plan(told):
    (event,) = told("The Kremlin said a report that Putin would meet Zelensky in Istanbul was not true.")
    assert event.status == "denied"


def test_states_that_are_accused_of_killing_are_told_without_a_place(told):
    events = told("Congo accused Rwanda of killing dozens of villagers.")
    assert [(e.category, e.status, e.place_name) for e in events] == [("ground_combat", "claimed", None)]


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that our troops have abandoned the town of Avdiivka, the army commander said.",
        '"This is a lie," the governor said of reports that Stepnohirsk had fallen to Russian troops.',
        "A claim by the rebels to have captured Kutum was denied by the army.",
    ],
)
def test_what_is_called_untrue_in_its_own_sentence_is_denied(told, text):
    (event,) = told(text)
    assert event.status in {"denied", "disputed"}
    assert "denies" in {c.stance for c in event.claimants}


@pytest.mark.parametrize(
    ("seen", "status"),
    [
        ("Geolocated footage shows Russian soldiers in the centre of the town.", "confirmed"),
        ("Residents said Russian troops were patrolling the streets.", "confirmed"),
        ("Geolocated footage shows Ukrainian soldiers in the town.", "claimed"),
        ("Geolocated footage shows Russian soldiers in Kupiansk.", "claimed"),
    ],
)
def test_who_sees_the_men_of_a_side_in_the_town_confirms_its_claim(told, seen, status):
    assert told(f"{TAKEN} {seen}")[0].status == status


def test_the_number_of_the_other_side_widens_the_count(told):
    (event,) = told("Rebels said 40 soldiers had died in an ambush near Bria. The army put the death toll at three.")
    assert (event.killed, event.count_low, event.count_high) == (40, 3, 40)
    assert [c.name for c in event.claimants] == ["Rebels", "army"]


def test_a_capital_that_reports_a_capture_is_not_where_it_was(told):
    events = told("Ukraine's army held on, hours after Moscow reported the capture of the town.")
    assert all(e.place_name is None for e in events)


SHELLED = "The Ukrainian army said Russian shelling had killed three people in Kherson."


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("The Russian army blamed Ukrainian forces.", "disputed"),
        ("A Russian army spokesman said Ukrainian troops were to blame.", "disputed"),
        ("The Russian army rejected it outright.", "disputed"),
        ('The Russian army called the accusation "a fairy tale".', "disputed"),
        ("The Ukrainian president blamed Russian troops.", "claimed"),
        ('France called the report "deeply alarming".', "claimed"),
    ],
)
def test_the_accused_who_blames_others_denies_it(told, answer, status):
    first = told(f"{SHELLED} {answer}")[0]
    assert first.status in {status, "reported" if status == "claimed" else status}
    assert ("denies" in {c.stance for c in first.claimants}) is (status == "disputed")


def test_a_confirmation_an_hour_later_is_one(told):
    (event,) = told("The rebels said they had captured the town of Bria. The army confirmed it an hour later.")
    assert event.status == "confirmed"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Croatia's claim to have retaken the town of Knin was confirmed by UN observers.", "confirmed"),
        ("Iran said it had nothing to do with Sunday's attack on a tanker off Fujairah.", "denied"),
        ("Both Rwanda and the M23 deny any part in the shelling of a camp near Goma on Friday.", "denied"),
    ],
)
def test_one_sentence_tells_how_sure_it_is(told, text, status):
    (event,) = told(text)
    assert event.status == status


def test_a_report_that_somebody_rejects_is_still_told(told):
    text = "Eritrean soldiers shelled the town of Axum, Amnesty said in a report that Asmara angrily rejected."
    event = next(e for e in told(text) if e.category == "strike")
    assert "Amnesty" in {c.name for c in event.claimants}
