"""The kinds of date phrases: one pattern each, most telling first, and the words without which it cannot match."""

import re
from collections.abc import Callable
from functools import lru_cache

from geoevents.articles.calendar_words import MONTHS, WEEKDAYS
from geoevents.events.event import DatePrecision
from geoevents.events.when.date_calendar import (
    day_alone,
    day_month,
    day_range,
    full_date,
    holiday,
    in_year,
    iso_date,
    month_alone,
    month_of_year,
    month_year,
    night_into_date,
    night_of_date,
    weekday_alone,
    weekday_of_week,
)
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
from geoevents.events.when.days import DATA, NUMBERS, Day, Found, Setting, number_of, shift
from geoevents.words import any_of

__all__ = ["Maker", "patterns_for"]

Maker = Callable[[re.Match[str], Setting], Found]
_W = "(?:" + "|".join(WEEKDAYS) + ")"
_M = "(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in MONTHS) + r"|sept)\.?"
_N = r"(?:\d{1,3}|" + "|".join(NUMBERS) + ")"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_HOLIDAY = any_of(sorted(DATA["holidays"], key=len, reverse=True))
_NO_CLOCK = r"(?<!\d )" + "".join(f"(?<!{word} )" for word, hour in NUMBERS.items() if hour > 1)  # "at ten at night"
_NTH = "second|third|fourth|fifth|sixth|seventh"
_UNIT = "hours?|days?|weeks?|fortnights?|months?|years?"
_MANY = rf"(?:few|several|couple\s+of|{_N})"
_PART = r"(?:before dawn|at dawn|early hours|small hours|morning|afternoon|midday|noon|evening|night)"


def _compile(pattern: str) -> re.Pattern[str]:
    """The pattern, for texts in small letters."""
    return re.compile(rf"(?<![\w-]){pattern}(?![\w-])")


_YEAR4 = r"(?:19|20)\d\d"
_BEFORE = r"(?:(?:early|late)\s+(?:on\s+)?)?"
_LEAD = r"(?:(?P<lead>from|since|until|till|through|by|starting|beginning)\s+)?"
_DAY_OF_MONTH = rf"(?P<d>{_DAY})\s+(?:of\s+)?(?P<m>{_M})"
_MONTH_DAY = rf"(?P<m>{_M})\s+(?P<d>{_DAY})"
_WHICH = r"(?:(?P<which>early|mid-?|late|the\s+(?:beginning|start|end)\s+of)\s*)?"
_SEASON = r"(?:spring|summer|autumn|winter)"
_POINT = rf"(?:{_W},?\s+)?(?:{_DAY}\s+(?:of\s+)?{_M}|{_M}\s+{_DAY})(?:,?\s+{_YEAR4})?|{_M}\s+{_YEAR4}|{_W}"
_FULL = tuple(
    (_compile(rf"{_LEAD}{_BEFORE}(?:{_W},?\s+)?{order},?\s+(?P<y>{_YEAR4})"), full_date, "month year")
    for order in (_DAY_OF_MONTH, _MONTH_DAY)
)
_DAYMONTH = tuple(
    (_compile(rf"{_LEAD}{_BEFORE}(?:{_W},?\s+)?{order}(?:\s+(?:in\s+the\s+)?{_PART})?"), day_month, "month digit")
    for order in (_DAY_OF_MONTH, _MONTH_DAY)
)
_MONTH_YEAR = (_compile(rf"{_WHICH}(?P<m>{_M})\s+(?:of\s+)?(?P<y>{_YEAR4})"), month_year, "month year")
_WEEKDAY_ALONE = (_compile(rf"(?P<w>{_W})"), weekday_alone, "weekday")


def _range_told(m: re.Match[str], where: Setting) -> Found:
    """ "from Monday September 18 to Thursday September 21", "between October 2022 and March 2023"."""
    first, last = _end_of_range(m["a"], where), _end_of_range(m["b"], where)
    if first is None or last is None:
        return Found(None, None, "unknown")
    if last[1] < first[0]:
        ahead = shift(last[1], 7)
        if re.fullmatch(_W, m["a"].strip()) and where.tense == "past" and where.published and ahead > where.published:
            first = (shift(first[0], -7), first[1])  # "between Sunday and Thursday", told on Monday
        elif re.fullmatch(_W, m["b"].strip()):
            last = (last[0], ahead)
    precision: DatePrecision = "day" if first[0] == first[1] else "within_range"
    return Found(first[0], max(last[1], first[0]), precision)


def _span_to(m: re.Match[str], where: Setting) -> Found:
    """ "in the week to 3 May": the seven days that end then; "in the two days to Tuesday"."""
    last = _end_of_range(m["b"], where)
    if last is None:
        return Found(None, None, "unknown")
    days = (number_of(m["n"]) if m["n"] else 1) * {"d": 1, "w": 7, "f": 14}[m["unit"][0]]
    return Found(shift(last[1], 1 - days), last[1], "within_range")


