import datetime
import json

import pandas as pd
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


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("x", "Summary for 17 May 2023\n\nTwo attacks were repelled.", "2023-05-17"),
        ("x", "Wednesday, 17 May 2023, 09:12\n\nShells fell.", "2023-05-17"),
        ("2025-03-14_wire", "Shells fell.", "2025-03-14"),
        ("x", "What happened on 24 February 2022?\n\nShells fell.", None),
        ("2022-02-24_to_2022-03-01", "Shells fell.", None),
    ],
)
def test_a_first_line_or_the_name_of_the_file_may_tell_the_day(tmp_path, name, text, day):
    (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (article,) = read_articles(tmp_path)
    assert (str(article.published) if article.published else None) == day


def test_a_table_may_have_semicolons_and_long_texts(tmp_path):
    long = "Shells fell on the town; nobody was hurt. " * 5000
    (tmp_path / "x.csv").write_text(f'id;text\n1;"{long}"\n', "utf-8")
    (article,) = read_articles(tmp_path)
    assert article.text == long


def test_json_files_hold_one_article_or_a_list(tmp_path):
    (tmp_path / "a.json").write_text('{"text": "One.", "published": "2024-01-02"}', "utf-8")
    (tmp_path / "b.json").write_text('[{"text": "Two."}, {"body": "?"}, {"id": "c", "text": "Three."}]', "utf-8")
    errors = []
    assert [a.id for a in read_articles(tmp_path, on_error=errors.append)] == ["a", "b:1", "c"]
    assert str(errors[0]) == f"{tmp_path / 'b.json'}: object 2: wants an object with a text in 'text'"


def test_rows_of_a_parquet_file_are_articles(tmp_path):
    frame = pd.DataFrame({"id": ["a", "b"], "text": ["One.", None], "published": pd.to_datetime(["2024-01-02", None])})
    frame.to_parquet(tmp_path / "x.parquet")
    errors = []
    (article,) = read_articles(tmp_path, on_error=errors.append)
    assert (article.id, str(article.published)) == ("a", "2024-01-02")
    assert "row 2: the text is empty" in str(errors[0])


def test_a_file_that_is_not_what_its_name_says_is_an_error_that_names_it(tmp_path):
    for name in ("a.parquet", "b.rss", "c.html", "d.json"):
        (tmp_path / name).write_bytes(b"neither")
    errors = []
    assert list(read_articles(tmp_path, on_error=errors.append)) == []
    assert [str(e).partition(":")[0].rpartition("/")[2] for e in errors] == ["a.parquet", "b.rss", "c.html", "d.json"]
