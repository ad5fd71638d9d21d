"""Courts act where they sit: what somebody is tried or held for happened elsewhere."""


def _rows(told, text, category):
    return [(e.subtype, e.place_name, e.status) for e in told(text) if e.category == category]


def test_a_court_convicts_where_it_sits_not_where_the_crime_was(told):
    text = "A court in Minsk jailed ten men for an attack on a train in Brest on Monday."
    assert _rows(told, text, "legal") == [("conviction", "Minsk", "reported")]


def test_the_town_before_the_word_court_is_its_seat(told):
    text = "A Moscow court on Tuesday sentenced a soldier to 18 years for killing civilians in Sudzha."
    assert _rows(told, text, "legal") == [("conviction", "Moscow", "reported")]


def test_suspects_are_held_where_the_police_are_not_where_they_meant_to_strike(told):
    text = "Police in Istanbul detained 12 people on suspicion of plotting attacks in Ankara."
    assert _rows(told, text, "detention") == [("arrest", "Istanbul", "reported")]


def test_a_trial_that_opens_is_a_hearing(told):
    text = "The trial of the former rebel commander opened in Pristina on Tuesday."
    assert _rows(told, text, "legal") == [("hearing", "Pristina", "reported")]


def test_the_deed_somebody_is_tried_for_is_no_event_of_the_day(told):
    text = "Troops fought near Goma. A court in Kyiv jailed a man for directing strikes on Kharkiv."
    assert {(e.category, e.place_name) for e in told(text)} == {("ground_combat", "near Goma"), ("legal", "Kyiv")}


def test_the_month_of_a_crime_is_not_that_of_the_verdict(told):
    text = "A court in Kyiv jailed two soldiers for the killing of a family in Izium in April 2022."
    (event,) = [e for e in told(text, published="2024-05-08") if e.category == "legal"]
    assert str(event.date_start) == "2024-05-08"
