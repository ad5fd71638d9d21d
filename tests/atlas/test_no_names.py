"""Words that the atlas knows but that name no place where they stand."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions


@pytest.fixture(scope="module")
def found(atlas):
    """{name: country of its place, None where it has none}."""

    def read(text):
        article = Article(id="a", text=text, published=datetime.date(2024, 5, 15))
        mentions = find_mentions(article, atlas, segments=segment(article.text))
        return {m.text: m.place and m.place.country for m in mentions if m.role != "demonym"}

    return read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops burned houses in Pago Min Kyaw village on Monday.", {"Pago Min Kyaw": None}),
        ("Gunmen attacked Lashio Tawng Gyi village on Monday.", {"Lashio Tawng Gyi": None}),
        ("Gunmen attacked Deir Hassan village on Monday.", {"Deir Hassan": "SY"}),
        ("A bomb went off in San Antonio de los Xyzos on Monday.", {}),
        ("A bomb went off in Rio de Janeiro on Monday.", {"Rio de Janeiro": "BR"}),
        ("A bomb went off in San Miguel de Allende on Monday.", {"San Miguel de Allende": "MX"}),
        ("Six members of the Nablus family were killed in Rafah.", {"Rafah": "PS"}),
        ("A family fled from Nablus to Rafah.", {"Nablus": "PS", "Rafah": "PS"}),
        ("Rebels struck 20 miles North East of Baidoa.", {"Baidoa": "SO"}),
        ("Rebels of the SNA attacked Baidoa on Monday.", {"Baidoa": "SO"}),
        ("La Nueva Familia killed six people in LA on Monday.", {"LA": "US"}),
        ("Jets bombed rebels outside Duhok, a town of Iraq's Kurdish region.", {"Duhok": "IQ", "Iraq": "IQ"}),
        ("Shells fell on the besieged Muslim town of Gorazde.", {"Gorazde": "BA"}),
        ("Shells fell on Ywarma village of Mandalay region.", {"Ywarma": None, "Mandalay": "MM"}),
        ("Jets bombed Kawlin Township in Myanmar.", {"Kawlin Township": "MM", "Myanmar": "MM"}),
        ("A fund of US$20 million was promised to Niger on Monday.", {"Niger": "NE"}),
        ("The strain A/Brisbane/10/2007 was found in Perth, Australia.", {"Perth": "AU", "Australia": "AU"}),
        ("Marburg haemorrhagic fever killed two in Kigali.", {"Kigali": "RW"}),
        ("In Kigali flu has killed two, in Hong Kong fever has killed ten.", {"Kigali": "RW", "Hong Kong": "HK"}),
        ("The bridge was built in Spring 1998 near Kigali.", {"Kigali": "RW"}),
        ("Police searched the house of Austin T. Wells in Kigali.", {"Kigali": "RW"}),
        ("The EU sent tents to Kigali.", {"Kigali": "RW"}),
        ("A soldier of the Gulf War died in Kigali.", {"Kigali": "RW"}),
    ],
)
def test_longer_names_acronyms_and_families(found, text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jets bombed Manbij, Kafr Zuhur and Deir Munbul on Monday.", {"Manbij", "Kafr Zuhur", "Deir Munbul"}),
        ("Troops burned Kyin Taw, Zaw Myaung and Ma Gyi Khone villages.", {"Kyin Taw", "Zaw Myaung", "Ma Gyi Khone"}),
        ("Talks were held in Kyiv and Donald Trump said he would come.", {"Kyiv"}),
        ("The mayor of Manbij, Adnan Hossam and Nuri Kamal were killed.", {"Manbij"}),
    ],
)
def test_unknown_names_in_a_list_of_places_are_places(found, text, names):
    assert found(text).keys() == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fires broke out in Cox's Bazar in Bangladesh.", {"Cox's Bazar": "BD", "Bangladesh": "BD"}),
        ("The People's Republic of China protested on Monday.", {"People's Republic of China": "CN"}),
        ("The Republic of China protested on Monday.", {"Republic of China": "TW"}),
        ("Ships reached St. John's, Newfoundland, on Monday.", {"St. John's": "CA", "Newfoundland": "CA"}),
        ("Ukraine's Kherson was shelled.", {"Ukraine": "UA", "Kherson": "UA"}),
    ],
)
def test_names_with_a_possessive_in_them(found, text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells hit Kfar Chouba in Lebanon.", {"Kfar Chouba": "LB", "Lebanon": "LB"}),
        ("Shells hit Abugubaiha in Sudan.", {"Abugubaiha": "SD", "Sudan": "SD"}),
        ("A bomb went off in Nadjaf in Iraq.", {"Nadjaf": "IQ", "Iraq": "IQ"}),
        ("A bomb went off in Chicago on Monday.", {"Chicago": "US"}),
    ],
)
def test_other_spellings_of_arabic_names(found, text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Goma was shelled overnight, aid workers said.",
        "Congolese soldiers took back Goma and, since Sunday, have searched houses.",
        "Goma came under fire on Sunday, aid workers said.",
    ],
)
def test_what_is_done_to_a_place(found, text):
    assert found(text) == {"Goma": "CD"}
