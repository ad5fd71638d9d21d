"""Daily summaries of ministries and staffs, in the forms that they have: numbers, regions and lists of settlements."""


def rows(told, text, **options):
    return [(e.subtype, e.place_name, e.count) for e in told(text, **options)]


def test_a_sum_is_told_once_and_its_parts_are_at_their_regions(told):
    text = (
        "In the night 40 aircraft-type unmanned aerial vehicles were intercepted and destroyed, the ministry said. "
        "It counted 21 drones shot down over the Tula Region, 12 drones over the Tver Region and seven drones over the "
        "Penza Region."
    )
    assert rows(told, text) == [
        ("drone_intercepted", None, 40),
        ("drone_intercepted", "Tula Oblast", 21),
        ("drone_intercepted", "Tver Oblast", 12),
        ("drone_intercepted", "Penza Oblast", 7),
    ]


def test_a_number_in_brackets_is_of_the_place_before_it(told):
    text = (
        "Crews shot down over the territories of Rostov (nine drones), Lipetsk (two drones) and Samara (three drones) regions, "
        "the ministry said."
    )
    assert rows(told, text) == [
        ("drone_intercepted", "Rostov Oblast", 9),
        ("drone_intercepted", "Lipetsk Oblast", 2),
        ("drone_intercepted", "Samara Oblast", 3),
    ]


def test_a_list_goes_on_over_semicolons(told):
    text = "Air strikes by Russia hit Kherson and Beryslav of Kherson region; Orikhiv and Huliaipole of Zaporizhzhia region."
    assert [(e.subtype, e.place_name) for e in told(text)] == [
        ("air_strike", name) for name in ("Kherson", "Beryslav", "Orikhiv", "Huliaipole")
    ]


def test_a_region_with_its_class_word_has_an_article(told):
    (event,) = told("Three drones were shot down over the Moscow Region, the mayor said.")
    assert (event.place_name, event.count) == ("Moscow Oblast", 3)


def test_lines_of_a_sum_are_its_parts(told):
    text = (
        "In the night crews shot down 14 drones:\n8 – over the Rostov region,\n4 – over the Lipetsk region,\n"
        "2 – over the Samara region.\n"
    )
    assert rows(told, text) == [
        ("drone_intercepted", None, 14),
        ("drone_intercepted", "Rostov Oblast", 8),
        ("drone_intercepted", "Lipetsk Oblast", 4),
        ("drone_intercepted", "Samara Oblast", 2),
    ]


def test_an_attempt_that_was_prevented_is_no_assault(told):
    text = "A plot by rebels and an attempt to carry out an attack on a depot in Russia were prevented, the army said."
    assert told(text) == ()
    assert [e.subtype for e in told("Rebels tried to storm Goma on Monday, the army said.")] == ["assault"]
