// What is shown as a file, by the rules of the files that geoevents writes (outputs.md 3 and 4).
function saveFile(name, type, text) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 2000);
}

function byId(events) { return [...events].sort((a, b) => (a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : a.index - b.index)); }

function geoJsonOf(data, events, query) {
  const features = byId(events).map((e) => {
    const f = fullEvent(data, e),
      point = f.latitude === null ? null : { type: "Point", coordinates: [((f.longitude + 540) % 360) - 180, f.latitude].map((v) => Number(v
          .toFixed(5))) };
    return JSON.stringify({ type: "Feature", id: f.event_id, geometry: point, properties: f });
  });
  const located = events.filter((e) => e.lat !== null);
  const about = { version: data.version, schema: data.schema, query, attribution: data.attribution, n_events: events.length, n_unplaced: events
      .length - located.length };
  const head = JSON.stringify({ type: "FeatureCollection", ...(located.length ? { bbox: boxOf(located) } : {}), geoevents: about });
  return `${head.slice(0, -1)},"features":[\n${features.join(",\n")}\n]}\n`;
}

// [west, south, east, north]; west lies east of east where the events straddle the 180th meridian.
function boxOf(events) {
  const plain = (lon) => Number((((lon + 540) % 360) - 180).toFixed(5)),
    lats = events.map((e) => e.lat),
    lons = [...new Set(events.map((e) => plain(e.lon)))].sort((a, b) => a - b);
  let best = [lons[0] + 360 - lons[lons.length - 1], lons[0], lons[lons.length - 1]];
  for (let i = 1; i < lons.length; i += 1)
    if (lons[i] - lons[i - 1] > best[0]) best = [lons[i] - lons[i - 1], lons[i], lons[i - 1]];
  return [best[1], lats.reduce((a, b) => Math.min(a, b)), best[2], lats.reduce((a, b) => Math.max(a, b))];
}

// RFC 4180 with a byte order mark; text that a spreadsheet would run gets a leading quote.
function csvOf(data, events) {
  const kinds = data.columns.map((c) => c.t);
  const rows = byId(events).map((e) => Object.values(fullEvent(data, e)).map((v, i) => csvCell(v, kinds[i])).join(","));
  return `\ufeff${[data.names.join(","), ...rows].join("\n")}\n`;
}

function csvCell(value, kind) {
  if (value === null || value === undefined) return "";
  let text = kind === "json" ? JSON.stringify(value) : String(value);
  if (kind === "text") text = text.replaceAll("\0", "\ufffd").replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
