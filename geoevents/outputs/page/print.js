// Paper: the map with its legend, what was chosen in words, and the list as a table with full links.
const MOST_PRINTED = 2000;

class Print {
  constructor(data, filters, map, shown) {
    Object.assign(this, { data, filters, map, shown, root: document.getElementById("print") });
    window.addEventListener("beforeprint", () => this.prepare());
    window.addEventListener("afterprint", () => this.restore());
    window.matchMedia("print").addEventListener("change", (m) => (m.matches ? this.prepare() : this.restore()));
  }

  prepare() {
    if (this.ready) return;
    this.ready = true;
    const events = this.shown(),
      head = document.getElementById("print-head");
    head.replaceChildren(make("h1", "", "Map of events"), make("p", "",
      `${number(events.length)} of ${number(this.data.size)} shown. ${this.chosenWords()}`));
    const legend = make("div", "print-legend");
    for (const c of new Set(events.map((e) => e.category))) legend.append(this.entry(swatch(this.data.styles[c], "confirmed", 16), this.data.styles[
      c].label));
    for (const status of new Set(events.map((e) => e.status))) legend.append(this.entry(swatch(NEUTRAL, status, 16), status));
    this.root.replaceChildren(legend, make("p", "meta", `${this.data.attribution} ${this.data.basemap.kind === "countries" ? TEXT.borders : ""}`),
      this.table(events));
    this.resize("17.6cm", "11cm");
  }

  restore() {
    if (!this.ready) return;
    this.ready = false;
    this.root.replaceChildren();
    this.resize("", "");
  }

  // Leaflet draws for the size of its box, so that is set before the paper is.
  resize(width, height) {
    const map = this.map.map,
      box = map.getContainer(),
      bounds = this.before || map.getBounds();
    if (width) this.zoom = map.getZoom();
    this.before = width ? bounds : null;
    Object.assign(box.style, { width, height });
    map.invalidateSize({ animate: false, pan: false });
    map.setView(bounds.getCenter(), width ? map.getBoundsZoom(bounds, true) : this.zoom, { animate: false });
  }

  chosenWords() {
    const words = this.filters.active((name, v) => `${FACET_NAMES[name].toLowerCase()} ${valueText(this.data, name, v)}`).map(([text]) => text);
    return words.length ? `Chosen: ${words.join("; ")}.` : "Background and totals are left out.";
  }

  entry(mark, text) {
    const entry = make("span", "entry");
    entry.append(mark, make("span", "", text));
    return entry;
  }

  table(events) {
    const table = make("table"),
      head = make("tr");
    head.append(...["When", "What", "Where", "Status", "Sentence and source"].map((t) => make("th", "", t)));
    table.append(make("thead"), make("tbody"));
    table.tHead.append(head);
    table.tBodies[0].append(...events.slice(0, MOST_PRINTED).map((e) => this.row(fullEvent(this.data, e))));
    if (events.length > MOST_PRINTED) table.createCaption().textContent = `The first ${number(MOST_PRINTED)} of ${number(events.length)}.`;
    return table;
  }

  row(f) {
    const row = make("tr"),
      last = make("td"),
      links = (f.sources || []).map((s) => [s.publisher, s.published && dayText(s.published), s.url].filter(Boolean).join(", ")).join("; ");
    const where = f.place_name ? `${f.place_name} (${PRECISIONS[f.geo_precision]})` : "no place";
    last.append(foreign("div", "sentence", f.sentence || ""), foreign("div", "meta", links));
    row.append(make("td", "", dateText(f)), foreign("td", "", f.title), foreign("td", "", where), foreign("td", "",
      `${f.status} ${byText({ status: f.status, claimants: f.claimants || [] })}`), last);
    return row;
  }
}
