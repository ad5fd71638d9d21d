// Decodes what the page carries: gzip in base64, columns of events, shapes of places, the basemap.
async function readData() {
  const packed = document.getElementById("data").textContent.trim();
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This browser is too old to open the page: Firefox 113, Safari 16.4, Chrome 80 or newer is needed.");
  }
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const data = JSON.parse(await new Response(stream).text());
  data.events = data.rows.map((row, index) => {
    const event = { index };
    data.columns.forEach((name, k) => { event[name] = row[k]; });
    event.from = event.start_time ? Date.parse(event.start_time) : null;
    event.to = event.end_time ? Date.parse(event.end_time) : null;
    event.haystack = fold([event.title, event.sentence, event.place_name, event.place_text, event.facility,
      ...(event.claimants || []).map((c) => c.name)].filter(Boolean).join(" "));
    return event;
  });
  return data;
}

// Folds case and marks, so that "Klishchiïvka" is found by "klishchiivka".
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/['’ʼ`]/g, "").toLowerCase();
}

// Rings as integers of 0.01 degree, delta by delta; [latitude, longitude] for Leaflet.
function unpackRings(rings, scale) {
  return rings.map((ring) => {
    let x = 0, y = 0;
    const points = [];
    for (let i = 0; i < ring.length; i += 2) {
      x += ring[i]; y += ring[i + 1];
      points.push([y / scale, x / scale]);
    }
    return points;
  });
}

// An element with a class and text; text is only ever text.
function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
}
