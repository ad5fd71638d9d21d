// A sentence of an article with the words for place, date and number marked; text is only ever text.
function quoteOf(text, marks, lang) {
  const block = foreign("blockquote", "sentence");
  if (lang) block.lang = lang;
  let done = 0;
  for (const { from, to, kind } of spansOf(text, marks)) {
    if (from < done) continue;
    block.append(document.createTextNode(text.slice(done, from)), make("mark", kind, text.slice(from, to)));
    done = to;
  }
  block.append(document.createTextNode(text.slice(done)));
  return block;
}

// Where the marked words stand: whole words, the longest first, none over another.
function spansOf(text, marks) {
  const found = [];
  for (const [kind, word] of marks) {
    const at = word ? wholeWord(text, word) : -1;
    if (at >= 0 && !found.some((f) => at < f.to && f.from < at + word.length)) found.push({ from: at, to: at + word.length, kind });
  }
  return found.sort((a, b) => a.from - b.from);
}

function wholeWord(text, word) {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + word.length))) return at;
  }
  return text.indexOf(word);
}

// A link that can be followed, or its text.
function linkOf(url, text) {
  if (!/^https?:\/\//i.test(url || "")) return foreign("span", "", text);
  const link = foreign("a", "", text);
  link.href = url;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return link;
}

function badge(status) {
  return make("span", `badge ${status}`, status);
}
