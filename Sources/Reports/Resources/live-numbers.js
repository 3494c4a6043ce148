// The numbers of an option: a slider each for a few; for more, matrices of fields with one slider
// for the field that was touched last.

// A number that is drawn to the right, or up, to make it larger: two pixels a step.
function scrub(place, event, control, value, move) {
  const start = { x: event.clientX, y: event.clientY };
  const decimals = Controls.decimals(control.step);
  let isMoved = false, last = value;
  const draw = ({ clientX, clientY }) => {
    const way = clientX - start.x - (clientY - start.y);
    if (!isMoved && Math.abs(way) < 3) return;
    isMoved = true;
    const steps = Math.round(value / control.step + way / 2);
    const number = Number(
      Math.min(Math.max(steps * control.step, control.from), control.to).toFixed(decimals));
    if (number === last) return;
    last = number;
    move(number);
  };
  const end = ({ type }) => {
    place.removeEventListener('pointermove', draw);
    for (const name of ['pointerup', 'pointercancel']) place.removeEventListener(name, end);
    // A finger that scrolls has meant no more than that.
    if (type === 'pointercancel' && last !== value) move(value);
  };
  // The drawing's own elements are replaced on the way.
  place.setPointerCapture(event.pointerId);
  place.addEventListener('pointermove', draw);
  for (const name of ['pointerup', 'pointercancel']) place.addEventListener(name, end);
}

function numbers(control, changed) {
  return control.value.length > 4 ? matrices(control, changed) : sliders(control, changed);
}

function sliders(control, changed) {
  const parts = control.value.map(
    (value, i) => Controls.slider({ ...control, value }, control.of[i], changed));
  return {
    element: Controls.element(
      'div', { class: 'nums', role: 'group', 'aria-label': control.label },
      ...parts.map((part) => part.element)),
    get value() { return parts.map((part) => part.value); },
    show(values) { values.forEach((value, i) => parts[i].show(value)); },
  };
}

function matrices(control, changed) {
  const { element } = Controls;
  let values = [...control.value], chosen = 0;
  const decimals = Controls.decimals(control.step);
  const written = (number) => Controls.written(
    control.isRounded ? number.toFixed(decimals) : number, decimals);
  const fields = values.map((_, i) => {
    const field = element('input', {
      class: 'num', type: 'text', inputmode: 'decimal', autocomplete: 'off',
      'aria-label': control.of[i],
    });
    field.addEventListener('focus', () => choose(i));
    field.addEventListener('change', () => {
      const number = Controls.read(field.value);
      if (number === null) show(values);
      else set(i, number);
    });
    field.addEventListener('keydown', (event) => {
      const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!way) return;
      event.preventDefault();
      set(i, Math.min(Math.max(values[i] + way * control.step, control.from), control.to));
    });
    field.addEventListener('pointerdown', (event) => {
      if (event.button === 0) scrub(field, event, control, values[i], (number) => set(i, number));
    });
    return field;
  });
  const slider = Controls.slider(
    { ...control, value: values[0] }, control.of[0], () => set(chosen, slider.value));
  slider.element.classList.add('one');

  function set(i, number) {
    choose(i);
    const value = Number(number.toFixed(6));
    if (value === values[i]) return show(values);
    show(values.with(i, value));
    changed();
  }
  function choose(i) {
    fields[chosen].classList.remove('on');
    fields[i].classList.add('on');
    chosen = i;
    slider.rename(control.of[i]);
    slider.show(values[i]);
  }
  function show(all) {
    values = [...all];
    fields.forEach((field, i) => { field.value = written(values[i]); });
    slider.show(values[chosen]);
  }
  let first = 0;
  const tables = control.matrices.map(([name, rows, columns]) => {
    const own = fields.slice(first, first + rows * columns);
    first += own.length;
    return element(
      'div', { class: 'mat' }, element('span', {}, name),
      element('div', { style: `--columns:${columns}` }, ...own));
  });
  show(values);
  choose(0);
  return {
    element: element(
      'div', { class: 'row mats', role: 'group', 'aria-label': control.label },
      element('div', { class: 'tables' }, ...tables), slider.element),
    get value() { return [...values]; }, show,
  };
}
