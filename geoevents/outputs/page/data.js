// Decodes what the page carries: gzip in base64, or plain JSON; columns of events, spots on the map.
const DEGREE = 100000,
  MINUTE = 60000;

async function readData() {
  const element = document.getElementById("data"),
    text = element.textContent.trim();
  if (element.dataset.kind === "plain") return unpacked(JSON.parse(text));
  return unpacked(JSON.parse(await gunzip(text)));
}

async function gunzip(base64) {
  if (typeof DecompressionStream === "undefined") throw new Error(TEXT.oldBrowser);
  const raw = atob(base64),
    bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) bytes[i] = raw.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

// The value of row k of a packed column.
function valueAt(column, k) {
  if ("c" in column) return column.c;
  return column.i ? column.d[column.i[k]] : column.v[k];
}

function unpacked(data) {
  for (const c of data.columns)
    if ("of" in c) c.i = data.columns[c.of].i;
  data.column = Object.fromEntries(data.columns.map((c) => [c.n, c]));
  data.names = data.columns.map((c) => c.n);
  data.events = Array.from({ length: data.size }, (_, k) => lightEvent(data, k));
  data.spots = spotsOf(data);
  data.told = new Map();
  for (const telling of data.tellings) {
    if (!data.told.has(telling[0])) data.told.set(telling[0], []);
    data.told.get(telling[0]).push(telling);
  }
  return data;
}

// What map, list, filters and time need of an event; the rest is read from the columns when a card asks for it.
function lightEvent(data, index) {
  const of = (name) => valueAt(data.column[name], index);
  const lat = of("latitude"),
    lon = of("longitude"),
    precision = of("geo_precision"),
    start = of("start_time"),
    end = of("end_time");
  const offMap = lat === null || precision === "country" || precision === "none";
  return {
    index,
    event_id: of("event_id"),
    title: of("title"),
    category: of("category"),
    status: of("status"),
    precision,
    pin: of("pin") === 1,
    lat: lat === null ? null : lat / DEGREE,
    lon: lon === null ? null : shifted(data, lon / DEGREE),
    offMap,
    from: start === null ? null : start * MINUTE,
    to: end === null ? null : end * MINUTE,
    country: of("country"),
    place: of("place_name"),
    km: of("uncertainty_km"),
    confidence: of("confidence"),
    background: of("is_background") === 1,
    aggregate: of("is_aggregate") === 1,
    claimants: of("claimants") || [],
    sources: of("sources") || [],
    shape: valueAt(data.shape, index),
    spot: null,
    haystack: null,
  };
}

// Where the events straddle the 180th meridian, the far west is drawn to the right of the far east.
function shifted(data, lon) {
  return data.shift && lon < -30 ? lon + 360 : lon;
}

// All columns of an event, as the files have them.
function fullEvent(data, event) {
  const full = {};
  for (const column of data.columns) full[column.n] = unpackedValue(column.t, valueAt(column, event.index));
  return full;
}

function unpackedValue(type, value) {
  if (value === null) return null;
  if (type === "degree") return value / DEGREE;
  if (type === "bool") return value === 1;
  return type === "instant" ? `${new Date(value * MINUTE).toISOString().slice(0, 19)}Z` : value;
}

// Events on one coordinate share a spot; a pin and an area there are two.
function spotsOf(data) {
  const found = new Map();
  for (const event of data.events) {
    if (event.offMap) continue;
    const key = `${event.lat},${event.lon},${event.pin},${event.shape}`;
    if (!found.has(key)) found.set(key, { index: found.size, lat: event.lat, lon: event.lon, pin: event.pin, all: [], events: [] });
    event.spot = found.get(key);
    event.spot.all.push(event);
  }
  return [...found.values()];
}

// Folds case, marks and letters that have none, so that "Klishchiïvka" is found by "klishchiivka", "Łódź" by "lodz".
const LETTERS = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe" };

function fold(text) {
  return text.toLowerCase().normalize("NFKD").replace(/[\p{M}'’ʼ`ʹ]/gu, "").replace(/[łøđıßæœ]/g, (c) => LETTERS[c]);
}

// Rings as encoded polylines, difference by difference; [latitude, longitude] for Leaflet.
function unpackRings(rings, scale, shift = 0) {
  return rings.map((ring) => {
    const points = [];
    let x = 0,
      y = 0,
      at = 0;
    const next = () => {
      let value = 0,
        bits = 0,
        sign;
      do { sign = ring.charCodeAt(at) - 63;
        at += 1;
        value |= (sign & 0x1f) << bits;
        bits += 5; } while (sign >= 0x20);
      return value & 1 ? ~(value >> 1) : value >> 1;
    };
    while (at < ring.length) { x += next();
      y += next();
      points.push([y / scale, x / scale + shift]); }
    return points;
  });
}

// A polygon of the data on the map's side of the 180th meridian.
function unpackShape(data, number) {
  return data.shapes[number].map((part) => {
    const rings = unpackRings(part, 1000);
    const east = Math.max(...rings[0].map((p) => p[1]));
    return data.shift && east < -30 ? unpackRings(part, 1000, 360) : rings;
  });
}

// An element with a class and text; text is only ever text.
function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
}

function makeButton(text, act, className) {
  const button = make("button", className || "", text);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

// Text of others, kept from turning the line around it.
function foreign(tag, className, text) {
  const element = make(tag, className, text);
  element.dir = "auto";
  return element;
}
