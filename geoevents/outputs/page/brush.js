// Dragging on the time line: a handle moves itself, the stretch between them moves as a whole, elsewhere a new one begins.
const CLICK = 4; // pixels: less is no drag

function followPointer(time) {
  time.track.addEventListener("pointerdown", (p) => {
    if (p.button) return;
    time.stop();
    const part = partUnder(time, p.target), start = momentAt(time, p), before = time.bounds();
    const move = (m) => { if (part !== "new" || Math.abs(m.clientX - p.clientX) > CLICK) dragged(time, part, before, start, momentAt(time, m)); };
    const end = () => {
      time.track.removeEventListener("pointermove", move);
      for (const name of ["pointerup", "pointercancel"]) time.track.removeEventListener(name, end);
    };
    time.track.setPointerCapture(p.pointerId);
    time.track.addEventListener("pointermove", move);
    for (const name of ["pointerup", "pointercancel"]) time.track.addEventListener(name, end);
    if (part === "low" || part === "high") time[part].focus();
    p.preventDefault();
  });
}

function partUnder(time, target) {
  if (target === time.low) return "low";
  if (target === time.high) return "high";
  return target === time.span && time.filters.from !== null ? "span" : "new";
}

function momentAt(time, p) {
  const box = time.bars.getBoundingClientRect();
  return time.first + ((p.clientX - box.left) / box.width) * (time.last - time.first);
}

// Sets the stretch for a drag of a part from one moment to another, by whole bars.
function dragged(time, part, [a, b], start, now) {
  const snap = (t) => time.first + Math.round((t - time.first) / time.width) * time.width, half = time.width / 2;
  if (part === "low") time.set(Math.min(snap(now), b - time.width), b);
  else if (part === "high") time.set(a, Math.max(snap(now), a + time.width));
  else if (part === "new") time.set(Math.min(snap(start - half), snap(now)), Math.max(snap(start + half), snap(now)));
  else {
    const by = Math.max(time.first - a, Math.min(time.last - b, snap(time.first + now - start) - time.first));
    time.set(a + by, b + by);
  }
}
