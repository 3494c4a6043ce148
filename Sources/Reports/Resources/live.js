// Makes the figures of live blocks live, once the page is there. Without WebAssembly, or where it is
// forbidden, nothing happens: the printed figures stay as they are. They say so where the engine
// does not start.
function mayCompile() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return typeof DecompressionStream === 'function';
  } catch {
    return false;
  }
}

function printedMetrics(block) {
  const rows = document.querySelector('pre.metrics').textContent.split('\n').slice(1);
  const fields = rows.map((row) => row.match(/("(?:[^"]|"")*"|[^,]*)/g).filter((_, i) => i % 2 === 0));
  const number = (text) => Number({ inf: Infinity, '-inf': -Infinity }[text] ?? text);
  return new Map(fields.filter(([name]) => name === block).map(
    ([, name, value]) => [name.replace(/^"|"$/g, '').replaceAll('""', '"'), number(value)]));
}

document.addEventListener('DOMContentLoaded', () => {
  const encoded = document.getElementById('live-engine');
  if (!encoded || !mayCompile()) return;
  const figures = new Map();
  const link = new Link(encoded.textContent.trim(), (answer) => {
    if (answer.ready === false) {
      for (const figure of figures.values()) figure.end(answer.problem);
    }
    if ('ready' in answer) document.documentElement.dataset.engine = answer.ready ? 'ready' : 'none';
    const figure = figures.get(answer.figure?.replace(/\?$/, ''));
    figure?.hear(answer);
  });
  for (const place of document.querySelectorAll('.livedata')) {
    const data = JSON.parse(place.querySelector('pre').textContent);
    data.printed = printedMetrics(data.block);
    const figure = new LiveFigure(place, data, link);
    figures.set(figure.id, figure);
  }
});
