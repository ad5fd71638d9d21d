// Fields in words: dates with their precision, places, counts, who says so.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const PRECISIONS = { exact: "exact place", settlement: "settlement", near: "near, by relation", adm2: "district", part_of_adm1: "part of a region",
  adm1: "region", macro_region: "sea, river or large region", country: "country", none: "no place" };

function dayText(iso) {
  const [y, m, d] = iso.split("-").map(Number);
  return `${d} ${MONTHS[m - 1]} ${y}`;
}

function dateText(e) {
  if (!e.date_start) return "no date";
  const a = dayText(e.date_start), b = e.date_end ? dayText(e.date_end) : null;
  if (e.date_precision === "on_or_before") return `by ${a}`;
  if (!b) return `from ${a}`;
  if (e.date_precision === "night" && a !== b) return `night of ${Number(e.date_start.slice(8))} to ${b}`;
  if (e.date_precision === "part_of_day") return `${a}, ${e.part_of_day === "early" ? "early" : e.part_of_day}`;
  if (e.date_precision === "month") return `${MONTHS[Number(e.date_start.slice(5, 7)) - 1]} ${e.date_start.slice(0, 4)}`;
  if (e.date_precision === "year") return e.date_start.slice(0, 4);
  return a === b ? a : `${a} to ${b}`;
}

function placeText(e) {
  return e.place_name || "no place";
}

function countText(e) {
  const parts = [];
  const bound = { at_least: "at least ", at_most: "up to ", approximate: "about ", total: "total ", subtotal: "subtotal " };
  if (e.count !== null) parts.push(`${bound[e.count_kind] || ""}${e.count} ${e.count === 1 ? (e.count_unit || "").replace(/s$/, "") : e.count_unit || ""}`.trim());
  else if (e.group_count !== null) parts.push(`${e.group_count} ${e.count_unit || ""} over several places`.trim());
  if (e.killed !== null && e.count_unit !== "killed") parts.push(`${e.killed} killed`);
  if (e.injured !== null && e.count_unit !== "injured") parts.push(`${e.injured} injured`);
  return parts.join(", ");
}

function names(e, denying) {
  const found = (e.claimants || []).filter((c) => (c.stance === "denies") === denying).map((c) => c.name);
  return [...new Set(found)].join(", ");
}

// The line that comes first on a card: nothing claimed is shown as fact.
function whoText(e) {
  const said = names(e, false), denied = names(e, true);
  if (e.status === "claimed") return `claimed by ${said || "a party to the conflict"}`;
  if (e.status === "disputed") return `claimed by ${said || "one side"}; denied by ${denied || "the other"}`;
  if (e.status === "denied") return `denied by ${denied || "a party"}`;
  if (e.status === "planned") return `planned${said ? `, according to ${said}` : ""}`;
  if (e.status === "confirmed") return `confirmed: ${said}`;
  return said ? `reported by ${said}` : "reported by the article";
}
