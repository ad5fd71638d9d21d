// The column of layers and filters: checkboxes with what each would leave, and how each status is drawn.
const FACET_NAMES = { status: "Status", country: "Country", precision: "Place precision", source: "Source", claimant: "Who says so" };
const SWITCH_NAMES = { background: "Background (older events)", aggregates: "Totals and subtotals", cancelled: "Cancelled" };
const NEUTRAL = { colour: "#4a545c", shape: "circle" },
  FIRST_VALUES = 7;

class Side {
  constructor(data, filters, changed) {
    Object.assign(this, { data, filters, changed, boxes: [], root: document.getElementById("side-body") });
    if (data.size) this.root.append(this.layers(), this.switches(), ...FACETS.map((name) => this.facet(name)).filter(Boolean), this.confidence());
    this.reset = makeButton("Reset all", () => { filters.clear();
      this.apply(); }, "quiet");
    document.getElementById("side-head").append(this.reset);
  }

  apply() { this.sync();
    this.changed(); }

  layers() {
    const root = make("section", "layers");
    root.setAttribute("aria-label", "Layers");
    for (const group of this.data.groups) {
      const head = make("div", "group-head"),
        all = makeButton("all / none", () => {
          const hide = group.categories.some((c) => !this.filters.off.has(c));
          for (const c of group.categories) hide ? this.filters.off.add(c) : this.filters.off.delete(c);
          this.apply();
        }, "quiet");
      all.setAttribute("aria-label", `${group.label}: all or none`);
      head.append(make("h3", "", group.label), all);
      root.append(head, ...group.categories.map((c) => this.layer(c)));
    }
    return root;
  }

  layer(category) {
    const style = this.data.styles[category],
      total = this.data.events.filter((e) => e.category === category).length;
    return this.row(style.label, swatch(style, "confirmed", 18), {
      data: ["category", category],
      is: () => !this.filters.off.has(category),
      set: (on) => (on ? this.filters.off.delete(category) : this.filters.off.add(category)),
      count: (counts) => `${number(this.filters.off.has(category) ? 0 : counts.category.get(category) || 0)} / ${number(total)}`
    });
  }

  switches() {
    const root = make("section", "switches");
    root.setAttribute("aria-label", "Also show");
    for (const name of SWITCHES) {
      const total = this.data.events.filter((e) => switched(name, e)).length;
      if (!total) continue;
      root.append(this.row(SWITCH_NAMES[name], null, { data: ["switch", name], is: () => this.filters[name], set: (on) => { this.filters[name] =
            on; }, count: () => number(total) }));
    }
    return root;
  }

  // One facet: its commonest values, the others on request.
  facet(name) {
    const totals = new Map();
    for (const e of this.data.events)
      for (const v of facetValues(name, e)) totals.set(v, (totals.get(v) || 0) + 1);
    if (totals.size === 0) return null;
    const keys = [...totals.keys()].sort((a, b) => totals.get(b) - totals.get(a) || String(a).localeCompare(String(b)));
    const box = make("details", "facet"),
      summary = make("summary", "", FACET_NAMES[name]),
      body = make("div", "values");
    box.id = `facet-${name}`;
    box.open = name === "status";
    const rows = (list) => list.map((v) => this.value(name, v));
    body.append(...rows(keys.slice(0, FIRST_VALUES)));
    if (keys.length > FIRST_VALUES) {
      const more = makeButton(`Show all ${number(keys.length)}`, () => { more.replaceWith(...rows(keys.slice(FIRST_VALUES)));
        this.sync();
        this.count(this.counts); }, "quiet more");
      body.append(more);
    }
    box.append(summary, body);
    return box;
  }

  value(name, v) {
    const mark = name === "status" ? swatch(NEUTRAL, v, 16) : null,
      set = () => this.filters.chosen[name];
    return this.row(valueText(this.data, name, v), mark, {
      data: [name, v],
      is: () => set().has(v),
      set: (on) => (on ? set().add(v) : set().delete(v)),
      count: (counts) => number(counts[name].get(v) || 0)
    });
  }

  row(text, mark, { data: [kind, value], is, set, count }) {
    const label = make("label", "row-check"),
      box = make("input"),
      n = make("span", "n");
    box.type = "checkbox";
    box.checked = is();
    box.dataset[kind] = value;
    box.addEventListener("change", () => { set(box.checked);
      this.changed(); });
    label.append(box, ...(mark ? [mark] : []), foreign("span", "name", text), n);
    this.boxes.push({ box, is, n, count, label });
    return label;
  }

  confidence() {
    const label = make("label", "confidence"),
      range = make("input"),
      value = make("output", "n", "any");
    Object.assign(range, { type: "range", min: 0, max: 0.95, step: 0.05, value: 0, id: "confidence" });
    range.addEventListener("input", () => { this.filters.confidence = Number(range.value);
      this.apply(); });
    this.range = { range, value };
    label.append(make("span", "", "Confidence at least"), value, range);
    return label;
  }

  // Controls as the filters say (after a reset or a link).
  sync() {
    document.getElementById("search").value = this.filters.query;
    for (const { box, is } of this.boxes) box.checked = is();
    if (!this.range) return;
    this.range.range.value = this.filters.confidence;
    this.range.value.textContent = this.filters.confidence ? this.filters.confidence.toFixed(2) : "any";
  }

  count(counts) {
    this.counts = counts;
    for (const { n, count, label } of this.boxes) { n.textContent = count(counts);
      label.classList.toggle("none", /^0($| )/.test(n.textContent)); }
  }
}

function valueText(data, name, v) {
  if (name === "country") return data.countries[v] || v;
  return name === "precision" ? PRECISIONS[v] : v;
}
