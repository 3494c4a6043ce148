// What axe finds, with the elements it means.
async () => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
  return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 4)
    .map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}
