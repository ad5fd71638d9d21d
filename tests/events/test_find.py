"""One article in, its events out: place, day, number, who says so, and what is no event."""

import pytest


def only(told, text, **options):
    (event,) = told(text, **options)
    return event


def test_a_plain_report_has_place_day_count_and_claimant(told):
    e = only(told, "Air defences shot down nine drones over Tula on Tuesday, the Russian defence ministry said.")
    assert (e.category, e.subtype, e.place_name, e.count, e.count_unit) == (
        "air_defence", "drone_intercepted", "Tula", 9, "drones"
    )  # fmt: skip
    assert (str(e.date_start), e.date_precision, e.status) == ("2024-05-14", "day", "claimed")
    assert [(c.country, c.sector) for c in e.claimants] == [("RUS", "MIL")]


def test_a_denial_makes_the_claim_disputed_and_no_second_event(told):
    e = only(told, "Rebel fighters captured Goma on Monday, their spokesman said. The army denied the claim.")
    assert (e.status, e.place_name) == ("disputed", "Goma")
    assert {c.stance for c in e.claimants} == {"asserts", "denies"}


@pytest.mark.parametrize(
    "text",
    [
        "The army did not capture Goma on Monday.",
        "Troops could capture Goma if the bridge falls.",
        "The ministry in Moscow said on Monday that it was following the war.",
        "The film about the bombing of Dresden opened on Monday with a war hero and an army band.",
        "The striker shot down hopes of a draw in Madrid on Sunday; the army team lost the war of words.",
    ],
)
def test_what_did_not_happen_is_no_event(told, text):
    assert told(text) == ()


def test_a_plan_is_planned_and_dated_ahead(told):
    e = only(told, "The foreign ministers of Armenia and Azerbaijan will hold talks in Almaty on Friday.")
    assert (e.category, e.status, e.place_name, str(e.date_start)) == ("diplomacy", "planned", "Almaty", "2024-05-17")


def test_parts_know_the_sum_that_counts_them(told):
    text = "The army said it shot down 13 drones overnight. Nine drones were downed over Crimea and four over Tula."
    events = told(text)
    whole = next(e for e in events if e.count == 13)
    assert {e.place_name: e.counted_in for e in events if e is not whole} == {
        "Crimea": (whole.event_id,), "Tula": (whole.event_id,)
    }  # fmt: skip


def test_districts_are_the_place_and_their_region_is_not(told):
    events = told("Drones were shot down over the Klin and Dmitrov districts of the Moscow region on Tuesday, he said.")
    assert sorted(e.place_name for e in events) == ["Dmitrov District", "Klin District"]


def test_an_old_invasion_is_background(told):
    events = told("Troops shelled Kharkiv on Tuesday. Russia launched its invasion of Ukraine in February 2022.")
    assert {(e.category, e.is_background) for e in events} >= {("strike", False)}
    assert all(e.is_background for e in events if e.date_start and e.date_start.year == 2022)


def test_the_same_event_told_twice_is_one(told):
    text = (
        "A missile hit a market in Kostiantynivka on Monday, killing two people.\n\n"
        "The missile struck the market in Kostiantynivka in the morning, the governor said."
    )
    e = only(told, text)
    assert (e.killed, e.n_mentions) == (2, 2)


def test_an_event_without_a_day_of_publication_gets_no_day(told):
    e = only(told, "Shelling hit Nikopol on Monday, the governor said.", published=None)
    assert (e.date_text, e.date_start, e.date_precision) == ("Monday", None, "unknown")


def test_every_field_points_at_its_words(told):
    text = "Air defences shot down nine drones over Tula on Tuesday, the Russian defence ministry said."
    e = only(told, text)
    spans = {name: text[s.start : s.end] for name, s in e.evidence}
    assert spans["category"] == "shot down"
    assert "Tula" in spans["place_name"]
    assert "nine" in spans["count"]
    assert e.sentence == text


def test_a_paragraph_of_another_story_changes_no_event(told):
    text = "Shelling hit Nikopol on Monday, killing two people, the governor said."
    other = "\n\nParliament in Oslo debated fishing quotas, and a new library opened there."
    assert [e.title for e in told(text + other)] == [e.title for e in told(text)]


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "A" * 5000, "(((((" * 200, "Shelling hit " * 300])
def test_odd_articles_raise_nothing(told, text):
    assert isinstance(told(text), tuple)


