// Fields in words: dates with their precision, places, counts, who says so.  Every text of the page stands here or in page.html.
const TEXT = {
  oldBrowser: "This browser is too old to open the page: Firefox 113, Safari 16.4, Chrome 80 or newer is needed.",
  noEvents: "No events were found in the articles.",
  nonePasses: "No event passes the filters.",
  borders: "Borders follow ISO 3166-2; territory under the control of another state is marked with a dashed line. No position is taken by the makers of this page.",
  noBorders: "This page shows no borders.",
  attribution: "Places: GeoNames, CC BY 4.0. Areas: Natural Earth. Borders follow ISO 3166-2; dashed: held by another state.",
  landOnly: "Places: GeoNames, CC BY 4.0. Areas: Natural Earth. This page shows no borders.",
  ownBase: "Places: GeoNames, CC BY 4.0. Background map: chosen by the maker of this page.",
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const PRECISIONS = {
  exact: "exact place",
  settlement: "settlement",
  near: "near a place",
  adm2: "district",
  part_of_adm1: "part of a region",
  adm1: "region",
  macro_region: "sea, river or large region",
  country: "only a country",
  none: "no place"
};
const STATUSES = {
  confirmed: "confirmed by both sides, or by a side and an independent source",
  reported: "reported by the article, a neutral body, or locals on harm done to them",
  claimed: "claimed by a party to the conflict: not verified",
  disputed: "claimed by one side, denied by the other",
  denied: "only denied",
  planned: "announced or planned, not yet happened",
  cancelled: "was planned, will not happen",
};
const BASES = { inherited: "taken from the sentences before", inferred: "inferred", publication: "the day of publication" };
const BOUNDS = { at_least: "at least ", at_most: "up to ", approximate: "about ", total: "total of ", subtotal: "subtotal of " };

function number(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f"); }

function plural(n, one, many) { return `${number(n)} ${n === 1 ? one : many || `${one}s`}`; }

function parted(iso) { return iso.split("-").map(Number); }

function dayText(iso) {
  const [y, m, d] = parted(iso);
  return `${d} ${MONTHS[m - 1]} ${y}`;
}

function timeText(ms) { return dayText(new Date(ms).toISOString().slice(0, 10)); }

// "17 to 18 Sep 2023": what both days share is said once.
function daysText(a, b) {
  const [ya, ma, da] = parted(a), [yb, mb] = parted(b);
  if (a === b) return dayText(a);
  if (ya !== yb) return `${dayText(a)} to ${dayText(b)}`;
  return ma === mb ? `${da} to ${dayText(b)}` : `${da} ${MONTHS[ma - 1]} to ${dayText(b)}`;
}

// When, from all columns of an event.
function dateText(f) {
  const start = f.date_start || f.date_end;
  if (!start) return "no date";
  const precision = f.date_precision,
    month = MONTHS[parted(start)[1] - 1];
  if (precision === "on_or_before") return `by ${dayText(start)}`;
  if (precision === "time" && f.start_time) return `${dayText(start)}, ${f.start_time.slice(11, 16)} UTC`;
  if (precision === "month" && (!f.date_end || f.date_end.slice(0, 7) === start.slice(0, 7))) return `${month} ${start.slice(0, 4)}`;
  if (precision === "year" && (!f.date_end || f.date_end.slice(0, 4) === start.slice(0, 4))) return start.slice(0, 4);
  if (!f.date_end) return `from ${dayText(start)}`;
  const days = daysText(start, f.date_end);
  if (precision === "night" && start !== f.date_end) return `night of ${days}`;
  if (precision === "night") return `night, ${days}`;
  if (precision === "part_of_day" && f.part_of_day) return `${days}, ${f.part_of_day === "early" ? "early hours" : f.part_of_day}`;
  return precision === "within_range" && start !== f.date_end ? `between ${days}` : days;
}

// How many, from all columns of an event.
function countText(f) {
  const parts = [],
    one = (unit) => (unit || "").replace(/s$/, "");
  const counted = (n) => `${number(n)} ${n === 1 ? one(f.count_unit) : f.count_unit || ""}`.trim();
  if (f.count !== null) parts.push(`${BOUNDS[f.count_kind] || ""}${counted(f.count)}`);
  else if (f.group_count !== null) parts.push(`${counted(f.group_count)} over several places`);
  if (f.count_low !== null && f.count_high !== null && f.count_low !== f.count_high) parts.push(
    `between ${number(f.count_low)} and ${number(f.count_high)}`);
  if (f.killed !== null && f.count_unit !== "killed") parts.push(`${number(f.killed)} killed`);
  if (f.injured !== null && f.count_unit !== "injured") parts.push(`${number(f.injured)} injured`);
  return parts.join(", ");
}

function namesOf(claimants, denying) {
  const denies = (c) => c.stance === "denies" || c.stance === "doubts";
  return [...new Set(claimants.filter((c) => denies(c) === denying).map((c) => c.name))].join(", ");
}

// What follows the status, so that nothing claimed reads as fact: "claimed" + "by the ministry".
function byText(event) {
  const said = namesOf(event.claimants, false),
    denied = namesOf(event.claimants, true),
    doubted = denied ? `; denied by ${denied}` : "";
  if (event.status === "claimed") return `by ${said || "a party to the conflict"}${doubted}`;
  if (event.status === "disputed") return `claimed by ${said || "one side"}; denied by ${denied || "the other"}`;
  if (event.status === "denied") return `by ${denied || "a party"}`;
  if (event.status === "planned") return said ? `according to ${said}` : "according to the article";
  return `by ${said || "the article"}${doubted}`;
}

function sourceName(source) {
  return source.publisher || hostOf(source.url) || "source not named";
}

function hostOf(url) {
  return (/^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url || "") || [])[1] || null;
}

function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }
