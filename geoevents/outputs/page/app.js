// Puts the parts together.
function about(data) {
  const dialog = document.getElementById("about"), close = make("button", "", "Close");
  close.type = "button";
  close.addEventListener("click", () => dialog.close());
  const legend = make("div", "legend"), style = data.styles[data.groups[0]?.categories[0]] || { colour: "#4466FF", shape: "triangle", label: "" };
  const statuses = { confirmed: "confirmed by both sides, or by a side and an independent source", reported: "reported by the article, a neutral body, or locals on harm done to them",
    claimed: "claimed by a party to the conflict: not verified", disputed: "claimed by one side, denied by the other", denied: "only denied", planned: "announced or planned, not yet happened" };
  for (const [status, text] of Object.entries(statuses)) legend.append(swatch(style, status, 22), make("span", "", `${status}: ${text}`));
  for (const group of data.groups) for (const c of group.categories) legend.append(swatch(data.styles[c], "confirmed", 22), make("span", "", data.styles[c].label));
  const notes = [`Made with geoevents ${data.version} from ${data.articles.length} ${data.articles.length === 1 ? "article" : "articles"}${data.span ? `, published ${data.span}` : ""}. The machine reads; it does not judge. Every event shows the sentence it comes from.`,
    "A pin stands only where the text names a settlement or a smaller place. Regions, seas and parts of them are drawn as areas; the hollow mark in an area is only its handle. Countries are in the list, and outlined when chosen.",
    "Borders: borders follow ISO 3166-2; territory under the control of another state is marked with a dashed line. No position is taken by the makers of this page.", data.attribution];
  dialog.append(make("h2", "", "About this map"), ...notes.map((t) => make("p", "", t)), make("h3", "", "Legend"), legend, make("h3", "", "Licences"), make("pre", "", document.getElementById("licences").textContent), close);
  document.getElementById("about-open").addEventListener("click", () => dialog.showModal());
}

async function start() {
  const data = await readData();
  let chosen = null;
  const select = (events) => {
    if (events.length > 1) { card.several(events); return; }
    chosen = events[0];
    card.show(chosen); list.choose(chosen); map.choose(chosen); remember();
  };
  const refresh = () => {
    const events = filters.shown();
    filters.count(); map.show(events); list.show(events); time.draw();
    document.getElementById("shown").textContent = `${events.length} of ${data.events.length} shown`;
    remember();
  };
  const remember = () => writeLink(filters.state, filters.off, map.map, chosen);
  const map = new EventMap(data, select);
  const filters = new Filters(data, () => refresh());
  const list = new EventList(data, select);
  const card = new Card(data, select, () => { chosen = null; list.choose(null); map.choose(null); remember(); document.getElementById("list").focus(); });
  const link = readLink(filters);
  const time = new Timeline(data, filters, () => refresh());
  about(data);
  filters.sync();
  if (link?.view) map.map.setView(...link.view, { animate: false });
  else map.fit(filters.shown());
  refresh();
  const wanted = link?.event && data.events.find((e) => e.event_id === link.event);
  if (wanted) select([wanted]);
  map.map.on("moveend", remember);
  document.addEventListener("keydown", (k) => {
    if (k.target.matches("input, select, textarea")) { if (k.key === "Escape") k.target.blur(); return; }
    if (k.key === "/") { k.preventDefault(); document.getElementById("search").focus(); }
    if (k.key === "f") document.getElementById("filter-toggle").click();
    if (k.key === "Escape" && !document.getElementById("card").hidden) card.close();
  });
  window.geoevents = { data, map: map.map, filters };
  document.documentElement.dataset.ready = "1";
}

start().catch((error) => {
  document.getElementById("shown").textContent = error.message;
  document.documentElement.dataset.ready = "error";
});