def _end_of_range(words: str, where: Setting) -> tuple[Day, Day] | None:
    for pattern, make, _ in (*_FULL, _MONTH_YEAR, *_DAYMONTH, _WEEKDAY_ALONE):
        match = pattern.search(words)
        if match is not None:
            found = make(match, where)
            return (found.start, found.end or found.start) if found.start else None
    return None


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
    (_compile(rf"(?P<y>{_YEAR4})-(?P<m>\d\d)-(?P<d>\d\d)"), iso_date, "year"),
    (_compile(rf"(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>{_YEAR4})"), iso_date, "year"),
    (_compile(
        rf"(?:the\s+)?night\s+(?:of|from|between)\s+(?:(?P<a>{_DAY})\s*(?:-|–|to|and)\s*{_DAY}\s+(?P<m>{_M})"
        rf"|(?P<m2>{_M})\s+(?P<a2>{_DAY})(?:\s*(?:-|–|to|and)\s*{_DAY})?|(?P<a3>{_DAY})\s+(?P<m3>{_M}))"
    ), night_of_date, "night month"),
    (_compile(
        rf"(?:between|from)\s+(?P<a>{_DAY})\s*(?:-|–|to|and|until)\s*(?P<b>{_DAY})\s+(?:of"
        rf"\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_YEAR4}))?"
    ), day_range, "month digit"),
    (_compile(rf"(?P<a>{_DAY})\s*(?:-|–|to|and)\s*(?P<b>{_DAY})\s+(?P<m>{_M})(?:,?\s+(?P<y>{_YEAR4}))?"), day_range, "month digit"),
    (_compile(rf"(?P<m>{_M})\s+(?P<a>{_DAY})\s*(?:-|–|to)\s*(?P<b>{_DAY})(?:,?\s+(?P<y>{_YEAR4}))?"), day_range, "month digit"),
    (_compile(
        rf"(?:the\s+)?(?:night\s+(?:of|from|between)|overnight(?:\s+(?:from|between))?)"
        rf"\s+(?P<a>{_W})\s+(?:to|and|into|on)\s+(?P<b>{_W})"
    ), night_between, "night weekday"),
    (_compile(
        rf"(?:between|from)\s+(?:the\s+previous|yesterday|last|{_W})\s+(?:evening|night)\s+(?:and|to|until)\s+"
        rf"(?:[\w.:]+\s+){{0,5}}?(?:(?P<b>{_W})\s+)?morning"
    ), evening_to_morning, "range part"),
    (_compile(rf"(?:overnight|the\s+night)\s+(?:in)?to\s+(?P<b>{_W})"), night_between, "night weekday"),
    (_compile(
        rf"(?:overnight|the\s+night)\s+(?:in)?to\s+(?:(?P<m>{_M})\s+(?P<a>{_DAY})|(?P<a2>{_DAY})\s+(?P<m2>{_M}))"
    ), night_into_date, "night month"),
    (_compile(rf"(?P<b>{_W})\s+overnight"), night_between, "night weekday"),
    (_compile(rf"(?:(?:overnight|during\s+the\s+night)\s+(?:on|of|to)|(?:the\s+)?night\s+of)\s+(?P<a>{_W})"), night_of, "night weekday"),
    (_compile(
        rf"(?:between|from)\s+(?P<a>{_POINT})\s+(?:to|and|until|through)\s+(?P<b>{_POINT})"
    ), _range_told, "named range"),
    (_compile(
        rf"(?:between|from)\s+(?:(?!and\b|to\b)[\w.:]+\s+){{1,4}}?(?P<a>{_W})(?:\s+{_PART})?\s+(?:and|to|until)\s+"
        rf"(?:[\w.:]+\s+){{0,4}}?(?P<b>{_W})"
    ), _range_told, "weekday range"),  # "between 11 p.m. on Tuesday and 7 a.m. on Wednesday"
    (_compile(
        rf"in\s+the\s+(?:(?P<n>{_N})\s+)?(?P<unit>days?|weeks?|fortnight)\s+(?:to|up\s+to|ending(?:\s+on)?)"
        rf"\s+(?P<b>{_POINT})"
    ), _span_to, "unit named"),
    (_compile(
        rf"(?P<part>first|opening|early|second|third|fourth|last|final|closing)\s+(?:(?P<n>few|{_N})\s+)?(?P<piece>half|quarter|days?|weeks?|fortnight|months?)"
        rf"\s+of\s+(?:(?P<m>{_M})(?:\s+(?:of\s+)?(?P<y>{_YEAR4}))?|(?P<y2>{_YEAR4})|(?P<which>the|this|last|next)\s+(?P<unit>month|year))"
    ), part_of_period, "piece"),
    *_FULL,
    _MONTH_YEAR,
    *_DAYMONTH,
    (_compile(rf"(?P<m>{_M})\s+(?:of\s+)?(?P<which_year>last|this|next|previous)\s+year"), month_of_year, "month unit"),
    (_compile(
        rf"(?:in|of|since|until|before|after|by|during|back\s+in)\s+(?:the\s+)?(?:year\s+)?(?:(?P<season>{_SEASON})\s+of\s+)?(?P<y>{_YEAR4})"
    ), in_year, "year"),
    (_compile(rf"(?P<season>{_SEASON})\s+(?:of\s+)?(?P<y>{_YEAR4})"), in_year, "year season"),
    (_compile(r"(?P<which>last|this|next|previous)\s+(?P<season>spring|summer|autumn|fall|winter)"), season, "season"),
    (_compile(
        rf"(?:(?P<lead>since|until)\s+)?(?P<n>{_N})\s+(?P<unit>hours?|days?|weeks?|fortnights?|months?|years?)\s+ago"
        r"(?P<exact>\s+(?:today|on\s+this\s+day))?"
    ), ago, "unit ago"),
    # "marks one year since troops entered X": what follows was that long ago
    (_compile(rf"(?P<n>{_N})\s+(?P<unit>days?|weeks?|fortnights?|months?|years?)\s+since(?!\s+(?:then|{_POINT}))"), ago, "unit since"),
    (_compile(
        rf"in\s+(?:just\s+|only\s+|less\s+than\s+)?(?:a\s+(?=few|couple))?(?P<n>{_MANY})\s+(?P<unit>{_UNIT})"
    ), within, "unit"),
    (_compile(
        rf"(?<!time in )(?P<n>{_N})\s+(?P<unit>days?|weeks?|fortnights?|months?|years?)\s+(?:to\s+the\s+day\s+)?"
        r"after(?=\s+(?!that\b|which\b)\w)"
    ), after_that, "unit offset number"),
    (_compile(
        rf"(?<!in )(?<!for )(?P<n>{_N})\s+(?P<unit>days?|weeks?|fortnights?|months?|years?)\s+before"
        rf"(?=\s+(?!that\b|which\b|said\b|(?:{_THERE})\b)\w)"
    ), before_that, "unit offset"),
    (_compile(r"the\s+(?P<unit>day)\s+after(?=\s+(?!that\b|which\b|tomorrow\b)\w)(?P<n>)"), after_that, "unit offset"),
    (_compile(
        rf"(?P<n>{_N})\s+(?P<unit>days?|weeks?|fortnights?|months?)\s+(?P<way>later|earlier|(?:before"
        rf"|after(?:wards)?)(?=\s*[.,;]|\s+said|\s+(?:{_THERE})\b|\s+that\s+{_OF_SAID}))"
    ), later, "unit offset number"),
    (_compile(
        rf"(?:{_N}|few|several|some|couple\s+of|many)?\s*(?:hours?|minutes?)\s+(?:later|earlier|before(?=\s*[.,;])|afterwards)"
    ), hours_from, "hours offset"),
    (_compile(
        r"(?:(?<=\. )|(?<=\n))(?:(?:only|just)\s+)?(?:a\s+few\s+)?hours\s+(?:before|after)(?=\s+(?:the|his|her|its|their|an?)\s)"
    ), hours_from, "hours offset"),
    (_compile(r"on\s+the\s+eve\s+of(?=\s+(?:the|his|her|its|their|this|that)\s)"), eve_of, "eve"),
    (_compile(r"since\s+then|(?<=has\s)since(?=\s\w+ed\b)|(?<=have\s)since(?=\s\w+ed\b)"), since_then, "since"),
    (_compile(
        r"the\s+(?:next|following|previous|same)\s+(?:day|night|morning|afternoon|evening)(?P<n>)(?P<unit>)(?P<way>)|that"
        r"\s+(?:same\s+)?(?:day|night|morning|afternoon|evening)(?P<n2>)|the\s+(?:day|night|evening|morning)\s+before(?!\s+(?:yesterday|\w+ing)\b)"
    ), later, "day"),
    (_compile(rf"the\s+(?P<w>{_W})\s+before|the\s+previous\s+(?P<w2>{_W})"), weekday_before, "weekday before"),
    (_compile(r"the\s+week\s+(?P<way>before|after)(?=\s*[.,;])"), week_from, "unit offset"),
    (_compile(
        r"(?:(?P<lead>since)|at|from|around)\s+the\s+(?P<part>beginning|start|end)\s+of\s+the\s+(?P<unit>year|month)"
    ), part_of_span, "unit edge"),
    (_compile(r"the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)"), near_days, "near"),
    (_compile(
        r"(?:early|late|earlier|later)?\s*(?:yesterday|today|tomorrow)(?:\s+(?:morning|afternoon"
        r"|evening|night))?|last\s+night|tonight|this\s+(?:morning|afternoon|evening)"
    ), near_days, "near"),
    (_compile(
        rf"(?:in|over|during|within|for)\s+the\s+(?:past|last|previous|preceding)\s+(?:(?P<n>{_MANY})\s+)?(?P<unit>{_UNIT})"
    ), past_span, "unit which"),
    (_compile(
        rf"(?:(?:in|over|within|during)\s+the\s+(?:coming|next)\s+|within\s+(?:the\s+next\s+)?)(?:a\s+)?(?:(?P<n>{_MANY})\s+)?(?P<unit>{_UNIT})"
    ), span_ahead, "unit"),
    (_compile(
        rf"(?:by|before)\s+(?:(?:the\s+)?end\s+of\s+(?:the\s+|(?P<which>this|next)\s+)(?P<unit>week|month|year)|(?:the\s+)?(?P<season>{_SEASON}))(?!\s+(?:of\s+)?{_YEAR4})"
    ), by_its_end, "by"),
    (_compile(r"(?:during|throughout)\s+the\s+(?P<unit>week)(?=\s*[.,;]|\s+(?:it|he|she|they|the|its|an?)\b)"), this_last_week, "unit"),
    (_compile(
        rf"(?<!\bof )(?P<n>{_N})\s+(?P<unit>days?|weeks?|months?)\s+of"
        rf"(?=\s+(?:[\w-]+\s+){{0,2}}(?:{any_of(sorted(_OF_ATTACK | _OF_TALKS))})\b)"
    ), within, "unit"),
    (_compile(r"(?:in|over)\s+recent\s+(?:days|weeks)"), recent, "unit recent"),
    (_compile(rf"(?P<w>{_W})(?:\s+{_PART})?,?\s+(?:of\s+)?(?P<week>last|next)\s+week"), weekday_of_week, "unit weekday"),
    (_compile(
        r"(?:earlier\s+|later\s+|(?P<part>early|late|(?:at|by)\s+the\s+(?:beginning|start|end)\s+of)\s+)?"
        r"(?P<which>last|this|next|previous|past|coming)\s+(?P<unit>week|weekend|month|year)"
    ), span_of, "unit which"),
    (_compile(r"(?:earlier|later)\s+in\s+the\s+(?P<unit>week|month|year)(?P<which>)"), span_of, "unit offset"),
    (_compile(r"(?:at|over|on|during|since)\s+the\s+weekend"), the_weekend, "unit weekend"),
    (_compile(
        rf"{_LEAD}(?:(?:early|late)\s+(?:on\s+)?"
        rf"|(?:last|next|this|the\s+previous|previous)\s+)?(?P<w>{_W})(?:\s+(?:{_PART}|before\s+dawn))?"
    ), weekday_alone, "weekday"),
    (_compile(rf"(?:in\s+the\s+)?(?:early\s+hours|small\s+hours)\s+of\s+(?P<w>{_W})(?P<lead>)"), weekday_alone, "weekday hours"),
    (_compile(rf"(?:on\s+)?(?:(?P<holiday>{_HOLIDAY})(?:\s+{_PART})?|christmas\s+{_PART})"), holiday, "holiday"),
    (_compile(
        r"(?P<lead>since|until|by|from|on|into|before)\s+the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)(?=\s*[.,;:]|\s+(?:when|after)\b)"
    ), day_alone, "digit ordinal"),
    (_compile(
        rf"overnight|(?:during|in)\s+the\s+night|through(?:out)?\s+the\s+night|all\s+night(?:\s+long)?|(?:for\s+)?(?:part|most|much|half)\s+of\s+the\s+night"
        rf"|sp(?:end|ent|ending)\s+(?:the|a|another)\s+night(?=\s+(?:in|under|without|at|on)\b)|for\s+(?:a|the)\s+(?:{_NTH})\s+(?:\w+\s+)?night"
        rf"|{_NO_CLOCK}at\s+night(?=[,.])"
    ), overnight, "night"),
    (_compile(
        rf"(?P<lead>in|at|since|until|during|by|of|from|last|next)\s+(?:(?P<which>early|mid-?|late|the"
        rf"\s+(?:beginning|start|end)\s+of)\s*)?(?P<m>{_M})(?!\s+\d)"
    ), month_alone, "month"),
    (_compile(
        rf"(?P<lead>an?|the|its|their)\s+(?:(?P<which>early|mid-?|late)\s*)?(?P<m>{_M})(?=\s+(?:[a-z-]+\s+)?(?:{any_of(sorted(_OF_ATTACK))})\b)"
    ), month_alone, "month"),  # "a January strike"
    (_compile(
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
