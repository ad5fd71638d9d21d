"""The kinds of date phrases: one pattern each, most telling first, and the words without which it cannot match."""

import re
from functools import lru_cache

from geoevents.events.when.date_calendar import (
    day_alone,
    day_range,
    holiday,
    in_year,
    iso_date,
    month_alone,
    month_of_year,
    night_into_date,
    night_of_date,
    slashed_date,
    weekday_alone,
    weekday_of_week,
)
from geoevents.events.when.date_elements import (
    DAY,
    DAYMONTH,
    DAYS_IN_A_ROW,
    FULL,
    HOLIDAY,
    LEAD,
    MANY,
    MONTH_YEAR,
    NO_CLOCK,
    NTH,
    PART,
    POINT,
    SEASON,
    UNIT,
    YEAR4,
    M,
    Maker,
    N,
    W,
    compiled,
    day_after_day,
    range_told,
    span_to,
    week_of,
)  # fmt: skip
from geoevents.events.when.date_nights import evening_to_morning, night_between, night_of, overnight
from geoevents.events.when.date_relative import (
    after_that,
    ago,
    before_that,
    eve_of,
    hours_from,
    later,
    near_days,
    part_alone,
    part_of_span,
    season,
    since_then,
    span_of,
    the_weekend,
    week_from,
    weekday_before,
)
from geoevents.events.when.date_spans import (
    by_its_end,
    part_of_period,
    past_span,
    recent,
    span_ahead,
    this_last_week,
    within,
)
from geoevents.events.when.days import DATA
from geoevents.words import any_of

__all__ = ["Maker", "patterns_for"]

_THERE = "at|in|near|outside|by|with|from"  # "slain three days before | at X"
_OF_ATTACK = {*DATA["told_before"]["nouns"]["strike"], *DATA["told_before"]["nouns"]["ground_combat"]}
_OF_TALKS = {"bombardment", "talks", "negotiations", "fighting", "protests", "battles", "war", "unrest"}
# What "that" opens behind "had reported a day before": no "that meeting".
_OF_SAID = (
    r"(?:(?:it|he|she|they|its|his|her|their|the|an?|some|all|no|\d[\d,]*)\s"
    r"|(?:[\w-]+\s+){1,3}(?:had|was|were|would|is|are|has|have)\b)"
)

