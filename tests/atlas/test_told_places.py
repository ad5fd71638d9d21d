"""Where a phrase points: distances, capitals, neighbours, regions and their towns, in sentences of many wars."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions


@pytest.fixture(scope="module")
def spots(atlas):
    """Names of the spots of a text, in order; None for a name that is no place of an event."""

    def read(text):
        article = Article(id="a", text=text, published=datetime.date(2024, 5, 15))
        found = find_mentions(article, atlas, segments=segment(article.text))
        return [m.spot and m.spot.name for m in found if m.role != "demonym"]

    return read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen ambushed a bus 40 km west of the capital Kabul on Monday.", ["40 km west of Kabul"]),
        ("Rockets fell outside the port city Mukalla.", ["near Mukalla"]),
        ("Two miners died on the road from the capital Niamey to Dosso.", ["between Niamey and Dosso", None]),
        (
            "Rebels mined the road between the old garrison towns of Arlit and Agadez.",
            ["between Arlit and Agadez", None],
        ),
        ("Rebels fled from the capital Niamey.", ["Niamey"]),
        ("Troops met near the headquarters in the capital Niamey.", ["Niamey"]),
        ("Shells hit Arlit and the mining town of Agadez.", ["Arlit", "Agadez"]),
    ],
)
def test_what_a_place_is_said_to_be_parts_no_relation_from_it(spots, text, names):
    assert spots(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels shelled nearby Baidoa on Monday.", ["Baidoa"]),
        ("The wounded were taken to the nearby town of Baidoa.", ["Baidoa"]),
        ("A bomb went off near the nearby town of Baidoa.", ["near Baidoa"]),
        ("A bomb went off near Baidoa.", ["near Baidoa"]),
    ],
)
def test_a_nearby_town_is_itself(spots, text, names):
    assert spots(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A tanker was hit 30NM west of Mukalla.", ["56 km west of Mukalla"]),
        ("A tanker was hit 15 nm south of Mukalla.", ["28 km south of Mukalla"]),
        ("A tanker was hit 20 miles south of Mukalla.", ["32 km south of Mukalla"]),
    ],
)
def test_nautical_miles_have_their_own_length(spots, text, names):
    assert spots(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A wildfire was located five miles east of Fresno.", ["8 km east of Fresno"]),
        ("The depot lies 12 km north of Goma.", ["12 km north of Goma"]),
        ("Rebels left on Monday. The village lies 12 km north of Goma.", [None]),
        ("Sake lies 25 km west of Goma.", ["Sake", None]),
    ],
)
def test_what_lies_somewhere_is_a_place_where_nothing_else_tells_it(spots, text, names):
    assert spots(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rockets hit northern Gaza on Monday.", ["northern Gaza Strip"]),
        ("Rockets hit eastern Kandahar on Monday.", ["eastern Kandahar"]),
        ("Jets bombed the southern countryside of Hama.", ["southern Hama"]),
        ("Jets bombed the countryside of Manbij.", ["near Manbij"]),
        ("Jets bombed rural Aleppo.", ["Aleppo"]),
        ("Jets bombed eastern Aleppo.", ["Aleppo"]),
        ("Snipers fired in western Mosul.", ["Mosul"]),
        ("Snipers fired in the city of Idlib.", ["Idlib"]),
    ],
)
def test_a_compass_word_parts_the_region_of_a_town_s_name(spots, text, names):
    assert spots(text) == names


def test_countryside_is_the_region_and_a_metropolis_is_not(atlas):
    def precision(text):
        article = Article(id="a", text=text, published=datetime.date(2024, 5, 15))
        return [m.spot.precision for m in find_mentions(article, atlas, segments=segment(article.text))]

    assert precision("Jets bombed rural Aleppo.") == ["adm1"]
    assert precision("Jets bombed eastern Aleppo.") == precision("Snipers fired in Idlib.") == ["settlement"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police killed two men in South Helmand on Monday.", ["southern Helmand"]),
        ("Police killed two men in North Kivu on Monday.", ["North Kivu"]),
        ("A fire burned northwest of the Saskatchewan town of Prince Albert.", [None, "north-west of Prince Albert"]),
        ("A fire burned northwest of Saskatoon on Monday.", ["north-west of Saskatoon"]),
    ],
)
def test_a_wind_parts_an_area_and_is_seen_from_the_town(spots, text, names):
    assert spots(text) == names
