"""Which of several dates of a sentence is that of an event."""

import pytest


def days(told, text):
    return {(e.place_name, str(e.date_start)) for e in told(text, published="2024-05-08")}


def test_a_date_behind_a_noun_is_of_that_noun(told):
    e = told("Algeria called on Wednesday for respect of the peace accord of 2015.", published="2024-05-08")[0]
    assert str(e.date_start) == "2024-05-08"


def test_what_victims_were_doing_on_a_day_dates_their_death(told):
    text = "Shelling of Nikopol killed three people who were sitting outside on Tuesday evening."
    assert days(told, text) == {("Nikopol", "2024-05-07")}


def test_of_two_dates_beside_a_plan_the_one_ahead_is_its_own(told):
    text = "Ministers of the powers that had met in Sumy in March 2022 are to meet in Kyiv next month."
    assert ("Kyiv", "2024-06-01") in days(told, text)


def test_the_day_after_dates_what_came_before(told):
    text = "Gunmen attacked a church in Goma on Monday, the day after rebels had captured Bukavu."
    assert days(told, text) == {("Goma", "2024-05-06"), ("Bukavu", "2024-05-05")}


def test_what_follows_a_day_after_something_is_not_dated_back(told):
    assert ("Nikopol", "2024-05-08") in days(told, "The day after the raid, shells hit Nikopol.")


def test_the_largest_since_dates_what_stands_behind_since(told):
    text = "Rebels captured Goma on Wednesday, the largest town to fall since militants seized Bukavu on 6 April."
    assert ("Bukavu", "2024-04-06") in days(told, text)


def test_a_day_to_come_dates_nothing_done_before_it(told):
    text = "Rebels are handing over their positions in Goma and will be gone by 1 June, an officer said on Wednesday."
    assert {d for _, d in days(told, text)} <= {"2024-05-08"}


def test_later_in_the_day_is_the_day_of_the_news(told):
    assert days(told, "Ministers are to meet in Kyiv later in the day.") == {("Kyiv", "2024-05-08")}


def test_what_happened_since_when_years_are_counted_is_that_old(told):
    assert days(told, "Wednesday marks one year since rebel troops seized Goma.") == {("Goma", "2023-05-01")}
    text = "Gunmen killed four people in Bukavu on Tuesday, in the two weeks since rebels seized Goma the third raid."
    assert ("Bukavu", "2024-05-07") in days(told, text)


def test_a_front_opened_on_a_day_and_taken_ground_since(told):
    text = "Since 10 April, when rebels attacked Goma, their fighters have captured Bukavu."
    found = {e.place_name: (str(e.date_start), str(e.date_end)) for e in told(text, published="2024-05-08")}
    assert found == {"Goma": ("2024-04-10", "2024-04-10"), "Bukavu": ("2024-04-10", "2024-05-08")}


def test_the_end_of_the_month_lies_ahead_of_a_plan(told):
    (event,) = told("Troops are to withdraw from Goma at the end of the month, rebels said.", published="2024-05-08")
    assert (str(event.date_start), str(event.date_end)) == ("2024-05-22", "2024-05-31")


def test_ministers_meet_in_days_to_come(told):
    text = "From Friday to Sunday, the foreign ministers of both states meet in Rome."
    (event,) = told(text, published="2024-05-08")
    assert (event.status, str(event.date_start), str(event.date_end)) == ("planned", "2024-05-10", "2024-05-12")


def test_what_happens_again_and_again_since_a_month_reaches_to_the_news(told):
    e = told("Rebels have killed 300 civilians near Goma since March 2023.", published="2024-05-08")[0]
    assert (str(e.date_start), str(e.date_end)) == ("2023-03-01", "2024-05-08")
    e = told("Rebels have controlled two towns near Goma since March 2023.", published="2024-05-08")[0]
    assert (str(e.date_start), str(e.date_end)) == ("2023-03-01", "2023-03-31")


def test_the_day_of_victims_burial_is_not_that_of_the_attack(told):
    rows = told("Families in Herat buried victims of Saturday's air strike on a school.", published="2024-05-08")
    assert {(e.subtype, str(e.date_start)) for e in rows} == {("mourning", "2024-05-08"), ("air_strike", "2024-05-04")}


def test_the_day_of_a_new_toll_is_not_that_of_the_attack(told):
    text = "The number of people killed by a truck bomb in Kabul rose to 90 on Sunday, police said."
    rows = told(text + "\n\nThe bomb on Saturday destroyed a hotel.", published="2024-05-05")
    assert [(e.place_name, str(e.date_start), e.count) for e in rows] == [("Kabul", "2024-05-04", 90)]


