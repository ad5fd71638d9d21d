"""Names that would lie far from all that an article is about, and what a list or an address says against a place."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions


@pytest.fixture(scope="module")
def where(atlas):
    """{name: (kind, country) of its place, None where it has none}."""

    def read(text):
        article = Article(id="a", text=text, published=datetime.date(2024, 5, 15))
        mentions = find_mentions(article, atlas, segments=segment(article.text))
        return {m.text: m.place and (m.place.kind, m.place.country) for m in mentions if m.role != "demonym"}

    return read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # small and alone in its country: a name that the atlas knows from elsewhere only
        ("Rebels shelled Mullaitivu, Vavuniya and Jaffna on Monday and burned a mill in Mansi.", "Mansi", None),
        ("Rebels shelled Homs, Hama and Idlib on Monday and burned a mill in Salif.", "Salif", None),
        ("Rebels shelled Hodeidah, Hajjah and Zabid on Monday and burned a mill in Salif.", "Salif", "YE"),
        # a small place just across the border, and a large city, are no strangers
        ("Chadian troops left Abeche, Biltine and Guereda for El Geneina on Monday.", "El Geneina", "SD"),
        ("Troops left Gao, Kidal and Timbuktu after talks in Brussels on Monday.", "Brussels", "BE"),
        # where people met, however small and far
        ("Rebels shelled Homs, Hama and Idlib on Monday. Talks were held in Rambouillet.", "Rambouillet", "FR"),
        (
            "Rebels shelled Homs, Hama and Idlib on Monday. Envoys signed an accord in the resort of Sharm el-Sheikh.",
            "Sharm el-Sheikh",
            "EG",
        ),
        ("Rebels shelled Homs, Hama and Idlib on Monday. A mill burned in Rambouillet.", "Rambouillet", None),
        # a namesake among the other places
        ("Insurgents took Palma on Monday and burned Quissanga. Macomia was looted.", "Palma", "MZ"),
        ("Tourists left Palma on Monday. Hotels in Manacor and Alcudia were empty.", "Palma", "ES"),
        ("Fires burned in eastern Victoria on Monday. Crews from New South Wales helped.", "Victoria", "AU"),
    ],
)
def test_places_far_from_all_others(where, text, name, country):
    place = where(text)[name]
    assert (place and place[1]) == country


def test_a_name_told_twice_is_no_company_for_itself(where):
    text = "Gunmen killed ten people in Beni territory, North Kivu, on Sunday. In Beni, markets were shut."
    assert where(text)["Beni"][1] == "CD"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("People fell ill in Michigan, New York and Ohio on Monday.", "New York", "admin1"),
        ("People fell ill in Chicago, New York and Boston on Monday.", "New York", "city"),
        ("Cases were found in Alabama, Georgia and Florida.", "Georgia", "admin1"),
        ("Leaders of Armenia, Georgia and Turkey met on Monday.", "Georgia", "country"),
    ],
)
def test_a_list_of_states_names_no_city(where, text, name, kind):
    assert where(text)[name][0] == kind


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A truck was stopped in Stroud, Ontario, on Sunday.", "Stroud", None),
        ("A truck was stopped in Stroud, Gloucestershire, on Sunday.", "Stroud", "GB"),
        # the next of a list holds nothing, whatever its name sounds like
        ("Shells hit Kotli, Nakyal and Tatta Pani in Kashmir on Monday.", "Kotli", "PK"),
        ("Troops burned houses in Abi Adi, Samre and Adigrat in Tigray.", "Abi Adi", "ET"),
    ],
)
def test_what_a_comma_puts_a_name_in(where, text, name, country):
    place = where(text)[name]
    assert (place and place[1]) == country


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Khmelnytskyi Governor Olha Petrenko said 12 drones fell.", "Khmelnytskyi", "admin1"),
        ("Kharkiv's governor said two people were wounded.", "Kharkiv", "admin1"),
        ("The Kherson regional military administration reported shelling.", "Kherson", "admin1"),
        ("Herat provincial council members fled on Monday.", "Herat", "admin1"),
        ("Two of the wounded died in the Kherson regional hospital.", "Kherson", "city"),
        ("Odesa Governor Olha Petrenko said parts of the city had no power.", "Odesa", "city"),
        ("Kharkiv's mayor said two people were wounded.", "Kharkiv", "city"),
    ],
)
def test_offices_of_a_region(where, text, name, kind):
    assert where(text)[name][0] == kind
