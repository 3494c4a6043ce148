// The controls of a live figure, from what the block says of them:
//
//   {name, label, option, form: 'slider' | 'log' | 'count' | 'choice' | …, value, …}
//
// Each is an object with `element`, `value` and `show(value)`; it calls `changed()` when moved.
const Controls = (() => {
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key in made && typeof value !== 'string') made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };
  let count = 0;
  const identity = () => `live-${count += 1}`;

  // As people write numbers: 0.045, 1e-4, −0.30; never 0.30000000000000004. `decimals` are the
  // usual ones: a number that has more keeps them.
  function written(number, decimals = 0) {
    const exact = String(Number(Number(number).toPrecision(6)));
    const fixed = Math.abs(number) < 1e6 ? Number(number).toFixed(decimals) : exact;
    return (Number(fixed) === Number(exact) ? fixed : exact).replace('e+', 'e').replace('-', '−');
  }

  // The decimals that steps of this size need.
  const decimals = (step) => (String(step).split('.')[1] ?? '').length;

  // What somebody typed; null if it is no number.
  function read(text) {
    const number = Number(text.trim().replace('−', '-').replace(',', '.'));
    return text.trim() && Number.isFinite(number) ? number : null;
  }

  function power(decade) {
    if (decade >= -3 && decade <= 4) return written(10 ** decade);
    const digits = String(Math.abs(decade)).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]);
    return `10${decade < 0 ? '⁻' : ''}${digits}`;
  }

  // The number among `stops`, 16 hexadecimal digits each, that is a few pixels away on a log scale.
  function near(position, stops) {
    return stops.map(fromBits).find((stop) => Math.abs(Math.log10(stop) - position) < 0.03);
  }

  // How a slider's position becomes a number, and back.
  const scales = {
    slider: ({ from, to, step }) => ({
      min: from, max: to, step, key: step, position: Number, decimals: decimals(step),
      value: (position) => Number(
        (from + Math.round((position - from) / step) * step).toPrecision(6)),
    }),
    log: ({ from, to, stops = [] }) => ({
      min: Math.log10(from), max: Math.log10(to), step: 0.01, key: 0.1,
      position: (value) => Math.log10(value),
      value: (position) => near(position, stops) ?? Number((10 ** position).toPrecision(2)),
      hasDecades: true,
    }),
    count: ({ from, to }) => ({
      min: Math.log10(from), max: Math.log10(to), step: 0.01, key: 0.1,
      position: (value) => Math.log10(value),
      value: (position) => {
        const number = 10 ** position;
        return number < 100 ? Math.round(number) : Number(number.toPrecision(2));
      },
      hasDecades: to / from >= 100,
    }),
  };

  function slider(control, label, changed) {
    const scale = scales[control.form === 'numbers' ? 'slider' : control.form](control);
    const id = identity();
    const range = element('input', {
      id, type: 'range', min: String(scale.min), max: String(scale.max), step: String(scale.step),
    });
    const field = element('input', {
      class: 'val', type: 'text', inputmode: 'decimal', autocomplete: 'off', placeholder: 'none',
    });
    const name = element('label', { for: id });
    function rename(text) {
      name.textContent = text;
      field.setAttribute('aria-label', `${text}, exact value`);
    }
    rename(label);
    let value = null;
    function show(number) {
      value = number;
      const isSet = number !== null;
      const place = isSet ? scale.position(number) : (scale.min + scale.max) / 2;
      const position = Math.min(Math.max(place, scale.min), scale.max);
      range.classList.toggle('unset', !isSet);
      range.value = String(position);
      range.style.setProperty(
        '--p', `${(100 * (position - scale.min)) / (scale.max - scale.min)}%`);
      range.setAttribute('aria-valuetext', isSet ? written(number) : 'none');
      field.value = isSet ? written(number, scale.decimals) : '';
      const { length } = field.value || field.placeholder;
      field.style.setProperty('--text', `${Math.max(length, 2) + 0.4}ch`);
    }
    function move(number) {
      if (number === value) return;
      show(number);
      changed();
    }
    range.addEventListener('input', () => move(scale.value(Number(range.value))));
    // A finger that scrolls the page has meant no more than that.
    let before = null;
    range.addEventListener('pointerdown', () => { before = value; });
    range.addEventListener('pointercancel', () => move(before));
    range.addEventListener('keydown', (event) => {
      const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (!way) return;
      event.preventDefault();
      let position = Number(range.value), next = value;
      if (value !== null) position = scale.position(value);
      while (next === value && position >= scale.min && position <= scale.max) {
        position += way * scale.key;
        next = scale.value(Math.min(Math.max(position, scale.min), scale.max));
      }
      move(next);
    });
    field.addEventListener('change', () => {
      const number = read(field.value);
      if (number !== null) move(number);
      show(value);
    });
    const row = element(
      'div', { class: 'row' },
      element('div', { class: 'lr' }, name, field), range);
    if (scale.hasDecades) row.append(decades(scale));
    show(control.value);
    return { element: row, get value() { return value; }, show, rename };
  }

  function decades({ min, max }) {
    const row = element('div', { class: 'dec', 'aria-hidden': 'true' });
    for (let decade = Math.ceil(min - 1e-9); decade <= max + 1e-9; decade += 1) {
      row.append(element(
        'span', { style: `--x:${((decade - min) / (max - min)).toFixed(4)}` }, power(decade)));
    }
    return row;
  }

  // `ask()` gives the points that are shown.
  function make(control, changed, ask) {
    switch (control.form) {
      case 'numbers': return numbers(control, changed);
      case 'choice': return choice(control, changed);
      case 'several': return several(control, changed);
      case 'units': return units(control, changed);
      case 'each': return each(control, changed);
      case 'rows': return rows(control, changed, ask);
      case 'found': return found(control, changed);
      case 'text': return line(control, changed);
      case 'toggle': return toggle(control, changed);
      case 'seed': return seed(control, changed);
      default: return slider(control, control.label, changed);
    }
  }

  return { make, element, identity, slider, written, decimals, read };
})();
