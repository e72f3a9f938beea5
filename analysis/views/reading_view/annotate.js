/* A reader's own marks: select words, choose a label, keep them as a file that `discourse agree` reads.
 *
 * Nothing is kept in the browser: until they are saved the page asks before it closes. Who cannot select with
 * a mouse writes the words into the field "Words to mark"; both ways end in the same list.
 * The file's offsets count code points, as everywhere in this project; the browser counts UTF-16 units. */
(function () {
  "use strict";
  const find = (selector, root = document) => root.querySelector(selector);
  const panel = find("#own-marks");
  const text = find("#text");
  const words = text.textContent;
  const told = find("[role=status]", panel);
  const labels = JSON.parse(find("#labels").textContent);
  let marks = []; // {start, end, layer, label}, in UTF-16 units
  let saved = true;

  const field = (name) => find("[name=" + name + "]", panel);
  const codePoints = (place) => Array.from(words.slice(0, place)).length;

  function make(tag, content, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    for (const part of [].concat(content || [])) element.append(part);
    return element;
  }

  function offerLabels() {
    field("label").value = "";
    find("#label-list").replaceChildren(...labels[field("layer").value].map((label) => make("option", [], { value: label })));
  }

  /* Where the selection lies in the text, without white space at its ends; null if it lies elsewhere. */
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return trimmed(before.toString().length, before.toString().length + range.toString().length);
  }

  function trimmed(start, end) {
    while (start < end && /\s/.test(words[start])) start += 1;
    while (end > start && /\s/.test(words[end - 1])) end -= 1;
    return start < end ? [start, end] : null;
  }

  function add(place) {
    const layer = field("layer").value;
    const label = field("label").value.trim();
    if (!place) return say("Select words of the text first, or write them into the field.");
    if (!label) { field("label").focus(); return say("Choose or write a label first."); }
    const [start, end] = place;
    if (marks.some((mark) => mark.start === start && mark.end === end && mark.layer === layer && mark.label === label)) {
      return say("This mark is there already.");
    }
    marks.push({ start, end, layer, label });
    marks.sort((a, b) => a.start - b.start || b.end - a.end);
    changed("Marked: “" + words.slice(start, end) + "” as " + label + ".");
  }

  /* The place of the written words behind the last mark on the same words, or their first place. */
  function addWritten() {
    const wanted = field("words").value.trim();
    if (!wanted) return say("Write the words to mark into the field.");
    const same = marks.filter((mark) => words.slice(mark.start, mark.end) === wanted).map((mark) => mark.end);
    let start = words.indexOf(wanted, Math.max(0, ...same));
    if (start < 0) start = words.indexOf(wanted);
    if (start < 0) return say("The text does not say “" + wanted + "”.");
    add([start, start + wanted.length]);
  }

  function changed(message) {
    saved = marks.length === 0;
    const rows = marks.map((mark, number) => make("li", [
      make("bdi", "“" + words.slice(mark.start, mark.end) + "”"), " ", make("b", make("bdi", mark.label)), " ",
      make("button", "Remove", { type: "button", "data-remove": number, "aria-label": "Remove mark " + (number + 1) }),
    ]));
    find("ol", panel).replaceChildren(...rows);
    find("[data-save]", panel).disabled = marks.length === 0;
    if (window.CSS && CSS.highlights && window.Highlight) CSS.highlights.set("own", new Highlight(...marks.map(rangeOf)));
    say(message);
  }

  function rangeOf(mark) {
    const range = document.createRange();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const next = seen + node.length;
      if (seen <= mark.start && mark.start < next) range.setStart(node, mark.start - seen);
      if (mark.end <= next) { range.setEnd(node, mark.end - seen); break; }
      seen = next;
    }
    return range;
  }

  function save() {
    const quoted = (cell) => '"' + String(cell).replaceAll('"', '""') + '"';
    // words that a spreadsheet would run as a formula are left out; the offsets say which they are
    const harmless = (cell) => /^\s*[=+\-@＝＋－＠]/.test(cell) ? "" : cell;
    const rows = marks.map((mark) => [
      codePoints(mark.start), codePoints(mark.end), mark.layer, harmless(mark.label) || "label",
      harmless(words.slice(mark.start, mark.end)),
    ].map(quoted).join(","));
    const content = ["start,end,layer,label,surface", ...rows].join("\r\n") + "\r\n";
    const link = make("a", [], { download: panel.dataset.name + "-marks.csv" });
    link.href = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
    link.click();
    URL.revokeObjectURL(link.href);
    saved = true;
    say("Saved " + marks.length + " marks.");
  }

  function say(message) { told.textContent = message; }

  panel.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.add) add(selected());
    else if (button.dataset.written) addWritten();
    else if (button.dataset.save) save();
    else if (button.dataset.remove) { marks.splice(Number(button.dataset.remove), 1); changed("Removed."); }
  });
  // pressing a button would take the selection away
  panel.addEventListener("mousedown", (event) => { if (event.target.closest("[data-add]")) event.preventDefault(); });
  field("layer").addEventListener("change", offerLabels);
  window.addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });
  offerLabels();
})();
