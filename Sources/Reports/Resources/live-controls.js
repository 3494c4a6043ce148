// The controls of a live figure, from what the block says of them:
//
//   {name, label, form: 'slider' | 'log' | 'count' | 'numbers' | 'choice' | 'toggle' | 'seed', value, …}
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
      class: 'val', type: 'text', inputmode: 'decimal', autocomplete: 'off',
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
      field.value = isSet ? written(number, scale.decimals) : '–';
      field.style.width = `${Math.max(field.value.length, 2) + 0.4}ch`;
    }
    function move(number) {
      if (number === value) return;
      show(number);
      changed();
    }
    range.addEventListener('input', () => move(scale.value(Number(range.value))));
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

  function choice(control, changed) {
    return control.of.length <= 4 ? segments(control, changed) : select(control, changed);
  }

  function segments(control, changed) {
    const name = identity();
    const buttons = control.of.map((word) => element('input', { type: 'radio', name, value: word }));
    const row = element(
      'fieldset', { class: 'row' }, element('legend', {}, control.label),
      element('div', { class: 'seg' }, ...buttons.map(
        (button) => element('label', {}, button, element('span', {}, button.value)))));
    row.addEventListener('change', changed);
    const show = (word) => { for (const button of buttons) button.checked = button.value === word; };
    show(control.value);
    return { element: row, get value() { return buttons.find((one) => one.checked)?.value ?? null; }, show };
  }

  function select(control, changed) {
    const id = identity();
    const list = element('select', { id }, ...control.of.map((word) => element('option', {}, word)));
    list.value = control.value;
    list.addEventListener('change', changed);
    return {
      element: element(
        'div', { class: 'row' }, element('label', { for: id }, control.label), list),
      get value() { return list.value; },
      show(word) { list.value = word; },
    };
  }

  function several(control, changed) {
    const boxes = control.of.map((word) => element('input', { type: 'checkbox', value: word }));
    const row = element(
      'fieldset', { class: 'row' }, element('legend', {}, control.label),
      element('div', { class: 'boxes' }, ...boxes.map(
        (box) => element('label', {}, box, ` ${box.value}`))));
    const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
    row.addEventListener('change', (event) => {
      if (chosen().length === 0) event.target.checked = true;
      else changed();
    });
    const show = (words) => { for (const box of boxes) box.checked = words.includes(box.value); };
    show(control.value);
    return { element: row, get value() { return chosen(); }, show };
  }

  // Layers side by side, each with as many units as its field says; − and + take or add a layer.
  function units(control, changed) {
    const fields = element('span', { class: 'fields' });
    const part = (text, words, work) => {
      const button = element('button', { type: 'button', class: 'btn', 'aria-label': words }, text);
      button.addEventListener('click', () => {
        work();
        changed();
      });
      return button;
    };
    let sizes = [];
    function show(values) {
      sizes = [...values];
      fields.replaceChildren(...sizes.map((size, i) => {
        const field = element('input', {
          type: 'number', min: '1', max: String(control.to), value: String(size),
          'aria-label': `Units of hidden layer ${i + 1}`,
        });
        field.addEventListener('change', () => {
          sizes[i] = Math.min(Math.max(Math.round(Number(field.value)) || 1, 1), control.to);
          field.value = String(sizes[i]);
          changed();
        });
        return field;
      }));
    }
    show(control.value);
    return {
      element: element(
        'div', { class: 'row units', role: 'group', 'aria-label': control.label },
        element('span', {}, control.label),
        element(
          'div', { class: 'lr' }, part('−', 'One layer less', () => {
            if (sizes.length > 1) show(sizes.slice(0, -1));
          }), fields, part('+', 'One layer more', () => {
            if (sizes.length < control.layers) show([...sizes, sizes.at(-1)]);
          }))),
      get value() { return [...sizes]; }, show,
    };
  }

  // A choice for each number of another control; null while none was made.
  function each(control, changed) {
    const lists = element('div', { class: 'each' });
    let value = null, base = control.of[0];
    function show(words) {
      value = words;
      [...lists.children].forEach((list, i) => { list.value = value?.[i] ?? base; });
    }
    // As many choices as there are numbers; those not made are what `word` says.
    function follow(count, word) {
      base = word ?? base;
      while (lists.children.length > count) lists.lastChild.remove();
      while (lists.children.length < count) {
        const list = element(
          'select', { 'aria-label': `${control.label}: ${lists.children.length + 1}` },
          ...control.of.map((name) => element('option', {}, name)));
        list.addEventListener('change', () => {
          value = [...lists.children].map((one) => one.value);
          changed();
        });
        lists.append(list);
      }
      show(value);
    }
    show(control.value);
    return {
      element: element(
        'div', { class: 'row', role: 'group', 'aria-label': control.label },
        element('span', {}, control.label), lists),
      get value() { return value; }, show, follow,
    };
  }

  function toggle(control, changed) {
    const id = identity();
    const button = element('button', { type: 'button', class: 'sw', role: 'switch', id });
    const show = (isOn) => button.setAttribute('aria-checked', String(isOn));
    button.addEventListener('click', () => {
      show(button.getAttribute('aria-checked') !== 'true');
      changed();
    });
    show(control.value === true);
    return {
      element: element(
        'div', { class: 'lr' }, element('label', { for: id }, control.label), button),
      get value() { return button.getAttribute('aria-checked') === 'true'; }, show,
    };
  }

  function seed(control, changed) {
    let value = control.value;
    const button = element('button', { type: 'button', class: 'btn seed' });
    const show = (number) => {
      value = number;
      button.textContent = `Seed ${number}`;
      button.setAttribute('aria-label', `Seed ${number}: take the next one`);
    };
    button.addEventListener('click', () => {
      show(value + 1);
      changed();
    });
    show(value);
    return { element: button, get value() { return value; }, show };
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
      case 'rows': return rows(control, changed);
      case 'toggle': return toggle(control, changed);
      case 'seed': return seed(control, changed);
      default: return slider(control, control.label, changed);
    }
  }

  return { make, element, identity, slider, written, decimals, read };
})();
