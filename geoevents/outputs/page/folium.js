// The page's drawing on a folium map: its groups switch categories, popups are cards built from text.
const JOINED = new WeakMap(); // map -> {groups: Map of category -> layer group, ready}

function joinedOf(map) {
  if (!JOINED.has(map)) JOINED.set(map, { groups: new Map(), refresh: null, off: { background: true, aggregate: true, cancelled: true } });
  return JOINED.get(map);
}

// Lets a group of the map switch a category.
function joinGroup(map, category, layer) {
  const state = joinedOf(map);
  state.groups.set(category, layer);
  layer.on("add remove", () => state.refresh && state.refresh());
}

// Draws the events on a map, with a control of layers by group.
async function drawEvents(map, base64, withTiles) {
  const state = joinedOf(map),
    data = unpacked(JSON.parse(await gunzip(base64)));
  map.getContainer().classList.add("geoevents");
  const drawn = new EventMap(data, map, (events) => openCard(map, data, drawn, events), withTiles);
  const control = layerControl(map, data, state);
  state.refresh = () => {
    const kept = data.events.filter((e) => state.groups.has(e.category) && map.hasLayer(state.groups.get(e.category)) && !hidden(state, e));
    drawn.show(kept);
    control.count(kept);
  };
  map.on("popupclose", () => drawn.choose(null));
  L.control.scale({ imperial: false }).addTo(map);
  if (map.attributionControl) map.attributionControl.addAttribution(TEXT.attribution);
  state.refresh();
  map.getContainer().dataset.ready = "1";
}

function hidden(state, e) {
  return (state.off.background && e.background) || (state.off.aggregate && e.aggregate) || (state.off.cancelled && e.status === "cancelled");
}

// Checkboxes of the categories by group, with "shown / all", and of what is off at first.
function layerControl(map, data, state) {
  const box = make("details", "layers-box"),
    counts = new Map();
  box.open = map.getSize().x > 600;
  box.append(make("summary", "", "Layers"));
  for (const group of data.groups) {
    const own = group.categories.filter((c) => state.groups.has(c));
    if (own.length) box.append(make("h3", "", group.label));
    for (const c of own) box.append(checkRow(data.styles[c].label, swatch(data.styles[c], "confirmed", 18), map.hasLayer(state.groups.get(c)), counts,
      c, (on) => (on ? map.addLayer(state.groups.get(c)) : map.removeLayer(state.groups.get(c)))));
  }
  for (const [name, text, is] of [
      ["background", "Background (older events)", (e) => e.background],
      ["aggregate", "Totals and subtotals", (e) => e.aggregate],
      ["cancelled", "Cancelled", (e) => e.status === "cancelled"]
    ]) {
    if (data.events.some(is)) box.append(checkRow(text, null, false, new Map(), name, (on) => { state.off[name] = !on;
      state.refresh(); }));
  }
  const unplaced = data.events.filter((e) => e.offMap).length;
  if (unplaced) box.append(make("p", "meta", `${plural(unplaced, "event")} without a place on the map`));
  const control = L.control({ position: "topright" });
  control.onAdd = () => { L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box); return box; };
  control.addTo(map);
  return { count: (kept) => { for (const [c, n] of counts) n.textContent =
        `${kept.filter((e) => e.category === c).length} / ${data.events.filter((e) => e.category === c).length}`; } };
}

function checkRow(text, mark, on, counts, key, changed) {
  const label = make("label", "row-check"),
    input = make("input"),
    n = make("span", "n");
  input.type = "checkbox";
  input.checked = on;
  input.dataset.layer = key;
  input.addEventListener("change", () => changed(input.checked));
  counts.set(key, n);
  label.append(input, ...(mark ? [mark] : []), make("span", "name", text), n);
  return label;
}

// A popup with the card of an event, or a list of those at one place.
function openCard(map, data, drawn, events) {
  const e = events[0],
    popup = L.popup({ maxWidth: 360, maxHeight: Math.max(160, map.getSize().y - 90), autoPanPaddingTopLeft: [54, 10], className: "geoevents-card" })
    .setLatLng([e.lat, e.lon]);
  const show = (one) => {
    const box = make("div", "card"),
      label = data.styles[one.category].label;
    if (events.length > 1) box.append(makeButton(`‹ ${events.length} events here`, () => popup.setContent(several()), "quiet"));
    box.append(...cardParts(fullEvent(data, one), { label, countries: data.countries }));
    drawn.choose(one);
    return box;
  };
  const several = () => {
    const box = make("div", "card");
    box.append(make("p", "kind", plural(events.length, "event")), foreign("h2", "", e.place || "one place"));
    for (const one of events.slice(0, 200)) { const button = makeButton("", () => popup.setContent(show(one)), "row");
      button.append(swatch(data.styles[one.category], one.status, 20), badge(one.status), foreign("span", "what", one.title));
      box.append(button); }
    return box;
  };
  popup.setContent(events.length > 1 ? several() : show(e)).openOn(map);
}
