// The card of an event: who says so, what, the sentence, when, where and how sure, how many, sources, why this place.
// `f` holds all columns; `context` the names of countries, labels of categories, tellings, other events.
function cardParts(f, context) {
  const top = foreign("p", "who");
  top.append(badge(f.status), document.createTextNode(` ${byText({ status: f.status, claimants: f.claimants || [] })}`));
  const kind = make("p", "kind", [context.label, f.subtype && f.subtype.replaceAll("_", " "), f.is_background && "background", f.is_aggregate &&
    "adds up others"
  ].filter(Boolean).join(" · "));
  return [top, foreign("h2", "", f.title), kind, quoteOf(f.sentence || "", marksOf(f), context.lang), sourcesOf(f, context), factsOf(f, context),
    toldOf(f, context), whyOf(f, context)
  ].filter(Boolean);
}

function marksOf(f) {
  return [
    ["place", f.facility],
    ["place", f.place_text],
    ["date", f.date_text],
    ["count", f.count === null ? null : String(f.count)]
  ];
}

// What a card says of an event, as [term, text or element, class].
function factsOf(f, context) {
  const list = make("dl");
  for (const [name, value, key] of [...whenFacts(f), ...whereFacts(f, context), ...whatFacts(f, context)]) {
    if (!value) continue;
    const item = foreign("dd", key || "");
    item.append(value);
    list.append(make("dt", "", name), item);
  }
  return list;
}

function whenFacts(f) {
  const written = f.date_text && f.date_text !== dateText(f) ? `, written “${f.date_text}”` : "",
    basis = BASES[f.date_basis] ? ` (${BASES[f.date_basis]})` : "";
  return [
    ["When", dateText(f) + written + basis, "date"]
  ];
}

function whereFacts(f, context) {
  const written = f.place_text && f.place_text !== f.place_name ? `, written “${f.place_text}”` : "";
  const km = f.uncertainty_km ? `, within ${f.uncertainty_km < 10 ? Number(f.uncertainty_km.toFixed(1)) : number(Math.round(f.uncertainty_km))} km` :
    "";
  const country = (code) => context.countries[code] || code,
    held = f.administered_by && f.administered_by !== f.country ? `, administered by ${country(f.administered_by)}` : "";
  return [
    ["Where", (f.place_name || "no place") + written, "place"],
    ["At", f.facility],
    ["Precision", PRECISIONS[f.geo_precision] + (f.geo_precision === "none" ? "" : km) + (f.geo_basis === "inherited" ?
      "; named in a sentence before" : ""), "precision"],
    ["Country", f.country ? country(f.country) + held + (f.disputed ? ", disputed" : "") : ""]
  ];
}

function whatFacts(f, context) {
  const denied = namesOf(f.claimants || [], true),
    channels = [...new Set((f.claimants || []).map((c) => c.channel).filter(Boolean))].join(", ");
  const certain = [
    ["type", f.conf_type],
    ["place", f.conf_place],
    ["date", f.conf_date],
    ["status", f.conf_status]
  ].filter(([, v]) => v !== null && v !== undefined);
  const parts = certain.length ? ` (${certain.map(([name, v]) => `${name} ${v.toFixed(2)}`).join(", ")})` : "";
  return [
    ["How many", countText(f), "count"],
    ["Part of", context.wholes && context.wholes(f)],
    ["Status", `${f.status}: ${STATUSES[f.status]}`, "status"],
    ["Who says so", namesOf(f.claimants || [], false) || "the article itself", "claimants"],
    ["Denied by", denied, "deniers"],
    ["Channel", channels],
    ["Acting", f.actor_init],
    ["Acted upon", f.actor_target],
    ["Confidence", `${["low", "middling", "high"][confidenceStep(f.confidence)]}, ${f.confidence.toFixed(2)}${parts}`, "confidence"]
  ];
}

function sourcesOf(f, context) {
  const box = make("ul", "sources");
  for (const source of f.sources || []) {
    const item = make("li"),
      article = context.article && context.article(source),
      name = source.publisher || hostOf(source.url);
    const title = (article && article.title) || name || "the article";
    item.append(linkOf(source.url, title));
    const about = [title === name ? "" : name, source.published && dayText(source.published)].filter(Boolean).join(", ");
    if (about) item.append(foreign("span", "meta", ` ${about}`));
    if (source.url) item.append(foreign("span", "print-link", ` ${source.url}`));
    box.append(item);
  }
  return box.childElementCount ? box : null;
}

// The other sentences that tell the same event.
function toldOf(f, context) {
  const others = (context.told || []).filter((t) => t.quote);
  if (!others.length) return null;
  const box = make("details", "told");
  box.open = others.length < 3;
  box.append(make("summary", "", `Told ${plural(others.length, "more time")}`));
  for (const t of others) {
    const about = [t.claimant && `${t.claimant} ${t.stance}`, t.article && (t.article.publisher || t.article.title)].filter(Boolean).join(" · ");
    box.append(quoteOf(t.quote, marksOf(f), t.article && t.article.language));
    if (about) box.append(foreign("p", "meta", about));
  }
  return box;
}

function whyOf(f, context) {
  const box = make("details", "why"),
    list = make("ul");
  box.append(make("summary", "", "Why this place, and what else it could be"), foreign("p", "", f.place_reason ? `${capital(f.place_reason)}.` : f
    .place_name ? "No reason was kept." : "The text names no place."));
  for (const other of f.place_alternatives || []) {
    const where = [other.name, other.admin1, context.countries[other.country] || other.country].filter(Boolean).join(", ");
    list.append(foreign("li", "", `${where}: ${Math.round((other.confidence || 0) * 100)} %${other.reason ? `, ${other.reason}` : ""}`));
  }
  if (list.childElementCount) box.append(make("p", "meta", "It could also be:"), list);
  box.append(foreign("p", "meta", `Found by ${f.method || "hand"}.`));
  return box;
}
