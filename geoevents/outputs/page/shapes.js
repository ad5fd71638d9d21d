// How an event looks: a shape in the colour of its category, its status by fill and outline.
const STAR = Array.from({ length: 10 }, (_, i) => {
  const angle = (Math.PI / 5) * i - Math.PI / 2,
    reach = i % 2 ? 0.52 : 1.2;
  return [Math.cos(angle) * reach, Math.sin(angle) * reach];
});
const POLYGONS = {
  square: [
    [-0.84, -0.84],
    [0.84, -0.84],
    [0.84, 0.84],
    [-0.84, 0.84]
  ],
  diamond: [
    [0, -1.12],
    [0.98, 0],
    [0, 1.12],
    [-0.98, 0]
  ],
  triangle: [
    [0, -1.08],
    [1.06, 0.8],
    [-1.06, 0.8]
  ],
  triangle_down: [
    [0, 1.08],
    [1.06, -0.8],
    [-1.06, -0.8]
  ],
  plus: [
    [-0.38, -1],
    [0.38, -1],
    [0.38, -0.38],
    [1, -0.38],
    [1, 0.38],
    [0.38, 0.38],
    [0.38, 1],
    [-0.38, 1],
    [-0.38, 0.38],
    [-1, 0.38],
    [-1, -0.38],
    [-0.38, -0.38]
  ],
  star: STAR,
};

function tracePath(ctx, shape, x, y, r) {
  ctx.beginPath();
  if (shape === "circle" || !POLYGONS[shape]) ctx.arc(x, y, r * 0.94, 0, 2 * Math.PI);
  else POLYGONS[shape].forEach(([px, py], i) => (i ? ctx.lineTo(x + px * r, y + py * r) : ctx.moveTo(x + px * r, y + py * r)));
  ctx.closePath();
}

// Confidence in three steps; it changes the fill alone.
function confidenceStep(confidence) { return confidence < 0.5 ? 0 : confidence < 0.8 ? 1 : 2; }

// Fill, outline and dash of a status (outputs.md 6.4).
function look(style, status, step) {
  const hollow = status === "claimed" || status === "denied" || status === "disputed",
    plan = status === "planned" || status === "cancelled";
  const strength = [0.45, 0.75, 1][step];
  return {
    fill: hollow ? "#ffffff" : style.colour,
    alpha: hollow ? 1 : (status === "reported" ? 0.65 : plan ? 0.2 : 1) * strength,
    line: hollow || plan ? style.colour : "#1d2327",
    width: hollow ? 2.2 : plan ? 1.7 : 1.2,
    dash: plan ? [2.6, 2.2] : [],
    struck: status === "denied" || status === "cancelled",
  };
}

function drawEvent(ctx, style, status, x, y, r, step = 2) {
  const l = look(style, status, step);
  ctx.save();
  ctx.lineJoin = "round";
  tracePath(ctx, style.shape, x, y, r);
  ctx.lineWidth = l.width + 2;
  ctx.strokeStyle = "rgba(255,255,255,.85)";
  ctx.stroke();
  ctx.fillStyle = "#ffffff";
  ctx.fill();
  ctx.globalAlpha = l.alpha;
  ctx.fillStyle = l.fill;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.setLineDash(l.dash);
  ctx.lineWidth = l.width;
  ctx.strokeStyle = status === "disputed" ? "#000000" : l.line;
  ctx.stroke();
  ctx.setLineDash([]);
  if (status === "disputed") { tracePath(ctx, style.shape, x, y, r * 0.55);
    ctx.fillStyle = style.colour;
    ctx.fill(); }
  if (l.struck) { ctx.beginPath();
    ctx.moveTo(x - r * 1.15, y + r * 1.15);
    ctx.lineTo(x + r * 1.15, y - r * 1.15);
    ctx.lineWidth = 2;
    ctx.strokeStyle = l.line;
    ctx.stroke(); }
  ctx.restore();
}

// Several events: a ring in the colours of their categories by share, and how many.  Those of several places have a halo.
function drawCount(ctx, shares, count, x, y, r, halo) {
  ctx.save();
  if (halo) { ctx.beginPath();
    ctx.arc(x, y, r + 4, 0, 2 * Math.PI);
    ctx.fillStyle = "rgba(29,35,39,.14)";
    ctx.fill(); }
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = "#ffffff";
  ctx.fill();
  let angle = -Math.PI / 2;
  for (const [colour, n] of shares) {
    const next = angle + (2 * Math.PI * n) / count;
    ctx.beginPath();
    ctx.arc(x, y, r - 1.75, angle, next);
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = colour;
    ctx.stroke();
    angle = next;
  }
  const text = count < 10000 ? String(count) : `${Math.round(count / 1000)}k`;
  ctx.fillStyle = "#1d2327";
  ctx.font = `600 ${text.length > 3 ? 10 : 11}px system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y + 0.5);
  ctx.restore();
}

// The tag of an area: never a pin.  A small symbol in a box, and how many where there are several.
function drawTag(ctx, style, status, count, x, y, step) {
  const text = count > 1 ? String(count) : "",
    width = count > 1 ? 24 + 6 * text.length : 19;
  ctx.save();
  ctx.beginPath();
  if (ctx.roundRect) ctx.roundRect(x - width / 2, y - 9, width, 18, 4);
  else ctx.rect(x - width / 2, y - 9, width, 18); // browsers before 2023
  ctx.fillStyle = "rgba(255,255,255,.93)";
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = "#7d858c";
  ctx.stroke();
  drawEvent(ctx, style, status, count > 1 ? x - width / 2 + 10 : x, y, 5.2, step);
  ctx.fillStyle = "#1d2327";
  ctx.font = "600 11px system-ui, sans-serif";
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x - width / 2 + 18, y + 0.5);
  ctx.restore();
  return width;
}

// A symbol beside words.
function swatch(style, status, size, step) {
  return picture(size, size, (ctx) => drawEvent(ctx, style, status, size / 2, size / 2, size * 0.36, step));
}

function picture(width, height, draw) {
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.className = "swatch";
  canvas.setAttribute("aria-hidden", "true");
  const ctx = canvas.getContext("2d");
  ctx.scale(2, 2);
  draw(ctx);
  return canvas;
}
