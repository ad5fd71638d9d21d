"""Who the persons of an article are: `geoevents.events.who.people`."""

from geoevents.events.who.people import people_of


def test_a_surname_means_an_official_once_the_title_was_told():
    people = people_of("Foreign Minister Ana Costa left. Costa thanked her host.", ())
    assert "Costa" in people.officials


def test_a_name_without_introduction_is_that_of_a_leader():
    assert "Moreau" in people_of("The two spoke with Henri Moreau on Monday.", ()).officials


def test_a_passer_by_holds_no_office():
    people = people_of("The house shook, said a shopkeeper Hani Ahmed, 28. Olga Sydorenko, a nurse, wept.", ())
    assert {"Ahmed", "Sydorenko"} <= people.names
    assert not people.officials


def test_an_office_behind_a_name_counts():
    assert "Stein" in people_of("Ursula Stein, the defence minister, urged patience.", ()).officials


def test_names_of_bodies_are_no_persons():
    assert not people_of("The Foreign Ministry and the Security Council met.", ()).names


def test_small_words_belong_to_a_name():
    assert "Leyen" in people_of("Ursula von der Leyen took part.", ()).names
