// A histogram of the events and two handles: an event is shown when its interval meets the stretch between them.
const DAY = 86400000;

class Timeline {
  constructor(data, filters, changed) {
    this.filters = filters;
    this.changed = changed;
    this.root = document.getElementById("time");
    const dated = data.events.filter((e) => e.from !== null && !e.is_background);
    this.dated = dated;
    if (!dated.length) { this.root.append(make("p", "meta", "No event has a date.")); return; }
    const first = Math.min(...dated.map((e) => e.from)), last = Math.max(...dated.map((e) => e.to));
    const days = (last - first) / DAY;
    this.step = (days <= 62 ? 1 : days <= 500 ? 7 : 30.4375) * DAY;
    this.first = Math.floor(first / DAY) * DAY;
    this.bins = Math.max(1, Math.ceil((last - this.first) / this.step));
    this.build();
  }

  build() {
    this.bars = make("div", "bars");
    const counts = Array.from({ length: this.bins }, (_, i) => this.dated.filter((e) => e.from < this.first + (i + 1) * this.step && e.to > this.first + i * this.step).length);
    const top = Math.max(...counts, 1);
    for (const n of counts) {
      const bar = make("div");
      bar.style.height = `${(n / top) * 100}%`;
      this.bars.append(bar);
    }
    const handles = make("div", "handles");
    this.low = this.handle("From", 0); this.high = this.handle("To", this.bins);
    handles.append(this.low, this.high);
    this.text = make("span");
    const bottom = make("div", "bottom");
    bottom.append(this.text);
    for (const [label, back] of [["24 h", 1], ["7 d", 7], ["30 d", 30], ["all", null]]) {
      const button = make("button", "", label);
      button.type = "button";
      button.addEventListener("click", () => this.preset(back));
      bottom.append(button);
    }
    this.root.append(this.bars, handles, bottom);
    this.draw();
  }

  handle(name, value) {
    const input = make("input");
    input.type = "range"; input.min = 0; input.max = this.bins; input.step = 1; input.value = value;
    input.setAttribute("aria-label", name);
    input.addEventListener("input", () => this.moved());
    return input;
  }

  moved() {
    const a = Math.min(Number(this.low.value), Number(this.high.value)), b = Math.max(Number(this.low.value), Number(this.high.value));
    const all = a === 0 && b === this.bins;
    this.filters.state.from = all ? null : this.first + a * this.step;
    this.filters.state.to = all ? null : this.first + Math.max(b, a + 1) * this.step;
    this.draw();
    this.changed();
  }

  // The last days, counted from the newest event.
  preset(days) {
    const end = Math.max(...this.dated.map((e) => e.to));
    this.filters.state.from = days === null ? null : end - days * DAY;
    this.filters.state.to = days === null ? null : end;
    this.draw();
    this.changed();
  }

  draw() {
    if (!this.bars) return;
    const { from, to } = this.filters.state, a = from ?? this.first, b = to ?? this.first + this.bins * this.step;
    this.low.value = Math.round((a - this.first) / this.step); this.high.value = Math.round((b - this.first) / this.step);
    [...this.bars.children].forEach((bar, i) => bar.classList.toggle("in", this.first + (i + 1) * this.step > a && this.first + i * this.step < b));
    const text = (t) => dayText(new Date(t).toISOString().slice(0, 10));
    this.text.textContent = `${text(a)} to ${text(b - 1)}`;
    this.low.setAttribute("aria-valuetext", text(a)); this.high.setAttribute("aria-valuetext", text(b - 1));
  }
}
