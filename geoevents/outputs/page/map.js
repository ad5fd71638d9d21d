// The map: basemap, areas below, markers above, labels by zoom.
function defineMarkers() {
  L.Canvas.include({
    _updateEventMarker(layer) {
      if (!this._drawing || layer._empty()) return;
      const p = layer._point, o = layer.options;
      if (o.events.length > 1) drawCount(this._ctx, o.colours, o.events.length, p.x, p.y, 11);
      else drawEvent(this._ctx, o.style, o.events[0].status, p.x, p.y, o.area ? 6 : 8);
    },
  });
  return L.CircleMarker.extend({ _updatePath() { if (this._renderer._updateEventMarker) this._renderer._updateEventMarker(this); } });
}

class EventMap {
  constructor(data, select) {
    this.data = data;
    this.select = select;
    this.Marker = defineMarkers();
    this.map = L.map("map", { preferCanvas: true, maxZoom: 13, minZoom: 2, worldCopyJump: false, zoomSnap: 0.5, attributionControl: false });
    L.control.attribution({ prefix: false, position: "bottomright" }).addTo(this.map)
      .addAttribution("Places: GeoNames, CC BY 4.0. Areas: Natural Earth. Borders follow ISO 3166-2; dashed: held by another state (see About).");
    L.control.scale({ imperial: false }).addTo(this.map);
    for (const [name, z] of [["base", 200], ["areas", 350], ["chosen", 380], ["labels", 620]]) this.map.createPane(name).style.zIndex = z;
    this.map.getPane("labels").style.pointerEvents = "none";
    this.drawBase();
    this.areas = L.layerGroup().addTo(this.map);
    this.markers = data.cluster ? L.markerClusterGroup({ disableClusteringAtZoom: 8, showCoverageOnHover: false, iconCreateFunction: (c) => {
      const n = c.getAllChildMarkers().reduce((sum, m) => sum + m.options.events.length, 0);
      return L.divIcon({ html: make("div", "cluster", n), className: "", iconSize: [34, 34] });
    } }) : L.layerGroup();
    this.markers.addTo(this.map);
    this.chosen = L.layerGroup().addTo(this.map);
    this.labels = L.layerGroup().addTo(this.map);
    this.map.setView([40, 25], 3);
    this.map.on("zoomend moveend", () => this.label());
  }

  drawBase() {
    const renderer = L.canvas({ pane: "base", padding: 0.4 });
    this.countries = {};
    for (const country of this.data.basemap.countries) {
      const rings = country.parts.map((part) => unpackRings(part, 100));
      this.countries[country.code] = rings;
      L.polygon(rings, { renderer, pane: "base", interactive: false, color: "#9A948A", weight: 0.8, fillColor: "#F4F1EA", fillOpacity: 1, smoothFactor: 0.8 }).addTo(this.map);
    }
    for (const line of unpackRings(this.data.basemap.disputed, 100)) {
      L.polyline(line, { renderer, pane: "base", interactive: false, color: "#6d675e", weight: 1.6, dashArray: "6 4" }).addTo(this.map);
    }
  }

  show(events) {
    this.visible = events;
    this.areas.clearLayers();
    this.markers.clearLayers();
    const places = new Map();
    for (const e of events) {
      if (e.latitude === null || e.geo_precision === "country" || e.geo_precision === "none") continue;
      const key = `${e.latitude},${e.longitude},${e.pin}`;
      if (!places.has(key)) places.set(key, []);
      places.get(key).push(e);
    }
    this.places = [...places.values()];
    for (const here of this.places) this.place(here);
    this.label();
  }

  place(here) {
    const e = here[0], at = [e.latitude, e.longitude];
    const style = this.data.styles[e.category];
    const wide = here.find((x) => !x.pin || x.geo_precision === "near");
    if (wide) this.area(wide, here, style);
    const colours = [...new Set(here.map((x) => this.data.styles[x.category].colour))];
    const marker = new this.Marker(at, { radius: here.length > 1 ? 11 : 8, events: here, style, colours, area: !e.pin, interactive: true });
    marker.on("click", () => this.select(here));
    marker.bindTooltip(() => make("span", "", here.length > 1 ? `${here.length} events: ${placeText(e)}` : e.title), { direction: "top", offset: [0, -8] });
    this.markers.addLayer(marker);
  }

