"""Cases that users of other geoparsers reported (places.md 4.5), and the parts that decide them."""

import pytest

from geoevents.articles.article import Article, GivenMention
from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from geoevents.atlas.resolution.outlets import outlet
from tests.conftest import article


def found(atlas, text, **options):
    told = Article(id="a", text=text, **options)
    return {m.text: m for m in find_mentions(told, atlas, segments=segment(text))}


def where(mention):
    return (mention.place.country, mention.place.admin1 or mention.place.name)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("The port of Long Beach, CA, was quiet.", "Long Beach", ("US", "California")),
        ("He was born in Bangor, Maine, in 1950.", "Bangor", ("US", "Maine")),
        ("A tornado touched down in Oklahoma on Monday.", "Oklahoma", ("US", "Oklahoma")),
        ("A depot burns in Volna, Krasnodar Krai.", "Volna", ("RU", "Krasnodar Krai")),
        ("In the town of Chertkovo, Rostov Oblast, tanks burned.", "Chertkovo", ("RU", "Rostov Oblast")),
        ("Congolese troops left Mbau, in Beni territory.", "Beni", ("CD", "North Kivu")),
    ],
)
def test_the_area_that_the_text_names_decides(atlas, text, name, place):
    assert where(found(atlas, text)[name]) == place


def test_of_several_namesakes_in_the_named_country_the_larger_leads_and_doubt_is_told(atlas):
    mention = found(atlas, "Drones hit the port Primorsk in Russia at night.")["Primorsk"]
    leading = mention.place or mention.alternatives[0].place
    assert (leading.country, leading.admin1, mention.confidence < 0.6) == ("RU", "Leningrad Oblast", True)


def test_countries_are_countries(atlas):
    told = found(atlas, "China, the USA and France signed the treaty in Geneva.")
    assert [told[n].place.kind for n in ("China", "USA", "France")] == ["country"] * 3


def test_a_continent_is_no_point_for_a_pin(atlas):
    mention = found(atlas, "Hunger is spreading in Africa.")["Africa"]
    assert (mention.place.kind, mention.decision, mention.place.pin) == ("macroregion", "not_a_point", False)


def test_a_name_that_fits_nothing_removes_no_other(atlas):
    told = found(atlas, "Workers left the village of Qvrexlopzi and slept in Kyiv.")
    assert (told["Qvrexlopzi"].place, told["Kyiv"].place.country) == (None, "UA")


def test_the_paper_of_a_town_means_its_own_town(atlas):
    text = "A man from Paris was charged on Monday, police said."
    assert where(found(atlas, text, publisher="theparisnews.com")["Paris"]) == ("US", "Texas")
    assert found(atlas, text, publisher="lemonde.fr")["Paris"].place.country == "FR"


@pytest.mark.parametrize(
    ("publisher", "names", "country"),
    [
        ("columbusbugle.com", ("columbus",), None),
        ("The Columbus Telegram", ("columbus",), None),
        ("morningpost.co.uk", (), "GB"),
    ],
)
def test_an_unknown_paper_is_at_home_where_its_name_and_address_say(atlas, publisher, names, country):
    said = outlet(publisher, atlas)
    assert (said.home, said.names, said.country) == (None, names, country)


def test_a_longer_name_is_placed_by_the_place_within_it_where_the_input_says_it_is_one(atlas):
    text = "The meeting is held at Cavan Town Hall."
    span = GivenMention(start=23, end=38, text="Cavan Town Hall")
    assert found(atlas, text, given_mentions=(span,))["Cavan Town Hall"].place.country == "IE"


def test_the_same_name_means_the_same_place_all_through_an_article(atlas):
    text = "Fire broke out in Springfield, Missouri. Nobody in Springfield was hurt. Springfield mourns."
    told = find_mentions(article(text), atlas, segments=segment(text))
    assert {m.place.admin1 for m in told if m.text == "Springfield"} == {"Missouri"}


def test_two_places_of_one_name_stay_apart_where_the_text_parts_them(atlas):
    text = "She moved from Springfield, Illinois, to Springfield, Massachusetts."
    told = find_mentions(article(text), atlas, segments=segment(text))
    assert [m.place.admin1 for m in told if m.text == "Springfield"] == ["Illinois", "Massachusetts"]


def test_a_stated_distance_refuses_a_namesake_far_away(atlas):
    village = found(atlas, "Units entered Nevske, 12 km north of Torske.")["Nevske"]
    assert (village.place, village.decision) == (None, "none_fits")
    assert "told to lie 12 km north of Torske" in village.reasons[0]
    assert village.alternatives[0].place.admin1 == "Crimea"


def test_where_no_place_fits_the_distance_itself_makes_the_place(atlas):
    reference = found(atlas, "Units entered Nevske, 12 km north of Torske.")["Torske"]
    assert reference.spot.name == "12 km north of Torske"


def test_a_stated_distance_chooses_among_namesakes_at_both_ends(atlas):
    mentions = found(atlas, "A fire broke out in Springfield, 25 miles north of Hartford.")
    assert [mentions[n].place.admin1 for n in ("Springfield", "Hartford")] == ["Massachusetts", "Connecticut"]
    mentions = found(atlas, "A fire broke out in Springfield, 200 miles southwest of Chicago.")
    assert mentions["Springfield"].place.admin1 == "Illinois"


def test_a_city_is_not_refused_by_a_distance(atlas):
    assert found(atlas, "They met in Odesa, 12 km north of Torske.")["Odesa"].place.name == "Odesa"


