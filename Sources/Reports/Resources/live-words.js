// What is said of a live figure.

// A value that a reader set, and what it was.
function told(value, printed) {
  if (Array.isArray(value?.[0]?.[0])) return 'set by hand';
  const rows = value?.rows ?? value;
  if (Array.isArray(rows?.[0])) return `${rows.length} rows`;
  const text = (one) => (typeof one === 'number' ? Controls.written(one)
    : typeof one === 'boolean' ? (one ? 'on' : 'off') : String(one));
  if (Array.isArray(value)) return value.map(text).join(', ') || 'none';
  if (printed === null || value === null) return text(value ?? 'as by default');
  return `${text(value)} instead of ${text(printed)}`;
}

// Where a run of the printed block is not what was printed, the first one first.
function* differences({ data, drawings }, result, markups) {
  for (const [name, bits, words] of result.metrics) {
    const printed = data.printed.get(name);
    if (printed === undefined || !Object.is(fromBits(bits), printed)) {
      yield `${name} is ${words} here, printed is ${printed}`;
    }
  }
  if (result.metrics.length !== data.printed.size) yield 'other metrics were printed';
  if (drawings.some((one, number) => !one.isPrinted(markups[number] || ''))) {
    yield 'the numbers are equal, the drawings are not';
  }
}

// What went wrong in the printed runs stands below the block's last figure.
function printedHeadings(drawings) {
  const headings = new Set();
  let box = drawings.at(-1).figure.nextElementSibling;
  for (; box?.matches('.box.diag'); box = box.nextElementSibling) {
    headings.add(box.querySelector('.bh').textContent);
  }
  return headings;
}

// What went wrong in a run here.
function diagnosis({ heading, entries }) {
  const { element } = Controls;
  return element(
    'div', { class: 'box diag' }, element('p', { class: 'bh' }, heading),
    element('div', { class: 'dg' }, element('dl', {}, ...entries.flatMap(
      ([term, text]) => [element('dt', {}, term), element('dd', {}, text)]))));
}
