// The data table and the CSV of a figure follow what is shown.
class FigureTable {
  constructor(figure) {
    this.fold = figure.querySelector('.tools details:has(.tw)');
    this.body = this.fold?.querySelector('tbody');
    this.head = this.fold?.querySelector('thead tr');
    this.csv = figure.querySelector('.tools pre.csv');
    this.printed = {
      rows: this.body?.innerHTML, head: this.head?.innerHTML, csv: this.csv?.textContent,
    };
    this.fold?.addEventListener('toggle', () => this.#write());
  }

  // `table`: {columns: [[name, isText]], rows: [["words", ["printed", "bits"], null]]}
  show(table) {
    this.table = table;
    if (this.csv) this.csv.textContent = FigureTable.text(table);
    this.#write();
  }

  restore() {
    if (!this.table) return;
    this.table = null;
    if (this.csv) this.csv.textContent = this.printed.csv;
    if (!this.body) return;
    this.head.innerHTML = this.printed.head;
    this.body.innerHTML = this.printed.rows;
  }

  // Rows are written when somebody looks at them.
  #write() {
    if (!this.table || !this.body || !this.fold.open) return;
    const { element } = Controls, { columns, rows } = this.table;
    const name = (i) => (!columns[i][1] ? { class: 'r' }
      : i > 0 && !columns[i - 1][1] ? { class: 'o' } : {});
    this.head.replaceChildren(...columns.map(
      ([title], i) => element('th', { scope: 'col', ...name(i) }, title)));
    const shown = rows.slice(0, 200).map((row) => element('tr', {}, ...row.map((cell, i) => element(
      'td', name(i), Array.isArray(cell) ? cell[0] : cell ?? (columns[i][1] ? '' : '—')))));
    const more = rows.length - shown.length;
    if (more > 0) {
      shown.push(element('tr', {}, element(
        'td', { class: 'more', colspan: String(columns.length) },
        `${more} more ${more === 1 ? 'row' : 'rows'}, all in the CSV`)));
    }
    this.body.replaceChildren(...shown);
  }

  static text({ columns, rows }) {
    const field = (text) => (/[,"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const words = (text) => field(/^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text))
      ? `'${text}` : text);
    const cell = (one) => (one === null ? '' : Array.isArray(one)
      ? FigureTable.#digits(fromBits(one[1])) : words(one));
    return [columns.map(([title]) => words(title)), ...rows.map((row) => row.map(cell))]
      .map((row) => row.join(',')).join('\n');
  }

  isPrinted(table) { return !this.csv || FigureTable.text(table) === this.printed.csv; }

  // The fewest digits that give the same Float32 again, as the engine computes and the host prints.
  static #digits(number) {
    if (Number.isInteger(number) || !Number.isFinite(number)) {
      return { Infinity: 'inf', '-Infinity': '-inf', NaN: 'nan' }[number] ?? String(number);
    }
    const single = Math.fround(number);
    for (let digits = 1; digits < 9; digits += 1) {
      const short = Number(single.toPrecision(digits));
      if (Math.fround(short) === single) return FigureTable.#plain(short);
    }
    return FigureTable.#plain(Number(single.toPrecision(9)));
  }

  static #plain(number) {
    return Math.abs(number) < 1e-4 ? number.toExponential().replace(/e-(\d)$/, 'e-0$1')
      : String(number);
  }
}
