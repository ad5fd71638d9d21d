// The card of an event: what, who says so, the sentence, when, where and how sure, how many, sources, why this place.
class Card {
  constructor(data, select, closed) {
    this.data = data;
    this.select = select;
    this.closed = closed;
    this.root = document.getElementById("card");
  }

  close() {
    this.root.hidden = true;
    this.closed();
  }

  head() {
    const close = make("button", "close", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => this.close());
    this.root.replaceChildren(close);
    this.root.hidden = false;
    this.root.scrollTop = 0;
  }

  several(events) {
    this.head();
    this.root.append(make("h2", "", `${events.length} events: ${placeText(events[0])}`));
    for (const e of events) {
      const row = make("div", "row"), body = make("div");
      body.append(make("div", "what", e.title), make("div", "meta", `${dateText(e)} · ${whoText(e)}`));
      row.append(swatch(this.data.styles[e.category], e.status, 20), body);
      row.tabIndex = 0;
      row.addEventListener("click", () => this.select([e]));
      row.addEventListener("keydown", (k) => { if (k.key === "Enter") this.select([e]); });
      this.root.append(row);
    }
  }

  show(e) {
    this.head();
    this.root.dataset.id = e.event_id;
    const badge = make("span", `badge ${e.status}`, e.status);
    const kind = make("span", "meta", ` ${this.data.styles[e.category].label} · ${e.subtype.replaceAll("_", " ")}`);
    const top = make("div");
    top.append(badge, kind);
    if (e.is_background) top.append(make("span", "meta", " · background"));
    if (e.is_aggregate) top.append(make("span", "meta", " · adds up others"));
    this.root.append(top, make("h2", "", e.title), make("p", "who", whoText(e)), this.quote(e), this.facts(e), this.why(e), this.sources(e), this.link(e));
  }

  // The sentence, with the words for place, date and count marked.
  quote(e) {
    const block = make("blockquote"), text = e.sentence, marks = [];
    for (const word of [e.place_text, e.date_text]) {
      const at = word ? text.indexOf(word) : -1;
      if (at >= 0) marks.push([at, at + word.length]);
    }
    marks.sort((a, b) => a[0] - b[0]);
    let done = 0;
    for (const [from, to] of marks) {
      if (from < done) continue;
      block.append(document.createTextNode(text.slice(done, from)), make("mark", "", text.slice(from, to)));
      done = to;
    }
    block.append(document.createTextNode(text.slice(done)));
    block.dir = "auto";
    block.className = "sentence";
    return block;
  }

  facts(e) {
    const list = make("dl"), add = (name, text, key) => {
      if (!text) return;
      const value = make("dd", key || "", text);
      value.dir = "auto";
      list.append(make("dt", "", name), value);
    };
    const known = { inherited: " (from the sentences before)", inferred: " (inferred)", publication: " (day of publication)" }[e.date_basis] || "";
    add("When", dateText(e) + known, "date");
    add("As written", e.date_text && e.date_text !== dateText(e) ? `“${e.date_text}”` : "");
    add("Where", placeText(e) + (e.place_text && e.place_text !== e.place_name ? ` (written “${e.place_text}”)` : ""), "place");
    add("Facility", e.facility);
    const km = e.uncertainty_km ? `, within ${e.uncertainty_km < 10 ? e.uncertainty_km.toFixed(1) : Math.round(e.uncertainty_km)} km` : "";
    add("Precision", PRECISIONS[e.geo_precision] + (e.geo_precision === "none" ? "" : km) + (e.geo_basis === "inherited" ? "; named in a sentence before" : ""), "precision");
    const held = e.administered_by ? `, administered by ${this.data.countries[e.administered_by] || e.administered_by}` : "";
    add("Country", e.country ? (this.data.countries[e.country] || e.country) + held : "");
    add("How many", countText(e), "count");
    add("Status", e.status, "status");
    add("Who says so", [names(e, false), names(e, true) && `denied by ${names(e, true)}`].filter(Boolean).join("; ") || "the article itself", "claimants");
    const channels = [...new Set((e.claimants || []).map((c) => c.channel).filter(Boolean))].join(", ");
    add("Channel", channels);
    add("Acting", e.actor_init); add("Acted upon", e.actor_target);
    const wholes = (e.counted_in || []).map((id) => this.data.events.find((x) => x.event_id === id)).filter(Boolean);
    add("Counted in", wholes.map((x) => x.title).join("; "));
    add("Confidence", e.confidence.toFixed(2), "confidence");
    add("Told", `${e.n_mentions} ${e.n_mentions === 1 ? "time" : "times"}`);
    return list;
  }

  why(e) {
    const box = make("details");
    box.append(make("summary", "", "Why this place, and what else it could be"), make("p", "", e.place_reason || "The text names no place."));
    const list = make("ul");
    for (const other of e.place_alternatives || []) {
      const where = [other.name, other.admin1, other.country].filter(Boolean).join(", ");
      list.append(make("li", "", `${where} (${(other.confidence * 100).toFixed(0)} %): ${other.reason}`));
    }
    box.append(list, make("p", "meta", `Found by ${e.method}`));
    return box;
  }

  sources(e) {
    const box = make("p", "meta");
    for (const source of e.sources || []) {
      const text = [source.publisher, source.published && dayText(source.published)].filter(Boolean).join(", ") || "article without source";
      if (source.url && /^https?:\/\//.test(source.url)) {
        const link = make("a", "", `${text}: ${source.url}`);
        link.href = source.url; link.rel = "noopener noreferrer"; link.target = "_blank";
        box.append(link);
      } else box.append(make("span", "", text));
    }
    return box;
  }

  link(e) {
    const box = make("p", "meta", `${e.event_id} `), copy = make("button", "", "Copy link");
    copy.type = "button";
    copy.addEventListener("click", () => { navigator.clipboard?.writeText(location.href).then(() => { copy.textContent = "Copied"; }, () => {}); });
    box.append(copy);
    return box;
  }
}
