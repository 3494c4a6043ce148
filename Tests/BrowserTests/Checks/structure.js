// What a reader who does not see the page misses: landmarks, one title, headings without gaps,
// a language, names of drawings, unique ids, links that lead somewhere.
() => {
  const problems = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const expectOne = (selector) => {
    if (all(selector).length !== 1) problems.push(`${all(selector).length} of ${selector}`);
  };
  ['main', 'h1', 'body > header', 'head > title'].forEach(expectOne);
  if (!document.documentElement.lang) problems.push('no language');
  if (!document.querySelector('a.skip[href="#main"]')) problems.push('no skip link');

  const ids = all('[id]').map((element) => element.id);
  for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) problems.push(`#${id} twice`);
  for (const link of all('a[href^="#"]')) {
    const target = decodeURIComponent(link.hash.slice(1));
    if (!document.getElementById(target)) problems.push(`a link to #${target} leads nowhere`);
  }
  for (const svg of all('svg[role=img]')) {
    const name = document.getElementById(svg.getAttribute('aria-labelledby'));
    const text = document.getElementById(svg.getAttribute('aria-describedby'));
    if (!name?.textContent || !text?.textContent) problems.push(`a drawing without words: ${svg.id}`);
  }
  for (const svg of all('svg')) {
    if (!svg.closest('[role=img], [aria-hidden=true], button')) problems.push('a drawing without a role');
  }
  for (const table of all('table')) {
    if (!table.querySelector('th[scope]')) problems.push('a table without headers');
    const caption = table.caption?.textContent || table.closest('[aria-label]')?.ariaLabel;
    if (!caption) problems.push('a table without a name');
  }
  return problems;
}
