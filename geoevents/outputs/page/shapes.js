// How an event looks: a shape in the colour of its category, its status by fill and outline.
function tracePath(ctx, shape, x, y, r) {
  const polygon = (points) => points.forEach(([px, py], i) => (i ? ctx.lineTo(x + px * r, y + py * r) : ctx.moveTo(x + px * r, y + py * r)));
  ctx.beginPath();
  if (shape === "circle") ctx.arc(x, y, r * 0.92, 0, 2 * Math.PI);
  else if (shape === "square") ctx.rect(x - r * 0.82, y - r * 0.82, r * 1.64, r * 1.64);
  else if (shape === "diamond") polygon([[0, -1.12], [0.95, 0], [0, 1.12], [-0.95, 0]]);
  else if (shape === "triangle") polygon([[0, -1.1], [1.05, 0.8], [-1.05, 0.8]]);
  else if (shape === "triangle_down") polygon([[0, 1.1], [1.05, -0.8], [-1.05, -0.8]]);
  else if (shape === "plus") polygon([[-0.35, -1], [0.35, -1], [0.35, -0.35], [1, -0.35], [1, 0.35], [0.35, 0.35], [0.35, 1], [-0.35, 1], [-0.35, 0.35], [-1, 0.35], [-1, -0.35], [-0.35, -0.35]]);
  else polygon(Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI / 5) * i - Math.PI / 2, reach = i % 2 ? 0.5 : 1.2;
    return [Math.cos(angle) * reach, Math.sin(angle) * reach];
  }));
  ctx.closePath();
}

// Fill, outline and dash of a status.
function look(style, status) {
  const hollow = status === "claimed" || status === "denied" || status === "disputed";
  return {
    fill: hollow ? "#ffffff" : style.colour,
    alpha: status === "reported" ? 0.75 : status === "planned" || status === "cancelled" ? 0.2 : 1,
    line: hollow || status === "planned" || status === "cancelled" ? style.colour : "#222222",
    width: hollow ? 2.2 : 1.3,
    dash: status === "planned" || status === "cancelled" ? [3, 2.5] : [],
  };
}

function drawEvent(ctx, style, status, x, y, r) {
  const l = look(style, status);
  tracePath(ctx, style.shape, x, y, r);
  ctx.save();
  ctx.fillStyle = "#ffffff"; ctx.fill();
  ctx.globalAlpha = l.alpha; ctx.fillStyle = l.fill; ctx.fill();
  ctx.globalAlpha = 1; ctx.setLineDash(l.dash); ctx.lineWidth = l.width; ctx.strokeStyle = status === "disputed" ? "#000000" : l.line; ctx.stroke();
  if (status === "disputed") { tracePath(ctx, style.shape, x, y, r * 0.5); ctx.setLineDash([]); ctx.fillStyle = style.colour; ctx.fill(); }
  if (status === "denied" || status === "cancelled") {
    ctx.setLineDash([]); ctx.beginPath(); ctx.moveTo(x - r, y + r); ctx.lineTo(x + r, y - r); ctx.lineWidth = 2; ctx.strokeStyle = l.line; ctx.stroke();
  }
  ctx.restore();
}

// Several events at one place: a ring in the colours of their categories, and how many.
function drawCount(ctx, colours, count, x, y, r) {
  ctx.save();
  ctx.beginPath(); ctx.arc(x, y, r, 0, 2 * Math.PI); ctx.fillStyle = "#ffffff"; ctx.fill();
  colours.forEach((colour, i) => {
    ctx.beginPath();
    ctx.arc(x, y, r - 1.5, (2 * Math.PI * i) / colours.length - Math.PI / 2, (2 * Math.PI * (i + 1)) / colours.length - Math.PI / 2);
    ctx.lineWidth = 4; ctx.strokeStyle = colour; ctx.stroke();
  });
  ctx.fillStyle = "#1d2327"; ctx.font = "600 11px system-ui, sans-serif"; ctx.textAlign = "center"; ctx.textBaseline = "middle";
  ctx.fillText(String(count), x, y + 0.5);
  ctx.restore();
}

function swatch(style, status, size) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * 2;
  const ctx = canvas.getContext("2d");
  ctx.scale(2, 2);
  drawEvent(ctx, style, status, size / 2, size / 2, size * 0.36);
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
