// Events over time: bars, a brush with two handles that can be moved as a whole, presets, play.  Days are UTC.
const DAY = 86400000,
  TICK_MS = 650;

// [step in milliseconds, its name] for a stretch of days: at most some 130 bars.
function stepFor(days) {
  const steps = [
    [1 / 24, "hour"],
    [1, "day"],
    [7, "week"],
    [30.4375, "month"],
    [365.25, "year"]
  ];
  const [step, name] = steps.slice(days <= 2 ? 0 : 1).find(([s]) => days / s <= 130) || steps[4];
  return [step * DAY, name];
}

class Timeline {
  constructor(data, filters, changed) {
    Object.assign(this, { data, filters, changed, root: document.getElementById("time"), timer: null });
    this.dated = data.events.filter((e) => e.from !== null);
    if (!this.dated.length) { this.root.append(make("p", "meta", "No event has a date."));
      this.root.classList.add("empty"); return; }
    this.build();
    followPointer(this);
    new ResizeObserver(() => this.paint()).observe(this.bars);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
  }

  build() {
    const head = make("div", "time-head"),
      tools = make("div", "time-tools");
    this.text = make("p", "time-text");
    this.playButton = makeButton("▶ Play", () => this.play());
    for (const [label, days] of [
        ["24 h", 1],
        ["7 d", 7],
        ["30 d", 30],
        ["All", null]
      ]) tools.append(makeButton(label, () => this.preset(days), "preset"));
    const back = makeButton("‹", () => this.step(-1)),
      on = makeButton("›", () => this.step(1));
    back.setAttribute("aria-label", "One step back");
    on.setAttribute("aria-label", "One step on");
    tools.append(back, this.playButton, on);
    head.append(this.text, tools);
    this.track = make("div", "track");
    this.bars = document.createElement("canvas");
    this.bars.setAttribute("aria-hidden", "true");
    this.span = make("div", "span");
    this.low = this.handle("From", "low");
    this.high = this.handle("To", "high");
    this.track.append(this.bars, this.span, this.low, this.high);
    this.root.append(head, this.track);
  }

  handle(name, which) {
    const handle = make("div", `handle ${which}`);
    handle.tabIndex = 0;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", `${name}: ${which === "low" ? "first" : "last"} moment shown`);
    handle.addEventListener("keydown", (k) => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7, Home: -1e6, End: 1e6 } [k.key];
      if (by === undefined) return;
      k.preventDefault();
      k.stopPropagation();
      const [a, b] = this.bounds();
      which === "low" ? this.set(Math.min(a + by * this.width, b - this.width), b) : this.set(a, Math.max(b + by * this.width, a + this.width));
    });
    return handle;
  }

  // The stretch of the bars: of all events that background and sums leave, whatever else is chosen.
  domain() {
    const f = this.filters,
      kept = this.dated.filter((e) => (f.background || !e.background) && (f.aggregates || !e.aggregate)),
      list = kept.length ? kept : this.dated;
    let first = Infinity,
      last = -Infinity;
    for (const e of list) { first = Math.min(first, e.from);
      last = Math.max(last, e.to); }
    first = Math.floor(first / DAY) * DAY;
    last = Math.ceil(last / DAY) * DAY;
    [this.width, this.unit] = stepFor((last - first) / DAY);
    this.first = first;
    this.bins = Math.max(1, Math.ceil((last - first) / this.width));
    this.last = first + this.bins * this.width;
    this.newest = list.reduce((t, e) => Math.max(t, e.to), -Infinity);
  }

  bounds() { return [this.filters.from ?? this.first, this.filters.to ?? this.last]; }

  // Sets the brush; the whole stretch is no filter.
  set(from, to) {
    const a = Math.max(this.first, Math.min(from, this.last - 1)),
      b = Math.min(this.last, Math.max(to, this.first + 1)),
      all = a <= this.first && b >= this.last;
    this.filters.from = all ? null : Math.round(a / MINUTE) * MINUTE;
    this.filters.to = all ? null : Math.round(b / MINUTE) * MINUTE;
    this.changed();
  }

  preset(days) {
    this.stop();
    if (days === null) this.set(this.first, this.last);
    else this.set(this.newest - days * DAY, this.newest);
  }

  step(by) {
    const [a, b] = this.bounds(), whole = this.filters.from === null, wide = whole ? this.width : b - a;
    const start = whole ? (by > 0 ? this.first : this.last - wide) : a + by * Math.min(wide, this.width);
    const from = Math.max(this.first, Math.min(this.last - wide, start));
    this.set(from, from + wide);
    return from + wide >= this.last;
  }

  play() {
    if (this.timer) { this.stop(); return; }
    const [, b] = this.bounds();
    if (b >= this.last) Object.assign(this.filters, { from: null, to: null });
    this.playButton.textContent = "❚❚ Pause";
    this.timer = setInterval(() => { if (this.step(1)) this.stop(); }, TICK_MS);
    this.step(1);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    if (this.playButton) this.playButton.textContent = "▶ Play";
  }

  // Bars of all events, and of those that the other filters leave.
  draw(timeless) {
    if (!this.bars) return;
    this.domain();
    const every = countBars(this, this.dated.filter((e) => (this.filters.background || !e.background) && (this.filters.aggregates || !e.aggregate)));
    this.counts = { every, left: countBars(this, timeless.filter((e) => e.from !== null)) };
    const [a, b] = this.bounds(), share = (t) =>
      `${(((Math.max(this.first, Math.min(this.last, t)) - this.first) / (this.last - this.first)) * 100).toFixed(3)}%`;
    this.low.style.left = share(a);
    this.high.style.left = share(b);
    this.span.style.left = share(a);
    this.span.style.width = `calc(${share(b)} - ${share(a)})`;
    this.text.textContent = `${rangeText(a, b)} · by ${this.unit}`;
    for (const [handle, value] of [
        [this.low, a],
        [this.high, b]
      ]) {
      for (const [name, v] of [
          ["valuemin", this.first / DAY],
          ["valuemax", this.last / DAY],
          ["valuenow", value / DAY]
        ]) handle.setAttribute(`aria-${name}`, v.toFixed(2));
      handle.setAttribute("aria-valuetext", timeText(handle === this.low ? value : value - 1));
    }
    this.paint();
  }

  paint() { if (this.counts) paintBars(this.bars, this, this.counts, this.bounds()); }
}
