// The background: land and borders of countries, regions of those with events, dashed lines of disputed territory.
const BASE = { land: "#F4F1EA", border: "#9A948A", region: "#D5CFC3", disputed: "#6d675e", sea: "#DCE9F1" };
const REGION_LINES_FROM = 4; // zoom; before it they are a grey net

function drawBase(map, data, tiles) {
  for (const [name, z] of [
      ["base", 200],
      ["regions", 210]
    ]) map.createPane(name).style.zIndex = z;
  for (const name of ["base", "regions"]) map.getPane(name).style.pointerEvents = "none";
  const regions = L.canvas({ pane: "regions", padding: 0.35 }),
    lines = L.layerGroup();
  const renderer = L.canvas({ pane: "base", padding: 0.35 }),
    common = { renderer, pane: "base", interactive: false, smoothFactor: 0.7 };
  const kind = data.basemap.kind,
    countries = {};
  for (const offset of data.shift ? [0, 360] : [0]) {
    const land = { ...common, color: BASE.border, weight: kind === "land" ? 0 : 0.9, stroke: kind !== "land", fillColor: BASE.land,
      fillOpacity: tiles ? 0 : 1 };
    for (const country of data.basemap.countries) {
      const rings = country.parts.map((part) => unpackRings(part, 100, offset));
      countries[country.code] = [...(countries[country.code] || []), ...rings];
      const cut = rings.flat().some(onSeam);
      L.polygon(rings, { ...land, stroke: land.stroke && !cut }).addTo(map);
      if (cut && land.stroke)
        for (const line of rings.flat().flatMap(withoutSeam)) L.polyline(line, { ...common, color: BASE.border, weight: 0.9 }).addTo(map);
    }
    for (const line of unpackRings(data.basemap.regions.lines, 100, offset)) L.polyline(line, { ...common, renderer: regions, pane: "regions",
      color: BASE.region, weight: 0.9 }).addTo(lines);
    for (const line of unpackRings(data.basemap.disputed, 100, offset)) {
      L.polyline(line, { ...common, color: BASE.land, weight: 2 }).addTo(map);
      L.polyline(line, { ...common, color: BASE.disputed, weight: 1.6, dashArray: "6 4" }).addTo(map);
    }
  }
  const byZoom = () => (map.getZoom() >= REGION_LINES_FROM ? lines.addTo(map) : lines.remove());
  map.on("zoomend", byZoom);
  byZoom();
  return countries;
}

// True if a ring has an edge on the 180th meridian, where the source cuts countries in two: that is no border.
function onSeam(ring) { return ring.some((p, i) => i > 0 && seam(p) && seam(ring[i - 1])); }

function seam([, lon]) { return Math.abs(Math.abs(lon - (lon > 181 ? 360 : 0)) - 180) < 0.02; }

// A ring as lines without those edges.
function withoutSeam(ring) {
  const lines = [
    [ring[0]]
  ];
  for (let i = 1; i < ring.length; i += 1) {
    if (seam(ring[i]) && seam(ring[i - 1])) lines.push([ring[i]]);
    else lines[lines.length - 1].push(ring[i]);
  }
  return lines.filter((line) => line.length > 1);
}

// Pictures of a tile server, asked for only where the maker of the page has named one.
function drawTiles(map, tiles) {
  if (!tiles) return;
  map.createPane("tiles").style.zIndex = 150;
  L.tileLayer(tiles.url, { pane: "tiles", maxZoom: tiles.maxZoom, referrerPolicy: "strict-origin-when-cross-origin" }).addTo(map);
}
