// What is shown: layers by category, facets, confidence, time, words; and how many each choice would leave.
const FACETS = ["status", "country", "precision", "source", "claimant"];
const SWITCHES = ["background", "aggregates", "cancelled"];

// The values of an event in a facet.
function facetValues(name, e) {
  if (name === "source") return (e.sourceNames ||= [...new Set(e.sources.map(sourceName))]);
  if (name === "claimant") return (e.claimantNames ||= [...new Set(e.claimants.map((c) => c.name))]);
  return e[name] === null ? [] : [e[name]];
}

class Filters {
  constructor(data) {
    this.data = data;
    this.clear();
  }

  clear() {
    this.off = new Set();
    this.chosen = Object.fromEntries(FACETS.map((name) => [name, new Set()]));
    Object.assign(this, { background: false, aggregates: false, cancelled: false, confidence: 0, from: null, to: null, query: "" });
  }

  get query() { return this.text; }

  set query(text) { this.text = text;
    this.words = fold(text).split(/\s+/).filter(Boolean); }

  get conditions() {
    const found = [
      ["category", (e) => !this.off.has(e.category)],
      ["background", (e) => this.background || !e.background],
      ["aggregates", (e) => this.aggregates || !e.aggregate],
      ["cancelled", (e) => this.cancelled || e.status !== "cancelled" || this.chosen.status.has("cancelled")],
      ["confidence", (e) => e.confidence >= this.confidence]
    ];
    for (const name of FACETS)
      if (this.chosen[name].size) found.push([name, (e) => facetValues(name, e).some((v) => this.chosen[name].has(v))]);
    if (this.from !== null) found.push(["time", (e) => e.from === null || (e.from < this.to && e.to > this.from)]);
    if (this.words.length) found.push(["query", (e) => { const hay = haystack(this.data, e); return this.words.every((word) => hay.includes(
        word)); }
    ]);
    return found;
  }

  // One pass over the events: those shown, the counts of every choice under the other filters, those that only time hides.
  run() {
    const shown = [],
      timeless = [],
      counts = Object.fromEntries(["category", ...FACETS, ...SWITCHES].map((n) => [n, new Map()]));
    const conditions = this.conditions;
    const add = (name, key) => counts[name].set(key, (counts[name].get(key) || 0) + 1);
    for (const e of this.data.events) {
      let failed = null,
        more = false;
      for (const [name, holds] of conditions)
        if (!holds(e)) { if (failed) { more = true; break; } failed = name; }
      if (more) continue;
      if (!failed) shown.push(e);
      if (!failed || failed === "time") timeless.push(e);
      if (!failed || failed === "category") add("category", e.category);
      for (const name of FACETS)
        if (!failed || failed === name)
          for (const v of facetValues(name, e)) add(name, v);
      for (const name of SWITCHES)
        if ((!failed || failed === name) && switched(name, e)) add(name, true);
    }
    return { shown, timeless, counts };
  }

  // What is narrowed, as [words, act that undoes it].
  active(words) {
    const found = [];
    if (this.text.trim()) found.push([`“${this.text.trim()}”`, () => { this.query = ""; }]);
    for (const name of FACETS)
      for (const v of this.chosen[name]) found.push([words(name, v), () => this.chosen[name].delete(v)]);
    if (this.confidence) found.push([`confidence at least ${this.confidence.toFixed(2)}`, () => { this.confidence = 0; }]);
    if (this.from !== null) found.push([rangeText(this.from, this.to), () => { this.from = this.to = null; }]);
    if (this.off.size) found.push([plural(this.off.size, "layer off", "layers off"), () => this.off.clear()]);
    for (const name of SWITCHES)
      if (this[name]) found.push([`with ${name}`, () => { this[name] = false; }]);
    return found;
  }
}

function switched(name, e) {
  return name === "background" ? e.background : name === "aggregates" ? e.aggregate : e.status === "cancelled";
}

function rangeText(from, to) {
  const day = (ms) => new Date(ms).toISOString().slice(0, 10);
  return daysText(day(from), day(to - 1));
}

// What search looks through: title, sentence, names of the place, facility, who says so.
function haystack(data, e) {
  if (e.haystack === null) {
    const of = (name) => valueAt(data.column[name], e.index);
    e.haystack = fold([e.title, of("sentence"), e.place, of("place_text"), of("facility"), ...e.claimants.map((c) => c.name)].filter(Boolean).join(
      " \n "));
  }
  return e.haystack;
}
