// The list beside the map: everything on the map is in it, with sections for events without place or date.
const WINDOW = 200;

class EventList {
  constructor(data, select) {
    this.data = data;
    this.select = select;
    this.root = document.getElementById("list");
    this.order = document.getElementById("order");
    this.order.addEventListener("change", () => this.show(this.events));
    this.root.addEventListener("keydown", (k) => this.key(k));
  }

  show(events) {
    this.events = events;
    this.sorted = this.sort(events);
    this.root.replaceChildren();
    if (!events.length) this.root.append(make("p", "empty", this.data.events.length ? "No event passes the filters." : "No events were found in the articles."));
    this.drawn = 0;
    this.section = null;
    this.more();
  }

  sort(events) {
    const text = (x) => x || "\uffff";
    const by = { time: (a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity) || a.index - b.index,
      place: (a, b) => text(a.place_name).localeCompare(text(b.place_name)) || a.index - b.index,
      category: (a, b) => a.category.localeCompare(b.category) || (b.from ?? 0) - (a.from ?? 0) || a.index - b.index }[this.order.value];
    return [...events].sort(by);
  }

  sectionOf(e) {
    if (this.order.value === "category") return this.data.styles[e.category].label;
    if (this.order.value === "place") return e.place_name ? null : "No place";
    return e.from === null ? "No date" : null;
  }

  more() {
    const next = this.sorted.slice(this.drawn, this.drawn + WINDOW);
    for (const e of next) {
      const section = this.sectionOf(e);
      if (section && section !== this.section) this.root.append(make("div", "sec", section));
      this.section = section;
      this.root.append(this.row(e));
    }
    this.drawn += next.length;
    if (this.drawn < this.sorted.length) {
      const button = make("button", "", `Show ${Math.min(WINDOW, this.sorted.length - this.drawn)} more`);
      button.type = "button";
      button.addEventListener("click", () => { button.remove(); this.more(); });
      this.root.append(button);
    }
  }

  row(e) {
    const row = make("div", "row"), body = make("div");
    row.role = "option"; row.id = `row-${e.index}`; row.dataset.id = e.event_id;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(this.chosen === e));
    const meta = make("div", "meta"), badge = make("span", `badge ${e.status}`, e.status);
    meta.append(badge, document.createTextNode(` ${dateText(e)} · ${whoText(e)}`));
    body.append(make("div", "what", e.title), meta);
    row.append(swatch(this.data.styles[e.category], e.status, 20), body);
    row.addEventListener("click", () => this.select([e]));
    return row;
  }

  choose(e) {
    this.chosen = e;
    for (const row of this.root.querySelectorAll(".row")) {
      const own = e !== null && row.dataset.id === e.event_id;
      row.setAttribute("aria-selected", String(own));
      if (own) { row.scrollIntoView({ block: "nearest" }); this.root.setAttribute("aria-activedescendant", row.id); }
    }
  }

  key(k) {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[k.key];
    if (!step || !this.sorted.length) return;
    k.preventDefault();
    const at = this.sorted.indexOf(this.chosen);
    const next = this.sorted[Math.max(0, Math.min(this.sorted.length - 1, at + step))];
    while (this.drawn <= this.sorted.indexOf(next)) { this.root.querySelector(":scope > button")?.remove(); this.more(); }
    this.select([next]);
  }
}
