// The list beside the map: everything on the map is in it; sections for events without place or date; drawn in windows.
const WINDOW = 200,
  BEFORE = 40;

class EventList {
  constructor(data, select) {
    Object.assign(this, { data, select, chosen: null, root: document.getElementById("list"), order: document.getElementById("order") });
    this.earlier = makeButton("", () => this.grow(-WINDOW), "more");
    this.later = makeButton("", () => this.grow(WINDOW), "more");
    this.root.before(this.earlier);
    this.root.after(this.later);
    this.order.addEventListener("change", () => this.show(this.events));
    this.root.addEventListener("keydown", (k) => this.key(k));
    this.root.addEventListener("scroll", () => { if (this.root.scrollTop + this.root.clientHeight > this.root.scrollHeight - 400 && this.end < this
        .sorted.length) this.grow(WINDOW); });
  }

  show(events) {
    this.events = events;
    this.sorted = this.arrange(events);
    this.place = new Map(this.sorted.map(({ event }, i) => [event.index, i]));
    this.start = 0;
    this.draw(WINDOW);
    this.root.scrollTop = 0;
  }

  // In order, each with the section it stands in.
  arrange(events) {
    const order = this.order.value,
      byTime = (a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity) || a.index - b.index;
    const compare = {
      time: byTime,
      place: (a, b) => (a.place || "").localeCompare(b.place || "") || byTime(a, b),
      category: (a, b) => this.rank(a) - this.rank(b) || byTime(a, b)
    } [order];
    const last = (e) => (e.from === null ? 2 : e.precision === "none" ? 1 : 0);
    const section = (e) => [this.section(e, order), "No place", "No date"][last(e)];
    return [...events].sort((a, b) => last(a) - last(b) || compare(a, b)).map((event) => ({ event, section: section(event) }));
  }

  rank(e) {
    this.ranks ||= new Map(this.data.groups.flatMap((g) => g.categories).map((c, i) => [c, i]));
    return this.ranks.get(e.category);
  }

  section(e, order) {
    if (order === "category") return this.data.styles[e.category].label;
    return order === "place" ? e.place || "" : timeText(e.from);
  }

  draw(end) {
    this.end = Math.min(end, this.sorted.length);
    const parts = [];
    let box = null,
      name = null;
    for (const { event, section } of this.sorted.slice(this.start, this.end)) {
      if (!box || section !== name) { box = this.sectionBox(section);
        name = section;
        parts.push(box); }
      box.append(this.row(event, section));
    }
    if (!this.sorted.length) parts.push(make("p", "empty", this.data.size ? TEXT.nonePasses : TEXT.noEvents));
    this.root.replaceChildren(...parts);
    this.earlier.hidden = this.start === 0;
    this.later.hidden = this.end === this.sorted.length;
    this.earlier.textContent = `Show ${Math.min(WINDOW, this.start)} before`;
    this.later.textContent = `Show ${Math.min(WINDOW, this.sorted.length - this.end)} more`;
    this.mark();
  }

  sectionBox(name) {
    const box = make("div", "section"),
      head = foreign("div", "sec", name);
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", name);
    head.setAttribute("aria-hidden", "true");
    box.append(head);
    return box;
  }

  grow(by) {
    const top = this.root.scrollTop,
      height = this.root.scrollHeight;
    if (by < 0) this.start = Math.max(0, this.start + by);
    this.draw(by < 0 ? this.end : this.end + by);
    this.root.scrollTop = by < 0 ? top + this.root.scrollHeight - height : top;
  }

  row(e, section) {
    const row = make("div", "row"),
      body = make("div"),
      meta = make("div", "meta"),
      where = make("div", "where");
    row.id = `row-${e.index}`;
    row.dataset.id = e.event_id;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    const full = { date_precision: null };
    for (const name of ["date_start", "date_end", "date_precision", "part_of_day", "start_time"]) full[name] = unpackedValue(this.data.column[name]
      .t, valueAt(this.data.column[name], e.index));
    meta.append(badge(e.status), foreign("span", "", byText(e)));
    const when = dateText(full);
    where.append(...(when === section ? [] : [make("span", "", when)]), ...(e.pin && e.precision !== "near" ? [] : [make("span", "", PRECISIONS[e
        .precision])]),
      ...(e.background ? [make("span", "", "background")] : []), ...(e.aggregate ? [make("span", "", "adds up others")] : []));
    body.append(foreign("div", "what", e.title), meta, where);
    row.append(swatch(this.data.styles[e.category], e.status, 22, confidenceStep(e.confidence)), body);
    row.addEventListener("click", () => this.select(e));
    return row;
  }

  choose(e) {
    this.chosen = e;
    const at = e ? this.place.get(e.index) : undefined;
    if (at !== undefined && (at < this.start || at >= this.end)) { this.start = Math.max(0, at - BEFORE);
      this.draw(this.start + WINDOW); }
    this.mark();
  }

  mark() {
    this.root.querySelector(".row[aria-selected=true]")?.setAttribute("aria-selected", "false");
    this.root.removeAttribute("aria-activedescendant");
    const row = this.chosen && document.getElementById(`row-${this.chosen.index}`);
    if (!row) return;
    row.setAttribute("aria-selected", "true");
    this.root.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }

  // Walks with arrows or j and k; Enter opens the card.
  key(k) {
    const at = this.chosen ? this.place.get(this.chosen.index) ?? -1 : -1,
      last = this.sorted.length - 1;
    const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: last, PageDown: at + 8, PageUp: at - 8,
    Enter: at, " ": at } [k.key];
    if (to === undefined || last < 0 || k.ctrlKey || k.metaKey || k.altKey) return;
    k.preventDefault();
    k.stopPropagation();
    this.select(this.sorted[Math.max(0, Math.min(last, to))].event, { focusCard: k.key === "Enter", fromList: true });
  }
}
