// What the program calls in the heap, besides KaTeX and highlight.js.
var self = this, window = this;
var console = { error: function () {}, warn: function () {}, log: function () {} };
if (!Array.prototype.fill) {
  Array.prototype.fill = function (value) {
    for (var i = 0; i < this.length; i++) this[i] = value;
    return this;
  };
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
