/* The reading view's only script. It fetches nothing and keeps nothing.
 *
 * Names that tests and other code may rely on:
 *   #text                         the article; its textContent is the source
 *   input[type=checkbox][value=L] switches layer L: class "on-L" of #text
 *   [data-start]                  a stretch with marks; data-start in UTF-16 units, data-m the marks' numbers
 *   #reason                       the box that tells why (aria-live polite); Escape empties it
 *   details[data-layer=L]         the table of layer L's marks; a row has data-n, the mark's number
 *   button[data-from][data-to]    shows these characters of the text
 * Keys in the text: n or ArrowRight next mark, p or ArrowLeft previous, Home first, End last. */
(function () {
  "use strict";
  const find = (selector, root = document) => root.querySelector(selector);
  const text = find("#text");
  const box = find("#reason");
  const data = JSON.parse(find("#marks").textContent);
  const words = text.textContent;
  const stretches = Array.from(text.querySelectorAll("[data-start]"));
  const switches = Array.from(document.querySelectorAll(".switches input"));
  const ROWS = 400; // rows of a table at a time: a long text has tens of thousands
  const LONGEST = 160; // characters of a mark that the box repeats
  let current = null; // the stretch that has the focus, or had it last

  const layerOf = (number) => data.layers[data.marks[number][2]][0];
  const titleOf = (number) => data.layers[data.marks[number][2]][1];
  const labelOf = (number) => data.strings[data.marks[number][3]];
  const whyOf = (number) => data.strings[data.marks[number][4]];
  const isOn = (layer) => text.classList.contains("on-" + layer);
  const numbersOf = (stretch) => stretch.dataset.m.split(" ").map(Number);
  const visibleOf = (stretch) => numbersOf(stretch).filter((number) => isOn(layerOf(number)));

  function snippet(number, most) {
    const cut = words.slice(data.marks[number][0], data.marks[number][1]);
    return cut.length > most ? cut.slice(0, most) + " …" : cut;
  }

  /* Article words are only ever set as text, never as markup. */
  function make(tag, content, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    for (const part of [].concat(content || [])) element.append(part);
    return element;
  }

  /* ---- the reason box ---- */

  function explain(stretch) {
    const numbers = visibleOf(stretch);
    if (!numbers.length) return clear();
    const items = numbers.map((number) => make("li", [
      make("b", titleOf(number) + ": "), make("bdi", labelOf(number)), " · ",
      make("q", make("bdi", snippet(number, LONGEST))), " ",
      make("bdi", whyOf(number), { class: "why" }), " ",
      make("button", "Its row", { type: "button", class: "tool", "data-row": number }),
    ]));
    box.replaceChildren(make("ul", items));
  }

  function clear() {
    text.querySelectorAll(".picked").forEach((stretch) => stretch.classList.remove("picked"));
    if (window.CSS && CSS.highlights) CSS.highlights.delete("place");
    box.replaceChildren();
  }

  /* ---- going from mark to mark ---- */

  function focusOn(stretch) {
    if (current) current.tabIndex = -1;
    current = stretch;
    stretch.tabIndex = 0;
    stretch.scrollIntoView({ block: "nearest" });
    stretch.focus({ preventScroll: true });
    explain(stretch);
  }

  /* The next stretch on which a mark of a visible layer begins. */
  function step(by, from) {
    for (let place = from + by; place >= 0 && place < stretches.length; place += by) {
      const start = Number(stretches[place].dataset.start);
      if (visibleOf(stretches[place]).some((number) => data.marks[number][0] === start)) {
        return focusOn(stretches[place]);
      }
    }
  }

  /* One stretch can be reached with Tab: the current one, or the first with a visible mark. */
  function keepOneStop() {
    if (current && visibleOf(current).length) return;
    if (current) current.tabIndex = -1;
    current = stretches.find((stretch) => visibleOf(stretch).length) || null;
    if (current) current.tabIndex = 0;
  }

  function showMark(number) {
    const layer = layerOf(number);
    if (!isOn(layer)) switchLayer(layer, true);
    clear();
    const [start, end] = data.marks[number];
    // stretches are in the order of the text: halve the list until the first that begins there
    let low = 0, high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Number(stretches[middle].dataset.start) < start) low = middle + 1; else high = middle;
    }
    const first = stretches[low];
    for (let at = low; at < stretches.length && Number(stretches[at].dataset.start) < end; at += 1) {
      stretches[at].classList.add("picked");
    }
    if (first) { focusOn(first); first.scrollIntoView({ block: "center" }); }
  }

  /* Characters that need not be a mark, such as a paragraph. */
  function showPlace(start, end) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let seen = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const next = seen + node.length;
      if (seen <= start && start < next) {
        range.setStart(node, start - seen);
        node.parentElement.scrollIntoView({ block: "center" });
      }
      if (end <= next) { range.setEnd(node, end - seen); break; }
      seen = next;
    }
    clear();
    if (window.CSS && CSS.highlights && window.Highlight) CSS.highlights.set("place", new Highlight(range));
    else { getSelection().removeAllRanges(); getSelection().addRange(range); }
    text.focus({ preventScroll: true });
  }

  /* ---- layers ---- */

  function switchLayer(layer, on) {
    text.classList.toggle("on-" + layer, on);
    switches.filter((input) => input.value === layer).forEach((input) => { input.checked = on; });
    keepOneStop();
  }

  /* ---- tables of marks, made when they are first opened ---- */

  function fill(details, first, wanted) {
    const all = data.marks.map((_, number) => number).filter((number) => layerOf(number) === details.dataset.layer);
    const from = wanted === undefined ? first : Math.floor(all.indexOf(wanted) / ROWS) * ROWS;
    const rows = all.slice(from, from + ROWS).map((number) => make("tr", [
      make("td", make("button", make("bdi", snippet(number, 70)), { type: "button", "data-mark": number })),
      make("td", [make("b", make("bdi", labelOf(number))), " ", make("bdi", whyOf(number))]),
    ], { "data-n": number }));
    const head = make("thead", make("tr", [make("th", "Words", { scope: "col" }), make("th", "What and why", { scope: "col" })]));
    const scroll = find(".scroll", details);
    scroll.replaceChildren(make("table", [head, make("tbody", rows)]));
    const pages = [["Earlier rows", from - ROWS], ["Later rows", from + ROWS]];
    pages.filter(([, place]) => place >= 0 && place < all.length).forEach(([name, place]) => {
      scroll.append(make("button", name, { type: "button", class: "tool", "data-first": place }), " ");
    });
  }

  function showRow(number) {
    const details = find('details[data-layer="' + layerOf(number) + '"]');
    for (let outer = details; outer; outer = outer.parentElement.closest("details")) outer.open = true;
    fill(details, 0, number);
    const row = find('tr[data-n="' + number + '"]', details);
    row.classList.add("picked");
    find("button", row).focus();
    row.scrollIntoView({ block: "center" });
  }

  /* ---- one listener for each kind of event, however many marks there are ---- */

  switches.forEach((input) => input.addEventListener("change", () => {
    switchLayer(input.value, input.checked);
    clear();
  }));
  text.addEventListener("mouseover", (event) => {
    const stretch = event.target.closest("[data-start]");
    if (stretch && visibleOf(stretch).length) explain(stretch);
    else if (document.activeElement && document.activeElement.matches("#text [data-start]")) explain(document.activeElement);
    else box.replaceChildren();
  });
  text.addEventListener("click", (event) => {
    const stretch = event.target.closest("[data-start]");
    if (stretch && visibleOf(stretch).length) { clear(); focusOn(stretch); }
  });
  text.addEventListener("focusin", (event) => {
    const stretch = event.target.closest("[data-start]");
    if (stretch) explain(stretch);
  });
  text.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const place = current ? stretches.indexOf(current) : -1;
    const moves = {
      n: () => step(1, place), ArrowRight: () => step(1, place),
      p: () => step(-1, place), ArrowLeft: () => step(-1, place),
      Home: () => step(1, -1), End: () => step(-1, stretches.length),
    };
    if (moves[event.key]) { event.preventDefault(); moves[event.key](); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const it = button.dataset;
    if (it.step) step(Number(it.step), current && box.firstChild ? stretches.indexOf(current) : Number(it.step) > 0 ? -1 : stretches.length);
    else if (it.row) showRow(Number(it.row));
    else if (it.mark) showMark(Number(it.mark));
    else if (it.from) showPlace(Number(it.from), Number(it.to));
    else if (it.first) fill(button.closest("details"), Number(it.first));
    else if (it.figure) {
      const large = find("#large");
      find("div", large).replaceChildren(find("#" + it.figure + " svg").cloneNode(true));
      large.showModal();
    } else if (it.close) button.closest("dialog").close();
  });
  document.querySelectorAll("details[data-layer]").forEach((details) => details.addEventListener("toggle", () => {
    if (details.open && !find("table", details)) fill(details, 0);
  }));
  // a browser may remember the boxes of an earlier visit
  switches.forEach((input) => text.classList.toggle("on-" + input.value, input.checked));
  keepOneStop();
})();
