// What is shown: layers by category, text, status, country, precision, claimant, confidence, time, background, totals.
class Filters {
  constructor(data, changed) {
    this.data = data;
    this.changed = changed;
    this.off = new Set();
    this.state = { q: "", status: "", country: "", precision: "", claimant: "", confidence: 0, background: false, aggregates: false, from: null, to: null };
    this.buildLayers();
    this.buildFilters();
  }

  // `skip` leaves one condition out, so that a count can stand beside its own switch.
  passes(e, skip) {
    const s = this.state;
    return (skip === "category" || !this.off.has(e.category)) &&
      (skip === "background" || s.background || !e.is_background) && (skip === "aggregates" || s.aggregates || !e.is_aggregate) &&
      (!s.status || e.status === s.status) && (!s.country || e.country === s.country) && (!s.precision || e.geo_precision === s.precision) &&
      (!s.claimant || (e.claimants || []).some((c) => c.name === s.claimant)) && e.confidence >= s.confidence &&
      (s.from === null || e.from === null || (e.from < s.to && e.to > s.from)) &&
      (!s.q || fold(s.q).split(/\s+/).every((word) => e.haystack.includes(word)));
  }

  shown() { return this.data.events.filter((e) => this.passes(e)); }

  buildLayers() {
    const root = document.getElementById("layers");
    this.counts = {};
    for (const group of this.data.groups) {
      const head = make("h2", "", group.label), all = make("button", "", "all / none");
      all.type = "button";
      all.addEventListener("click", () => {
        const hide = group.categories.some((c) => !this.off.has(c));
        group.categories.forEach((c) => { hide ? this.off.add(c) : this.off.delete(c); this.counts[c].box.checked = !hide; });
        this.changed();
      });
      head.append(all);
      root.append(head);
      for (const category of group.categories) root.append(this.layer(category));
    }
    const switches = make("div", "switches");
    switches.append(this.toggle("background", "Background (older events)"), this.toggle("aggregates", "Totals and subtotals"));
    root.append(switches);
  }

  layer(category) {
    const label = make("label", "layer"), box = make("input"), style = this.data.styles[category];
    box.type = "checkbox"; box.checked = true; box.dataset.category = category;
    box.addEventListener("change", () => { box.checked ? this.off.delete(category) : this.off.add(category); this.changed(); });
    const count = make("span", "n");
    this.counts[category] = { box, count };
    label.append(box, swatch(style, "confirmed", 18), make("span", "", style.label), count);
    return label;
  }

  toggle(name, text) {
    const label = make("label", "layer"), box = make("input");
    box.type = "checkbox"; box.id = `switch-${name}`;
    box.addEventListener("change", () => { this.state[name] = box.checked; this.changed(); });
    const count = make("span", "n");
    this.counts[name] = { box, count };
    label.append(box, make("span", "", text), count);
    return label;
  }

  buildFilters() {
    const root = document.getElementById("filters");
    const values = (f) => [...new Set(this.data.events.flatMap(f))].filter(Boolean).sort();
    this.selects = {};
    const choices = [["status", "Status", values((e) => e.status)], ["country", "Country", values((e) => e.country)],
      ["precision", "Place precision", values((e) => e.geo_precision)], ["claimant", "Who says so", values((e) => (e.claimants || []).map((c) => c.name))]];
    for (const [name, text, options] of choices) {
      const label = make("label", "", text), select = make("select");
      select.append(new Option("any", ""), ...options.map((o) => new Option(name === "precision" ? PRECISIONS[o] : name === "country" ? this.data.countries[o] || o : o, o)));
      select.addEventListener("change", () => { this.state[name] = select.value; this.changed(); });
      this.selects[name] = select;
      label.append(select);
      root.append(label);
    }
    const label = make("label", "", "Confidence at least"), range = make("input");
    range.type = "range"; range.min = 0; range.max = 0.95; range.step = 0.05; range.value = 0;
    range.addEventListener("input", () => { this.state.confidence = Number(range.value); this.changed(); });
    this.range = range;
    label.append(range);
    const actions = make("div", "wide");
    for (const [text, act] of [["Reset", () => this.reset()], ["Download GeoJSON", () => downloadGeoJson(this.shown())], ["Download CSV", () => downloadCsv(this.shown(), this.data.columns)]]) {
      const button = make("button", "", text);
      button.type = "button";
      button.addEventListener("click", act);
      actions.append(button);
    }
    root.append(label, actions);
    const search = document.getElementById("search");
    let wait;
    search.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(() => { this.state.q = search.value; this.changed(); }, 150); });
    const toggle = document.getElementById("filter-toggle");
    toggle.addEventListener("click", () => { root.hidden = !root.hidden; toggle.setAttribute("aria-expanded", String(!root.hidden)); });
  }

  reset() {
    this.off.clear();
    Object.assign(this.state, { q: "", status: "", country: "", precision: "", claimant: "", confidence: 0, background: false, aggregates: false, from: null, to: null });
    this.sync();
    this.changed();
  }

  // Controls as the state says (after a reset or a link).
  sync() {
    document.getElementById("search").value = this.state.q;
    for (const [name, select] of Object.entries(this.selects)) select.value = this.state[name];
    this.range.value = this.state.confidence;
    for (const [name, { box }] of Object.entries(this.counts)) box.checked = name === "background" || name === "aggregates" ? this.state[name] : !this.off.has(name);
  }

  count() {
    for (const [name, { count }] of Object.entries(this.counts)) {
      const special = name === "background" || name === "aggregates";
      const own = this.data.events.filter((e) => (special ? (name === "background" ? e.is_background : e.is_aggregate) : e.category === name));
      const passing = own.filter((e) => this.passes(e, special ? name : "category")).length;
      count.textContent = special ? String(own.length) : `${this.off.has(name) ? 0 : passing} / ${own.length}`;
    }
  }
}
