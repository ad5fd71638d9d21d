// The card beside the map, and the list of events at one place.
class Panel {
  constructor(data, select, closed) {
    Object.assign(this, { data, select, closed, root: document.getElementById("card"), several: null });
  }

  get open() { return !this.root.hidden; }

  close() {
    this.root.hidden = true;
    this.several = null;
    this.closed();
  }

  fill(...parts) {
    const close = makeButton("×", () => this.close(), "close");
    close.setAttribute("aria-label", "Close");
    this.root.replaceChildren(close, ...parts);
    this.root.hidden = false;
    this.root.scrollTop = 0;
  }

  // Several events at one place: a list, each opens its card, from which one can come back.
  showSeveral(events) {
    const list = make("ol", "several");
    this.several = events;
    delete this.root.dataset.id;
    for (const e of events.slice(0, WINDOW)) list.append(this.short(e));
    const more = events.length > WINDOW ? [make("p", "meta", `and ${plural(events.length - WINDOW, "more event")}, in the list`)] : [];
    this.fill(make("p", "kind", plural(events.length, "event")), foreign("h2", "", events[0].place || "one place"), list, ...more);
  }

  short(e) {
    const item = make("li"),
      button = makeButton("", () => this.select(e), "row"),
      body = make("span", "body"),
      meta = make("span", "meta");
    meta.append(badge(e.status), document.createTextNode(` ${e.from === null ? "no date" : timeText(e.from)}`));
    body.append(foreign("span", "what", e.title), meta);
    button.append(swatch(this.data.styles[e.category], e.status, 22, confidenceStep(e.confidence)), body);
    item.append(button);
    return item;
  }

  show(e) {
    const full = fullEvent(this.data, e),
      parts = cardParts(full, this.context(e));
    if (this.several && this.several.includes(e)) parts.unshift(makeButton(`‹ ${plural(this.several.length, "event")} here`, () => this.showSeveral(
      this.several), "quiet back"));
    else this.several = null;
    this.fill(...parts, this.actions(e));
    this.root.dataset.id = e.event_id;
  }

  context(e) {
    const articles = this.data.articles,
      told = (this.data.told.get(e.index) || []).map(([, article, quote, stance, claimant]) => ({ article: articles[article], quote, stance,
        claimant }));
    return {
      label: this.data.styles[e.category].label,
      countries: this.data.countries,
      told,
      lang: told[0]?.article?.language,
      article: (source) => articles.find((a) => a.url && a.url === source.url) || (told.length && told.every((t) => t.article === told[0].article) ?
        told[0].article : null),
      wholes: (f) => this.wholes(f)
    };
  }

  // The sums that count this event, each a way to it.
  wholes(f) {
    const found = (f.counted_in || []).map((id) => this.data.events.find((x) => x.event_id === id)).filter(Boolean);
    if (!found.length) return null;
    const box = make("span");
    for (const e of found) { const link = makeButton("", () => this.select(e), "link");
      link.append(foreign("bdi", "", e.title));
      box.append(link); }
    return box;
  }

  actions(e) {
    const box = make("div", "actions"),
      copy = makeButton("Copy link", () => { navigator.clipboard?.writeText(location.href).then(() => { copy.textContent = "Copied"; }, () => { copy
            .textContent = "Copy the address bar"; }); });
    if (e.lat !== null) box.append(makeButton("Zoom to it", () => this.select(e, { closer: true })));
    box.append(copy, make("code", "id", e.event_id));
    return box;
  }
}