def test_whose_deed_it_was_is_told_after_it(told):
    text = "The government said on Tuesday that the rebels were responsible for a car bomb which killed 21 people in Cucuta."
    rows = told(text + "\n\nThe bomb on Monday destroyed a police school.", published="2024-05-08")
    assert days(told, text)
    assert [(str(e.date_start), e.count) for e in rows] == [("2024-05-06", 21)]


def test_neither_day_is_that_on_which_a_verdict_was_put_off(told):
    text = "Troops fought on. A court in Belgrade postponed its verdict on the murder from Friday to 18 June."
    assert ("Belgrade", "2024-05-08") in days(told, text)


def test_a_date_set_off_behind_an_aside_is_of_the_clause_over_it(told):
    (event,) = told("Russian troops left Snake Island, which commands the approaches to the ports, in March.")
    assert (str(event.date_start), str(event.date_end)) == ("2024-03-01", "2024-03-31")


def test_the_day_of_what_is_to_come_is_not_of_what_was_done(told):
    found = told(
        "Rebels at war in the east said they had freed 15 prisoners and were ready to hand over 200 more by Friday."
    )
    assert "2024-05-10" not in {str(e.date_start) for e in found}


def test_what_had_been_taken_before_is_told_with_its_own_season(told):
    text = (
        "Troops have driven the rebels out of Sudzha, the town in the Kursk region which they had captured last summer."
    )
    assert ("Sudzha", "2023-06-01") in [(e.place_name, str(e.date_start)) for e in told(text)]


def test_a_denial_is_dated_by_what_it_denies(told):
    text = (
        "About 300 people died when a Russian bomb hit the drama theatre in Mariupol on 3 May, the city council said. "
        "Hundreds had taken shelter in the cellar. Moscow denies that its aircraft attacked the building."
    )
    assert {str(e.date_start) for e in told(text)} == {"2024-05-03"}


def test_a_claim_to_have_done_it_is_dated_by_it(told):
    text = "A jet crashed on Monday in Kayah State. Karenni fighters claimed to have shot it down; the army gave no reason."
    assert {str(e.date_start) for e in told(text)} == {"2024-05-13"}


def test_the_limit_of_what_is_proposed_is_not_its_day(told):
    found = told(
        "Kyiv's negotiator in the war with Russia proposed a meeting of the two presidents before the end of August."
    )
    assert all(str(e.date_start) < "2024-06" and str(e.date_start) > "2024-05" for e in found if e.date_start)


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Envoys held a long, guarded meeting in Kampala on Monday, Nairobi said on Wednesday.", "Kampala", "2024-05-06"),
        ("Guerrillas captured Uvira, a port shelled in 2015, the army said on Wednesday.", "Uvira", "2024-05-08"),
        ("Rockets hit Nikopol, where two shops burned down on Tuesday.", "Nikopol", "2024-05-07"),
        ("Ministers visited Nikopol, where two people died on Tuesday.", "Nikopol", "2024-05-08"),
        ("Soldiers called up last month captured Uvira.", "Uvira", "2024-05-08"),
        ("Soldiers captured Uvira last month.", "Uvira", "2024-04-01"),
        ("The president met envoys in Kampala in the evening and will fly to Goma on Friday.", "Kampala", "2024-05-08"),
        ("The president had to flee Goma on Monday and met rebels in Uvira later in the day.", "Uvira", "2024-05-06"),
        ("On the eve of the vote gunmen killed two candidates in Uvira.", "Uvira", "2024-05-07"),
        ("The rebels confirmed on Tuesday that a leader had been killed in an air raid on Uvira.", "Uvira", "2024-05-06"),
        ("The rebels said on Tuesday that a leader had been killed in an air raid on Uvira.", "Uvira", "2024-05-07"),
        ("Soldiers seized Uvira, which lies on a lake, after a siege in March.", "Uvira", "2024-03-01"),
    ],
)  # fmt: skip
def test_a_day_is_of_what_it_stands_with(told, text, place, day):
    assert (place, day) in days(told, text)


def test_the_day_on_which_somebody_had_died_elsewhere_is_not_that_of_what_and_joins(told):
    text = "Shells hit Bakhmut, where a boy had died on Saturday, and a drone wounded a man in Siversk on Tuesday."
    for words in (text, text.replace(" on Tuesday", "")):
        days = {e.place_name: e.date_start.strftime("%A") for e in told(words) if e.category == "strike"}
        assert days["Siversk"] != "Saturday"
