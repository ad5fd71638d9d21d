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
