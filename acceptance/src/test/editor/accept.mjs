/** Edits a text like VS Code. Lines end with \n or \r\n. */

/** Returns the text after accepting a completion: placeholders hold their defaults, and the indentation follows the line. */
export function accept(text, position, item) {
  const edit = item.textEdit ?? { newText: item.insertText ?? item.label, range: { start: wordStart(text, position), end: position } };
  const isSnippet = item.insertTextFormat === 2;
  const start = offset(text, edit.range.start);
  const indent = /[ \t]*$/.exec(/^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))[0])[0];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const inserted = (isSnippet ? expand(edit.newText) : edit.newText).replace(/\r?\n/g, newline + indent);
  return replaceAll(text, [{ range: edit.range, newText: inserted }]);
}

/** Returns the text after a list of edits that do not overlap. */
export function replaceAll(text, edits) {
  const placed = edits.map((edit) => ({
    start: offset(text, edit.range.start), end: offset(text, edit.range.end), newText: edit.newText,
  }));
  placed.sort((a, b) => b.start - a.start);
  return placed.reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);
}

function offset(text, { line, character }) {
  let start = 0;
  for (let i = 0; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + character, text.length);
}

function wordStart(text, position) {
  const end = offset(text, position);
  return { line: position.line, character: position.character - /[\w.-]*$/.exec(text.slice(0, end))[0].length };
}

/** Returns a snippet with its defaults: $1 is empty, ${1:x} is x, ${1|a,b|} is a. */
export function expand(snippet) {
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(snippet);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const text = (inside) => {
    let out = '';
    while (at < snippet.length) {
      let match;
      if ((match = take(/\\([$}\\,|])/y))) out += match[1];
      else if (inside && take(/\}/y)) return out;
      else if (take(/\$\d+|\$\{\d+\}/y)) continue;
      else if ((match = take(/\$\{\d+\|((?:\\.|[^|\\])*)\|\}/y))) out += match[1].split(/(?<!\\),/)[0].replace(/\\(.)/g, '$1');
      else if (take(/\$\{\d+:/y)) out += text(true);
      else out += snippet[at++];
    }
    return out;
  };
  return text(false);
}
