"""What is said or decreed stands where it was said or decided, never at those it is meant for; harm is no second event."""

WAR = "The army said that troops were fighting near Goma. "


def _rows(told, text, category):
    return [(e.subtype, e.place_name, e.status) for e in told(text) if e.category == category]


def test_a_statement_stands_where_it_was_made(told):
    text = "In Nairobi, Foreign Minister Musalia Mudavadi urged Kinshasa to hold fire."
    assert _rows(told, text, "diplomacy") == [("statement", "Nairobi", "reported")]


def test_saying_where_a_minister_spoke_makes_a_statement_of_what_he_says(told):
    text = "Speaking in Riyadh, Egyptian Foreign Minister Badr Abdelatty said he was optimistic."
    assert _rows(told, text, "diplomacy") == [("statement", "Riyadh", "reported")]


def test_sanctions_stand_where_they_were_decided_not_at_their_target(told):
    text = "Ministers meeting in Luxembourg approved new sanctions on Belarus on Monday."
    assert _rows(told, text, "sanctions") == [("imposed", "Luxembourg", "reported")]


def test_sanctions_that_are_being_worked_on_are_planned(told):
    assert (
        _rows(told, "The government in Ottawa is working on further sanctions against the junta.", "sanctions")[0][2]
        == "planned"
    )


def test_a_call_has_no_place(told):
    text = "President William Ruto spoke by telephone with Paul Kagame in Kigali on Monday."
    assert _rows(told, text, "diplomacy") == [("call", None, "reported")]


def test_a_fire_after_a_strike_is_harm_of_the_strike(told):
    text = "A missile hit a depot in Sumy on Tuesday, the army said. A fire broke out."
    assert [e.category for e in told(text)] == ["strike"]


def test_a_power_cut_in_another_town_is_an_event_of_its_own(told):
    text = "A missile hit a power station near Sumy on Tuesday, the army said. Konotop and Romny were left without electricity."
    assert {n for _, n, _ in _rows(told, text, "infrastructure")} == {"Konotop", "Romny"}


def test_displaced_people_who_are_only_spoken_of_are_no_event(told):
    assert _rows(told, WAR + "A camp for people displaced by the war was praised.", "humanitarian") == []


def test_people_who_fled_are_counted(told):
    events = [
        e for e in told(WAR + "About 40,000 people have fled to Bukavu since Monday.") if e.category == "humanitarian"
    ]
    assert [(e.place_name, e.count, e.count_unit) for e in events] == [("Bukavu", 40000, "persons")]


def test_a_tally_of_the_war_so_far_is_no_event(told):
    assert _rows(told, WAR + "More than 200,000 people have crossed into Uganda.", "humanitarian") == []


def test_a_tally_that_somebody_is_named_for_is_an_event(told):
    text = WAR + "About 90,000 people have been evacuated, the emergencies ministry said."
    events = [e for e in told(text) if e.category == "humanitarian"]
    assert [(e.subtype, e.count) for e in events] == [("evacuation", 90000)]


def test_a_tally_of_those_who_had_already_gone_is_no_event(told):
    text = WAR + "About 90,000 people have already been evacuated, the emergencies ministry said."
    assert _rows(told, text, "humanitarian") == []


def test_a_court_of_a_town_sits_there(told):
    text = "A Minsk court sentenced the opposition leader to ten years in prison on Monday."
    assert _rows(told, text, "legal") == [("conviction", "Minsk", "reported")]


def test_what_and_joins_happened_on_the_same_day(told):
    text = "Gunmen stormed the prison of Beni on Sunday, and more than 300 inmates escaped."
    (escape,) = [e for e in told(text) if e.category == "detention"]
    assert (escape.subtype, str(escape.date_start), escape.place_name) == ("escape", "2024-05-12", "Beni")


def test_what_a_minister_only_said_of_dealings_is_a_statement_where_nothing_else_is_told(told):
    alone = "The foreign minister of Kenya said the truce was the best chance in years."
    beside = "The foreign minister of Kenya said a missile had hit a depot in Goma on Monday."
    assert [e.category for text in (alone, beside) for e in told(text)] == ["diplomacy", "strike"]


def test_two_verbs_of_one_traveller_have_each_its_place(told):
    text = "President Vaclav Kral was received in Helsinki on Monday and will go on to Oslo."
    rows = _rows(told, WAR + text, "diplomacy")
    assert rows == [("meeting", "Helsinki", "reported"), ("visit", "Oslo", "planned")]


def test_a_government_that_would_send_its_army_chief_plans_a_visit(told):
    text = "Pakistan would send its military chief to Washington next week, an official said."
    assert _rows(told, text, "diplomacy") == [("visit", "Washington D.C.", "planned")]


