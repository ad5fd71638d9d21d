"""Daily summaries of ministries and staffs, in the forms that they have: numbers, regions and lists of settlements."""


def rows(told, text, **options):
    return [(e.subtype, e.place_name, e.count) for e in told(text, **options)]


def test_a_sum_is_told_once_and_its_parts_are_at_their_regions(told):
    text = (
        "During the past night, 124 aircraft-type unmanned aerial vehicles were intercepted and destroyed, the ministry said. "
        "Thus, 29 drones were shot down over the Bryansk Region, 15 drones over the Oryol Region, and 11 drones over the "
        "Belgorod Region."
    )
    assert rows(told, text) == [
        ("drone_intercepted", None, 124),
        ("drone_intercepted", "Bryansk Oblast", 29),
        ("drone_intercepted", "Oryol Oblast", 15),
        ("drone_intercepted", "Belgorod Oblast", 11),
    ]


def test_a_number_in_brackets_is_of_the_place_before_it(told):
    text = (
        "Air defence systems intercepted and destroyed over the territories of Belgorod (four drones), Kursk (one drone) and "
        "Kaluga (six drones) regions, the ministry said."
    )
    assert rows(told, text) == [
        ("drone_intercepted", "Belgorod Oblast", 4),
        ("drone_intercepted", "Kursk Oblast", 1),
        ("drone_intercepted", "Kaluga Oblast", 6),
    ]


def test_a_list_goes_on_over_semicolons(told):
    text = "Russian air strikes targeted Ryzhivka and Popivka of Sumy region; Starytsia and Lyptsi of Kharkiv region."
    assert [(e.subtype, e.place_name) for e in told(text)] == [
        ("air_strike", name) for name in ("Ryzhivka", "Popivka", "Starytsia", "Lyptsi")
    ]


def test_a_region_with_its_class_word_has_an_article(told):
    (event,) = told("Three drones were shot down over the Moscow Region, the mayor said.")
    assert (event.place_name, event.count) == ("Moscow Oblast", 3)


def test_lines_of_a_sum_are_its_parts(told):
    text = (
        "Overnight air defence forces intercepted and destroyed 14 Ukrainian drones:\n7 – over the territory of Smolensk region,\n"
        "6 – over the territory of Bryansk region,\n1 – over the territory of Tver region.\n"
    )
    assert rows(told, text) == [
        ("drone_intercepted", None, 14),
        ("drone_intercepted", "Smolensk Oblast", 7),
        ("drone_intercepted", "Bryansk Oblast", 6),
        ("drone_intercepted", "Tver Oblast", 1),
    ]


def test_an_attempt_that_was_prevented_is_no_assault(told):
    text = (
        "An attempt by Kiev to carry out a terrorist attack on facilities in Russia was prevented, the ministry said."
    )
    assert told(text) == ()
    assert [e.subtype for e in told("Rebels tried to storm Goma on Monday, the army said.")] == ["assault"]
