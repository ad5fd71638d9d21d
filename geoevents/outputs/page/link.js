// Permalink in the hash, and downloads of what is shown.
function writeLink(state, off, map, chosen) {
  const parts = new URLSearchParams({ v: "1", z: map.getZoom(), c: `${map.getCenter().lat.toFixed(3)},${map.getCenter().lng.toFixed(3)}` });
  if (off.size) parts.set("off", [...off].sort().join(","));
  for (const name of ["q", "status", "country", "precision", "claimant"]) if (state[name]) parts.set(name, state[name]);
  if (state.confidence) parts.set("conf", state.confidence);
  if (state.background) parts.set("bg", "1");
  if (state.aggregates) parts.set("sum", "1");
  if (state.from !== null) parts.set("t", `${state.from},${state.to}`);
  if (chosen) parts.set("e", chosen.event_id);
  history.replaceState(null, "", `#${parts}`);
}

// Unknown parts are ignored; the id of the chosen event and the view come back.
function readLink(filters) {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (parts.get("v") !== "1") return null;
  filters.off = new Set((parts.get("off") || "").split(",").filter((c) => c in filters.data.styles));
  for (const name of ["q", "status", "country", "precision", "claimant"]) filters.state[name] = parts.get(name) || "";
  filters.state.confidence = Number(parts.get("conf")) || 0;
  filters.state.background = parts.get("bg") === "1";
  filters.state.aggregates = parts.get("sum") === "1";
  const time = (parts.get("t") || "").split(",").map(Number);
  [filters.state.from, filters.state.to] = time.length === 2 && time.every(Number.isFinite) ? time : [null, null];
  const centre = (parts.get("c") || "").split(",").map(Number), zoom = Number(parts.get("z"));
  return { event: parts.get("e"), view: centre.length === 2 && centre.every(Number.isFinite) && zoom ? [centre, zoom] : null };
}

function save(name, type, text) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const INNER = new Set(["index", "from", "to", "haystack", "shape"]);

function downloadGeoJson(events) {
  const features = events.map((e) => ({ type: "Feature", id: e.event_id,
    geometry: e.latitude === null ? null : { type: "Point", coordinates: [e.longitude, e.latitude] },
    properties: Object.fromEntries(Object.entries(e).filter(([k]) => !INNER.has(k))) }));
  save("events.geojson", "application/geo+json", JSON.stringify({ type: "FeatureCollection", features }));
}

// RFC 4180; text that a spreadsheet would run gets a leading quote.
function downloadCsv(events, columns) {
  const kept = columns.filter((c) => !INNER.has(c));
  const cell = (v) => {
    if (v === null || v === undefined) return "";
    let text = typeof v === "object" ? JSON.stringify(v) : String(v);
    if (typeof v === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  save("events.csv", "text/csv", `\ufeff${[kept, ...events.map((e) => kept.map((c) => e[c]))].map((row) => row.map(cell).join(",")).join("\n")}\n`);
}
