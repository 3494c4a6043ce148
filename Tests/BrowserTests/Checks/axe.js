// What axe finds, with the elements it means. Drawings are images to those who do not see them, and
// all rows of a table are alike: what is in them is taken out first, it would take axe a minute.
async (seesColours) => {
  const remove = (selector) => document.querySelectorAll(selector).forEach((element) => element.remove());
  remove('svg[role=img] > :not(title, desc)');
  remove('tbody tr:nth-child(n+4)');
  const rules = { 'color-contrast': { enabled: seesColours } };
  const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false, rules });
  return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 4)
    .map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}
