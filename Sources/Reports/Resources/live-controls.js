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

  // As people write numbers: 0.045, 1e-4; never 0.30000000000000004.
  function written(number) {
    const text = String(Number(Number(number).toPrecision(6)));
    return text.replace('e+', 'e');
  }

  function power(decade) {
    if (decade >= -3 && decade <= 4) return written(10 ** decade);
    const digits = String(Math.abs(decade)).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]);
    return `10${decade < 0 ? '⁻' : ''}${digits}`;
  }

  // How a slider's position becomes a number, and back.
  const scales = {
    slider: ({ from, to, step }) => ({
      min: from, max: to, step, key: step, position: Number,
      value: (position) => Number(written(from + Math.round((position - from) / step) * step)),
    }),
    log: ({ from, to }) => ({
      min: Math.log10(from), max: Math.log10(to), step: 0.01, key: 0.1,
      position: (value) => Math.log10(value),
      value: (position) => Number((10 ** position).toPrecision(2)), hasDecades: true,
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

  function slider(control, label, changed, scale) {
    const id = identity();
    const range = element('input', {
      id, type: 'range', min: String(scale.min), max: String(scale.max), step: String(scale.step),
    });
    const field = element('input', {
      class: 'val', type: 'text', inputmode: 'decimal', autocomplete: 'off',
      'aria-label': `${label}, exact value`, size: '6',
    });
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
      field.value = isSet ? written(number) : '–';
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
      const number = Number(field.value.replace('−', '-').replace(',', '.'));
      if (field.value.trim() && Number.isFinite(number)) move(number);
      show(value);
    });
    const row = element(
      'div', { class: 'row' },
      element('div', { class: 'lr' }, element('label', { for: id }, label), field), range);
    if (scale.hasDecades) row.append(decades(scale));
    show(control.value);
    return { element: row, get value() { return value; }, show };
  }

  function decades({ min, max }) {
    const row = element('div', { class: 'dec', 'aria-hidden': 'true' });
    for (let decade = Math.ceil(min - 1e-9); decade <= max + 1e-9; decade += 1) {
      row.append(element(
        'span', { style: `--x:${((decade - min) / (max - min)).toFixed(4)}` }, power(decade)));
    }
    return row;
  }

  function numbers(control, changed) {
    const scale = scales.slider(control);
    const parts = control.value.map(
      (value, i) => slider({ value }, control.of[i], changed, scale));
    return {
      element: element(
        'div', {
          class: parts.length > 4 ? 'nums many' : 'nums', role: 'group',
          'aria-label': control.label,
        },
        ...parts.map((part) => part.element)),
      get value() { return parts.map((part) => part.value); },
      show(values) { values.forEach((value, i) => parts[i].show(value)); },
    };
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
    return { element: row, get value() { return buttons.find((one) => one.checked)?.value; }, show };
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

  // Rows of numbers, typed or pasted: a row a line, numbers parted by commas, tabs or blanks.
  function rows(control, changed) {
    const id = identity();
    const field = element('textarea', { id, rows: '4', spellcheck: 'false' });
    let value = null;
    const show = (numbers) => {
      value = numbers;
      field.value = (numbers || []).map((row) => row.map(written).join(', ')).join('\n');
    };
    field.addEventListener('change', () => {
      const lines = field.value.split('\n').map((line) => line.trim()).filter((line) => line);
      const numbers = lines.map((line) => line.split(/[\s,;]+/).map(Number))
        .filter((row) => row.every(Number.isFinite));
      value = numbers.length > 0 ? numbers : control.value;
      changed();
    });
    show(control.value);
    return {
      element: element(
        'details', { class: 'row' }, element('summary', {}, control.label),
        element('label', { for: id, class: 'hint' }, 'One point a line'), field),
      get value() { return value; }, show,
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

  function make(control, changed) {
    switch (control.form) {
      case 'numbers': return numbers(control, changed);
      case 'choice': return choice(control, changed);
      case 'several': return several(control, changed);
      case 'units': return units(control, changed);
      case 'rows': return rows(control, changed);
      case 'toggle': return toggle(control, changed);
      case 'seed': return seed(control, changed);
      default: return slider(control, control.label, changed, scales[control.form](control));
    }
  }

  return { make, element, written };
})();
