
// The script of a site: the search, whose index is fetched when somebody first asks for it, and the
// open chapter in a long list of contents.
(function () {
  'use strict';
  const index = document.currentScript.dataset.index;
  const root = index.slice(0, -'assets/search.js'.length);
  const shown = 20;
  let load;

  /** The index; a script and not a request, as pages opened from a folder may not make any. */
  function fetchIndex() {
    load ??= new Promise((resolve, reject) => {
      window.nnbookSearch = resolve;
      const script = document.createElement('script');
      script.src = index;
      script.onerror = () => reject(new Error(index));
      document.head.append(script);
    });
    return load;
  }

  // ---- Finding: every word must occur; headings count more than prose, whole words more than parts.

  const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  function score(entry, words) {
    let sum = 0;
    for (const word of words) {
      const inHeading = entry.head.indexOf(word);
      const inText = entry.body.indexOf(word);
      if (inHeading < 0 && inText < 0 && !entry.page.includes(word)) return 0;
      const at = inHeading >= 0 ? entry.head : entry.body;
      const start = inHeading >= 0 ? inHeading : inText;
      const begins = start >= 0 && !/[\p{L}\p{N}]/u.test(at[start - 1] || ' ');
      sum += (inHeading >= 0 ? 10 : inText >= 0 ? 3 : 1) + (begins ? 2 : 0);
    }
    return sum;
  }

  function find(entries, question) {
    const words = plain(question).split(/\s+/).filter(Boolean);
    if (words.length === 0) return { words, found: [] };
    const phrase = words.join(' ');
    const whole = ({ head, body }) => head.includes(phrase) ? 8 : body.includes(phrase) ? 6 : 0;
    const found = entries.map((entry, place) => ({ entry, place, score: score(entry, words) }))
      .map((hit) => ({ ...hit, score: hit.score && hit.score + whole(hit.entry) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score || a.place - b.place);
    return { words, found };
  }

  // ---- Showing

  function marked(element, text, words) {
    // Letters that a plain text does not have one by one are left unmarked.
    const flat = [...text].map((letter) => plain(letter).slice(0, 1) || ' ').join('');
    const letters = [...text];
    let from = 0;
    while (from < letters.length) {
      const next = words.map((word) => ({ at: flat.indexOf(word, from), length: word.length }))
        .filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at || b.length - a.length)[0];
      if (!next) break;
      const mark = document.createElement('mark');
      mark.textContent = letters.slice(next.at, next.at + next.length).join('');
      element.append(letters.slice(from, next.at).join(''), mark);
      from = next.at + next.length;
    }
    element.append(letters.slice(from).join(''));
    return element;
  }

  /** The words around the first hit. */
  function excerpt(entry, words) {
    const places = words.map((word) => entry.body.indexOf(word)).filter((at) => at >= 0);
    const start = Math.max(0, Math.min(...places, entry.text.length) - 60);
    const cut = start === 0 || places.length === 0 ? 0 : entry.text.indexOf(' ', start) + 1;
    return (cut > 0 ? '… ' : '') + entry.text.slice(cut, cut + 160)
      + (entry.text.length > cut + 160 ? ' …' : '');
  }

  function row({ entry }, words) {
    const item = document.createElement('li');
    const link = item.appendChild(document.createElement('a'));
    link.href = root + entry.address + (entry.anchor && `#${encodeURIComponent(entry.anchor)}`);
    link.append(marked(document.createElement('b'), entry.heading, words));
    if (entry.anchor) link.append(Object.assign(document.createElement('span'), { textContent: entry.title }));
    if (entry.text) link.append(marked(document.createElement('span'), excerpt(entry, words), words));
    return item;
  }

  function dialog() {
    const box = document.createElement('dialog');
    box.className = 'seek';
    box.setAttribute('aria-label', 'Search');
    box.innerHTML = '<input type="search" placeholder="Search" aria-label="Search" '
      + 'autocomplete="off" spellcheck="false"><p role="status"></p><ol></ol>';
    const [field, status, list] = box.children;
    let entries = [];

    function show() {
      const { words, found } = find(entries, field.value);
      list.replaceChildren(...found.slice(0, shown).map((hit) => row(hit, words)));
      status.textContent = words.length === 0 ? 'Every word must occur. Enter opens, arrows move.'
        : found.length === 0 ? 'Nothing found' : found.length === 1 ? '1 place'
          : found.length > shown ? `${found.length} places, the first ${shown}` : `${found.length} places`;
    }

    field.addEventListener('input', show);
    box.addEventListener('keydown', (event) => {
      const links = [field, ...list.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        links[Math.min(links.length - 1, Math.max(0, at + step))].focus();
      } else if (event.key === 'Enter' && at === 0 && links.length > 1) {
        event.preventDefault();
        links[1].click();
      }
    });
    box.addEventListener('click', (event) => {
      if (event.target === box || event.target.closest('a')) box.close();
    });
    fetchIndex().then(({ pages, entries: rows }) => {
      entries = rows.map(([page, anchor, heading, text]) => ({
        address: pages[page][0], title: pages[page][1], anchor, heading, text,
        head: plain(heading), body: plain(text), page: plain(pages[page][1]),
      }));
      show();
    }, () => { status.textContent = 'The index of the search is missing.'; });
    document.body.append(box);
    return box;
  }

  let opened;
  function open() {
    opened ??= dialog();
    if (!opened.open) opened.showModal();
    opened.querySelector('input').select();
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelector('.find')?.addEventListener('click', open);
    document.addEventListener('keydown', (event) => {
      const writes = event.target.closest?.('input, textarea, select, [contenteditable]');
      const asks = (event.key === '/' && !writes && !event.ctrlKey && !event.metaKey)
        || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
      if (!asks) return;
      event.preventDefault();
      open();
    });
    const here = document.querySelector('.toc [aria-current=page]');
    const list = here?.closest('.toc');
    if (list && list.scrollHeight > list.clientHeight) {
      list.scrollTop = here.offsetTop - list.clientHeight / 3;
    }
  });
})();
