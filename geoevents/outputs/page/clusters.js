// Spots that would lie on one another become one marker: the busiest spot takes in those around it.
const ALONE_FROM = 8; // zoom from which every spot stands alone
const EARTH = 256; // pixels of the world at zoom 0

// Pixels of a place in the world at zoom 0 (Web Mercator).
function worldPoint(lat, lon) {
  const s = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [EARTH * (lon / 360 + 0.5), EARTH * (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI))];
}

// Groups of spots at a zoom: each {spots, events, x, y} with x, y in pixels of that zoom.
function clustered(spots, zoom, radius) {
  const scale = 2 ** zoom,
    points = spots.map((s) => [s.world[0] * scale, s.world[1] * scale]);
  if (!radius || zoom >= ALONE_FROM) return spots.map((s, i) => group([s], points[i]));
  const cells = new Map(),
    key = (cx, cy) => cx * 1e6 + cy;
  points.forEach(([x, y], i) => {
    const k = key(Math.floor(x / radius), Math.floor(y / radius));
    if (!cells.has(k)) cells.set(k, []);
    cells.get(k).push(i);
  });
  const order = spots.map((_, i) => i).sort((a, b) => spots[b].events.length - spots[a].events.length || a - b);
  const taken = new Uint8Array(spots.length),
    groups = [];
  for (const i of order) {
    if (taken[i]) continue;
    const members = near(points, cells, key, points[i], radius).filter((j) => !taken[j]);
    for (const j of members) taken[j] = 1;
    groups.push(group([spots[i], ...members.filter((j) => j !== i).map((j) => spots[j])], points[i]));
  }
  return groups;
}

function near(points, cells, key, [x, y], radius) {
  const cx = Math.floor(x / radius),
    cy = Math.floor(y / radius),
    found = [];
  for (let dx = -1; dx <= 1; dx += 1) {
    for (let dy = -1; dy <= 1; dy += 1) {
      for (const j of cells.get(key(cx + dx, cy + dy)) || []) {
        if ((points[j][0] - x) ** 2 + (points[j][1] - y) ** 2 <= radius ** 2) found.push(j);
      }
    }
  }
  return found;
}

function group(spots, [x, y]) {
  return { spots, x, y, count: spots.reduce((n, s) => n + s.events.length, 0) };
}

// [colour, number] of the categories in a group, the commonest first.
function sharesOf(found, styles) {
  const counts = new Map();
  for (const spot of found.spots)
    for (const e of spot.events) counts.set(styles[e.category].colour, (counts.get(styles[e.category].colour) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
