"""How long an undated sentence goes on with a day before that of publication."""


def last_day(told, text):
    return str(told(text, published="2024-05-08")[-1].date_start)


def test_the_next_sentence_goes_on_with_yesterday(told):
    text = "Drones hit Kharkiv on Wednesday. A missile struck Nikopol on Tuesday. Two houses in Sumy were destroyed by shelling."
    assert last_day(told, text) == "2024-05-07"


def test_yesterday_is_over_a_sentence_later_where_there_is_news_of_today(told):
    text = (
        "Drones hit Kharkiv on Wednesday. A missile struck Nikopol on Tuesday. The mayor was not in his office. "
        "Shelling destroyed two houses in Sumy."
    )
    assert last_day(told, text) == "2024-05-08"


def test_yesterday_lasts_where_a_paragraph_tells_nothing_else(told):
    text = (
        "A missile struck Nikopol on Tuesday. The mayor was not in his office. Shelling destroyed two houses in Sumy."
    )
    assert last_day(told, text) == "2024-05-07"


def test_yesterday_ends_with_its_paragraph(told):
    text = "A power line was mended.\n\nA missile struck Nikopol on Tuesday.\n\nShelling destroyed two houses in Sumy."
    assert last_day(told, text) == "2024-05-08"


def test_what_has_happened_is_news_of_today(told):
    assert last_day(told, "Rebels captured Goma on Tuesday. They have also seized Bukavu.") == "2024-05-08"


def test_a_day_earlier_counts_from_the_news_not_from_what_is_long_past(told):
    text = "Shelling hit Nikopol on Wednesday. Rebels had captured Goma on 5 January.\n\nTwo days before, a missile struck Sumy."
    assert last_day(told, text) == "2024-05-06"


def test_what_is_to_come_is_not_counted_from(told):
    text = "Drones hit Kharkiv on Wednesday. The envoys talked and will meet again on Friday. Hours later shells struck Nikopol."
    assert last_day(told, text) == "2024-05-08"


def test_hours_before_something_is_the_day_of_that(told):
    text = "Gunmen killed six in Goma on Monday. Hours before the attack, shells hit Bukavu."
    assert last_day(told, text) == "2024-05-06"


def test_one_thing_more_goes_on_with_yesterday(told):
    text = (
        "Drones hit Kharkiv on Wednesday. A missile struck Nikopol on Tuesday. The mayor was not in his office. "
        "Shelling also destroyed two houses in Sumy."
    )
    assert last_day(told, text) == "2024-05-07"


def test_a_day_after_something_does_not_move_the_news(told):
    text = (
        "Fighting went on in Damascus on Tuesday, a day after a bomb killed three officials in Homs. "
        "Helicopters fired rockets at Barzeh, residents said."
    )
    found = {e.place_name: str(e.date_start) for e in told(text, published="2024-05-07") if e.subtype != "explosion"}
    assert set(found.values()) == {"2024-05-07"}
