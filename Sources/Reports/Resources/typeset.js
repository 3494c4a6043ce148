// What the program calls in the heap, besides KaTeX and highlight.js.
var self = this, window = this;
var console = { error: function () {}, warn: function () {}, log: function () {} };
if (!Array.prototype.fill) {
  Array.prototype.fill = function (value) {
    for (var i = 0; i < this.length; i++) this[i] = value;
    return this;
  };
}

function nnbookRegister(name) {
  nnbookHighlight.registerLanguage(name, nnbookGrammar);
  return "";
}

// The code with the few classes of the theme: keys, strings, numbers, comments.
function nnbookListing(name, code) {
  var kinds = {
    attr: "hk", keyword: "hk", "selector-tag": "hk", name: "hk", section: "hk", attribute: "hk",
    string: "hs", regexp: "hs", "template-string": "hs", addition: "hs", link: "hs",
    number: "hn", literal: "hn",
    comment: "hc", quote: "hc", meta: "hc", doctag: "hc", deletion: "hc"
  };
  var open = [], isYAML = name === "yaml";
  var markup = nnbookHighlight.highlight(name, code, true).value
    .replace(/<span class="(?:hljs-)?([^" ]*)[^"]*">|<\/span>/g, function (tag, kind, place, all) {
      if (kind === undefined) return open.pop() ? "</span>" : "";
      var known = kinds.hasOwnProperty(kind) ? kinds[kind] : "";
      // Words without quotes are strings to YAML, and to nobody else.
      if (isYAML && known === "hs" && !/^(&quot;|["'])/.test(all.slice(place + tag.length)))
        known = "";
      open.push(known);
      return known ? '<span class="' + known + '">' : "";
    });
  return isYAML ? markup.replace(/<span class="hk">([^<]*):<\/span>/g, '<span class="hk">$1</span>:') : markup;
}

// "+" and the markup, or "-", the place of the mistake (-1 for none), a space and what it is.
function nnbookFormula(tex, display) {
  try {
    return "+" + katex.renderToString(tex, {
      displayMode: display === "1", output: "htmlAndMathml", trust: false, strict: "ignore",
      maxExpand: 1000, maxSize: 50, errorColor: "currentColor"
    }).replace(/ mathcolor="currentColor"/g, "");
  } catch (error) {
    var place = error.position === undefined ? -1 : error.position;
    var words = error.rawMessage || String(error.message || error)
      .replace(/^KaTeX parse error: /, "").replace(/ at (position \d+|end of input): [^]*$/, "");
    return "-" + place + " " + words;
  }
}
