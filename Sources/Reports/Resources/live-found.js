// Numbers that a training found, a list a layer of a row an input and one of biases: fields with
// what is shown now. The value is null until one of them is changed; then it is what training
// begins with.
function found(control, changed) {
  const { element } = Controls;
  const place = element('div');
  const fold = element('details', { class: 'row' }, element('summary', {}, control.label), place);
  let value = null, shown = null, inner = null, shape = '';

  // Fields for layers of this shape, if they are looked at.
  function draw() {
    if (!fold.open || !shown) return;
    const own = JSON.stringify(shown.map((rows) => [rows.length, rows[0].length]));
    if (own === shape) return inner.show(shown.flat(2));
    shape = own;
    const names = (i) => `${control.letter}${subscript(i + 1)}`;
    inner = matrices({
      ...control, form: 'numbers', isRounded: true, value: shown.flat(2),
      matrices: shown.map((rows, i) => [names(i), rows.length, rows[0].length]),
      of: shown.flatMap((rows, i) => rows.flatMap((row, j) => row.map((_, k) => (
        j < rows.length - 1 ? `${names(i)}[${j + 1}][${k + 1}]`
          : `Bias ${subscript(i + 1)}[${k + 1}]`)))),
    }, () => set(nested(shown, inner.value)));
    place.replaceChildren(
      inner.element, element('p', { class: 'hint' }, 'The last row of each are biases.'));
  }
  function set(tensors) {
    value = shown = tensors;
    draw();
    changed();
  }
  fold.addEventListener('toggle', draw);
  return {
    element: fold,
    get value() { return value; },
    show(tensors) {
      value = tensors;
      if (tensors) this.tell(tensors);
    },
    // What a result says.
    tell(tensors) {
      shown = tensors ?? null;
      fold.hidden = !shown;
      draw();
    },
    // The numbers in their order, one of which can be set.
    get numbers() { return shown?.flat(2) ?? []; },
    put(index, number) { set(nested(shown, this.numbers.with(index, number))); },
  };
}

const subscript = (number) => String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[digit]);

// Numbers in the rows and layers of others.
function nested(tensors, numbers) {
  let next = 0;
  return tensors.map((rows) => rows.map((row) => row.map(() => numbers[next++])));
}
