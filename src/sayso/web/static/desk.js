// Keys, highlights, marking words, progress. Every page can be read without this.
"use strict";

document.documentElement.classList.add("scripted");

const all = (what, where = document) => [...where.querySelectorAll(what)];
const items = () => all(".item");
const said = document.getElementById("said");
const DONE = "sayso-done"; // what was done in this tab, to be taken back

function say(words, bad = false) {
  said.textContent = words;
  said.classList.toggle("bad", bad);
}

// Forms that answer in place ---------------------------------------------------------------------

async function send(form, button) {
  const body = new FormData(form);
  if (button && button.name) body.set(button.name, button.value);
  let answer, told;
  try {
    answer = await fetch(form.action, {
      method: "POST", body: new URLSearchParams(body), headers: { Accept: "application/json" },
    });
    told = await answer.json();
  } catch {
    say("Not kept: the desk does not answer. Start it again, then do this once more.", true);
    return null;
  }
  if (!answer.ok) {
    say(`Not kept: ${told.error}`, true);
    return null;
  }
  say(told.said);
  return told;
}

function show(subject, verdict) {
  for (const place of all(".verdict").filter((one) => one.dataset.subject === subject)) {
    const now = place.querySelector(".now");
    now.replaceChildren();
    if (verdict) {
      const badge = document.createElement("span");
      badge.className = "badge strong";
      badge.textContent = verdict;
      now.append(badge);
    }
    for (const button of all("button[name=say]", place)) {
      button.setAttribute("aria-pressed", String(Boolean(verdict) && button.value.startsWith(`${verdict}:`)));
    }
  }
}

const done = () => JSON.parse(sessionStorage.getItem(DONE) || "[]");
const remember = (deeds) => sessionStorage.setItem(DONE, JSON.stringify(deeds.slice(-200)));

async function act(form, button) {
  const told = await send(form, button);
  if (!told) return;
  if (form.id === "undo") {
    remember(done().filter((deed) => deed !== button.value));
    if (!all(".verdict").some((one) => one.dataset.subject === told.subject)) {
      const at = new URL(location.pathname + location.search, location);
      at.searchParams.set("said", told.said);
      return location.replace(at); // the page as it is now, which says what was done
    }
  } else if (told.deed) {
    remember([...done(), told.deed]);
  }
  if (told.subject) show(told.subject, told.verdict);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-quick")) return;
  event.preventDefault();
  act(form, event.submitter);
});

async function undo() {
  const deeds = done();
  const form = document.getElementById("undo");
  if (form && !deeds.length) say("Nothing was done in this tab; the history has all there is.");
  if (!form || !deeds.length) return;
  const deed = deeds.pop();
  remember(deeds);
  const told = await send(form, { name: "deed", value: deed });
  if (told && told.subject) {
    show(told.subject, told.verdict);
    const item = items().find((one) => one.querySelector(`[data-subject="${CSS.escape(told.subject)}"]`));
    if (item) focus(item);
  }
}

// Moving ------------------------------------------------------------------------------------------

function current() {
  return document.activeElement?.closest(".item") || null;
}

function focus(item) {
  item.focus();
  item.scrollIntoView({ block: "nearest" });
  light(item.dataset.claim);
}

function move(step) {
  const list = items();
  if (!list.length) return;
  const at = list.indexOf(current());
  focus(list[at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + step, 0), list.length - 1)]);
}

function press(key) {
  const item = current() || (items().length === 1 ? items()[0] : null);
  const button = item && item.querySelector(`button[data-key="${key}"]`);
  if (!button) return say(item ? "There is nothing to decide here." : "Go to something first, with j.");
  act(button.form, button);
  if (document.body.dataset.path === "/review" && key !== "b") move(1);
}

const help = document.getElementById("keys");
document.getElementById("show-keys")?.addEventListener("click", () => help.showModal());

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  y: () => press("y"),
  n: () => press("n"),
  u: () => press("u"),
  b: () => press("b"),
  z: undo,
  e: () => { const at = current()?.dataset.correct; if (at) location.assign(at); },
  w: () => document.querySelector("[data-write]")?.click(),
  Enter: () => { const at = current()?.dataset.open; if (at) location.assign(at); },
  "/": () => document.getElementById("search").focus(),
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const at = event.target;
  if (event.key === "Escape" && at.matches("input, textarea")) return at.blur();
  if (at.matches("input, textarea, select, [contenteditable]")) return;
  if (event.key === "Enter" && !at.matches(".item")) return;
  const marking = all(`.correct [data-key="${CSS.escape(event.key)}"]`)[0];
  const does = marking ? () => marking.click() : KEYS[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});

// Claims and their cards --------------------------------------------------------------------------

function light(claim) {
  for (const one of all(".lit")) one.classList.remove("lit");
  if (!claim) return;
  for (const one of all(`[data-claim="${CSS.escape(claim)}"]`)) one.classList.add("lit");
}