def test_a_meeting_that_is_called_off_is_told_by_its_verb(told):
    text = "On Monday Pyongyang called off a ministerial meeting with the South."
    assert [s for s, _, _ in _rows(told, WAR + text, "diplomacy")] == ["talks"]


def test_what_somebody_is_rebuked_for_is_no_news(told):
    text = "Foreign ministers meeting in Jakarta rebuked the junta for executing four activists."
    assert not _rows(told, text, "ground_combat")


def test_what_a_manager_does_is_no_diplomacy(told):
    text = "The chief executive of the carmaker visited Turin on Monday and met the mayor."
    assert _rows(told, WAR + text, "diplomacy") == []


def test_statements_of_two_governments_are_two(told):
    text = "Prime Minister Ana Costa pledged help on Monday. In Warsaw, foreign minister Jan Kos promised to raise spending."
    assert len(_rows(told, WAR + text, "diplomacy")) == 2


def test_what_a_state_is_accused_of_supplying_is_no_delivery(told):
    text = "The ambassador accused South Africa on Monday of supplying arms and ammunition to Russia."
    assert _rows(told, text, "military_aid") == []
    assert [s for s, _, _ in _rows(told, text, "diplomacy")] == ["statement"]


def test_an_embassy_of_a_state_is_not_in_it(told):
    text = "Crowds attacked the embassies of France and Belgium in Kinshasa on Tuesday."
    assert {n for _, n, _ in _rows(told, WAR + text, "protest")} == {"Kinshasa"}


def test_a_vote_on_joining_a_court_is_no_joining(told):
    text = "The parliament in Yerevan is to vote next month on joining the International Criminal Court."
    assert not [r for r in _rows(told, WAR + text, "diplomacy") if r[0] == "agreement"]


def test_past_forms_with_a_doubled_letter_are_known(told):
    text = "Gunmen kidnapped 280 pupils from a school in Kaduna on Monday."
    assert _rows(told, WAR + text, "detention") == [("abduction", "Kaduna", "reported")]


def test_a_plural_subject_makes_a_verb_of_its_base_form(told):
    text = "The defence ministers of the alliance meet in Brussels on Thursday."
    assert _rows(told, WAR + text, "diplomacy") == [("meeting", "Brussels", "planned")]


def test_a_flight_from_a_town_to_another_is_a_visit_to_the_second(told):
    text = "Prime Minister Narendra Modi flew from Warsaw to Kyiv on Friday."
    assert _rows(told, WAR + text, "diplomacy") == [("visit", "Kyiv", "reported")]


def test_first_time_in_a_town_is_no_comparison(told):
    text = "The crown prince and the president met for the first time in Riyadh on Friday."
    assert _rows(told, WAR + text, "diplomacy") == [("meeting", "Riyadh", "reported")]


def test_two_who_each_sign_have_signed(told):
    text = "Prime Minister Ana Costa and President Jan Kos each signed a security agreement in Kyiv on Monday."
    assert _rows(told, WAR + text, "diplomacy") == [("agreement", "Kyiv", "reported")]


def test_a_court_in_a_town_that_orders_a_state_to_do_something_rules_there(told):
    text = (
        "The International Court of Justice in The Hague ordered Israel on Friday to do everything to prevent a famine."
    )
    assert _rows(told, WAR + text, "legal") == [("ruling", "The Hague", "reported")]


def test_the_anniversary_of_an_invasion_is_no_invasion(told):
    text = "Four leaders came to Kyiv on Saturday on the second anniversary of Russia's full-scale invasion."
    assert _rows(told, WAR + text, "ground_combat") == _rows(told, WAR, "ground_combat")


def test_who_receives_the_dead_is_no_place(told):
    text = "Russia returned the bodies of 1,000 fallen soldiers to Ukraine on Tuesday and received 19 in exchange."
    assert [(s, n) for s, n, _ in _rows(told, text, "detention")] == [("prisoner_exchange", None)]


def test_feelings_are_voiced_in_a_town(told):
    text = "The UN secretary-general voiced deep regret in New York on Monday."
    assert _rows(told, WAR + text, "diplomacy") == [("statement", "New York", "reported")]


def test_what_is_deplored_is_no_place_of_the_words(told):
    text = "The foreign minister deplored the suffering in Ukraine on Monday."
    assert _rows(told, WAR + text, "diplomacy") == [("condemnation", None, "reported")]


def test_a_capital_that_closes_its_airspace_does_not_do_so_at_the_last_attack(told):
    text = "Gunmen killed 26 tourists at Pahalgam on Tuesday, and Islamabad closed its airspace on Thursday."
    assert _rows(told, text, "infrastructure") == [("closure", None, "reported")]


