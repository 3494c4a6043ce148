
// ---- Readers: what a drawing has to say at a place, and where the arrow keys go from there.
//
// A spot is `{ key, name, rows, point }`: the series, what it is called, terms with their values,
// and where it lies in the drawing's own pixels.

const readers = new WeakMap();

const isNear = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < 1.5;

// The reader of a drawing, made once; nothing for a drawing that prints all it has.
function readerOf(svg) {
  if (!readers.has(svg)) {
    const { x, grid, spots } = svg.dataset;
    const make = x ? plotReader : grid ? gridReader : spots ? spotReader : () => null;
    readers.set(svg, make(svg));
  }
  return readers.get(svg);
}

function plotReader(svg) {
  const [x, y] = [readAxis(svg.dataset.x), readAxis(svg.dataset.y)];
  const series = readSeries(svg, x);
  if (series.length === 0) return null;
  const shown = () => series.filter(({ group }) => !group.classList.contains('off'));
  const across = (point) =>
    (point.from === undefined ? x.print(point.x) : `${x.print(point.from)} to ${x.print(point.to)}`);
  const spot = (series, point) => ({
    series, point, key: series.key, name: nameOfSeries(svg, series.key),
    rows: [[x.title, across(point), x.unit], [y.title, y.print(point.y), y.unit]],
  });
  return {
    // A row tells of a point if it has both of its coordinates, x before y.
    told(row) {
      const numbers = numbersOf(row), points = [];
      for (const [i, a] of numbers.entries()) {
        const left = x.pixelOf(a);
        for (const b of Number.isFinite(left) ? numbers.slice(i + 1) : []) {
          const top = y.pixelOf(b);
          const isThere = (point) => Math.abs(point.x - left) < 0.8 && Math.abs(point.y - top) < 0.8;
          const found = series.map(({ kind, parts, stops }) =>
            (kind === 'line' ? [onLine(parts, left)].filter(Boolean) : stops).find(isThere));
          const isNew = (point) => point && !points.some((one) => isNear(one, point));
          for (const point of found) if (isNew(point)) points.push(point);
        }
      }
      return points;
    },
    at(place) {
      const near = shown().map((series) => nearestOf(series, x, place))
        .reduce((best, next) => (next.distance < best.distance ? next : best), { distance: 40 });
      return near.point ? spot(near.series, near.point) : null;
    },
    first() {
      const [first] = shown();
      return first ? spot(first, first.stops[0]) : null;
    },
    // Left and right along the series, up and down to the next one.
    moved(from, right, up) {
      const list = up ? shown() : [from.series];
      const number = list.indexOf(from.series);
      const next = list[(number - up + list.length) % list.length] ?? from.series;
      const here = next.stops.reduce((best, stop, i) =>
        (Math.abs(stop.x - from.point.x) < Math.abs(next.stops[best].x - from.point.x) ? i : best), 0);
      const start = up ? here : from.series.stops.indexOf(from.point);
      const index = Math.max(0, Math.min(next.stops.length - 1, (start < 0 ? here : start) + right));
      return spot(next, next.stops[index]);
    },
  };
}

function gridReader(svg) {
  const [left, top, cell] = svg.dataset.grid.split(' ').map(Number);
  const [rowTitle, ...rows] = svg.dataset.rows.split('\n');
  const [columnTitle, ...columns] = svg.dataset.columns.split('\n');
  const values = svg.dataset.cells.split('\n');
  const spot = (row, column) => ({
    row, column, name: '',
    point: boxed(left + cell * column, top + cell * row, cell, cell, 2),
    rows: [[rowTitle || 'row', rows[row]], [columnTitle || 'column', columns[column]],
      ['', values[row * columns.length + column]]],
  });
  const within = (number, list) => Math.max(0, Math.min(list.length - 1, number));
  const rowOf = (row) => (rows[row.sectionRowIndex] === row.cells[0].textContent.trim()
    && row.cells.length > columns.length ? row.sectionRowIndex : undefined);
  return {
    rowOf,
    // A row of the table that has the name of a row of cells tells of all of them.
    told(row) {
      if (rowOf(row) === undefined) return [];
      return [boxed(left, top + cell * rowOf(row), cell * columns.length, cell, 2)];
    },
    at({ x, y }) {
      const [row, column] = [Math.floor((y - top) / cell), Math.floor((x - left) / cell)];
      return rows[row] === undefined || columns[column] === undefined ? null : spot(row, column);
    },
    first: () => spot(0, 0),
    moved: (from, right, up) => spot(within(from.row - up, rows), within(from.column + right, columns)),
  };
}

// Parts of a drawing that each say something of their own: `data-spots` (SVG+Spots.swift).
function spotReader(svg) {
  const spots = svg.dataset.spots.split('\n').map((line) => {
    const [place, name, ...words] = line.split('\t');
    const rows = words.flatMap((word, i) => (i % 2 ? [] : [[word, words[i + 1]]]));
    return { name, rows, point: boxed(...place.split(' ').map(Number)) };
  });
  const isAt = ({ point }, { x, y }) =>
    Math.abs(point.x - x) <= point.width / 2 + 2 && Math.abs(point.y - y) <= point.height / 2 + 2;
  // The nearest one in the direction of an arrow key, rather straight ahead than aside.
  const beyond = (from, right, up) => {
    const ahead = spots.map((spot) => {
      const [dx, dy] = [spot.point.x - from.point.x, from.point.y - spot.point.y];
      const [along, aside] = right ? [dx * Math.sign(right), dy] : [dy * up, dx];
      return { spot, along, distance: along + 2 * Math.abs(aside) };
    }).filter(({ along }) => along > 1);
    return ahead.reduce((best, next) => (next.distance < best.distance ? next : best),
      { spot: from, distance: Infinity }).spot;
  };
  return {
    at: (place) => spots.find((spot) => isAt(spot, place)) ?? null,
    first: () => spots[0],
    moved(from, right, up) {
      if (Math.abs(right) > 1000) return right < 0 ? spots[0] : spots.at(-1);
      return beyond(from, right, up);
    },
  };
}

// The middle of a rectangle, with its size.
function boxed(left, top, width, height, radius) {
  return { x: left + width / 2, y: top + height / 2, width, height, radius };
}

// What a series is called in the legend of its figure, else what it calls itself.
function nameOfSeries(svg, key) {
  const figure = svg.closest('.figure') ?? svg;
  const label = all('.key', figure).find((element) => element.dataset.s === key);
  return label ? label.textContent : key;
}
