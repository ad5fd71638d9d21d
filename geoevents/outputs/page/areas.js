// How far off an event may be, drawn: the polygon of an area or a circle; its outline says the status.
function hollowStatus(status) { return status === "claimed" || status === "denied" || status === "disputed"; }

function areaLayers(data, e, { renderer, pane, opacity, fill }) {
  const style = data.styles[e.category],
    common = { renderer, pane, interactive: false, smoothFactor: 0.3, color: style.colour, weight: 1.4, opacity, fillColor: style.colour,
      fillOpacity: fill };
  const drawn = (options) => (e.shape !== null && e.shape !== undefined ? L.polygon(unpackShape(data, e.shape), options) :
    L.circle([e.lat, e.lon], { ...options, radius: Math.min((e.km || 10) * 1000, LARGEST_KM * 1000) }));
  if (e.status === "disputed") return [drawn({ ...common, color: "#000000", weight: 3.4 }), drawn({ ...common, color: "#ffffff", weight: 1.6,
    dashArray: "7 5", fill: false })];
  if (e.status === "planned" || e.status === "cancelled") return [drawn({ ...common, dashArray: "6 4" })];
  return [drawn(e.status === "denied" ? { ...common, dashArray: "2 4" } : common)];
}

// True if a place is inside of a polygon or circle.
function within(layer, latlng) {
  if (layer.getRadius) return layer._map.distance(layer.getLatLng(), latlng) <= layer.getRadius();
  return layer.getLatLngs().some((part) => ringsHold(Array.isArray(part[0]) ? part : [part], latlng));
}

// Even-odd rule over the rings of a polygon.
function ringsHold(rings, { lat, lng }) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const a = ring[i],
        b = ring[j];
      if (a.lat > lat !== b.lat > lat && lng < ((b.lng - a.lng) * (lat - a.lat)) / (b.lat - a.lat) + a.lng) inside = !inside;
    }
  }
  return inside;
}
