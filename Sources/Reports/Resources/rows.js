
// ---- Rows: a row of the data table and what it tells of in the drawings mark each other.

const rings = [];
let markedRow = null;

// A number as tables print it; NaN for words.
function numberIn(text) {
  const plain = text.trim().replace(/[\u2009\u202f]/g, '').replaceAll('−', '-');
  if (/^-?[\d.]+(e-?\d+)?$/.test(plain)) return Number(plain);
  const [, factor, digits] = /^(-?(?:[\d.]+·)?)10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(plain) ?? [];
  if (digits === undefined) return NaN;
  const exponent = [...digits].map((digit) => '-0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)]).join('');
  return Number(`${factor.replace('·', '') || '1'}e${exponent}`.replace(/^-e/, '-1e'));
}

function numbersOf(row) { return [...row.cells].map((cell) => numberIn(cell.textContent)); }

// The points of a drawing that a row of a table tells of, found once.
const told = new WeakMap();

function pointsOf(row, svg) {
  if (!told.has(svg)) told.set(svg, new Map());
  const points = told.get(svg);
  if (!points.has(row)) points.set(row, readerOf(svg)?.told?.(row) ?? []);
  return points.get(row);
}

function tableOf(figure) { return figure?.querySelector('.tools details[open] table'); }

function clearRows() {
  for (const ring of rings.splice(0)) ring.remove();
  markedRow?.classList.remove('lit');
  markedRow = null;
}

// Marks a row, and what it tells of.
function showRow(row) {
  if (row === markedRow) return;
  hideSpot();
  clearRows();
  const figure = row.closest('.figure');
  for (const svg of drawingsOf(figure)) {
    for (const point of pointsOf(row, svg)) {
      rings.push(svg.appendChild(shapeRing(ring.cloneNode(), point)));
    }
  }
  const key = keyOf(row, figure);
  if (rings.length === 0 && key === undefined) return;
  markedRow = row;
  row.classList.add('lit');
  if (key !== undefined) lightSeries(figure, key);
}

// The series that a row is about: its first cell is its name, in words or as a number.
function keyOf(row, figure) {
  const name = row.cells[0].textContent, number = numberIn(name);
  const keys = all('[data-s]', figure).map((group) => group.dataset.s).filter(Boolean);
  return keys.find((key) => key === name || (number === number && Number(key) === number));
}

function hideRow() {
  if (!markedRow) return;
  lightSeries(markedRow.closest('.figure'), undefined);
  clearRows();
}

// Marks the row that tells of a spot of a drawing, if its table is open.
function showRowOf(svg, spot) {
  clearRows();
  const table = tableOf(svg.closest('.figure'));
  if (!table) return;
  const rows = [...table.tBodies[0].rows].filter((row) => (spot.row === undefined
    ? pointsOf(row, svg).some((point) => isNear(point, spot.point)) : readerOf(svg).rowOf(row) === spot.row));
  markedRow = rows.find((row) => keyOf(row, svg.closest('.figure')) === spot.key) ?? rows[0] ?? null;
  markedRow?.classList.add('lit');
}

// One row of a table that tells of its drawing can be reached by Tab, the arrow keys lead on.
function makeRowsReachable(fold) {
  const figure = fold.closest('.figure'), rows = fold.querySelector('tbody')?.rows ?? [];
  const first = [...rows].find((row) => keyOf(row, figure) !== undefined
    || drawingsOf(figure).some((svg) => pointsOf(row, svg).length > 0));
  if (first) first.tabIndex = 0;
}

function onRowKey(event, row) {
  const next = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
  if (!next) return;
  event.preventDefault();
  row.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