def test_who_is_to_join_a_meeting_is_told_as_a_plan(told):
    text = "Vice President JD Vance met the king in Amman on Monday; Secretary of State Marco Rubio is to join them on Tuesday."
    assert _rows(told, WAR + text, "diplomacy") == [("meeting", "Amman", "reported"), ("meeting", "Amman", "planned")]


def test_a_verb_after_a_relative_clause_and_a_comma_is_the_main_one(told):
    text = "Xi Jinping, who greeted him at the guest house, called on all sides to return to dialogue on Monday."
    assert "statement" in [s for s, _, _ in _rows(told, WAR + text, "diplomacy")]


def test_in_advance_is_no_advance(told):
    text = "Navies of three countries begin a drill on Monday, Iranian media announced in advance."
    assert _rows(told, WAR + text, "control_change") == []


def test_what_is_doubted_is_no_event(told):
    text = "Observers doubt that the ceasefire will hold. A summit in the coming months is unlikely."
    assert _rows(told, WAR + text, "diplomacy") == []


def test_talks_with_somebody_in_a_town_are_told_behind_after(told):
    text = "He was speaking after talks with the king in Amman."
    assert [n for _, n, _ in _rows(told, WAR + text, "diplomacy")] == ["Amman"]


def test_agreeing_to_resume_relations_is_one_agreement(told):
    text = (
        "Iran and Saudi Arabia agreed in Beijing on Friday to resume diplomatic relations and reopen their embassies."
    )
    assert _rows(told, WAR + text, "diplomacy") == [("agreement", "Beijing", "reported")]


def test_what_is_called_for_a_day_is_planned(told):
    text = "An emergency session of the Security Council was called for Tuesday."
    assert _rows(told, WAR + text, "diplomacy") == [("meeting", None, "planned")]


def test_a_proposal_has_the_day_on_which_it_was_made(told):
    text = "The European Commission had proposed an eighth round of sanctions on Wednesday."
    (event,) = [e for e in told(WAR + text, published="2022-09-29") if e.category == "sanctions"]
    assert str(event.date_start) == "2022-09-28"


def test_a_meeting_on_the_margins_of_a_summit_is_one_at_its_town(told):
    text = "President Jan Kos met the king on the margins of a summit in Geneva on Monday."
    assert _rows(told, WAR + text, "diplomacy") == [("meeting", "Geneva", "reported")]


def test_what_somebody_is_punished_or_honoured_for_is_no_news_of_its_own(told):
    punished = told(
        "The officer was arrested in Kyiv on Monday for shelling a market in Donetsk. The army said no more."
    )
    honoured = told("Soldiers were awarded medals for taking Bakhmut, the army in Kyiv said on Monday.")
    assert [e.category for e in punished] == ["detention"]
    assert [e for e in honoured if e.category == "control_change"] == []


def test_a_clause_about_any_plan_tells_what_nobody_did(told):
    found = told("The president in Kyiv rejected any plan which left Crimea in Russian hands, the army said on Monday.")
    assert [e for e in found if e.category == "control_change"] == []


def test_what_somebody_is_asked_to_leave_off_is_no_event(told):
    text = "China on Monday urged the United States to stop wrongfully imposing sanctions on its firms."
    assert {c.category for c in told(WAR + text)} & {"sanctions", "diplomacy"} == {"diplomacy"}


def test_a_truce_after_the_worst_fighting_looks_back_at_it(told):
    text = "Armenian and Azerbaijani forces have agreed a ceasefire after the worst fighting in decades in Nagorno-Karabakh."
    assert {e.category: e.is_background for e in told(text)} == {"diplomacy": False, "ground_combat": True}


def test_a_plan_rejected_is_no_agreement(told):
    text = "Thailand and Cambodia fought on with artillery. Bangkok rejected the proposal on Monday."
    assert [s for s, _, _ in _rows(told, text, "diplomacy")] == ["statement"]


def test_what_the_present_tells_of_a_day_is_to_come(told):
    text = "The summit opens in The Hague on Sunday."
    assert _rows(told, WAR + text, "diplomacy") == [("summit", "The Hague", "planned")]


def test_since_when_something_is_the_first_is_no_event(told):
    text = "It was the first time since Georgia invaded the enclave that a gunboat fired a shot near Batumi."
    assert [e.subtype for e in told(WAR + text) if e.subtype == "invasion"] == []


def test_since_when_power_is_off_is_an_event(told):
    text = "Power has been off in Ashdod since a missile struck a pylon."
    assert [e.category for e in told(WAR + text) if e.category == "strike"] == ["strike"]
