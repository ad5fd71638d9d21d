// The map: background, areas below, events above; what a click means.
const VIEW = { centre: [35, 25], zoom: 3 },
  LARGEST_KM = 1500,
  COUNTRY = "#1f4e79";
const FEW_SPOTS = 400,
  NEAR = 23,
  NEAR_MANY = 46; // fewer spots merge only where markers would touch; pixels

// The page's own map, before anything is on it.
function pageMap(element, data, tiles) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(element, {
    preferCanvas: true, maxZoom: 13, minZoom: 1.5, zoomSnap: 0.25, zoomControl: false, attributionControl: false,
    zoomAnimation: !still, fadeAnimation: !still, inertia: !still, maxBoundsViscosity: 0.8,
    maxBounds: data.shift ? [[-87, -60], [87, 360]] : [[-87, -200], [87, 200]]
  });
  drawTiles(map, tiles);
  return map.setView(VIEW.centre, VIEW.zoom, { animate: false });
}

class EventMap {
  constructor(data, map, select, tiles) {
    Object.assign(this, { data, map, select, areaList: [] });
    this.countries = drawBase(map, data, tiles);
    for (const [name, z] of [
        ["areas", 350],
        ["chosen", 380],
        ["events", 400]
      ]) { this.map.createPane(name).style.zIndex = z;
      this.map.getPane(name).style.pointerEvents = "none"; }
    this.areaCanvas = L.canvas({ pane: "areas", padding: 0.25 });
    this.chosenCanvas = L.canvas({ pane: "chosen", padding: 0.25 });
    this.areas = L.layerGroup().addTo(this.map);
    this.chosen = L.layerGroup().addTo(this.map);
    this.layer = new(defineEventLayer())(data.styles).addTo(this.map);
    this.layer.labels = new Labels(data);
    this.pointer();
  }

