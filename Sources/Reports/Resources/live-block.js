// The text of a block with other options, to be put into a notebook.
const NotebookBlock = {
  // `options`: the changed ones, names with values; JSON is YAML too.
  text({ source }, options) {
    let lines = source.split('\n');
    for (const [name, value] of Object.entries(options)) {
      const line = `${name}: ${NotebookBlock.written(value)}`;
      const first = lines.findIndex((one) => one.startsWith(`${name}:`));
      if (first < 0) {
        lines.splice(lines.length - 1, 0, line);
      } else {
        let end = first + 1;
        while (end < lines.length - 1 && /^(\s|- )/.test(lines[end])) end += 1;
        lines.splice(first, end - first, line);
      }
    }
    return `${lines.join('\n')}\n`;
  },

  written(value) {
    if (Array.isArray(value)) return `[${value.map(NotebookBlock.written).join(', ')}]`;
    if (value === null || typeof value !== 'object') {
      return typeof value === 'string' ? NotebookBlock.word(value) : String(value);
    }
    return `{${Object.entries(value).map(
      ([key, inner]) => `${key}: ${NotebookBlock.written(inner)}`).join(', ')}}`;
  },

  word: (text) => (/^[a-z][\w-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/.test(text)
    ? text : JSON.stringify(text)),
};
