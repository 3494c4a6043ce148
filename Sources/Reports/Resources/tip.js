
// ---- Tip: the values at the spot that the pointer or the keyboard is at.

const tip = document.createElement('div');
tip.className = 'tooltip';
tip.hidden = true;
tip.setAttribute('role', 'status');
const ring = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
ring.setAttribute('class', 'at');
let current = null;  // { svg, spot }

function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function showSpot(svg, spot, hint = '') {
  if (!spot) return hideSpot();
  current = { svg, spot };
  tip.replaceChildren();
  if (spot.name) tip.append(element('b', spot.name));
  for (const [term, value, unit] of spot.rows) {
    const row = element('div', '');
    if (term) row.append(element('span', term), ' ');
    row.append(element('strong', value));
    if (unit) row.append(' ', element('small', unit));
    tip.append(row);
  }
  if (hint) tip.append(element('small', hint, 'hint'));
  svg.append(shapeRing(ring, spot.point));
  placeTip(svg, spot.point);
  lightSeries(svg, spot.key);
  showRowOf(svg, spot);
}

function hideSpot() {
  if (!current) return;
  const { svg } = current;
  current = null;
  tip.hidden = true;
  ring.remove();
  clearRows();
  lightSeries(svg, undefined);
}

// Around a point, or around the box of a cell, of a row of cells, of a part.
function shapeRing(ring, { x, y, width = 11, height = 11, radius = 5.5 }) {
  const box = { x: x - width / 2, y: y - height / 2, width, height, rx: radius };
  for (const [name, value] of Object.entries(box)) ring.setAttribute(name, value);
  return ring;
}

// Above the spot, below where there is no room, and never outside of the window.
function placeTip(svg, point) {
  const place = onScreen(svg, point);
  tip.hidden = false;
  const [width, height] = [tip.offsetWidth, tip.offsetHeight];
  const left = Math.max(8, Math.min(root.clientWidth - width - 8, place.x - width / 2));
  const above = place.y - height - 16;
  tip.style.left = `${left}px`;
  tip.style.top = `${above < 8 ? place.y + 16 : above}px`;
}

// The place of the window that shows a point of a drawing, and the other way round.
function onScreen(svg, point) {
  const { left, top, scale, view } = scaleOf(svg);
  return { x: left + (point.x - view.x) * scale, y: top + (point.y - view.y) * scale };
}

function inDrawing(svg, event) {
  const { left, top, scale, view } = scaleOf(svg);
  return { x: view.x + (event.clientX - left) / scale, y: view.y + (event.clientY - top) / scale };
}

function scaleOf(svg) {
  const { left, top, width } = svg.getBoundingClientRect();
  const view = svg.viewBox.baseVal;
  return { left, top, view, scale: width / view.width };
}

// ---- By keyboard: a drawing with values takes the focus, arrow keys walk through it.

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function onDrawingKey(event, svg) {
  const reader = readerOf(svg);
  const spot = current?.svg === svg ? current.spot : reader?.first();
  if (!spot) return;
  if (steps[event.key]) {
    const [right, up] = steps[event.key];
    showSpot(svg, reader.moved(spot, right * (event.shiftKey ? 10 : 1), up));
  } else if (event.key === 'Home' || event.key === 'End') {
    showSpot(svg, reader.moved(spot, event.key === 'Home' ? -1e6 : 1e6, 0));
  } else if (event.key === 'Enter' && spot.key) {
    toggleSeries(svg, spot.key);
  } else {
    return;
  }
  event.preventDefault();
}

function makeReachable() {
  for (const svg of all('svg.plot:is([data-x], [data-grid], [data-spots])')) svg.tabIndex = 0;
  document.body.append(tip);
}
