import datetime
import json

import pytest

from geoevents.articles.read import read_articles
from geoevents.errors import ArticleError


def test_header_lines_are_read_and_the_rest_is_body(tmp_path):
    (tmp_path / "x.txt").write_text("Title: Calm sea\nDate: 2024-02-03\nSource: wire\n\nThe sea was calm.\n", "utf-8")
    (article,) = read_articles(tmp_path)
    assert (article.id, article.title, article.text) == ("x", "Calm sea", "The sea was calm.")
    assert (article.published, article.published_basis) == (datetime.date(2024, 2, 3), "metadata")


def test_a_first_line_with_a_colon_is_no_header(tmp_path):
    (tmp_path / "x.txt").write_text("Kosovo: talks resume\n\nBoth sides met.", "utf-8")
    assert next(read_articles(tmp_path)).text.startswith("Kosovo: talks")


def test_a_bad_row_is_named_by_file_and_line_and_the_others_go_through(tmp_path):
    path = tmp_path / "x.jsonl"
    rows = [
        {"id": "1", "text": "One."},
        {"id": "2", "text": "Two.", "published": "17 Sep"},
        {"id": "3", "text": "Three."},
    ]
    path.write_text("\n".join(json.dumps(r) for r in rows), "utf-8")
    errors = []
    assert [a.id for a in read_articles(path, on_error=errors.append)] == ["1", "3"]
    assert str(errors[0]) == f"{path}:2: published='17 Sep' is not a date (YYYY-MM-DD)"


def test_without_a_handler_the_first_error_is_raised(tmp_path):
    with pytest.raises(ArticleError, match="does not exist"):
        list(read_articles(tmp_path / "nothing.txt"))


def test_given_mentions_outside_the_text_are_an_error(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": "Oslo", "mentions": [{"start": 0, "end": 9}]}), "utf-8")
    with pytest.raises(ArticleError, match=r"x\.jsonl:1: mention 0\.\.9 lies outside the text"):
        list(read_articles(path, given_mentions=True))


def test_html_pages_give_title_date_and_paragraphs(tmp_path):
    page = '<html lang="en"><head><title>T</title><meta property="article:published_time" content="2024-01-02T03:00:00Z"></head>'
    (tmp_path / "x.html").write_text(
        page + "<body><nav><p>menu</p></nav><p>First &amp; last.</p><script>x</script></body>", "utf-8"
    )
    (article,) = read_articles(tmp_path)
    assert (article.text, article.title, str(article.published)) == ("First & last.", "T", "2024-01-02")


def test_csv_rows_are_articles(tmp_path):
    (tmp_path / "x.csv").write_text('id,text,published\na,"One, two.",2024-01-02\nb,,2024-01-02\n', "utf-8")
    errors = []
    assert [a.id for a in read_articles(tmp_path, on_error=errors.append)] == ["a"]
    assert "x.csv:3: the text is empty" in str(errors[0])


def test_a_weekday_with_month_and_day_dates_an_article_that_has_no_date(tmp_path):
    (tmp_path / "x.txt").write_text("The court will sit this Tuesday March 5. The case began in 2023.", "utf-8")
    (article,) = read_articles(tmp_path)
    assert (article.published, article.published_basis) == (datetime.date(2024, 3, 5), "inferred")


def test_the_given_date_stands_in_only_where_none_is_known(tmp_path):
    (tmp_path / "x.txt").write_text("Nothing here tells a day.", "utf-8")
    (article,) = read_articles(tmp_path, date=datetime.date(2024, 5, 1))
    assert article.published_basis == "given"
    (undated,) = read_articles(tmp_path)
    assert undated.published is None