  controls(tiles) {
    L.control.zoom({ position: "topleft" }).addTo(this.map);
    const fit = L.control({ position: "topleft" });
    fit.onAdd = () => {
      const box = make("div", "leaflet-bar"),
        button = makeButton("⤢", () => this.fit(this.visible || []), "fit");
      button.title = "Show all events";
      button.setAttribute("aria-label", "Show all events on the map");
      box.append(button);
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    fit.addTo(this.map);
    L.control.scale({ imperial: false, position: "bottomleft" }).addTo(this.map);
    const note = L.control({ position: "bottomright" }),
      own = { countries: TEXT.attribution, own: TEXT.ownBase } [this.data.basemap.kind] || TEXT.landOnly;
    note.onAdd = () => make("div", "attribution", tiles ? `${own} Tiles: ${tiles.attribution}` : own);
    note.addTo(this.map);
  }

  pointer() {
    const tip = make("div", "tip");
    tip.hidden = true;
    this.map.getContainer().append(tip);
    const slack = window.matchMedia("(pointer: coarse)").matches ? 10 : 3;
    this.map.on("click", (event) => this.clicked(this.layer.at(event.layerPoint, slack), event.latlng));
    this.map.on("mousemove", (event) => {
      const found = this.layer.at(event.layerPoint, 1),
        area = found ? null : this.areaAt(event.latlng);
      this.map.getContainer().classList.toggle("over", Boolean(found || area));
      tip.hidden = !found && !area;
      if (tip.hidden) return;
      tip.textContent = found ? tipOf(found) : tipOf({ spots: [area], count: area.events.length });
      tip.style.transform = `translate(${event.containerPoint.x}px, ${event.containerPoint.y}px) translate(-50%, calc(-100% - 14px))`;
    });
    this.map.on("mouseout movestart", () => { tip.hidden = true; });
  }

  clicked(found, at) {
    if (!found) { const spot = this.areaAt(at); if (spot) this.select(spot.events); return; }
    if (found.spots.length === 1) { this.select(found.spots[0].events); return; }
    const bounds = L.latLngBounds(found.spots.map((s) => [s.lat, s.lon])),
      zoom = this.map.getZoom();
    const target = Math.min(Math.max(this.map.getBoundsZoom(bounds.pad(0.2)), zoom + 1), ALONE_FROM + 1);
    if (zoom >= ALONE_FROM) this.select(found.spots.flatMap((s) => s.events));
    else this.map.setView(bounds.getCenter(), target);
  }

  show(events) {
    this.visible = events;
    for (const spot of this.data.spots) spot.events = [];
    for (const e of events)
      if (e.spot) e.spot.events.push(e);
    const spots = this.data.spots.filter((s) => s.events.length);
    this.layer.setSpots(spots, spots.length > FEW_SPOTS ? NEAR_MANY : NEAR);
    this.areas.clearLayers();
    this.areaList = [];
    if (!this.data.many)
      for (const spot of spots)
        if (!spot.pin || spot.events[0].precision === "near") this.area(spot);
  }

  area(spot) {
    const e = spot.events[0],
      faint = e.precision === "macro_region";
    const layers = areaLayers(this.data, e, { renderer: this.areaCanvas, pane: "areas", opacity: faint ? 0.45 : 0.8, fill: (faint ? 0.05 : 0.13) * (
        hollowStatus(e.status) ? 0.55 : 1) });
    for (const layer of layers) this.areas.addLayer(layer);
    this.areaList.push({ spot, layer: layers[0], bounds: null });
  }

  // The smallest area at a place, as its spot; null for none.
  areaAt(latlng) {
    const inside = this.areaList.filter((a) => (a.bounds ||= a.layer.getBounds()).contains(latlng) && within(a.layer, latlng));
    const size = (a) => (a.bounds.getEast() - a.bounds.getWest()) * (a.bounds.getNorth() - a.bounds.getSouth());
    return inside.length ? inside.reduce((a, b) => (size(b) < size(a) ? b : a)).spot : null;
  }

  fit(events) {
    const on = events.filter((e) => e.spot),
      exact = on.filter((e) => e.precision !== "macro_region"),
      chosen = exact.length ? exact : on;
    if (!chosen.length) { this.map.setView(VIEW.centre, VIEW.zoom, { animate: false }); return; }
    this.map.fitBounds(L.latLngBounds(chosen.map((e) => [e.lat, e.lon])), { padding: [48, 48], maxZoom: 7, animate: false });
  }

  // Marks an event: its marker, and how far off it may be; a country by its outline.
  choose(e) {
    this.chosen.clearLayers();
    this.layer.choose(e && e.spot);
    if (!e || e.lat === null) return;
    const line = { renderer: this.chosenCanvas, pane: "chosen", interactive: false, color: COUNTRY, weight: 2, dashArray: "5 4",
    fillOpacity: 0.05 };
    if (e.offMap) { if (this.countries[e.country]) L.polygon(this.countries[e.country], line).addTo(this.chosen); } else if (this.data.many || e
      .shape === null) L.circle([e.lat, e.lon], { ...line, radius: Math.min((e.km || 1) * 1000, LARGEST_KM * 1000) }).addTo(this.chosen);
    else L.polygon(unpackShape(this.data, e.shape), line).addTo(this.chosen);
  }

  // Brings an event into view without more movement than is needed; the card hides `right` and `below` pixels of the map.
  reveal(e, closer, right, below) {
    if (!e || e.lat === null) return;
    const at = [e.lat, e.lon],
      size = this.map.getSize(),
      p = this.map.latLngToContainerPoint(at);
    const seen = p.x > 30 && p.y > 30 && p.x < size.x - right - 30 && p.y < size.y - below - 30;
    if (closer) this.map.setView(at, Math.max(this.map.getZoom(), e.offMap ? 3 : e.precision === "macro_region" ? 4 : e.pin ? 8 :
    6.5), { animate: false });
    if (closer || !seen) this.map.panTo(this.map.unproject(this.map.project(at).add([right / 2, below / 2])), { animate: false });
  }
}

function tipOf(found) {
  const e = found.spots[0].events[0],
    place = short(e.place || "");
  if (found.spots.length > 1) return `${plural(found.count, "event")} at ${plural(found.spots.length, "place")}: click to look closer`;
  return found.count > 1 ? `${plural(found.count, "event")}: ${place}` : short(`${e.title}`).slice(0, 80);
}
