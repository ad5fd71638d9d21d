// The layer of events: one canvas with symbols, rings of several, tags of areas; finds what is under the pointer.
function defineEventLayer() {
  return L.Renderer.extend({
    options: { padding: 0.25, pane: "events" },

    initialize(styles, options) {
      L.Renderer.prototype.initialize.call(this, options);
      Object.assign(this, { styles, spots: [], drawn: [], sprites: new Map(), chosen: null, radius: 22, before: null, labels: null });
    },

    // Draws these spots; `radius` 0 leaves each alone.
    setSpots(spots, radius) {
      for (const s of spots) s.world ||= worldPoint(s.lat, s.lon);
      Object.assign(this, { spots, radius, groups: null });
      this.redraw();
    },

    choose(spot) { this.chosen = spot;
      this.redraw(); },

    redraw() { if (this._map && this._ctx) this._update(); },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.style.pointerEvents = "none";
      this._ctx = this._container.getContext("2d");
    },

    _destroyContainer() { this._container.remove();
      this._ctx = null; },

    _updatePaths() {},

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize(),
        ratio = Math.max(window.devicePixelRatio || 1, 1);
      L.DomUtil.setPosition(this._container, this._bounds.min);
      Object.assign(this._container, { width: size.x * ratio, height: size.y * ratio });
      Object.assign(this._container.style, { width: `${size.x}px`, height: `${size.y}px` });
      this._ctx.setTransform(ratio, 0, 0, ratio, -this._bounds.min.x * ratio, -this._bounds.min.y * ratio);
      this.draw();
    },

    draw() {
      const zoom = this._map.getZoom(),
        origin = this._map.getPixelOrigin(),
        area = this._bounds;
      if (!this.groups || this.zoomed !== zoom) { this.groups = clustered(this.spots, zoom, this.radius);
        this.zoomed = zoom; }
      this.drawn = [];
      for (const g of this.groups) {
        const x = g.x - origin.x,
          y = g.y - origin.y;
        if (x > area.min.x - 30 && x < area.max.x + 30 && y > area.min.y - 30 && y < area.max.y + 30) this.drawn.push({ group: g, x, y,
          r: reachOf(g) });
      }
      this.drawn.sort((a, b) => a.group.count - b.group.count);
      if (this.labels) this.labels.under(this._ctx, this);
      for (const item of this.drawn) this.drawItem(item);
      this.drawChosen();
    },

    drawItem({ group: g, x, y, r }) {
      const spot = g.spots[0],
        e = spot.events[0];
      if (g.spots.length > 1) drawCount(this._ctx, sharesOf(g, this.styles), g.count, x, y, r, true);
      else if (!spot.pin) drawTag(this._ctx, this.styles[e.category], e.status, g.count, x, y, confidenceStep(e.confidence));
      else if (g.count > 1) drawCount(this._ctx, sharesOf(g, this.styles), g.count, x, y, r, false);
      else this.stamp(e, x, y);
    },

    // A symbol, drawn once for each look and copied from then on.
    stamp(e, x, y) {
      const step = confidenceStep(e.confidence),
        key = `${e.category} ${e.status} ${step}`;
      if (!this.sprites.has(key)) this.sprites.set(key, picture(26, 26, (ctx) => drawEvent(ctx, this.styles[e.category], e.status, 13, 13, 8,
        step)));
      this._ctx.drawImage(this.sprites.get(key), x - 13, y - 13, 26, 26);
    },

    drawChosen() {
      const item = this.chosen && this.drawn.find((d) => d.group.spots.includes(this.chosen));
      if (!item) return;
      this._ctx.save();
      this._ctx.beginPath();
      this._ctx.arc(item.x, item.y, item.r + 6, 0, 2 * Math.PI);
      this._ctx.lineWidth = 5;
      this._ctx.strokeStyle = "#ffffff";
      this._ctx.stroke();
      this._ctx.lineWidth = 2.5;
      this._ctx.strokeStyle = "#1f4e79";
      this._ctx.stroke();
      this._ctx.restore();
    },

    // The group under a point of the layer, the topmost first; null for none.
    at(point, slack) {
      for (let i = this.drawn.length - 1; i >= 0; i -= 1) {
        const d = this.drawn[i];
        if ((d.x - point.x) ** 2 + (d.y - point.y) ** 2 <= (d.r + slack) ** 2) return d.group;
      }
      return null;
    },
  });
}

// Pixels from the middle of a marker to its edge: larger for more events, slowly.
function reachOf(g) {
  if (g.spots.length > 1) return 11 + Math.min(9, 2.6 * Math.log10(g.count));
  return g.count > 1 ? 10.5 + Math.min(5, 1.5 * Math.log10(g.count)) : 9;
}
