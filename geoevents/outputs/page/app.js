// Puts the parts together: one state, and what follows when it changes.
class App {
  constructor(data, tiles) {
    this.data = data;
    this.chosen = null;
    this.filters = new Filters(data);
    this.map = new EventMap(data, pageMap(document.getElementById("map"), data, tiles), (events) => this.picked(events), tiles);
    this.map.controls(tiles);
    this.side = new Side(data, this.filters, () => this.refresh());
    this.list = new EventList(data, (e, options) => this.choose(e, options));
    this.panel = new Panel(data, (e, options) => this.choose(e, options), () => this.closed());
    this.time = new Timeline(data, this.filters, () => this.refresh());
    this.sheet = new Sheet(document.getElementById("panel"), document.getElementById("grip"));
    this.print = new Print(data, this.filters, this.map, () => this.shown);
    this.head();
    this.follow();
    this.map.map.on("moveend", () => this.remember());
    window.addEventListener("hashchange", () => this.follow());
    document.addEventListener("keydown", (k) => this.key(k));
  }

  head() {
    const days = this.data.articles.map((a) => a.published).filter(Boolean).sort(),
      articles = this.data.articles.length;
    document.getElementById("scope").textContent = articles ?
      `${plural(articles, "article")}${days.length ? `, ${daysText(days[0], days[days.length - 1])}` : ""}` : "";
    const search = document.getElementById("search");
    search.addEventListener("input", () => { clearTimeout(this.wait);
      this.wait = setTimeout(() => { this.filters.query = search.value;
        this.refresh(); }, 150); });
    document.getElementById("side-toggle").addEventListener("click", () => this.toggleSide());
    document.getElementById("side-close").addEventListener("click", () => this.toggleSide(false));
    document.getElementById("get-geojson").addEventListener("click", () => saveFile("events.geojson", "application/geo+json", geoJsonOf(this.data,
      this.shown, this.print.chosenWords())));
    document.getElementById("get-csv").addEventListener("click", () => saveFile("events.csv", "text/csv", csvOf(this.data, this.shown)));
    dialogOf("legend", "How to read this map", () => legendParts(this.data));
    dialogOf("about", "About this map", () => aboutParts(this.data));
  }

  // Takes filters, view and event from the address.
  follow() {
    const link = readLink(this.filters);
    this.side.sync();
    this.still = true;
    if (link?.view) this.map.map.setView(...link.view, { animate: false });
    else if (!this.shown) this.map.fit(this.filters.run().shown);
    this.refresh();
    const wanted = link?.event ? this.data.events.find((e) => e.event_id === link.event) : null;
    if (wanted) this.choose(wanted, { stay: Boolean(link.view) });
    else if (this.panel.open) this.panel.close();
    this.still = false;
    this.remember();
  }

  refresh() {
    const { shown, timeless, counts } = this.filters.run();
    this.shown = shown;
    this.map.show(shown);
    this.list.show(shown);
    this.side.count(counts);
    this.side.sync();
    this.time.draw(timeless);
    document.getElementById("shown").textContent = `${number(shown.length)} of ${number(this.data.size)} shown`;
    this.showActive();
    this.remember();
  }

  showActive() {
    const active = this.filters.active((name, v) => valueText(this.data, name, v)),
      box = document.getElementById("active");
    box.replaceChildren(...active.map(([text, undo]) => {
      const chip = makeButton("", () => { undo();
        this.refresh(); }, "chip");
      chip.setAttribute("aria-label", `Remove the filter ${text}`);
      chip.append(foreign("span", "", text), make("span", "x", "×"));
      return chip;
    }));
    document.getElementById("side-count").textContent = active.length ? ` · ${active.length}` : "";
    this.side.reset.hidden = !active.length;
  }

  remember() { if (!this.still) writeLink(this.filters, this.map.map, this.chosen); }

  picked(events) {
    if (events.length === 1) { this.choose(events[0], { stay: true }); return; }
    this.chosen = null;
    this.list.choose(null);
    this.panel.showSeveral(events);
    this.map.choose(null);
    this.remember();
  }

  choose(e, { stay, closer, focusCard } = {}) {
    this.chosen = e;
    this.panel.show(e);
    this.list.choose(e);
    this.map.choose(e);
    const card = this.panel.root,
      beside = card.offsetWidth < window.innerWidth * 0.7;
    const below = document.getElementById("map").getBoundingClientRect().bottom - card.getBoundingClientRect().top;
    if (!stay || !beside) this.map.reveal(e, closer, beside ? card.offsetWidth + 16 : 0, beside ? 0 : Math.max(0, below));
    if (focusCard) this.panel.root.focus();
    this.remember();
  }

  closed() {
    this.chosen = null;
    this.list.choose(null);
    this.map.choose(null);
    this.remember();
    document.getElementById("list").focus({ preventScroll: true });
  }

  toggleSide(open = !document.body.classList.contains("side-open")) {
    document.body.classList.toggle("side-open", open);
    document.getElementById("side-toggle").setAttribute("aria-expanded", String(open));
    if (open) document.querySelector("#side input")?.focus();
    else document.getElementById("side-toggle").focus();
    this.map.map.invalidateSize({ animate: false });
  }

  key(k) {
    if (k.ctrlKey || k.metaKey || k.altKey || document.querySelector("dialog[open]")) return;
    if (k.target.matches("input[type=search], select")) { if (k.key === "Escape") document.getElementById("list").focus(); return; }
    if (k.key === "Escape") { if (this.panel.open) this.panel.close();
      else if (document.body.classList.contains("side-open")) this.toggleSide(false); }
    if (k.key === "/") { k.preventDefault();
      document.getElementById("search").focus(); }
    if (k.key === "f") { k.preventDefault();
      this.showFilters(); }
    if (k.key === "j" || k.key === "k") { document.getElementById("list").focus();
      this.list.key(k); }
    if (k.key === " " && k.target.matches("body, #map, #card, .handle")) { k.preventDefault();
      this.time.play(); }
  }

  // The layers are beside the map where there is room, else they are opened.
  showFilters() {
    if (getComputedStyle(document.getElementById("side-toggle")).display === "none") document.querySelector("#side input")?.focus();
    else this.toggleSide();
  }
}

async function start() {
  const tiles = JSON.parse(document.getElementById("tiles").textContent),
    data = await readData();
  const app = new App(data, tiles);
  window.geoevents = { data, map: app.map.map, app };
  document.documentElement.dataset.ready = "1";
  performance.mark("ready");
}

start().catch((error) => {
  document.getElementById("shown").textContent = error.message;
  document.documentElement.dataset.ready = "error";
});
