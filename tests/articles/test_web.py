"""Saved web pages and feeds: the article alone, with its day."""

import datetime

from geoevents.articles.read import read_articles

PARAGRAPHS = (
    "At least nine people were killed on Monday when a drone hit a bus near the market of El Obeid, medics said.",
    "The paramilitaries, who have besieged the city for a year, did not comment.",
    "The governor declared three days of mourning and asked the army to guard the roads.",
)


def page(head: str, body: str) -> bytes:
    return f"<!doctype html><html lang='en-GB'><head><title>Bus hit - The Post</title>{head}</head><body>{body}</body></html>".encode()


def read_page(folder, data: bytes):
    (folder / "x.html").write_bytes(data)
    (article,) = read_articles(folder / "x.html")
    return article


def test_menus_other_stories_and_comments_are_no_part_of_an_article(tmp_path):
    story = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    article = read_page(
        tmp_path,
        page(
            "<meta property='article:published_time' content='2025-08-12T09:00:00Z'><meta property='og:site_name' content='The Post'>",
            f"<nav><a>Ukraine war</a></nav><main><article><h1>Bus hit</h1>{story}</article></main>"
            "<aside class='related'><p>Missiles hit Kharkiv on Sunday and killed four people in a block of flats.</p></aside>"
            "<section id='comments'><p>They bombed Nyala yesterday too and nobody wrote about it!</p></section>",
        ),
    )
    assert article.text.split("\n\n")[-3:] == list(PARAGRAPHS)
    assert "Kharkiv" not in article.text
    assert "Nyala" not in article.text
    assert (article.publisher, article.language, article.published_basis) == ("The Post", "en", "metadata")


def test_the_day_may_stand_in_linked_data_and_the_text_in_plain_boxes(tmp_path):
    data = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": "Bus hit", "datePublished": "2025-08-12T09:00:00+02:00"}]}</script>"""
    boxes = "".join(f"<div class='para'>{p}</div>" for p in PARAGRAPHS)
    article = read_page(tmp_path, page(data, f"<div class='story-body'>{boxes}</div>"))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.published == datetime.date(2025, 8, 12)


def test_two_breaks_end_a_paragraph_and_one_does_not(tmp_path):
    first, second, third = PARAGRAPHS
    article = read_page(tmp_path, page("", f"<table><tr><td>{first}<br>{second}<br><br>{third}</td></tr></table>"))
    assert article.text == f"{first} {second}\n\n{third}"


def test_a_page_may_be_in_the_letters_of_its_country(tmp_path):
    text = f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p>Снигирёвка was shelled again, the ministry said.</p>"
    head = "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
    data = page(head, f"<div>{text}</div>").decode().encode("cp1251")
    assert "Снигирёвка" in read_page(tmp_path, data).text


FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Gulf Wire</title><language>en-gb</language>
<item><title>Tanker hit</title><link>https://wire.example/1</link><pubDate>Tue, 14 May 2024 10:00:00 GMT</pubDate>
<description><![CDATA[<p>A mine damaged a tanker off <b>Fujairah</b> on Sunday.</p><p>Nobody was hurt.</p>]]></description></item>
<item><title>Nothing</title><link>https://wire.example/2</link></item>
<item><title>Plain</title><link>https://wire.example/3</link><description>Drones struck two stations near Riyadh.</description></item>
</channel></rss>"""


def test_the_entries_of_a_feed_are_articles_and_one_without_text_is_named(tmp_path):
    (tmp_path / "x.rss").write_text(FEED, "utf-8")
    errors = []
    first, last = read_articles(tmp_path, on_error=errors.append)
    assert first.text == "A mine damaged a tanker off Fujairah on Sunday.\n\nNobody was hurt."
    assert (first.title, first.publisher, str(first.published)) == ("Tanker hit", "Gulf Wire", "2024-05-14")
    assert (last.id, last.text) == ("https://wire.example/3", "Drones struck two stations near Riyadh.")
    assert [str(e) for e in errors] == [f"{tmp_path / 'x.rss'}: entry 2: the text is empty"]