def test_findings_of_seeds_hold_together(seeds):
    for f in seeds:
        ids = {e.event_id for e in f.events}
        assert len(ids) == len(f.events)
        assert all(m.event_id in ids for m in f.event_mentions)
        assert all(set(e.counted_in) <= ids for e in f.events)
        assert all(f.article.text[m.start : m.end].strip() for m in f.event_mentions)


def test_seeds_show_every_category(seeds):
    from geoevents.events.codebook import Codebook

    shown = {e.category for f in seeds for e in f.events}
    assert {c.id for c in Codebook.load().categories} <= shown


def test_a_weekly_report_opens_with_news_that_is_days_old(told):
    text = "Rebels captured the town of Sake on Thursday last week, the UN said. Their fighters shelled Goma on Friday."
    assert [(e.category, e.is_background) for e in told(text)][:1] == [("control_change", False)]


def test_what_lies_days_before_the_news_is_context(told):
    text = "Rebels shelled Goma on Tuesday, the army said. They took the town of Sake on 3 May."
    assert {e.place_name: e.is_background for e in told(text)} == {"Goma": False, "Sake": True}


def test_the_day_of_a_statement_gives_way_to_the_day_it_happened(told):
    text = (
        "The army said on Tuesday that it had captured Goma. Rebels fled. "
        "Goma, a city on the lake, was captured on Monday by troops from two sides."
    )
    events = [e for e in told(text) if e.place_name == "Goma"]
    assert [(str(e.date_start), e.n_mentions) for e in events] == [("2024-05-13", 2)]


def test_why_something_happened_is_not_where(told):
    text = "Clashes broke out near Sake on Monday. Rebels shelled army posts in retaliation for air raids on Goma."
    assert [e.place_name for e in told(text) if e.subtype == "shelling"] == ["near Sake"]


def test_a_local_official_speaks_of_what_is_ruled(told):
    text = "Rebels entered the town of Sake on Monday. The mayor of Goma said a fuel depot was burning on Tuesday."
    assert [e.place_name for e in told(text) if e.subtype == "fire"] == ["Goma"]


def test_what_is_prolonged_until_a_month_is_one_event_without_that_month(told):
    e = only(told, "Ministers agreed in Brussels to prolong sanctions against the junta until September.")
    assert (e.subtype, e.date_start is None or e.date_start.month < 9) == ("extended", True)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rebels captured Goma on Monday and Bukavu on Tuesday.", {("Goma", "13"), ("Bukavu", "14")}),
        ("Shells hit Goma on Monday and again on Tuesday morning.", {("Goma", "13"), ("Goma", "14")}),
        ("The army shelled Goma between 9 p.m. on Monday and 3 a.m. on Tuesday.", {("Goma", "13")}),
    ],
)
def test_a_verb_may_tell_of_several_days_in_turn(told, text, days):
    assert {(e.place_name, f"{e.date_start:%d}") for e in told(text)} == days


def test_in_the_evening_is_that_of_the_day_the_section_is_at(told):
    _, second = told("Shells hit Goma on Tuesday. Rebels attacked Bukavu in the evening.")
    assert (str(second.date_start), second.date_precision, second.part_of_day) == (
        "2024-05-14",
        "part_of_day",
        "evening",
    )


def test_two_days_later_counts_from_the_news_and_not_from_an_aside(told):
    text = "Shells hit Goma on Tuesday, after rebels had taken Bukavu on Friday. A day later a drone struck Uvira."
    (last,) = [e for e in told(text) if e.place_name == "Uvira"]
    assert str(last.date_start) == "2024-05-15"


def test_a_noun_behind_a_day_after_is_dated_by_it(told):
    text = "Rebels attacked Goma on Tuesday, a day after an air raid on Bukavu."
    assert {(e.place_name, f"{e.date_start:%d}") for e in told(text)} == {("Goma", "14"), ("Bukavu", "13")}


def test_a_noun_behind_an_article_and_a_name_is_no_topic(told):
    e = only(told, "In the city of Goma an air strike killed ten people on Tuesday.")
    assert (e.subtype, e.place_name, e.killed) == ("air_strike", "Goma", 10)


def test_a_verb_after_a_comma_has_its_own_place_and_day(told):
    text = "President Ruto was in Kampala on Monday, flew on to Kigali, where he signed a trade agreement, and goes to Goma on Friday."
    found = {(e.subtype, e.place_name, e.status) for e in told(text)}
    assert {
        ("visit", "Kampala", "reported"),
        ("visit", "Kigali", "reported"),
        ("agreement", "Kigali", "reported"),
    } < found
    assert ("visit", "Goma", "planned") in found


