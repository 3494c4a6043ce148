
// ---- Linked: a series that is pointed at stands out in all panels of its figure; its label hides
// and shows it.

function seriesOf(figure, key) {
  return all('[data-s]', figure).filter((group) => group.dataset.s === key);
}

function lightSeries(part, key) {
  const figure = part.closest('.figure');
  if (!figure) return;
  const groups = all('[data-s]', figure);
  const isOne = key && groups.some((group) => group.dataset.s && group.dataset.s !== key);
  figure.classList.toggle('lit', Boolean(isOne));
  for (const group of groups) group.classList.toggle('on', Boolean(isOne) && group.dataset.s === key);
}

function toggleSeries(svg, key) {
  const figure = svg.closest('.figure');
  if (!figure || !key) return;
  const groups = seriesOf(figure, key);
  const isOff = groups.some((group) => group.classList.contains('off'));
  for (const group of groups) group.classList.toggle('off', !isOff);
}

function showAllSeries(svg) {
  for (const group of all('.off', svg.closest('.figure') ?? svg)) group.classList.remove('off');
}
