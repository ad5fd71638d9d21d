// Permalink: what is shown, the view and the chosen event in the address; unknown parts are ignored.
function writeLink(filters, map, chosen) {
  const centre = map.getCenter(),
    parts = new URLSearchParams({ v: "1", z: String(map.getZoom()), c: `${centre.lat.toFixed(3)},${centre.lng.toFixed(3)}` });
  const all = Object.keys(filters.data.styles);
  if (filters.off.size) parts.set("cat", all.filter((c) => !filters.off.has(c)).join(",") || "none");
  if (filters.from !== null) parts.set("t", `${moment(filters.from)},${moment(filters.to)}`);
  if (filters.query.trim()) parts.set("q", filters.query.trim());
  for (const name of FACETS)
    for (const v of [...filters.chosen[name]].sort()) parts.append(name, v);
  if (filters.confidence) parts.set("conf", filters.confidence.toFixed(2));
  for (const name of SWITCHES)
    if (filters[name]) parts.set(name, "1");
  if (chosen) parts.set("e", chosen.event_id);
  const hash = `#${parts}`;
  if (hash !== location.hash) history.replaceState(null, "", hash);
}

// Sets the filters by the address; {view, event} of it, or null where there is none of ours.
function readLink(filters) {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (parts.get("v") !== "1") return null;
  filters.clear();
  const shown = parts.get("cat");
  if (shown !== null) filters.off = new Set(Object.keys(filters.data.styles).filter((c) => !shown.split(",").includes(c)));
  const time = (parts.get("t") || "").split(",").map((t) => Date.parse(`${t}${t.length > 10 ? ":00Z" : ""}`));
  if (time.length === 2 && time[0] < time[1])[filters.from, filters.to] = time;
  filters.query = parts.get("q") || "";
  for (const name of FACETS) filters.chosen[name] = new Set(parts.getAll(name));
  const confidence = Number(parts.get("conf"));
  filters.confidence = confidence > 0 && confidence <= 1 ? confidence : 0;
  for (const name of SWITCHES) filters[name] = parts.get(name) === "1";
  const centre = (parts.get("c") || "").split(",").map(Number),
    zoom = Number(parts.get("z"));
  const seen = centre.length === 2 && centre.every(Number.isFinite) && Math.abs(centre[0]) <= 90 && zoom >= 1 && zoom <= 19;
  return { event: parts.get("e"), view: seen ? [centre, zoom] : null };
}

// "2023-09-18", or with the minute where the day does not begin.
function moment(ms) {
  const iso = new Date(ms).toISOString();
  return iso.slice(11, 16) === "00:00" ? iso.slice(0, 10) : iso.slice(0, 16);
}