def test_a_village_is_not_taken_from_outside_the_area_that_the_text_names(atlas):
    named = found(atlas, "A substation burned in Gordeevka, Kursk Oblast.")
    assert (named["Gordeevka"].place, named["Gordeevka"].decision) == (None, "none_fits")
    assert named["Kursk Oblast"].spot.precision == "adm1"


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("A barn burned in Dublin, Gomel Oblast, Belarus, on Monday.", "Dublin", "Gomel Oblast"),
        ("A school was hit in Donets'ke, Kharkiv Oblast, at night.", "Donets'ke", "Kharkiv Oblast"),
        ("Shells fell in Kherson, Kherson oblast, Ukraine.", "Kherson", "Kherson Oblast"),
    ],
)
def test_in_an_address_a_namesake_in_the_named_area_is_meant(atlas, text, name, admin1):
    mention = found(atlas, text)[name] if name != "Kherson" else next(
        m for m in find_mentions(Article(id="a", text=text), atlas, segments=segment(text)) if m.text == name
    )  # fmt: skip
    assert (mention.place.admin1, mention.place.kind in {"city", "village"}) == (admin1, True)


def test_an_address_needs_no_and(atlas):
    told = found(atlas, "They flew to Dublin, Gomel Oblast and Minsk.")
    assert told["Dublin"].place.country == "IE"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A clinic burned in Ivankiva, Luhansk Oblast, Ukraine, on Monday.", "Ivankiva"),
        ("A clinic burned in Chaika, Belgorod, Russia, on Monday.", "Chaika"),
    ],
)
def test_a_namesake_far_from_its_address_is_not_meant(atlas, text, name):
    mention = found(atlas, text)[name]
    assert (mention.place, "told to lie in" in mention.reasons[0]) == (None, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit Parachinar in Khyber Pakhtunkhwa, Pakistan, on Monday.", "Parachinar"),
        ("Sirens sounded in Chaika, Kherson and Odesa on Monday.", "Chaika"),
    ],
)
def test_a_place_beside_the_named_area_or_in_a_list_stays(atlas, text, name):
    assert found(atlas, text)[name].place is not None


def test_a_list_is_no_area_around_its_members(atlas):
    named = found(atlas, "Drones fell in Klishchiivka, Voronezh and Kursk Oblast.")
    assert named["Klishchiivka"].place.name == "Klishchiivka"


def test_what_the_text_calls_a_village_is_no_large_city(atlas):
    named = found(atlas, "Strikes on Baalbek killed ten. A house collapsed in the village of Nasriyah, in Lebanon.")
    assert named["Nasriyah"].place is None
    assert "calls it a village" in named["Nasriyah"].reasons[0]


@pytest.mark.parametrize(
    ("text", "holder", "town"),
    [
        ("Shelling killed two in the Kharkiv region village of Kupiansk.", "Kharkiv Oblast", "Kupiansk"),
        ("Rebels attacked the North Kivu town of Masisi on Friday.", "North Kivu", "Masisi"),
        ("Jets bombed the Idlib city of Ariha on Friday.", "Idlib", "Ariha"),
    ],
)
def test_an_area_before_the_town_of_it_holds_the_town(atlas, text, holder, town):
    first, second = found(atlas, text).values()
    assert (first.role, first.place.name, first.place.kind) == ("container", holder, "admin1")
    assert (second.role, second.text, second.container) == ("literal", town, first.place)


def test_a_camp_is_a_place_to_pin(atlas):
    assert found(atlas, "Shells hit the Zamzam camp near El Fasher on Sunday.")["Zamzam"].spot.precision == "settlement"


def test_a_large_city_is_not_the_country_that_another_language_calls_so(atlas):
    mention = found(atlas, "Leaders of the union met in Granada on Thursday.")["Granada"]
    assert mention.place.kind == "city"


def test_people_behind_a_comma_tell_not_where_a_town_lies(atlas):
    text = "Missiles hit Kharkiv and Lutsk in Ukraine. Towards Pokrovsk, Russian units captured Novohrodivka on Monday."
    assert where(found(atlas, text)["Pokrovsk"]) == ("UA", "Donetsk Oblast")


def test_a_town_and_the_district_of_its_name_are_no_two_rivals(atlas):
    mention = found(atlas, "Rebels said its owner trades with Haifa, and a second ship was hit off Salif.")["Haifa"]
    assert (mention.place.kind, mention.place.country) == ("city", "IL")


def test_the_district_of_a_city_is_no_town_of_a_far_country(atlas):
    text = (
        "Troops fought in Beledweyne in Somalia. A car bomb went off in Mogadishu, in the Medina district of the city."
    )
    mention = found(atlas, text)["Medina"]
    assert mention.place is None or mention.place.country == "SO"


def test_a_name_that_only_sounds_alike_is_not_taken_from_another_end_of_the_world(atlas):
    text = "The Somali army said that fighters had been killed near Beledweyne, in the village of Haramkayo, by a Ukrainian-built drone."
    assert found(atlas, text)["Haramkayo"].place is None


def test_a_town_and_its_air_base_are_no_two_rivals(atlas):
    assert (
        found(atlas, "Jets took off from Machulishchy, in Minsk region, on Monday.")["Machulishchy"].place is not None
    )


def test_what_is_counted_in_a_list_of_regions_is_in_regions(atlas):
    told = found(atlas, "Russia said seven drones fell in the Rostov region, five in Kursk and four in Smolensk.")
    assert {told[n].place.kind for n in ("Rostov", "Kursk", "Smolensk")} == {"admin1"}


def test_a_quarter_is_not_taken_from_another_country_than_the_city_that_it_is_told_in(atlas):
    told = found(atlas, "A car bomb wounded seven people in Verdun, a smart quarter of Beirut, on Monday evening.")
    assert told["Verdun"].place is None or told["Verdun"].place.country == "LB"
