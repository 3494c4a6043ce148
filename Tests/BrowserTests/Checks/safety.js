// What no page of nnbook may hold: elements that load or run something, handlers, other addresses
// than those of links, a second script. And what it may not have asked for: anything.
() => {
  const problems = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const forbidden = 'iframe, frame, object, embed, base, form, link, applet, audio, video, foreignObject, animate, set, meta[http-equiv=refresh]';
  for (const element of all(forbidden)) problems.push(`<${element.localName}>`);
  const scripts = all('script').filter((script) => script.parentElement !== document.head);
  if (scripts.length > 0 || all('script').length > 1) problems.push(`${all('script').length} scripts`);
  for (const style of all('style')) if (style.parentElement !== document.head) problems.push('a style in the text');

  const schemes = { img: /^data:image\/(png|jpeg|gif|webp);/, image: /^data:image\/png;/, a: /^(https?:|mailto:|file:|#)/ };
  for (const element of all('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/.test(name)) problems.push(`<${element.localName} ${name}>`);
      if (!['src', 'href', 'xlink:href', 'action', 'formaction', 'srcdoc'].includes(name)) continue;
      const address = name === 'href' && element.localName === 'a' ? element.href : value;
      if (!schemes[element.localName]?.test(address)) problems.push(`<${element.localName} ${name}="${value}">`);
    }
  }
  for (const { name } of performance.getEntriesByType('resource')) problems.push(`${name} was asked for`);
  return problems;
}
