
// ---- Start: all events of the page.

const actions = {
  csv: (button) => copyText(button.closest('.tools').querySelector('pre.csv').textContent, button),
  copy: (button) => copyText(button.closest('.list').querySelector('pre').textContent, button),
  svg: (button) => saveSVG(button.closest('.figure')),
  png: (button) => savePNG(button.closest('.figure'), button),
  zoom: (button) => onZoomButton(button.closest('.figure')),
};

function onClick(event) {
  const button = event.target.closest('button');
  if (button?.closest('.tog')) choose(button.value);
  else if (button) actions[button.className]?.(button);
  const label = event.target.closest('.figure .key[data-s]');
  if (label) toggleSeries(label, label.dataset.s);
}

// One look a frame, at the last place of the pointer.
let pointed = null, isAsked = false;

function onPointerMove(event) {
  pointed = { target: event.target, clientX: event.clientX, clientY: event.clientY };
  lookSoon();
}

function lookSoon() {
  if (!isAsked) requestAnimationFrame(() => { isAsked = false; look(pointed); });
  isAsked = true;
}

// A live figure is about to draw anew: what is known of its drawings, and shown in them, is of before.
function onRedraw({ target }) {
  if (rings.some((ring) => target.contains(ring))) hideRow();
  if (current && target.contains(current.svg)) {
    if (pointed && target.matches(':hover')) {
      pointed.target = current.svg;
      lookSoon();
    }
    hideSpot();
  }
  all('svg.zoomed', target).forEach(showWhole);
  for (const svg of all('svg.plot', target)) {
    for (const known of [readers, told, wholes]) known.delete(svg);
  }
}

function look(event) {
  const label = event.target.closest?.('.figure .key[data-s]');
  const svg = event.target.closest?.('.figure svg.plot');
  const row = event.target.closest?.('.figure .tools tbody tr');
  if (row) return showRow(row);
  if (!current) hideRow();
  if (label) {
    hideSpot();
    lightSeries(label, label.dataset.s);
    current = { svg: label.closest('svg'), spot: null };
  } else if (svg && readerOf(svg)) {
    listenToWheel(svg);
    showSpot(svg, readerOf(svg).at(inDrawing(svg, event)));
  } else {
    hideSpot();
  }
}

function onKey(event) {
  const svg = event.target.closest?.('svg.plot'), row = event.target.closest?.('.tools tbody tr');
  if (row) return onRowKey(event, row);
  if (event.key === 'Escape' && !svg) return onEscape();
  if (!svg || event.altKey || event.ctrlKey || event.metaKey) return;
  onZoomKey(event, svg);
  if (!event.defaultPrevented) onDrawingKey(event, svg);
}

// Escape closes what the pointer has opened, and shows whole drawings again.
function onEscape() {
  hideSpot();
  hideRow();
  all('svg.zoomed').forEach(showWhole);
}

function onFocus(event) {
  const row = event.target.closest?.('.tools tbody tr');
  if (row) return showRow(row);
  const svg = event.target.closest?.('svg.plot');
  if (!svg?.matches(':focus-visible')) return;
  const hint = 'Arrow keys walk, Enter hides a series, + zooms, Escape resets.';
  showSpot(svg, readerOf(svg)?.first(), hint);
}

function onPointerDown(event) {
  const svg = event.target.closest('svg.zoomed');
  if (!svg || event.button !== 0) return;
  event.preventDefault();
  pan(svg, event);
}

function onDoubleClick(event) {
  const svg = event.target.closest('.figure svg.plot');
  if (!svg || event.target.closest('.key')) return;
  if (isZoomed(svg)) showWhole(svg);
  else zoom(svg, 2, inDrawing(svg, event));
}

document.addEventListener('DOMContentLoaded', () => {
  show(storage.theme);
  makeReachable();
  unfoldTarget();
  followContents();
  offerAddresses();
  (window.requestIdleCallback ?? setTimeout)(offerZoom);
  addEventListener('hashchange', unfoldTarget);
  addEventListener('scroll', hideSpot, { passive: true });
  // Folds do not tell their ancestors.
  document.addEventListener('toggle', ({ target }) => {
    if (target.matches('.tools details[open]')) makeRowsReachable(target);
  }, { capture: true });
  const listeners = {
    click: onClick, pointermove: onPointerMove, keydown: onKey, focusin: onFocus,
    focusout: () => { hideSpot(); hideRow(); }, pointerdown: onPointerDown, dblclick: onDoubleClick,
    redraw: onRedraw,
  };
  for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener);
});