  area(e, here, style) {
    const options = { pane: "areas", color: style.colour, weight: 1, opacity: 0.55, fillColor: style.colour, fillOpacity: e.geo_precision === "macro_region" ? 0.05 : 0.1, dashArray: e.status === "planned" ? "5 4" : null };
    const shape = e.shape !== null && e.shape !== undefined ? this.data.shapes[e.shape] : null;
    const layer = shape ? L.polygon(shape.map((part) => unpackRings(part, 1000)), options)
      : L.circle([e.latitude, e.longitude], { ...options, radius: Math.min((e.uncertainty_km || 10) * 1000, 1500000) });
    layer.on("click", () => this.select(here));
    this.areas.addLayer(layer);
  }

  // Labels of countries that are wide enough, then of places; none over another.
  label() {
    this.labels.clearLayers();
    const taken = [], size = this.map.getSize(), bounds = this.map.getBounds().pad(0.1);
    const free = (p, w) => {
      const box = [p.x - w / 2, p.y - 8, p.x + w / 2, p.y + 8];
      if (p.x < 0 || p.y < 0 || p.x > size.x || p.y > size.y) return false;
      if (taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) return false;
      taken.push(box);
      return true;
    };
    const put = (at, text, name) => this.labels.addLayer(L.marker(at, { pane: "labels", interactive: false, keyboard: false,
      icon: L.divIcon({ className: `label ${name}`, html: make("span", "", text), iconSize: null }) }));
    if (this.map.getZoom() >= 5) {
      for (const here of this.places || []) {
        const e = here[0], at = L.latLng(e.latitude, e.longitude);
        if (!bounds.contains(at)) continue;
        const p = this.map.latLngToContainerPoint(at), w = e.place_name.length * 7;
        if (free({ x: p.x + 10 + w / 2, y: p.y }, w)) put(at, e.place_name, "place");
      }
    }
    for (const c of this.data.basemap.countries) {
      const at = L.latLng(c.at[1], c.at[0]);
      if (!bounds.contains(at)) continue;
      const half = this.map.latLngToContainerPoint(L.latLng(c.at[1], c.at[0] + c.width / 2)).x - this.map.latLngToContainerPoint(at).x;
      if (half * 2 > c.name.length * 6 && free(this.map.latLngToContainerPoint(at), c.name.length * 7)) put(at, c.name, "");
    }
  }

  fit(events) {
    const placed = events.filter((e) => e.latitude !== null && e.geo_precision !== "country");
    if (!placed.length) { this.map.setView([40, 25], 3); return; }
    const counts = new Map();
    for (const e of placed) counts.set(e.country, (counts.get(e.country) || 0) + 1);
    this.map.fitBounds(L.latLngBounds(placed.map((e) => [e.latitude, e.longitude])), { padding: [40, 40], maxZoom: 8, animate: false });
  }

  choose(e) {
    this.chosen.clearLayers();
    if (!e || e.latitude === null) return;
    const at = [e.latitude, e.longitude];
    if (e.geo_precision === "country") {
      const rings = this.countries[e.country];
      if (rings) L.polygon(rings, { pane: "chosen", interactive: false, color: "#23527c", weight: 2, fillOpacity: 0.08 }).addTo(this.chosen);
    } else {
      L.circle(at, { pane: "chosen", interactive: false, radius: Math.min((e.uncertainty_km || 1) * 1000, 1500000), color: "#23527c", weight: 2, dashArray: "4 4", fillOpacity: 0.03 }).addTo(this.chosen);
      L.circleMarker(at, { pane: "chosen", interactive: false, radius: 15, color: "#23527c", weight: 3, fill: false }).addTo(this.chosen);
    }
    if (!this.map.getBounds().contains(at)) this.map.setView(at, Math.max(this.map.getZoom(), 6), { animate: false });
  }
}
