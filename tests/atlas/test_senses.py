"""What the other names of an article say about a name, and what a compass word before a province says."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions


@pytest.fixture(scope="module")
def named(atlas):
    def read(text):
        article = Article(id="a", text=text, published=datetime.date(2024, 5, 15))
        return [m for m in find_mentions(article, atlas, segments=segment(article.text)) if m.role != "demonym"]

    return read


def test_a_bare_name_is_the_town_that_the_article_calls_so(named):
    first, later = named("Rebels left the town of Birao on Monday. On Friday the rebels attacked Birao again.")
    assert (first.place.kind, later.place.id) == ("city", first.place.id)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb killed six soldiers in southern Helmand province.", "Helmand"),
        ("A drone hit a house in Afghanistan's eastern province of Nangarhar.", "Nangarhar"),
        ("Troops fought rebels in northern Helmand province.", "northern Helmand"),
        ("Troops fought rebels in southern Helmand.", "southern Helmand"),
    ],
)
def test_a_compass_word_before_a_province_may_say_where_that_lies(named, text, name):
    assert named(text)[-1].spot.name == name


def test_a_road_to_an_unknown_place_is_not_in_the_town_where_it_begins(named):
    goma = named("Two soldiers were killed in an ambush along the Goma-Xyzzyville road.")[0]
    assert (goma.spot.name, goma.spot.precision) == ("near Goma", "near")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Drones fell in the Moscow region. One hit a tower in Moscow.", ["admin1", "city"]),
        ("Three drones were downed over the Moscow region, two of them flying towards Moscow.", ["admin1", "city"]),
        ("Rockets fell in the Kyiv region. One hit a school in Kyiv.", ["admin1", "city"]),
    ],
)
def test_a_region_with_the_name_of_a_city_is_not_the_city(named, text, kinds):
    found = named(text)
    assert [m.place.kind for m in found] == kinds
    assert found[0].place.id not in {m.place.admin1_id for m in found[1:]}


def test_a_town_that_drones_flew_towards_is_no_region_of_a_list_behind_it(named):
    text = "Nine drones were downed: five over the Tula region, flying towards Moscow, and four over the Kaluga region."
    assert [m.place.kind for m in named(text)] == ["admin1", "city", "admin1"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A storm tore roofs off in the town of Enid, Oklahoma, on Monday.", ["city", "admin1"]),
        ("A flood drowned two people in Xilitla, San Luis Potosí, on Monday.", ["town", "admin1"]),
        ("Shells hit a market in Saltivka, Kharkiv, on Monday.", ["quarter", "city"]),
    ],
)
def test_the_name_behind_a_town_is_the_area_that_holds_it(named, text, kinds):
    assert [m.place.kind for m in named(text)] == kinds


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("A storm hit the village of Ashton, about 790 km northwest of Brisbane.", "Ashton", None),
        ("A storm hit the town of Hammond, five miles north of Salina, Kansas.", "Hammond", None),
        ("A storm hit Dalton, near Colchester.", "Dalton", None),
        ("A storm hit the village of Lagos, 30 km west of Faro.", "Lagos", "PT"),
        ("A bomb killed six people in Hyderabad, 150 km northeast of Karachi.", "Hyderabad", "PK"),
        ("A bomb killed six people in Odesa, 440 km south of Kyiv.", "Odesa", "UA"),
        ("Gunmen killed six people in the village of Bani, Oudalan province, Burkina Faso.", "Bani", None),
        ("Six people fled from Scio, Detroit and Gates in Marion County, Oregon.", "Detroit", "US"),
        ("A bomb killed six people in Santiago, in Colombia's southern Putumayo department.", "Santiago", "CO"),
        ("A bomb killed six people in the Athens area of Ohio.", "Athens", "US"),
        ("A storm hit Horsham, Victoria, on Monday.", "Horsham", "AU"),
        ("After talks in Geneva, Iran said it would stop.", "Geneva", "CH"),
        ("It was the largest attack on Kharkiv in Russia's war.", "Kharkiv", "UA"),
    ],
)
def test_what_is_told_of_where_a_name_lies_holds_namesakes_off(named, text, name, where):
    (mention,) = [m for m in named(text) if m.text == name]
    assert (mention.place and mention.place.country) == where
    assert mention.place is None or name != "Detroit" or mention.place.admin1 == "Oregon"


def test_a_name_told_with_its_country_is_no_namesake_elsewhere_later(named):
    found = named("Rebels raided the town of Bara in North Kordofan on Monday. The army retook Bara on Friday.")
    assert {m.place.country for m in found} == {"SD"}
    first, _, other = named("A storm hit Paris, Texas, on Monday. It is twinned with Paris, France.")[:3]
    assert (first.place.country, other.place.country) == ("US", "FR")
