// What readers changed stands in the page's address, so that it can be kept and sent on:
// #fig-sweep?rate=0.05&hidden=32/fig-gap?seed=8
const Address = {
  // The changes of a figure: names with values. An address can come from anywhere: what no control
  // could say is left out.
  changes(figure, controls) {
    const values = Address.parts().find(([name]) => name === figure)?.[1] ?? {};
    const isSaid = ({ name, ...control }) => name in values && Address.fits(control, values[name]);
    return Object.fromEntries(controls.filter(isSaid).map(({ name }) => [name, values[name]]));
  },

  fits({ form, of = [], value: printed, to, layers }, value) {
    const isNumber = Number.isFinite, isWord = (one) => of.includes(one);
    const isList = (list, isRight) => Array.isArray(list) && list.length > 0 && list.every(isRight);
    const isCount = (one) => Number.isInteger(one) && one > 0 && one <= to;
    const isRow = (row) => isList(row, isNumber) && row.length === 3;
    switch (form) {
      case 'numbers': return isList(value, isNumber) && value.length === printed.length;
      case 'units': return isList(value, isCount) && value.length <= layers;
      case 'rows': return isList(value, isRow);
      case 'choice': return isWord(value);
      case 'several': case 'each': return isList(value, isWord);
      case 'toggle': return typeof value === 'boolean';
      case 'seed': return Number.isSafeInteger(value) && value >= 0;
      default: return isNumber(value);
    }
  },

  // Takes the changes of a figure. Browsers take a new address slowly, and not too often: it waits
  // until nothing moves for a moment.
  keep(figure, changes) {
    Address.waiting.set(figure, changes);
    clearTimeout(Address.timer);
    Address.timer = setTimeout(Address.write, 100);
  },

  waiting: new Map(),

  write() {
    clearTimeout(Address.timer);
    if (Address.waiting.size === 0) return;
    const parts = Address.parts().filter(([name]) => !Address.waiting.has(name));
    parts.push(...[...Address.waiting].filter(([, changes]) => Object.keys(changes).length > 0));
    Address.waiting.clear();
    const text = parts.map(([name, values]) => `${name}?${new URLSearchParams(
      Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]))}`).join('/');
    if (!text && !Address.isLive(location.hash)) return;
    try {
      history.replaceState(null, '', text ? `#${text}` : location.pathname + location.search);
    } catch { /* a document without an address of its own */ }
  },

  isLive: (hash) => hash.includes('?'),

  parts() {
    const text = location.hash.slice(1);
    if (!Address.isLive(text)) return [];
    return text.split('/').map((part) => part.split('?')).map(([name, query = '']) => {
      const values = {};
      for (const [key, value] of new URLSearchParams(query)) {
        try { values[key] = JSON.parse(value); } catch { /* not ours */ }
      }
      return [name, values];
    });
  },
};

addEventListener('pagehide', Address.write);
