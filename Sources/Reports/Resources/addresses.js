
// ---- Addresses: the name of a figure is a link to it, and headings have one beside them. A click
// puts the address into the clipboard, too, for those who want to cite the place.

function addressLink(id, words) {
  const link = document.createElement('a');
  link.className = 'self';
  link.href = `#${encodeURIComponent(id)}`;
  link.textContent = words;
  link.addEventListener('click', () => {
    navigator.clipboard?.writeText(link.href).then(() => {
      link.dataset.said = ' Address copied.';
      setTimeout(() => { delete link.dataset.said; }, 1500);
    }, () => { /* the address bar has it all the same */ });
  });
  return link;
}

function offerAddresses() {
  for (const figure of all('.figure[id]')) {
    const name = figure.querySelector(':scope > figure > figcaption > b:first-child');
    if (name) name.replaceChildren(addressLink(figure.id, name.textContent));
  }
  for (const heading of all('article :is(h2, h3)')) {
    const id = heading.id || heading.parentElement.matches('section[id]') && heading.parentElement.id;
    if (!id) continue;
    // By keyboard the list of contents leads here.
    const link = heading.appendChild(addressLink(id, ''));
    link.tabIndex = -1;
    link.setAttribute('aria-hidden', 'true');
  }
}
