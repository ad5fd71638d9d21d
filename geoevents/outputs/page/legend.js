// How to read the map, and what it was made from.
const PRECISION_MARKS = [
  ["pin", "A pin: the text names a settlement or a smaller place"],
  ["near", "A pin in a circle: near a place, within the circle"],
  ["area", "A box in an area: a region or district; the event is somewhere in it"],
  ["ring", "A ring with a number: several events at one place"],
  ["cluster", "A ring with a shadow: several places; a click looks closer"],
];

function legendParts(data) {
  const statuses = make("div", "legend"),
    marks = make("div", "legend"),
    kinds = make("div", "legend two"),
    style = { colour: "#4466FF", shape: "triangle" };
  for (const [status, text] of Object.entries(STATUSES)) statuses.append(swatch(style, status, 24), sentenceOf(status, text));
  for (const [kind, text] of PRECISION_MARKS) marks.append(picture(34, 26, (ctx) => drawMark(ctx, kind, style)), make("span", "", text));
  for (const group of data.groups)
    for (const c of group.categories) kinds.append(swatch(data.styles[c], "confirmed", 20), make("span", "", data.styles[c].label));
  return [make("h3", "", "What happened"), kinds, make("h3", "", "How sure it is"), statuses,
    make("p", "meta", "A paler fill means a lower confidence of the machine: below 0.5, below 0.8, above. The outline never depends on it."),
    make("h3", "", "How exactly the place is known"), marks, make("p", "meta",
      "Where only a country is named, the event stands in the list and is outlined when chosen."),
    make("h3", "", "Borders"), make("p", "", data.basemap.kind === "countries" ? TEXT.borders : TEXT.noBorders)
  ];
}

function sentenceOf(status, text) {
  const line = make("span");
  line.append(make("b", "", status), document.createTextNode(`: ${text}`));
  return line;
}

function drawMark(ctx, kind, style) {
  if (kind === "area" || kind === "near") {
    ctx.beginPath();
    ctx.ellipse(17, 13, 16, 12, 0, 0, 2 * Math.PI);
    ctx.globalAlpha = 0.16;
    ctx.fillStyle = style.colour;
    ctx.fill();
    ctx.globalAlpha = 0.8;
    ctx.strokeStyle = style.colour;
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
  if (kind === "area") drawTag(ctx, style, "claimed", 1, 17, 13, 2);
  else if (kind === "ring" || kind === "cluster") drawCount(ctx, [
    ["#4466FF", 2],
    ["#EE4411", 1]
  ], 3, 17, 13, 9, kind === "cluster");
  else drawEvent(ctx, style, "claimed", 17, 13, 7);
}

// What was read, how, and by which licences.
function aboutParts(data) {
  const days = data.articles.map((a) => a.published).filter(Boolean).sort(),
    articles = data.articles.length;
  const read = articles ? ` from ${plural(articles, "article")}${days.length ? `, published ${daysText(days[0], days[days.length - 1])}` : ""}` : "";
  const notes = [`Made with geoevents ${data.version}${read}. The machine reads; it does not judge. Every event shows the sentence it comes from.`,
    "Claims are shown as claims: whoever says a thing, and whoever denies it, stands on its card. “Reported” does not mean that anybody has checked it.",
    data.many ?
    `With more than 20 000 events the page draws areas only for the chosen event, cuts sentences at 400 characters and leaves out alternatives; the GeoPackage has everything.` :
    "",
    data.basemap.kind === "countries" ? TEXT.borders : TEXT.noBorders, data.attribution
  ].filter(Boolean);
  const keys = make("dl", "keys");
  for (const [key, text] of [
      ["/", "search"],
      ["f", "layers and filters"],
      ["j, k or arrows", "walk the list"],
      ["Enter", "read the card"],
      ["Esc", "close"],
      ["space", "play or pause"]
    ]) keys.append(make("dt", "", key), make("dd", "", text));
  return [...notes.map((t) => make("p", "", t)), make("h3", "", "Keys"), keys, ...articleParts(data), make("h3", "", "Licences"), make("pre", "",
    document.getElementById("licences").textContent)];
}

function articleParts(data) {
  if (!data.articles.length) return [];
  const box = make("details"),
    list = make("ul", "sources");
  box.append(make("summary", "", plural(data.articles.length, "article")), list);
  box.addEventListener("toggle", () => {
    if (list.childElementCount) return;
    for (const a of data.articles.slice(0, 1000)) { const item = make("li");
      item.append(linkOf(a.url, a.title || a.article_id), foreign("span", "meta",
        ` ${[a.publisher, a.published && dayText(a.published)].filter(Boolean).join(", ")}`));
      list.append(item); }
  });
  return [make("h3", "", "What was read"), box];
}

// A dialog that a button opens.
function dialogOf(id, title, parts) {
  const dialog = document.getElementById(id),
    head = make("div", "dialog-head"),
    close = makeButton("×", () => dialog.close(), "close");
  close.setAttribute("aria-label", "Close");
  head.append(make("h2", "", title), close);
  dialog.setAttribute("aria-label", title);
  document.getElementById(`${id}-open`).addEventListener("click", () => {
    if (!dialog.childElementCount) { const body = make("div", "dialog-body");
      body.append(...parts());
      dialog.append(head, body); }
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}
