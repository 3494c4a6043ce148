// Points of one's own: typed or pasted as rows of x, y and a class or value, or set by clicks on the
// map. The value is null, rows with classes, or {rows, classes: false}.
function rows(control, changed, ask) {
  const { element } = Controls;
  const digits = (number) => String(Number(number.toPrecision(6)));
  const id = Controls.identity();
  const field = element('textarea', { id, rows: '5', spellcheck: 'false' });
  const hint = element('p', { class: 'hint' });
  const radios = (name, words) => words.map((word, i) => element(
    'input', { type: 'radio', name: `${id}-${name}`, value: word, checked: i === 0 }));
  const segments = (inputs) => element('div', { class: 'seg' }, ...inputs.map(
    (input) => element('label', {}, input, element('span', {}, input.value))));
  const modes = radios('mode', ['off', 'class 0', 'class 1', 'value', 'remove']);
  const kinds = radios('kind', ['a class', 'a value']);
  const number = element('input', {
    class: 'num', type: 'text', inputmode: 'decimal', value: '1', 'aria-label': 'Value to set',
  });
  let value = null;
  const form = () => `A row a point: x, y, ${areClasses() ? 'class' : 'value'}`;
  const rowsOf = (given) => given?.rows ?? given;
  const areClasses = () => kinds[0].checked;
  const told = (points) => (areClasses() ? points : { ...value, rows: points, classes: false });

  function show(given, ignored = 0) {
    value = given;
    const points = rowsOf(given);
    field.value = (points || []).map((row) => row.map(digits).join(', ')).join('\n');
    kinds[given?.classes === false ? 1 : 0].checked = true;
    label();
    const count = points ? `${points.length} points of your own` : form();
    const rest = ignored === 1 ? 'one row ignored' : `${ignored} rows ignored`;
    hint.textContent = ignored > 0 ? `${count}; ${rest}` : count;
  }
  // A click sets one of two classes, or a value.
  function label() {
    number.hidden = areClasses();
    for (const mode of modes) {
      const isOther = mode.value === 'value' ? areClasses()
        : mode.value.startsWith('class') && !areClasses();
      mode.parentNode.hidden = isOther;
      if (isOther && mode.checked) modes[0].checked = true;
    }
  }
  function set(points, ignored) {
    show(points?.length > 0 ? told(points) : control.value, ignored);
    changed();
  }
  // What is shown now, to go on with.
  async function present() {
    if (value) return rowsOf(value);
    const points = await ask();
    kinds[points.every((row) => row[2] === 0 || row[2] === 1) ? 0 : 1].checked = true;
    return points;
  }

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
    const heads = ['x', 'y', areClasses() ? 'class' : 'value'];
    const lines = [heads, ...points].map((row) => row.join(','));
    await copyText(lines.join('\n'), copy);
  });
  const kind = element(
    'fieldset', {}, element('legend', {}, 'The third number is'), segments(kinds));
  kind.addEventListener('change', () => {
    const points = rowsOf(value);
    if (points) set(points);
    else {
      label();
      hint.textContent = form();
    }
  });
  const made = element(
    'details', { class: 'row points' }, element('summary', {}, control.label),
    element('fieldset', {}, element('legend', {}, 'A click on the map sets'),
      element('div', { class: 'lr' }, segments(modes), number)),
    kind, element('label', { for: id, class: 'hint' }, 'Rows to be typed or pasted'), field, hint,
    copy);
  show(control.value);
  return {
    element: made,
    get value() { return value; },
    // What a click sets: a class, a value; or 'remove', or null.
    get mode() {
      const mode = modes.find((one) => one.checked).value;
      if (mode === 'value') return Controls.read(number.value);
      return { off: null, 'class 0': 0, 'class 1': 1, remove: mode }[mode];
    },
    show: (given) => show(given),
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
      if (this.#part(this.last)?.mode !== null) this.#change(this.last, Number(key));
    });
  }

  end() { this.parts.clear(); }

  #part({ target }) { return this.parts.get(target.closest?.('svg[data-points]')?.dataset.points); }

  #change(event, mode) {
    const part = this.#part(event);
    if (!part || (mode ?? null) === null) return;
    const svg = event.target.closest('svg'), { x, y } = Points.#place(svg, event);
    const [across, up] = [svg.dataset.x, svg.dataset.y].map(Points.#axis);
    const point = [across(x), up(y)].map((number) => Number(number.toPrecision(4)));
    if (mode === 'remove') part.remove(point);
    else part.add([...point, mode]);
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
