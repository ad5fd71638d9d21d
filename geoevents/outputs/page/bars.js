// Bars of the time line; `scale` has the first moment, the width of a bar in milliseconds, their number and the unit's name.
const AXIS = 15; // pixels below the bars

// How many events meet each bar.
function countBars({ first, width, bins }, events) {
  const change = new Int32Array(bins + 1);
  const bin = (t) => Math.max(0, Math.min(bins - 1, Math.floor((t - first) / width)));
  for (const e of events) {
    change[bin(e.from)] += 1;
    change[bin(Math.max(e.from, e.to - 1)) + 1] -= 1;
  }
  let sum = 0;
  return Array.from(change.subarray(0, bins), (d) => (sum += d));
}

// All events pale, those that the other filters leave dark within the stretch from a to b.
function paintBars(canvas, scale, counts, [a, b]) {
  const ratio = window.devicePixelRatio || 1, wide = canvas.clientWidth, high = canvas.clientHeight, ctx = canvas.getContext("2d");
  Object.assign(canvas, { width: wide * ratio, height: high * ratio });
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const style = getComputedStyle(canvas), colour = (name) => style.getPropertyValue(name).trim();
  const top = Math.max(...counts.every, 1), base = high - AXIS, each = wide / scale.bins, gap = each > 4 ? 1 : 0;
  for (let i = 0; i < scale.bins; i += 1) {
    const start = scale.first + i * scale.width, inside = start < b && start + scale.width > a;
    for (const [list, name] of [[counts.every, "--bar-all"], [counts.left, inside ? "--bar-in" : "--bar-out"]]) {
      const tall = list[i] ? Math.max(2, (list[i] / top) * (base - 3)) : 0;
      ctx.fillStyle = colour(name);
      ctx.fillRect(i * each, base - tall, Math.max(1, each - gap), tall);
    }
  }
  ctx.fillStyle = colour("--line");
  ctx.fillRect(0, base, wide, 1);
  paintAxis(ctx, scale, wide, base, colour("--soft"));
}

// Days below the bars, as many as have room.
function paintAxis(ctx, scale, wide, base, colour) {
  const step = Math.ceil(scale.bins / Math.max(1, Math.min(Math.floor(wide / 96), scale.bins))); // whole bars: labels never meet
  ctx.font = "11px system-ui, sans-serif";
  ctx.fillStyle = colour;
  ctx.textBaseline = "top";
  for (let bin = 0; bin < scale.bins; bin += step) {
    const x = (bin * wide) / scale.bins;
    ctx.fillRect(x, base, 1, 4);
    const text = tickText(scale.first + bin * scale.width, scale.unit);
    if (x + 3 + ctx.measureText(text).width <= wide) ctx.fillText(text, x + 3, base + 3);
  }
}

function tickText(ms, unit) {
  if (unit === "hour") return `${new Date(ms).toISOString().slice(11, 16)} UTC`;
  return unit === "year" ? timeText(ms).slice(-4) : timeText(ms);
}
