
// ---- Zoom: a drawing shown larger in its own frame. The wheel with Ctrl or ⌘, + and −, a double
// click or the button zoom in; drawing with the pointer moves what is shown; Escape goes back.

const wholes = new WeakMap();

function wholeOf(svg) {
  if (!wholes.has(svg)) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    wholes.set(svg, { x, y, width, height });
  }
  return wholes.get(svg);
}

const isZoomed = (svg) => svg.classList.contains('zoomed');

function showPart(svg, { x, y, width, height }) {
  const whole = wholeOf(svg);
  const left = Math.max(whole.x, Math.min(whole.x + whole.width - width, x));
  const top = Math.max(whole.y, Math.min(whole.y + whole.height - height, y));
  svg.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
  svg.classList.toggle('zoomed', width < whole.width);
  const button = svg.closest('.figure')?.querySelector('button.zoom');
  if (button) button.textContent = all('.zoomed', svg.closest('.figure')).length ? 'Whole figure' : 'Zoom';
}

// Shows `factor` times less around a point, at most an eighth of the drawing, at least all.
function zoom(svg, factor, point) {
  hideSpot();
  const [whole, view] = [wholeOf(svg), svg.viewBox.baseVal];
  const width = Math.max(whole.width / 8, Math.min(whole.width, view.width / factor));
  const share = width / view.width;
  showPart(svg, {
    width, height: view.height * share,
    x: point.x - (point.x - view.x) * share, y: point.y - (point.y - view.y) * share,
  });
}

function showWhole(svg) { showPart(svg, wholeOf(svg)); }

function centre(svg) {
  const { x, y, width, height } = svg.viewBox.baseVal;
  return { x: x + width / 2, y: y + height / 2 };
}

const drawingsOf = (figure) => all('svg.plot', figure).filter((svg) => svg.clientWidth > 0);

function onZoomButton(figure) {
  const drawings = drawingsOf(figure);
  if (drawings.some(isZoomed)) drawings.filter(isZoomed).forEach(showWhole);
  else zoom(drawings.find(isDense) ?? drawings[0], 2, centre(drawings.find(isDense) ?? drawings[0]));
}

function onZoomKey(event, svg) {
  if (event.key === '+' || event.key === '=') zoom(svg, 1.5, centre(svg));
  else if (event.key === '-') zoom(svg, 1 / 1.5, centre(svg));
  else if (event.key === 'Escape') { hideSpot(); showAllSeries(svg); showWhole(svg); }
  else return;
  event.preventDefault();
}

// The pointer takes the drawing along while it is pressed.
function pan(svg, start) {
  let last = inDrawing(svg, start);
  const move = (event) => {
    const at = inDrawing(svg, event);
    const { x, y, width, height } = svg.viewBox.baseVal;
    showPart(svg, { x: x + last.x - at.x, y: y + last.y - at.y, width, height });
    last = inDrawing(svg, event);
  };
  const end = () => svg.removeEventListener('pointermove', move);
  svg.setPointerCapture(start.pointerId);
  svg.addEventListener('pointermove', move);
  svg.addEventListener('lostpointercapture', end, { once: true });
}

// Only drawings that the pointer has been over listen to the wheel: pages scroll unhindered.
const wheeled = new WeakSet();

function listenToWheel(svg) {
  if (wheeled.has(svg)) return;
  wheeled.add(svg);
  svg.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(svg, event.deltaY < 0 ? 1.25 : 0.8, inDrawing(svg, event));
  }, { passive: false });
}

// Figures with much in them have a button.
function isDense(svg) {
  return svg.getElementsByTagName('*').length > 250
    || all('path', svg).some((path) => path.getAttribute('d').length > 4000);
}

function offerZoom() {
  for (const figure of all('.figure')) {
    if (!all('svg.plot', figure).some(isDense)) continue;
    const button = element('button', 'Zoom', 'zoom');
    button.type = 'button';
    figure.querySelector('.tools .svg')?.after(button);
  }
}