def test_what_is_done_before_flying_on_is_done_where_it_is_told(told):
    found = told("President Ruto met the Congolese prime minister in Goma on Monday before flying to Kampala.")
    assert {(e.subtype, e.place_name) for e in found} == {("meeting", "Goma"), ("visit", "Kampala")}


def test_a_date_behind_a_semicolon_is_of_what_is_told_next(told):
    text = "A depot in Goma burned after shells hit it, the governor said; there had been a similar attack in February."
    assert all(e.date_start.month == 5 for e in told(text) if e.place_name == "Goma")


def test_in_most_of_the_country_is_not_where_the_plants_were_hit(told):
    text = "Missiles hit power plants in Kharkiv and Sumy, in eastern Ukraine, on Tuesday, and power cuts followed in most of the country."
    assert [e.place_name for e in told(text) if e.category == "infrastructure"] == ["Ukraine"]


def test_who_shuts_its_airspace_shuts_it_there(told):
    found = told("After missiles had been fired at Kharkiv, Moldova closed its airspace on Tuesday.")
    assert {(e.category, e.place_name) for e in found} == {("strike", "Kharkiv"), ("infrastructure", "Moldova")}


def test_a_name_that_cannot_be_placed_takes_no_place_of_another_clause(told):
    found = told("In Lebanon shells hit Tyre on Tuesday, while soldiers blew up homes in Qwertyhausen.")
    assert {e.place_name for e in found} <= {"Tyre", "Qwertyhausen", None}


def test_the_town_is_no_village_named_beside_it(told):
    text = "On Tuesday people fled from Vovchansk and Lyptsi, near Kharkiv. The town had come under artillery fire."
    assert [e.place_name for e in told(text) if e.category == "strike"] == ["Vovchansk"]


def test_two_clauses_that_hang_on_each_other_are_dated_by_publication(told):
    found = told("After rebels attacked the town of Goma, the army shelled Bukavu.")
    assert {(e.place_name, str(e.date_start)) for e in found} == {("Goma", "2024-05-15"), ("Bukavu", "2024-05-15")}


def test_a_base_with_a_name_of_its_own_is_no_base_told_before(told):
    found = told(
        "Rebels attacked the airport of Goma on Monday. Drones hit houses in the Saltivka district of Kharkiv on Tuesday."
    )
    assert [e.place_name for e in found if e.category == "strike"] == ["Saltivka"]


def test_there_is_in_the_region_of_the_governor_who_says_it(told):
    text = "Drones struck Lviv on Tuesday. The governor of Kursk region said a woman was killed there by shelling."
    assert [e.place_name for e in told(text) if e.subtype == "shelling"] == ["Kursk Oblast"]


def test_both_regions_are_the_last_two(told):
    text = "Bridges collapsed in the Bryansk region and the Kursk region on Monday. Drones were shot down over both regions."
    assert {e.place_name for e in told(text) if e.category == "air_defence"} == {"Bryansk Oblast", "Kursk Oblast"}


def test_blasts_are_where_they_are_reported_from(told):
    found = told(
        "Russian missiles were on their way. Blasts were reported from Odesa and Kharkiv on Tuesday, the mayors said."
    )
    assert {e.place_name for e in found} == {"Odesa", "Kharkiv"}


def test_a_where_clause_has_its_own_day(told):
    text = "President Maia Sandu visited Bucha on Monday, where hundreds of civilians were killed in March 2022."
    (visit,) = [e for e in told(text) if e.category == "diplomacy"]
    assert visit.date_start.year != 2022


def test_there_and_at_another_place_are_two_places(told):
    text = "Shells hit Goma on Tuesday. The army said assaults there and at Bukavu had been beaten off."
    assert {e.place_name for e in told(text) if e.subtype == "assault_repelled"} == {"Goma", "Bukavu"}


def test_hours_earlier_counts_from_no_end_to_come(told):
    text = "Families in Goma have until Sunday to leave. A man died under artillery fire in Bukavu; two hours earlier a drone hit Uvira."
    assert {str(e.date_start) for e in told(text) if e.place_name in {"Bukavu", "Uvira"}} == {"2024-05-15"}


