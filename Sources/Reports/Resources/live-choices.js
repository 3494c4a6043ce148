// Choices, switches, lines of text and the units of layers.
const { element, identity } = Controls;

function choice(control, changed) {
  return control.of.length <= 4 ? segments(control, changed) : select(control, changed);
}

function segments(control, changed) {
  const name = identity();
  const buttons = control.of.map(
    (word) => element('input', { type: 'radio', name, value: word }));
  const row = element(
    'fieldset', { class: 'row' }, element('legend', {}, control.label),
    element('div', { class: 'seg' }, ...buttons.map(
      (button) => element('label', {}, button, element('span', {}, button.value)))));
  row.addEventListener('change', changed);
  const show = (word) => {
    for (const button of buttons) button.checked = button.value === word;
  };
  show(control.value);
  const chosen = () => buttons.find((one) => one.checked)?.value ?? null;
  return { element: row, get value() { return chosen(); }, show };
}

function select(control, changed) {
  const id = identity();
  const list = element(
    'select', { id }, ...control.of.map((word) => element('option', {}, word)));
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
          show(sizes.slice(0, -1));
        }), fields, part('+', 'One layer more', () => {
          if (sizes.length < control.layers) show([...sizes, sizes.at(-1) ?? 4]);
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

// A line to be typed, as a formula.
function line(control, changed) {
  const id = identity();
  const field = element(
    'input', { id, class: 'line', type: 'text', spellcheck: 'false', autocomplete: 'off' });
  const show = (text) => { field.value = text ?? ''; };
  field.addEventListener('change', changed);
  show(control.value);
  return {
    element: element(
      'div', { class: 'row' }, element('label', { for: id }, control.label), field),
    get value() { return field.value || control.value; }, show,
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
    button.textContent = number === null ? control.label : `${control.label} ${number}`;
    button.setAttribute('aria-label', `${button.textContent}: take the next one`);
  };
  button.addEventListener('click', () => {
    show((value ?? 100) + 1);
    changed();
  });
  show(value);
  return { element: button, get value() { return value; }, show };
}
