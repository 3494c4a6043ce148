// Points of one's own: typed or pasted as rows of x, y and class, or set by clicks on the map.
function rows(control, changed, ask) {
  const { element } = Controls;
  const digits = (number) => String(Number(number.toPrecision(6)));
  const id = Controls.identity();
  const field = element('textarea', { id, rows: '5', spellcheck: 'false' });
  const hint = element('p', { class: 'hint' });
  const modes = ['off', 'class 0', 'class 1', 'remove'].map((word) => element(
    'input', { type: 'radio', name: `${id}-mode`, value: word, checked: word === 'off' }));
  let value = null;

  function show(points, ignored = 0) {
    value = points;
    field.value = (points || []).map((row) => row.map(digits).join(', ')).join('\n');
    const count = points ? `${points.length} points of your own` : 'A row a point: x, y, class';
    const rest = ignored === 1 ? 'one row ignored' : `${ignored} rows ignored`;
    hint.textContent = ignored > 0 ? `${count}; ${rest}` : count;
  }
  function set(points, ignored) {
    show(points && points.length > 0 ? points : control.value, ignored);
    changed();
  }
  // What is shown now, to go on with.
  async function present() { return value ?? await ask(); }

  field.addEventListener('change', () => {
    const lines = field.value.split('\n').map((line) => line.trim()).filter((line) => line);
    if (/[a-z]/i.test(lines[0]) && !/[0-9]/.test(lines[0])) lines.shift();  // headings
    const numbers = lines.map((line) => line.split(/[\s,;]+/).map(Number))
      .filter((row) => row.length === 3 && row.every(Number.isFinite));
    set(numbers, lines.length - numbers.length);
  });
  const copy = element('button', { type: 'button', class: 'btn' }, 'Copy as CSV');
  copy.addEventListener('click', async () => {
    const points = await present();
    const lines = [['x', 'y', 'class'], ...points].map((row) => row.join(','));
    await copyText(lines.join('\n'), copy);
  });
  show(control.value);
  return {
    element: element(
      'details', { class: 'row points' }, element('summary', {}, control.label),
      element('fieldset', {}, element('legend', {}, 'A click on the map sets'),
        element('div', { class: 'seg' }, ...modes.map(
          (mode) => element('label', {}, mode, element('span', {}, mode.value))))),
      element('label', { for: id, class: 'hint' }, 'Rows to be typed or pasted'), field, hint,
      copy),
    get value() { return value; },
    get mode() { return modes.find((one) => one.checked).value; },
    show: (points) => show(points),
    async add(point) { set([...await present(), point]); },
    async remove([x, y]) {
      const points = await present();
      const distance = (point) => Math.hypot(point[0] - x, point[1] - y);
      const nearest = points.reduce((a, b) => (distance(b) < distance(a) ? b : a));
      if (points.length > 2) set(points.filter((point) => point !== nearest));
    },
  };
}

// Sets and takes points where a drawing has the rows of an option, <svg data-points="points">.
class Points {
  constructor(figure) {
    this.parts = new Map(figure.controls
      .filter(({ control }) => control.form === 'rows')
      .map(({ control, part }) => [control.name, part]));
    if (this.parts.size === 0) return;
    for (const { place } of figure.drawings) {
      place.addEventListener('click', (event) => this.#change(event, this.#part(event)?.mode));
      place.addEventListener('pointermove', (event) => { this.last = event; });
      place.addEventListener('pointerleave', () => { this.last = null; });
    }
    document.addEventListener('keydown', ({ key, target }) => {
      if (!this.last || !/^[01]$/.test(key) || target.matches('input, textarea, select')) return;
      if (this.#part(this.last)?.mode !== 'off') this.#change(this.last, `class ${key}`);
    });
  }

  end() { this.parts.clear(); }

  #part({ target }) { return this.parts.get(target.closest?.('svg[data-points]')?.dataset.points); }

  #change(event, mode) {
    const part = this.#part(event);
    if (!part || !mode || mode === 'off') return;
    const svg = event.target.closest('svg'), { x, y } = Points.#place(svg, event);
    const [across, up] = [svg.dataset.x, svg.dataset.y].map(Points.#axis);
    const point = [across(x), up(y)].map((number) => Number(number.toPrecision(4)));
    if (mode === 'remove') part.remove(point);
    else part.add([...point, mode === 'class 1' ? 1 : 0]);
  }

  static #place(svg, { clientX, clientY }) {
    return new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
  }

  // A linear axis: "linear", a pixel and its value, another pixel and its value.
  static #axis(hook) {
    const [start, lower, end, upper] = hook.split('\n')[0].split(' ').slice(1).map(Number);
    return (pixel) => lower + (upper - lower) * (pixel - start) / (end - start);
  }
}
