
// The preview's own script: it hears when its page has changed and puts in place what is new. All
// that did not change stays as the reader left it: folds, focus, selection, the place he reads.
(function () {
  'use strict';
  const own = document.currentScript.dataset;
  const address = own.page.split('/').map(encodeURIComponent).join('/');
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const parts = 'a[href], button, summary, [tabindex]';

  // ---- How elements were written, for they change when they are used.

  const written = new WeakMap();
  const text = (element) => written.get(element) ?? element.outerHTML;

  function remember(elements) {
    for (const element of elements) {
      written.set(element, element.outerHTML);
      if (element.id) remember(element.children);
    }
  }

  // ---- Folds and focus of elements that another one takes the place of, by the nearest id.

  function key(element, selector) {
    const home = element.parentElement.closest('[id]') ?? document.body;
    return `${home.id} ${all(selector, home).indexOf(element)}`;
  }

  function state(elements) {
    const inside = (element) => elements.some((one) => one.contains(element));
    const focus = document.activeElement;
    return {
      folds: new Set(elements.flatMap((one) => all('details[open]', one))
        .map((fold) => key(fold, 'details'))),
      focus: focus && focus.matches(parts) && inside(focus) ? key(focus, parts) : null,
    };
  }

  function restore({ folds, focus }, elements) {
    for (const fold of elements.flatMap((one) => all('details', one))) {
      if (folds.has(key(fold, 'details'))) fold.open = true;
    }
    if (focus === null) return;
    const part = elements.flatMap((one) => all(parts, one)).find((one) => key(one, parts) === focus);
    if (part) part.focus({ preventScroll: true });
  }

  // ---- New content: elements that are written as before stay, whatever their order, and those
  // with the id of before stay for what is the same in them.

  function exchange(parent, incoming) {
    const texts = new Map([...parent.children].map((element) => [element, text(element)]));
    const take = (fits) => {
      const found = [...texts.keys()].find(fits);
      texts.delete(found);
      return found;
    };
    const kept = [...incoming.children].map((element) => {
      const html = element.outerHTML;
      return take((one) => texts.get(one) === html) ?? element;
    });
    const added = [];
    const next = kept.map((element) => {
      if (element.ownerDocument === document) return element;
      const heir = take((one) => succeeds(element, one));
      if (!heir) {
        added.push(document.adoptNode(element));
        return element;
      }
      const html = element.outerHTML;
      exchange(heir, element);
      written.set(heir, html);
      return heir;
    });
    place(parent, next, added, [...texts.keys()]);
  }

  function succeeds(element, old) {
    const frame = (one) => one.cloneNode(false).outerHTML;
    const isList = (one) => [...one.childNodes].every(
      (node) => node.nodeType === Node.ELEMENT_NODE || node.textContent.trim() === '');
    return element.id && element.id === old.id && isList(element) && isList(old)
      && frame(element) === frame(old);
  }

  function place(parent, next, added, removed) {
    remember(added);
    const before = state(removed);
    for (const element of removed) element.remove();
    let cursor = parent.firstElementChild;
    for (const element of next) {
      if (element === cursor) cursor = cursor.nextElementSibling;
      else parent.insertBefore(element, cursor);
    }
    restore(before, added);
  }

  // Afterwards the first element in sight that is still there stands where it stood.
  function keepPlace(change) {
    const [top, left] = [scrollY, scrollX];
    const marks = all('main > article > *')
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, box]) => box.bottom > 64)
      .map(([element, box]) => [element, box.top]);
    change();
    const now = ([element]) => (element.isConnected ? element
      : element.id && document.getElementById(element.id));
    const mark = top > 0 && marks.find(now);
    const moved = mark ? now(mark).getBoundingClientRect().top - mark[1] : 0;
    scrollTo({ left, top: mark ? scrollY + moved : top, behavior: 'instant' });
  }

  function exchangeContents(incoming) {
    const [old, next] = [document.querySelector('.toc'), incoming.querySelector('.toc')];
    if (old && next && text(old) === next.outerHTML) return;
    const isOpen = old && old.querySelector('details')?.open;
    if (next) {
      document.adoptNode(next);
      remember([next]);
      if (old) old.replaceWith(next);
      else document.querySelector('main').before(next);
      if (isOpen) next.querySelector('details').open = true;
    } else if (old) {
      old.remove();
    }
  }

  function exchangeHead(incoming) {
    const styles = [all('head > style'), all('head > style', incoming)];
    styles[1].forEach((style, i) => {
      if (styles[0][i].textContent !== style.textContent) {
        styles[0][i].textContent = style.textContent;
      }
    });
    document.title = incoming.title;
    document.documentElement.lang = incoming.documentElement.lang;
    document.querySelector('.bar b').textContent = incoming.querySelector('.bar b').textContent;
  }

  // Whether the page can take over the content of another one; not if it is of another program.
  function fits(incoming) {
    const same = (selector, property) => {
      const [old, next] = [all(selector), all(selector, incoming)];
      return old.length === next.length
        && old.every((element, i) => !property || element[property] === next[i][property]);
    };
    return same('head > script', 'textContent') && same('head > style')
      && same('head > link[rel=stylesheet]', 'href') && same('main > article')
      && same('.bar b') && same('.bar a', 'href');
  }

  // ---- The mark in the contents list: the report's own script knows the first headings only.

  let follows = false;

  function mark() {
    const links = all('.toc a').map((link) => ({
      link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))),
    })).filter(({ heading }) => heading);
    const current = links.filter(({ heading }) => heading.getBoundingClientRect().top < 120).at(-1)
      ?? links[0];
    if (!current) return;
    for (const { link } of links) {
      if (link === current.link) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  function follow() {
    mark();
    if (!follows) addEventListener('scroll', () => requestAnimationFrame(mark), { passive: true });
    follows = true;
  }

  // ---- Fetching: one at a time, and again if there was news meanwhile.

  let version = own.version;
  let wanted = version;
  let isBusy = false;

  async function update() {
    if (isBusy) return;
    isBusy = true;
    try {
      while (wanted !== version) {
        const asked = wanted;
        const response = await fetch(address, { cache: 'no-store' });
        if (!response.ok) break;
        const incoming = new DOMParser().parseFromString(await response.text(), 'text/html');
        if (!fits(incoming)) { location.reload(); return; }
        exchangeHead(incoming);
        keepPlace(() => {
          exchangeContents(incoming);
          exchange(
            document.querySelector('main > article'), incoming.querySelector('main > article'));
        });
        follow();
        version = incoming.querySelector('script[data-version]').dataset.version;
        // A page that is older than its event would be asked for again and again.
        if (version !== asked && wanted === asked) wanted = version;
      }
    } catch {
      // The preview has ended or comes again; either is heard from the stream.
      wanted = version;
    } finally {
      isBusy = false;
    }
  }

  // ---- The panel: errors, progress, the end.

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const headline = make('b');
  const explanation = make('span');
  const verb = make('i');
  const fold = make('button', { type: 'button' }, headline, explanation, verb);
  const list = make('div', { className: 'pv-list', tabIndex: 0 });
  const errors = make('section', { className: 'pv-errors', hidden: true }, fold, list);
  const run = make('div', { className: 'pv-run', hidden: true });
  const end = make('div', {
    className: 'pv-end', hidden: true,
    textContent: 'The preview has ended. This page stays as it is.',
  });
  const panel = make('aside', { className: 'pv' }, run, errors, end);
  panel.setAttribute('aria-label', 'Preview');
  list.setAttribute('role', 'region');
  list.setAttribute('aria-label', 'Errors');
  errors.setAttribute('role', 'alert');
  run.setAttribute('role', 'progressbar');
  end.setAttribute('role', 'status');

  function setFolded(isFolded) {
    list.hidden = isFolded;
    fold.setAttribute('aria-expanded', String(!isFolded));
    verb.textContent = isFolded ? 'Show' : 'Hide';
  }

  let shown = '[]';

  function showErrors({ errors: boxes, isGood }) {
    if (JSON.stringify(boxes) === shown) return;
    shown = JSON.stringify(boxes);
    headline.textContent = boxes.length === 1 ? '1 error' : `${boxes.length} errors`;
    explanation.textContent = isGood ? 'The report shown is the last good one.' : '';
    list.innerHTML = boxes.join('\n');
    errors.hidden = boxes.length === 0;
    setFolded(false);
  }

  let patience = null;

  // What takes less than a moment is not worth a word.
  function showProgress({ done, count, name }) {
    run.textContent = `${Math.min(done + 1, count)} of ${count} · ${name}`;
    run.style.setProperty('--done', String(done / Math.max(1, count)));
    run.setAttribute('aria-valuemin', '0');
    run.setAttribute('aria-valuemax', String(count));
    run.setAttribute('aria-valuenow', String(done));
    run.setAttribute('aria-valuetext', run.textContent);
    patience ??= setTimeout(() => { run.hidden = false; }, 200);
  }

  function endProgress() {
    clearTimeout(patience);
    patience = null;
    run.hidden = true;
  }

  // ---- Listening, while somebody looks: a browser has few connections for all its tabs.

  let source = null;
  let farewell = null;

  function listen() {
    if (source || document.hidden) return;
    source = new EventSource('/events');
    source.addEventListener('page', (event) => {
      const page = JSON.parse(event.data);
      if (page.path !== own.page) return;
      showErrors(page);
      wanted = page.version;
      update();
    });
    source.addEventListener('progress', (event) => showProgress(JSON.parse(event.data)));
    source.addEventListener('idle', endProgress);
    source.addEventListener('open', () => {
      clearTimeout(farewell);
      farewell = null;
      end.hidden = true;
    });
    source.addEventListener('error', () => {
      farewell ??= setTimeout(() => { endProgress(); end.hidden = false; }, 1500);
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(listen, 1000);
      }
    });
  }

  function pause() {
    if (source) source.close();
    source = null;
    clearTimeout(farewell);
    farewell = null;
    endProgress();
  }

  // Before the report's own script marks what it needs.
  document.addEventListener('DOMContentLoaded', () => {
    remember(all('main > article > *, .toc'));
    document.body.append(panel);
    setFolded(false);
    fold.addEventListener('click', () => setFolded(!list.hidden));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !errors.hidden && !list.hidden) {
        setFolded(true);
        if (errors.contains(document.activeElement)) fold.focus();
      }
    });
    document.addEventListener('visibilitychange', () => (document.hidden ? pause() : listen()));
    addEventListener('pagehide', pause);
    addEventListener('pageshow', listen);
    listen();
  }, { capture: true });
})();