# Most telling first.  The third part names what a sentence must have for the pattern to match (``CUES``).
PATTERNS: tuple[tuple[re.Pattern[str], Maker, str], ...] = (
    (compiled(rf"(?P<y>{YEAR4})-(?P<m>\d\d)-(?P<d>\d\d)"), iso_date, "year"),
    (compiled(rf"(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>{YEAR4})"), iso_date, "year"),
    (compiled(rf"(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})/(?P<y>{YEAR4})"), slashed_date, "year"),
    (compiled(
        rf"(?:the\s+)?night\s+(?:of|from|between)\s+(?:(?P<a>{DAY})\s*(?:-|–|/|to|and)\s*{DAY}\s+(?P<m>{M})"
        rf"|(?P<m2>{M})\s+(?P<a2>{DAY})(?:\s*(?:-|–|/|to|and)\s*{DAY})?|(?P<a3>{DAY})\s+(?P<m3>{M}))"
    ), night_of_date, "night month"),
    (compiled(
        rf"overnight\s+(?:on|of|from)\s+(?:(?P<m>{M})\s+(?:{DAY}\s*(?:-|–|/|to|and)\s*)?(?P<a>{DAY})"
        rf"|(?:{DAY}\s*(?:-|–|/|to|and)\s*)?(?P<a2>{DAY})\s+(?P<m2>{M}))"
    ), night_into_date, "night month"),
    (compiled(
        rf"(?:between|from)\s+(?P<a>{DAY})\s*(?:-|–|to|and|until)\s*(?P<b>{DAY})\s+(?:of"
        rf"\s+)?(?P<m>{M})(?:,?\s+(?P<y>{YEAR4}))?"
    ), day_range, "month digit"),
    (compiled(rf"(?P<a>{DAY})\s*(?:-|–|/|to|and)\s*(?P<b>{DAY})\s+(?P<m>{M})(?:,?\s+(?P<y>{YEAR4}))?"), day_range, "month digit"),
    (compiled(rf"(?P<m>{M})\s+(?P<a>{DAY})\s*(?:-|–|to)\s*(?P<b>{DAY})(?:,?\s+(?P<y>{YEAR4}))?"), day_range, "month digit"),
    (compiled(
        rf"(?:the\s+)?(?:night\s+(?:of|from|between)|overnight(?:\s+(?:from|between))?)"
        rf"\s+(?P<a>{W})\s+(?:to|and|into|on)\s+(?P<b>{W})"
    ), night_between, "night weekday"),
    (compiled(
        rf"(?:between|from)\s+(?:the\s+previous|yesterday|last|{W})\s+(?:evening|night)\s+(?:and|to|until)\s+"
        rf"(?:[\w.:]+\s+){{0,5}}?(?:(?P<b>{W})\s+)?morning"
    ), evening_to_morning, "range part"),
    (compiled(rf"(?:overnight|the\s+night)\s+(?:in)?to\s+(?P<b>{W})"), night_between, "night weekday"),
    (compiled(
        rf"(?:overnight|the\s+night)\s+(?:in)?to\s+(?:(?P<m>{M})\s+(?P<a>{DAY})|(?P<a2>{DAY})\s+(?P<m2>{M}))"
    ), night_into_date, "night month"),
    (compiled(rf"(?P<b>{W})\s+overnight"), night_between, "night weekday"),
    (compiled(rf"(?:(?:overnight|during\s+the\s+night)\s+(?:on|of|to)|(?:the\s+)?night\s+of)\s+(?P<a>{W})"), night_of, "night weekday"),
    (compiled(
        rf"(?:between|from)\s+(?P<a>{POINT})\s+(?:to|and|until|through)\s+(?P<b>{POINT})"
    ), range_told, "named range"),
    (compiled(
        rf"(?:between|from)\s+(?:(?!and\b|to\b)[\w.:]+\s+){{1,4}}?(?P<a>{W})(?:\s+{PART})?\s+(?:and|to|until)\s+"
        rf"(?:[\w.:]+\s+){{0,4}}?(?P<b>{W})"
    ), range_told, "weekday range"),  # "between 11 p.m. on Tuesday and 7 a.m. on Wednesday"
    (compiled(
        rf"in\s+the\s+(?:(?P<n>{N})\s+)?(?P<unit>hours|days?|weeks?|fortnight)\s+(?:to|up\s+to|ending(?:\s+on)?)"
        rf"\s+(?:[\w.:]+\s+(?:[ap]\.?m\.?\s+)?on\s+)?(?P<b>{POINT})"
    ), span_to, "unit named"),
    (compiled(rf"in\s+the\s+week\s+(?:of|from|beginning|starting)(?:\s+on)?\s+(?P<b>{POINT})"), week_of, "unit named"),
    (compiled(
        rf"(?P<part>first|opening|early|second|third|fourth|last|final|closing)\s+(?:(?P<n>few|{N})\s+)?(?P<piece>half|quarter|days?|weeks?|fortnight|months?)"
        rf"\s+of\s+(?:(?P<m>{M})(?:\s+(?:of\s+)?(?P<y>{YEAR4}))?|(?P<y2>{YEAR4})|(?P<which>the|this|last|next)\s+(?P<unit>month|year))"
    ), part_of_period, "piece"),
    *FULL,
    MONTH_YEAR,
    *DAYMONTH,
    (compiled(rf"(?P<m>{M})\s+(?:of\s+)?(?P<which_year>last|this|next|previous)\s+year"), month_of_year, "month unit"),
    (compiled(
        rf"(?:in|of|since|until|before|after|by|during|back\s+in)\s+(?:the\s+)?(?:year\s+)?(?:(?P<season>{SEASON})\s+of\s+)?(?P<y>{YEAR4})"
    ), in_year, "year"),
    (compiled(rf"(?P<season>{SEASON})\s+(?:of\s+)?(?P<y>{YEAR4})"), in_year, "year season"),
    (compiled(r"(?P<which>last|this|next|previous)\s+(?P<season>spring|summer|autumn|fall|winter)"), season, "season"),
    (compiled(
        rf"(?:(?P<lead>since|until)\s+)?(?P<n>{N})\s+(?P<unit>hours?|days?|weeks?|fortnights?|months?|years?)\s+ago"
        r"(?P<exact>\s+(?:today|on\s+this\s+day))?"
    ), ago, "unit ago"),
    # "marks one year since troops entered X": what follows was that long ago
    (compiled(rf"(?P<n>{N})\s+(?P<unit>days?|weeks?|fortnights?|months?|years?)\s+since(?!\s+(?:then|{POINT}))"), ago, "unit since"),
    (compiled(
        rf"in\s+(?:just\s+|only\s+|less\s+than\s+)?(?:a\s+(?=few|couple))?(?P<n>{MANY})\s+(?P<unit>{UNIT})"
    ), within, "unit"),
    (compiled(
        rf"(?<!time in )(?P<n>{N})\s+(?P<unit>days?|weeks?|fortnights?|months?|years?)\s+(?:to\s+the\s+day\s+)?"
        r"after(?=\s+(?!that\b|which\b)\w)"
    ), after_that, "unit offset number"),
    (compiled(
        rf"(?<!in )(?<!for )(?P<n>{N})\s+(?P<unit>days?|weeks?|fortnights?|months?|years?)\s+before"
        rf"(?=\s+(?!that\b|which\b|said\b|(?:{_THERE})\b)\w)"
    ), before_that, "unit offset"),
    (compiled(r"the\s+(?P<unit>day)\s+after(?=\s+(?!that\b|which\b|tomorrow\b)\w)(?P<n>)"), after_that, "unit offset"),
    (compiled(
        rf"(?P<n>{N})\s+(?P<unit>days?|weeks?|fortnights?|months?)\s+(?P<way>later|earlier|(?:before"
        rf"|after(?:wards)?)(?=\s*[.,;]|\s+said|\s+(?:{_THERE})\b|\s+that\s+{_OF_SAID}))"
    ), later, "unit offset number"),
    (compiled(
        rf"(?:{N}|few|several|some|couple\s+of|many)?\s*(?:hours?|minutes?)\s+(?:later|earlier|before(?=\s*[.,;])|afterwards)"
    ), hours_from, "hours offset"),
    (compiled(
        r"(?:(?<=\. )|(?<=\n))(?:(?:only|just)\s+)?(?:a\s+few\s+)?hours\s+(?:before|after)(?=\s+(?:the|his|her|its|their|an?)\s)"
    ), hours_from, "hours offset"),
    (compiled(r"on\s+the\s+eve\s+of(?=\s+(?:the|his|her|its|their|this|that)\s)"), eve_of, "eve"),
    (compiled(r"since\s+then|(?<=has\s)since(?=\s\w+ed\b)|(?<=have\s)since(?=\s\w+ed\b)"), since_then, "since"),
    (compiled(
        r"the\s+(?:next|following|previous|same)\s+(?:day|night|morning|afternoon|evening)(?P<n>)(?P<unit>)(?P<way>)|that"
        r"\s+(?:same\s+)?(?:day|night|morning|afternoon|evening)(?P<n2>)|the\s+(?:day|night|evening|morning)\s+before(?!\s+(?:yesterday|\w+ing)\b)"
    ), later, "day"),
    (compiled(rf"the\s+(?P<w>{W})\s+before|the\s+previous\s+(?P<w2>{W})"), weekday_before, "weekday before"),
    (compiled(r"the\s+week\s+(?P<way>before|after)(?=\s*[.,;])"), week_from, "unit offset"),
    (compiled(
        r"(?:(?P<lead>since)|at|from|around)\s+the\s+(?P<part>beginning|start|end)\s+of\s+the\s+(?P<unit>year|month|week)"
    ), part_of_span, "unit edge"),
    (compiled(r"the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)"), near_days, "near"),
    (compiled(
        r"(?:early|late|earlier|later)?\s*(?:yesterday|today|tomorrow)(?:\s+(?:morning|afternoon"
        r"|evening|night))?|last\s+night|tonight|this\s+(?:morning|afternoon|evening)"
    ), near_days, "near"),
    (compiled(
        rf"(?:in|over|during|within|for|in\s+the\s+course\s+of)\s+the\s+(?:past|last|previous|preceding)\s+(?:(?P<n>{MANY})\s+)?(?P<unit>{UNIT})"
    ), past_span, "unit which"),
    (compiled(
        rf"(?:(?:in|over|within|during)\s+the\s+(?:coming|next)\s+|within\s+(?:the\s+next\s+)?)(?:a\s+)?(?:(?P<n>{MANY})\s+)?(?P<unit>{UNIT})"
    ), span_ahead, "unit"),
    (compiled(
        rf"(?:by|before)\s+(?:(?:the\s+)?end\s+of\s+(?:the\s+|(?P<which>this|next)\s+)(?P<unit>week|month|year)|(?:the\s+)?(?P<season>{SEASON}))(?!\s+(?:of\s+)?{YEAR4})"
    ), by_its_end, "by"),
    (compiled(r"(?:during|throughout)\s+the\s+(?P<unit>week)(?=\s*[.,;]|\s+(?:it|he|she|they|the|its|an?)\b)"), this_last_week, "unit"),
    (compiled(
        rf"(?<!\bof )(?P<n>{N})\s+(?P<unit>days?|weeks?|months?)\s+of"
        rf"(?=\s+(?:[\w-]+\s+){{0,2}}(?:{any_of(sorted(_OF_ATTACK | _OF_TALKS))})\b)"
    ), within, "unit"),
    (compiled(r"(?:in|over)\s+recent\s+(?:days|weeks|months)"), recent, "unit recent"),
    (compiled(rf"(?:on\s+)?(?:(?P<holiday>{HOLIDAY})(?:\s+{PART})?|christmas\s+{PART})"), holiday, "holiday"),
    (compiled(f"(?:{DAYS_IN_A_ROW})"), day_after_day, "weekday"),
    (compiled(rf"(?P<w>{W})(?:\s+{PART})?,?\s+(?:of\s+)?(?P<week>last|next)\s+week"), weekday_of_week, "unit weekday"),
    (compiled(
        r"(?:earlier\s+|later\s+|(?P<part>early|late|(?:at|by)\s+the\s+(?:beginning|start|end)\s+of)\s+)?"
        r"(?P<which>last|this|next|previous|past|coming)\s+(?P<unit>week|weekend|month|year)"
    ), span_of, "unit which"),
    (compiled(r"(?:earlier|later)\s+in\s+the\s+(?P<unit>week|month|year)(?P<which>)"), span_of, "unit offset"),
    (compiled(r"(?:at|over|on|during|since)\s+the\s+weekend"), the_weekend, "unit weekend"),
    (compiled(
        rf"{LEAD}(?:(?:early|late)\s+(?:on\s+)?"
        rf"|(?:last|next|this|the\s+previous|previous)\s+)?(?P<w>{W})(?:\s+(?:{PART}|before\s+dawn))?"
    ), weekday_alone, "weekday"),
    (compiled(rf"(?:in\s+the\s+)?(?:early\s+hours|small\s+hours)\s+of\s+(?P<w>{W})(?P<lead>)"), weekday_alone, "weekday hours"),
    (compiled(
        r"(?P<lead>since|until|by|from|on|into|before)\s+the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)(?=\s*[.,;:]|\s+(?:when|after)\b)"
    ), day_alone, "digit ordinal"),
    (compiled(
        rf"overnight|(?:during|in)\s+the\s+night|through(?:out)?\s+the\s+night|all\s+night(?:\s+long)?|(?:for\s+)?(?:part|most|much|half)\s+of\s+the\s+night"
        rf"|sp(?:end|ent|ending)\s+(?:the|a|another)\s+night(?=\s+(?:in|under|without|at|on)\b)|for\s+(?:a|the)\s+(?:{NTH})\s+(?:\w+\s+)?night"
        rf"|{NO_CLOCK}at\s+night(?=[,.])"
    ), overnight, "night"),
    (compiled(
        rf"(?P<lead>in|at|since|until|during|by|of|from|last|next|this)\s+(?:(?P<which>early|mid-?|late|the"
        rf"\s+(?:beginning|start|end)\s+of)\s*)?(?P<m>{M})(?!\s+\d)"
    ), month_alone, "month"),
    (compiled(rf"(?P<lead>that)\s+(?P<which>)(?P<m>{M})(?=\s*[.,;:)]|\s+(?:and|but|when)\b)"), month_alone, "month"),  # "freed that July"
    (compiled(
        rf"(?P<lead>an?|the|its|their)\s+(?:(?P<which>early|mid-?|late)\s*)?(?P<m>{M})(?=\s+(?:[a-z-]+\s+)?(?:{any_of(sorted(_OF_ATTACK))})\b)"
    ), month_alone, "month"),  # "a January strike"
    (compiled(
        r"(?:at|by|before|around|towards?|(?:shortly|just|soon)\s+(?:after|before))\s+(?:about\s+|around\s+)?"
        r"(?:dawn|daybreak|sunrise|midday|noon|dusk|sunset|nightfall|midnight)"
        r"|(?:in|during|by)\s+(?:the\s+)?(?:early\s+|late\s+)?(?:morning|afternoon|evening)"
        r"|in\s+the\s+(?:early|small)\s+hours|(?:later|earlier)\s+(?:on\s+)?in\s+the\s+(?:day|morning|afternoon|evening)"
        r"|(?:during|throughout)\s+the\s+day|in\s+the\s+course\s+of\s+the\s+day"
    ), part_alone, "part"),
)  # fmt: skip


@lru_cache(maxsize=1024)
def patterns_for(cues: frozenset[str]) -> tuple[tuple[re.Pattern[str], Maker], ...]:
    """The patterns, in order, whose cues a sentence has all; none without any cue."""
    return tuple((pattern, make) for pattern, make, asked in PATTERNS if cues and cues.issuperset(asked.split()))
