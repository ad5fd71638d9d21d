// Names on the map: countries, regions, places of the events; by zoom, and none over another or over a marker.
const FONTS = {
  country: { font: "600 11px system-ui, sans-serif", colour: "#625c52", spacing: "1px", upper: true },
  region: { font: "italic 11px system-ui, sans-serif", colour: "#6b645a", spacing: "0px" },
  place: { font: "600 11.5px system-ui, sans-serif", colour: "#1d2327", spacing: "0px" },
};
const PLACES_FROM = 4.5,
  REGIONS_FROM = 5.5; // zooms: before them names of countries fill the map

class Labels {
  constructor(data) {
    this.widths = new Map();
    const areas = (kind, list) => list.filter((c) => c.name).flatMap((c) => (data.shift ? [0, 360] : [0]).map((offset) => ({
      kind,
      text: c.name,
      world: worldPoint(c.at[1], c.at[0] + offset),
      width: (c.width * EARTH) / 360
    })));
    this.countries = data.basemap.kind === "countries" ? areas("country", data.basemap.countries).sort((a, b) => b.width - a.width) : [];
    this.regions = areas("region", data.basemap.regions.labels).sort((a, b) => b.width - a.width);
  }

  // Draws what fits, before the markers; `layer` says where those are.
  under(ctx, layer) {
    const zoom = layer._map.getZoom(),
      origin = layer._map.getPixelOrigin(),
      scale = 2 ** zoom;
    const taken = layer.drawn.map(({ x, y, r, group: g }) => { const w = markerReach(r, g, layer.chosen); return [x - w, y - r, x + w, y + r]; });
    this.seen = L.bounds(layer._map.containerPointToLayerPoint([0, 0]), layer._map.containerPointToLayerPoint(layer._map.getSize()));
    const inside = (p) => this.seen.contains([p.x, p.y]);
    const placed = (list) => list.map((l) => ({ ...l, x: l.world[0] * scale - origin.x, y: l.world[1] * scale - origin.y, room: l.width * scale }))
      .filter(inside);
    const places = zoom >= PLACES_FROM ? this.places(layer) : [],
      countries = placed(this.countries);
    const regions = zoom >= REGIONS_FROM ? placed(this.regions) : [];
    this.written = new Set();
    for (const label of zoom >= 6 ? [...places, ...regions, ...countries] : [...countries, ...places, ...regions]) this.put(ctx, label, taken);
  }

  places(layer) {
    return [...layer.drawn].reverse().filter((d) => d.group.spots[0].events[0].place).map((d) => ({
      kind: "place",
      text: placeLabel(d.group),
      x: d.x,
      y: d.y,
      beside: markerReach(d.r, d.group, layer.chosen) + 3
    }));
  }

  put(ctx, label, taken) {
    const style = FONTS[label.kind],
      text = style.upper ? label.text.toUpperCase() : label.text,
      w = this.width(ctx, style, text);
    if ((label.room !== undefined && label.room < w * 0.9) || this.written.has(label.text)) return;
    const b = label.beside,
      spots = b ? [
        [b, 0],
        [-b - w, 0],
        [-w / 2, -b - 6],
        [-w / 2, b + 6]
      ] : [
        [-w / 2, 0]
      ];
    for (const [dx, dy] of spots) {
      const box = [label.x + dx - 2, label.y + dy - 7, label.x + dx + w + 2, label.y + dy + 7];
      if (box[0] < this.seen.min.x || box[2] > this.seen.max.x || taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[
          3])) continue;
      taken.push(box);
      this.written.add(label.text);
      this.write(ctx, style, text, label.x + dx, label.y + dy);
      return;
    }
  }

  width(ctx, style, text) {
    const key = style.font + text;
    if (!this.widths.has(key)) { this.ready(ctx, style);
      this.widths.set(key, ctx.measureText(text).width); }
    return this.widths.get(key);
  }

  ready(ctx, style) { ctx.font = style.font;
    ctx.letterSpacing = style.spacing;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle"; }

  write(ctx, style, text, x, y) {
    ctx.save();
    this.ready(ctx, style);
    ctx.lineJoin = "round";
    ctx.lineWidth = 3.2;
    ctx.strokeStyle = "rgba(250,248,244,.9)";
    ctx.strokeText(text, x, y);
    ctx.fillStyle = style.colour;
    ctx.fillText(text, x, y);
    ctx.restore();
  }
}

// "Istra District +1": the busiest place of a group, and how many others are in it.
function placeLabel(g) {
  const others = new Set(g.spots.map((s) => s.events[0].place)).size - 1;
  return short(g.spots[0].events[0].place) + (others ? ` +${others}` : "");
}

// Pixels from the middle of a marker to where a name may begin.
function markerReach(r, g, chosen) {
  return r + (g.spots[0].pin || g.spots.length > 1 ? 0 : 5) + (chosen && g.spots.includes(chosen) ? 8 : 0);
}

// A name of others on the map: no line breaks, no signs that turn the writing, at most 32 characters.
function short(text) {
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim(),
    letters = [...plain];
  return letters.length > 32 ? `${letters.slice(0, 31).join("")}…` : plain;
}
