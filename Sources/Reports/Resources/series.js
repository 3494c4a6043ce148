
// ---- Series: what the groups of a drawing show, read from their paths when it is first needed.

// The numbers that follow each command of a path; SVG/Path.swift writes no others.
const arity = { M: 2, h: 1, v: 1, l: 2, c: 6 };

// The corners of each piece of a path.
function pieces(path) {
  const pieces = [];
  let [x, y] = [0, 0];
  for (const [, command, list] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (list.match(/-?(?:\d+\.?\d*|\.\d+)/g) || []).map(Number);
    for (let i = 0; arity[command] && i + arity[command] <= numbers.length; i += arity[command]) {
      const last = numbers[i + arity[command] - 1];
      if (command === 'M') { [x, y] = [numbers[i], last]; pieces.push([]); }
      else if (command === 'h') x += last;
      else if (command === 'v') y += last;
      else { x += numbers[i + arity[command] - 2]; y += last; }
      pieces.at(-1)?.push({ x, y });
    }
  }
  return pieces;
}

// The middle of a marker.
function middle(corners) {
  const mean = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  return { x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) };
}

// A bar of a histogram: its upper edge, and from where to where it goes.
function bin(corners) {
  const [left, right] = [corners[0].x, corners[2].x];
  return { x: (left + right) / 2, y: corners[1].y, from: left - 0.5, to: right + 0.5 };
}

// What one path of a group shows: a line, points, bars, or nothing that has a value.
function readPath(path) {
  const drawn = pieces(path.getAttribute('d'));
  const names = path.classList;
  if (names.contains('ln')) return { kind: 'line', parts: drawn };
  if (names.contains('bins')) return { kind: 'bins', points: drawn.filter(({ length }) => length > 2).map(bin) };
  if (names.contains('mk')) return { kind: 'points', points: drawn.map(middle) };
  const isDots = ['pts', 'k0', 'k1', 'pthp'].some((name) => names.contains(name));
  if (!isDots || names.contains('hal')) return null;
  return { kind: 'points', points: drawn.map(([start]) => start) };
}

// The series of a drawing; a line's markers are not read a second time.
function readSeries(svg, x) {
  return all('[data-s]:not(.key)', svg).flatMap((group) => {
    const shown = all('path', group).map(readPath).filter(Boolean);
    const line = shown.find(({ kind }) => kind === 'line');
    return (line ? [line] : shown).map((part) => ({
      ...part, group, key: group.dataset.s, stops: part.points ?? stopsOfLine(part.parts, x),
    }));
  }).map((series) => ({ ...series, stops: series.stops.sort((a, b) => a.x - b.x) }));
}

// Where the keyboard stops on a line: at whole numbers, or at its corners.
function stopsOfLine(parts, x) {
  const corners = parts.flat();
  if (!x.isWhole || corners.length === 0) return corners;
  const places = corners.map((corner) => x.place(corner.x));
  const [first, last] = [Math.round(Math.min(...places)), Math.round(Math.max(...places))];
  if (last - first > 2000) return corners;
  const stops = [];
  for (let at = first; at <= last; at++) stops.push(onLine(parts, x.pixel(at)));
  return stops.filter(Boolean);
}

// The point of a line at a pixel; nothing where it has none.
function onLine(parts, x) {
  for (const part of parts) {
    const after = part.findIndex((corner) => corner.x >= x - 0.01);
    if (after < 0) continue;
    const [a, b] = [part[after - 1], part[after]];
    if (Math.abs(b.x - x) <= 0.06 || !a) {
      if (Math.abs(b.x - x) <= 0.06) return { x, y: b.y };
      continue;
    }
    return { x, y: a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x) };
  }
  return null;
}

// The point of a series nearest to a place, with its distance.
function nearestOf(series, x, at) {
  const measured = (point) => {
    const isOver = point.from <= at.x && at.x <= point.to && at.y >= point.y;
    return { series, point, distance: isOver ? 0 : Math.hypot(point.x - at.x, point.y - at.y) };
  };
  if (series.kind === 'line') {
    const pixel = x.isWhole ? x.pixel(Math.round(x.place(at.x))) : at.x;
    const point = onLine(series.parts, pixel);
    if (point) return { series, point, distance: Math.abs(point.y - at.y) };
  }
  return series.stops.map(measured)
    .reduce((best, next) => (next.distance < best.distance ? next : best), { distance: Infinity });
}
