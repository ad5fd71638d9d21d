"""Every column of the tables, once: name, dtype, unit or allowed values, and the label that people read."""

from dataclasses import dataclass
from typing import Literal

from geoevents.atlas.mention import RUNGS

__all__ = ["ARTICLES", "CONTROL", "EVENTS", "MENTIONS", "Column"]

Dtype = Literal["text", "int", "float", "bool", "date", "instant", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; ``values`` are the only ones allowed, () for any.  ``json`` columns hold lists or dicts."""

    name: str
    dtype: Dtype
    label: str
    values: tuple[str, ...] = ()


def _c(name: str, dtype: Dtype, label: str, *values: str) -> Column:
    return Column(name=name, dtype=dtype, label=label, values=values)


STATUSES = ("planned", "claimed", "reported", "confirmed", "disputed", "denied", "cancelled")
DATE_PRECISIONS = (
    "time", "part_of_day", "night", "day", "week", "month", "year", "on_or_before", "within_range", "inferred", "unknown",
)  # fmt: skip
GEO_PRECISIONS = RUNGS
COUNT_KINDS = ("exact", "at_least", "at_most", "approximate", "subtotal", "total", "vague", "none_reported")
STANCES = ("asserts", "denies", "confirms", "doubts", "announces")

# Identity and time first: QGIS proposes the first columns named start and end (outputs.md 2.4).
EVENTS: tuple[Column, ...] = (
    _c("event_id", "text", "Event id"),
    _c("title", "text", "Title"),
    _c("category", "text", "Category"),
    _c("subtype", "text", "Subtype"),
    _c("status", "text", "Status", *STATUSES),
    _c("start_time", "instant", "Start (UTC)"),
    _c("end_time", "instant", "End (UTC)"),
    _c("date_start", "date", "First day"),
    _c("date_end", "date", "Last day"),
    _c("date_precision", "text", "Date precision", *DATE_PRECISIONS),
    _c("part_of_day", "text", "Part of day", "early", "morning", "afternoon", "evening"),
    _c("date_text", "text", "Date as written"),
    _c("date_basis", "text", "Date known by", "explicit", "relative", "inherited", "inferred", "publication"),
    _c("place_name", "text", "Place"),
    _c("place_text", "text", "Place as written"),
    _c("place_id", "text", "Gazetteer id"),
    _c("latitude", "float", "Latitude (degrees, WGS 84)"),
    _c("longitude", "float", "Longitude (degrees, WGS 84)"),
    _c("geo_precision", "text", "Place precision", *GEO_PRECISIONS),
    _c("geo_basis", "text", "Place known by", "text", "facility", "inherited"),
    _c("uncertainty_km", "float", "Uncertainty (km)"),
    _c("pin", "bool", "May be shown as a pin"),
    _c("country", "text", "Country (ISO 3166-1)"),
    _c("administered_by", "text", "Administered by"),
    _c("disputed", "bool", "Disputed territory"),
    _c("admin1", "text", "First-level area"),
    _c("admin2", "text", "Second-level area"),
    _c("place_qualifier", "text", "Part of the place"),
    _c("reference_place", "text", "Reference place"),
    _c("facility", "text", "Facility"),
    _c("place_reason", "text", "Why this place"),
    _c("place_alternatives", "json", "Other places it could be"),
    _c("count", "int", "Count"),
    _c("count_low", "int", "Count, low"),
    _c("count_high", "int", "Count, high"),
    _c("count_unit", "text", "Counted"),
    _c("count_kind", "text", "Kind of count", *COUNT_KINDS),
    _c("killed", "int", "Killed"),
    _c("injured", "int", "Injured"),
    _c("actors", "json", "Actors"),
    _c("actor_init", "text", "Acting side"),
    _c("actor_target", "text", "Acted upon"),
    _c("is_background", "bool", "Background"),
    _c("is_aggregate", "bool", "Total or subtotal"),
    _c("counted_in", "json", "Counted in"),
    _c("part_of", "text", "Part of"),
    _c("group_id", "text", "Statement"),
    _c("group_count", "int", "Count of the statement"),
    _c("claimants", "json", "Who says so"),
    _c("sentence", "text", "Sentence"),
    _c("start", "int", "Clause from"),
    _c("end", "int", "Clause to"),
    _c("evidence", "json", "Evidence"),
    _c("sources", "json", "Sources"),
    _c("source_url", "text", "First source"),
    _c("n_mentions", "int", "Tellings"),
    _c("n_articles", "int", "Articles"),
    _c("n_publishers", "int", "Publishers"),
    _c("first_seen", "date", "First seen"),
    _c("last_seen", "date", "Last seen"),
    _c("confidence", "float", "Confidence"),
    _c("conf_type", "float", "Confidence: type"),
    _c("conf_place", "float", "Confidence: place"),
    _c("conf_date", "float", "Confidence: date"),
    _c("conf_status", "float", "Confidence: status"),
    _c("method", "text", "Found by"),
    _c("plover", "text", "PLOVER"),
    _c("cameo", "text", "CAMEO"),
    _c("acled", "text", "ACLED"),
    _c("viina", "text", "VIINA"),
    _c("schema_version", "text", "Schema"),
)
MENTIONS: tuple[Column, ...] = (
    _c("mention_id", "text", "Mention id"),
    _c("event_id", "text", "Event id"),
    _c("article_id", "text", "Article id"),
    _c("url", "text", "Link"),
    _c("publisher", "text", "Publisher"),
    _c("language", "text", "Language"),
    _c("published", "date", "Published"),
    _c("published_basis", "text", "Publication known by", "given", "metadata", "dateline", "inferred"),
    _c("sentence_index", "int", "Sentence number"),
    _c("start", "int", "Clause from"),
    _c("end", "int", "Clause to"),
    _c("section", "int", "Section"),
    _c("trigger", "text", "Trigger"),
    _c("trigger_start", "int", "Trigger from"),
    _c("trigger_end", "int", "Trigger to"),
    _c("claimant", "text", "Claimant"),
    _c("claimant_country", "text", "Claimant's country"),
    _c("claimant_side", "text", "Claimant's side"),
    _c("claimant_sector", "text", "Claimant's sector"),
    _c("stance", "text", "Stance", *STANCES),
    _c("channel", "text", "Channel"),
    _c("statement_date", "date", "Statement of"),
    _c("modality", "text", "Modality", "actual", "planned", "negated", "hypothetical"),
    _c("background", "bool", "Background"),
    _c("quote", "text", "Quote"),
    _c("confidence", "float", "Confidence"),
)

ARTICLES: tuple[Column, ...] = (
    _c("article_id", "text", "Article id"),
    _c("title", "text", "Title"),
    _c("published", "date", "Published"),
    _c("published_basis", "text", "Publication known by", "given", "metadata", "dateline", "inferred"),
    _c("publisher", "text", "Publisher"),
    _c("url", "text", "Link"),
    _c("language", "text", "Language"),
    _c("n_mentions", "int", "Place names"),
    _c("n_placed", "int", "Place names placed"),
    _c("n_events", "int", "Events"),
)

CONTROL: tuple[Column, ...] = (
    _c("event_id", "text", "Event id"),
    _c("place_name", "text", "Place"),
    _c("side", "text", "Side said to hold it"),
    _c("side_basis", "text", "Side known by", "explicit", "inferred", "claimant"),
    _c("left_by", "text", "Side said to leave it"),
    _c("change", "text", "Change"),
    _c("status", "text", "Status", *STATUSES),
    _c("contested", "bool", "Contested"),
    _c("latest", "bool", "Latest word on the place"),
    _c("start_time", "instant", "Since (UTC)"),
    _c("end_time", "instant", "Until (UTC)"),
    _c("date_start", "date", "First day"),
    _c("date_precision", "text", "Date precision", *DATE_PRECISIONS),
    _c("place_id", "text", "Gazetteer id"),
    _c("admin1", "text", "First-level area"),
    _c("country", "text", "Country (ISO 3166-1)"),
    _c("latitude", "float", "Latitude (degrees, WGS 84)"),
    _c("longitude", "float", "Longitude (degrees, WGS 84)"),
    _c("geo_precision", "text", "Place precision", *GEO_PRECISIONS),
    _c("uncertainty_km", "float", "Uncertainty (km)"),
    _c("claimed_by", "text", "Claimed by"),
    _c("denied_by", "text", "Denied by"),
    _c("event_ids", "json", "Events that tell it"),
    _c("sentence", "text", "Sentence"),
    _c("source_url", "text", "First source"),
    _c("confidence", "float", "Confidence"),
)