def test_a_span_of_days_is_no_day_to_go_on_with(told):
    text = "Goma fell between Sunday and Tuesday, the army said. A man died under artillery fire in Bukavu at noon."
    (last,) = [e for e in told(text) if e.place_name == "Bukavu"]
    assert (str(last.date_start), last.date_precision) == ("2024-05-15", "part_of_day")


def test_a_name_before_a_peoples_adjective_is_a_place(told):
    found = told(
        "In Odesa Russian drones hit a port on Tuesday. At Sidon Israeli troops attacked militants, the army of Lebanon said."
    )
    assert {e.place_name for e in found} == {"Odesa", "Sidon"}


def test_on_the_road_to_a_town_is_not_in_it(told):
    e = only(told, "Minova, on the road to Bukavu, fell to the rebels on Tuesday, the army said.")
    assert e.place_name == "Minova"


def test_what_got_through_was_not_shot_down_there(told):
    text = "Drones attacked Ukraine. On Tuesday 46 drones were shot down, the air force said, but others reached Odesa."
    assert all(e.place_name != "Odesa" for e in told(text) if e.category == "air_defence")


def test_a_ship_is_no_place_of_its_name(told):
    e = only(told, "Ukrainian forces sank the landing ship Novocherkassk in the port of Feodosia on Tuesday.")
    assert (e.category, e.reference_place or e.place_name) == ("naval", "Feodosiia")


def test_people_who_had_gathered_somewhere_were_hit_there(told):
    e = only(told, "A missile killed 52 people who had gathered for a wake in Kupiansk on Tuesday, the army said.")
    assert (e.place_name, e.killed) == ("Kupiansk", 52)


def test_that_morning_after_sunday_night_is_on_sunday(told):
    text = "Rebels captured Goma on Sunday night. They had taken Bukavu that morning."
    assert {(e.place_name, f"{e.date_start:%d}") for e in told(text)} == {("Goma", "12"), ("Bukavu", "12")}


def test_there_under_a_heading_is_the_town_of_the_heading(told):
    text = "Kharkiv again\n\nA missile hit a block of flats there on Tuesday, killing one person, the army said."
    assert [e.place_name for e in told(text)] == ["Kharkiv"]


def test_what_comes_after_the_news_is_planned_and_dates_nothing_after_it(told):
    text = (
        "Heavy fighting shook El Fasher on Sunday, two days before truce talks in Geneva. "
        "Paramilitary troops shelled a market, killing 22 people."
    )
    found = {e.category: e for e in told(text, published="2024-08-12")}
    assert found["diplomacy"].status == "planned"
    assert found["strike"].date_start.day == 11


def test_a_ship_is_not_hit_in_the_village_that_was_shelled_before(told):
    text = "Artillery fire killed a farmer near Izium on Monday. A cargo ship was damaged by a missile in the harbour."
    assert [e.place_name for e in told(text) if e.category == "naval"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Jets of the army took off in bad weather but dropped no bombs on Bihac.",
        "The army said it had carried out no strikes on Goma.",
        "Rebels captured no villages near Goma on Monday, the army said.",
        "The Security Council authorised air strikes on army targets near Goma.",
    ],
)
def test_what_was_done_to_nothing_or_only_allowed_was_not_done(told, text):
    assert told(text) == ()


def test_no_fewer_than_ten_are_ten(told):
    assert told("The army said it had shot down no fewer than ten drones over Kursk.")[0].category == "air_defence"


def test_it_behind_a_speaker_is_no_drone(told):
    text = "The army shot down a drone over Amritsar on Friday. Pakistan's army said it destroyed a radar station near Jammu."
    assert [e.subtype for e in told(text) if e.place_name and "Jammu" in e.place_name] == ["unspecified"]


def test_crowds_that_protested_are_a_protest(told):
    (event,) = [
        e
        for e in told("Troops fought on. Tens of thousands of people protested in Istanbul on Tuesday.")
        if e.place_name
    ]
    assert (event.category, event.place_name) == ("protest", "Istanbul")


def test_a_missile_shield_is_no_missile_and_an_anti_ship_missile_no_ship(told):
    text = "Troops fought on. Poland and the United States signed a missile shield agreement in Warsaw on Tuesday."
    assert "agreement" in {e.subtype for e in told(text)}
    assert "naval" not in {e.category for e in told("The army destroyed four anti-ship missiles in Yemen on Tuesday.")}