for (const ref of all(".ref[data-claim]")) {
  const card = document.getElementById(`card-${ref.dataset.claim}`);
  const lit = () => {
    light(ref.dataset.claim);
    const box = card?.closest(".cards");
    if (box && box.scrollHeight > box.clientHeight) {
      box.scrollTop += card.getBoundingClientRect().top - box.getBoundingClientRect().top - 8;
    }
  };
  ref.addEventListener("mouseenter", lit);
  ref.addEventListener("focus", lit);
}
for (const card of all(".card[data-claim]")) {
  card.addEventListener("mouseenter", () => light(card.dataset.claim));
  card.addEventListener("focusin", () => light(card.dataset.claim));
}
for (const ref of all(".pane .ref.here")) {
  const pane = ref.closest(".pane");
  pane.scrollTop += ref.getBoundingClientRect().top - pane.getBoundingClientRect().top - 80;
}

// Marking words -----------------------------------------------------------------------------------

const count = (text) => [...text].length; // in code points, as places are counted

function place(node, offset) {
  // The place of a point of the text; null outside it.
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  let piece = element.closest("[data-at]");
  if (!piece) {
    piece = node.childNodes?.[offset]?.previousSibling?.parentElement === element ? node.childNodes[offset] : null;
    if (!piece?.dataset?.at) return null;
    return Number(piece.dataset.at);
  }
  const range = document.createRange();
  range.setStart(piece, 0);
  range.setEnd(node, offset);
  return Number(piece.dataset.at) + count(range.toString());
}

let marked = null; // the last selection in the text: a click on a button takes it away
document.addEventListener("selectionchange", () => {
  const chosen = getSelection();
  const report = document.getElementById("report");
  if (!report || !chosen.rangeCount || chosen.isCollapsed) return;
  const range = chosen.getRangeAt(0);
  if (!report.contains(range.commonAncestorContainer)) return;
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  if (start !== null && end !== null && start < end) marked = { start, end, words: textAt(start, end) };
});

function textAt(start, end) {
  let words = "";
  for (const piece of all("#report [data-at]")) {
    const at = Number(piece.dataset.at);
    const letters = [...piece.textContent];
    if (at < end && at + letters.length > start) {
      words += letters.slice(Math.max(start - at, 0), end - at).join("");
    }
  }
  return words;
}

function tell(input) {
  const output = input.closest("p").querySelector("output");
  if (!output) return;
  const places = input.value.split(",").filter((one) => one.trim());
  const told = places.every((one) => /^\s*\d+\s*-\s*\d+\s*$/.test(one));
  output.textContent = !told ? "" : places.map((one) => {
    const [start, end] = one.split("-").map(Number);
    return textAt(start, end);
  }).join(" … ");
}

for (const button of all(".take")) {
  button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps what is marked
  button.addEventListener("click", () => {
    if (!marked) return say("Mark words in the text first.");
    if (button.dataset.name) {
      document.getElementById(button.dataset.name).value = marked.words.trim().replace(/\s+/g, " ");
      return;
    }
    const input = document.getElementById(button.dataset.for);
    const one = `${marked.start}-${marked.end}`;
    input.value = button.dataset.add && input.value ? `${input.value},${one}` : one;
    tell(input);
  });
}
document.querySelector("[data-write]")?.addEventListener("click", (event) => {
  if (!marked) return;
  event.preventDefault(); // what is marked is what is said
  const at = event.target;
  location.assign(`${at.pathname}${at.search}&content=${marked.start}-${marked.end}${at.hash}`);
});
for (const input of all("[data-place]")) {
  tell(input);
  input.addEventListener("input", () => tell(input));
}

// Adding, and how far it is -----------------------------------------------------------------------

const drop = document.querySelector(".drop");
if (drop) {
  const files = drop.querySelector("input[type=file]");
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
  });
}

const job = document.getElementById("job");
if (job && !job.dataset.ended) {
  const look = async () => {
    try {
      const told = await (await fetch(`/api/jobs/${job.dataset.job}`)).json();
      if (told.state === "done" || told.state === "failed") return location.reload();
      if (told.total) Object.assign(job.querySelector("progress"), { max: told.total, value: told.done });
      job.querySelector("p").textContent =
        `${told.state}${told.total ? `: ${told.done} of ${told.total}` : ""}${told.doing ? `, ${told.doing}` : ""}`;
    } catch {
      say("The desk does not answer. What was added so far is safe; start it again and add the rest.", true);
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 300);
}

const narrow = matchMedia("(max-width: 60rem)").matches;
for (const one of narrow ? all("details.narrow") : []) one.open = false;
if (location.hash.length > 1) {
  const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (aim?.matches(".item")) focus(aim);
}
