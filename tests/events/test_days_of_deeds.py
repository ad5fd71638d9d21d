"""Days counted from a deed that was told before, taken from it, or to come."""


def days(told, text, published="2024-05-08"):
    return [(e.subtype, str(e.date_start), str(e.date_end)) for e in told(text, published=published)]


def test_days_before_a_blast_count_from_the_day_of_the_blast(told):
    text = (
        "A bomb killed nine people in Goma on Sunday.\n\nA deputy minister visited the town two days before the blast."
    )
    assert ("visit", "2024-05-03", "2024-05-03") in days(told, text)


def test_the_day_before_a_deed_that_opens_a_sentence(told):
    text = "A bomb killed nine people in Goma on Sunday.\n\nThe day before the blast rebels captured Bukavu."
    assert ("captured", "2024-05-04", "2024-05-04") in days(told, text)


def test_days_before_a_deed_that_was_not_told_count_from_nothing(told):
    text = "Jets bombed Goma on Sunday.\n\nThree days before the election, rebels captured Bukavu."
    assert all(start != "2024-05-02" for _, start, _ in days(told, text))


def test_a_loss_that_came_after_another_looks_back_from_its_own_day(told):
    text = (
        "A missile sank a frigate off Odesa on Monday.\n\nThe crew was saved. The owner was not named.\n\n"
        "The loss came two days after a tanker was sunk by a mine off Kerch."
    )
    assert ("ship_hit", "2024-05-04", "2024-05-04") in days(told, text)


def test_what_was_agreed_in_a_call_has_the_day_of_the_call(told):
    text = (
        "The presidents of Chad and Sudan spoke by telephone on Monday.\n\n"
        "Deby agreed in the call to a ceasefire in Abeche."
    )
    assert {start for kind, start, _ in days(told, text) if kind == "agreement"} == {"2024-05-06"}


def test_villages_taken_on_the_first_day_were_taken_when_it_began(told):
    text = "An offensive began near Goma on Sunday.\n\nFive villages were captured on the first day."
    assert ("captured", "2024-05-05", "2024-05-05") in days(told, text)
    text = "An offensive began near Goma on Sunday.\n\nFive villages were captured on the first day of the holidays."
    assert ("captured", "2024-05-05", "2024-05-05") not in days(told, text)


def test_a_body_that_had_reported_a_day_before_dates_what_it_told(told):
    text = "The army had reported a day before that it had shelled Goma."
    assert {(start, end) for _, start, end in days(told, text)} == {("2024-05-07", "2024-05-07")}


def test_news_does_not_go_on_with_what_had_been_reported_a_day_before(told):
    text = "The army had reported a day before that it had shelled Goma. Rebels captured Bukavu, an officer said."
    assert ("captured", "2024-05-08", "2024-05-08") in days(told, text)


def test_an_end_beside_a_present_verb_is_to_come(told):
    text = "Jets bombed Goma on Wednesday. More than ten airports in northern India are closed until Saturday."
    assert ("closure", "2024-05-08", "2024-05-11") in days(told, text)
    assert days(told, "The rebels held the town of Goma until Sunday.")[0][2] == "2024-05-05"


def test_a_third_night_without_a_date_is_that_before_the_news(told):
    text = "Students demonstrated in Belgrade for a third night running."
    assert days(told, text) == [("demonstration", "2024-05-07", "2024-05-08")]
    text = "Students demonstrated in Belgrade on Monday for a third night."
    assert days(told, text)[0][1] == "2024-05-06"


def test_the_day_of_talks_that_somebody_is_invited_to_is_to_come(told):
    assert ("talks", "2024-05-10", "2024-05-10") in days(told, "Kagame invited him to talks in Kigali on Friday.")


def test_days_told_as_spans_and_two_days_off(told):
    assert days(told, "In the week to 3 May, shelling in Goma killed 40 people.")[0][1:] == ("2024-04-27", "2024-05-03")
    assert days(told, "Rebels captured Goma the day before yesterday.")[0][1] == "2024-05-06"
    assert days(told, "A year ago today rebels captured Goma.")[0][1:] == ("2023-05-08", "2023-05-08")
    assert days(told, "Shells hit Goma at the end of April.")[0][1:] == ("2024-04-21", "2024-04-30")


def test_a_summit_that_somebody_is_invited_to_is_to_come(told):
    found = told("Germany has invited Karzai to a summit in Berlin on Friday.", published="2024-05-08")
    assert [(e.status, str(e.date_start)) for e in found] == [("planned", "2024-05-10")]
    found = told("Karzai invited the envoy to dinner after talks in Kabul on Tuesday.", published="2024-05-08")
    assert [(e.status, str(e.date_start)) for e in found] == [("reported", "2024-05-07")]


def test_the_place_of_an_aside_with_its_own_day_is_not_that_of_the_act(told):
    text = "Zagreb left the agreement, signed in Geneva in July 1992, within hours of the attack."
    assert {e.place_name for e in told(text, published="1995-11-22")} == {None}
    text = "The ministers signed an accord in Geneva in the evening."
    assert {e.place_name for e in told(text, published="1995-11-22")} == {"Geneva"}


def test_what_goes_on_now_is_not_of_the_month_of_another_clause(told):
    text = "Rebels who took Goma in January now hold Bukavu and are advancing on Uvira, the UN said."
    found = {e.place_name: e.date_start for e in told(text)}
    assert (found["Goma"].month, str(found["Uvira"])) == (1, "2024-05-15")


def test_the_day_of_a_plan_is_not_that_of_what_happened(told):
    text = "Israel will let aid ships dock at Ashdod from Sunday, its premier said, hours after a strike on Jabalia killed 17."
    assert [str(e.date_start) for e in told(text) if e.category == "strike"] == ["2024-05-15"]
