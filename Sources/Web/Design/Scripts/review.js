// The reviewers' desk with a script: presses change the page in place, keys do what the buttons do, what is typed
// into the return box stays in the browser until it is recorded. Without it, every press is a page.
(() => {
  "use strict";
  const desk = document.querySelector("[data-review]");
  if (!desk) return;
  document.documentElement.classList.add("has-script");
  const form = desk.dataset.review;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const isTyping = (node) =>
    node instanceof Element && !!node.closest("input:not([type=checkbox], [type=radio]), textarea, select");

  // Pieces: what the server's page says now takes the place of what stood there; focus and typed words stay.
  const mark = (node) => {
    if (!node || node === document.body) return null;
    const inForm = node.form && node.form.id;
    return {
      id: node.id,
      query: inForm && node.name
        ? `#${inForm} [name="${CSS.escape(node.name)}"]` + (node.type === "radio" ? `[value="${CSS.escape(node.value)}"]` : "")
        : null,
      start: isTyping(node) && "selectionStart" in node ? node.selectionStart : null,
    };
  };
  const restore = (place) => {
    if (!place) return;
    const node = (place.id && document.getElementById(place.id)) || (place.query && document.querySelector(place.query));
    if (!node) return;
    node.focus({ preventScroll: true });
    if (place.start !== null && node.setSelectionRange) {
      try { node.setSelectionRange(place.start, place.start); } catch { /* not a field of text */ }
    }
  };
  // What was typed and not sent yet, by form and name.
  const unsent = (sent) => all("textarea, input[type=text]", desk)
    .filter((field) => field.value !== field.defaultValue && field.form && field.form.id && field.form.id !== sent)
    .map((field) => [`#${field.form.id} [name="${CSS.escape(field.name)}"]`, field.value]);
  const swap = (text, sent) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const other = page.querySelector("[data-review]");
    if (!other || other.dataset.review !== form) return false;
    const place = mark(document.activeElement);
    const typed = unsent(sent);
    for (const part of all("[data-part]")) {
      const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
      if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
    }
    for (const [query, value] of typed) {
      const field = document.querySelector(query);
      if (field) field.value = value;
    }
    prepare();
    restore(place);
    return true;
  };

  let isDirty = false;
  let queue = Promise.resolve();
  const send = (target, submitter) => {
    const work = async () => {
      // Nodes may have been replaced since the press: the form is found again by its name.
      const live = document.getElementById(target.id) || target;
      const fields = new FormData(live);
      if (submitter && submitter.name) fields.set(submitter.name, submitter.value);
      const answer = await fetch(live.getAttribute("action"), {
        method: "POST", body: new URLSearchParams(fields), credentials: "same-origin",
      });
      const text = await answer.text();
      if (!swap(text, live.id)) location.assign(answer.redirected ? answer.url : location.href);
      else if (answer.ok && answer.redirected) history.replaceState(null, "", answer.url);
    };
    queue = queue.then(work).catch(() => { location.reload(); });
    return queue;
  };
  const go = async (address, then) => {
    try {
      const answer = await fetch(address, { credentials: "same-origin" });
      if (!swap(await answer.text(), null)) { location.assign(address); return; }
      history.replaceState(null, "", answer.url);
      if (then) then();
    } catch { location.assign(address); }
  };

  desk.ownerDocument.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.hasAttribute("data-desk")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.target.id === "box") forget();
    send(event.target, event.submitter);
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-swap]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (link.dataset.act === "cancel") forget();
    go(link.href, link.dataset.act === "return-here" ? intoBox : null);
  });
  document.addEventListener("click", (event) => {
    const phrase = event.target instanceof Element && event.target.closest("[data-phrase]");
    const words = phrase && document.querySelector("#box [name=words]");
    if (!words) return;
    words.value = words.value.trim() === "" ? phrase.dataset.phrase : words.value.trimEnd() + phrase.dataset.phrase;
    words.focus();
    remember();
  });
  document.addEventListener("change", (event) => {
    const own = event.target.closest && event.target.closest("form[data-sends-itself]");
    if (own) send(own);
  });

  // The opinion keeps itself a moment after the last key.
  let timer = 0;
  document.addEventListener("input", (event) => {
    if (event.target.id === "opinion") {
      isDirty = true;
      clearTimeout(timer);
      timer = setTimeout(keepOpinion, 1500);
    }
    if (event.target.closest && event.target.closest("#box")) remember();
  });
  const keepOpinion = async () => {
    const opinion = document.getElementById("opinion");
    const deed = document.getElementById("deed");
    if (!opinion || !deed || !isDirty) return;
    const fields = new FormData(deed);
    fields.set("act", "opinion");
    fields.set("opinion", opinion.value);
    try {
      const answer = await fetch(deed.getAttribute("action"), {
        method: "POST", body: new URLSearchParams(fields), credentials: "same-origin",
      });
      const said = fields.get("opinion");
      if (!answer.ok || !swap(await answer.text(), null)) return;
      const now = document.getElementById("opinion");
      if (now && now.value === said) isDirty = false;
    } catch { /* the next key tries again */ }
  };

  // The return box: what is typed stays in this browser until it is recorded or cancelled.
  const boxKey = () => {
    const box = document.querySelector("[data-box]");
    return box ? `return/${form}/${box.dataset.box}` : null;
  };
  const remember = () => {
    const key = boxKey();
    const words = document.querySelector("#box [name=words]");
    if (key && words) try { sessionStorage.setItem(key, words.value); } catch { /* full */ }
  };
  const forget = () => {
    const key = boxKey();
    if (key) try { sessionStorage.removeItem(key); } catch { /* none */ }
  };
  const prepare = () => {
    const key = boxKey();
    const words = document.querySelector("#box [name=words]");
    if (!key || !words) return;
    let kept = null;
    try { kept = sessionStorage.getItem(key); } catch { /* none */ }
    if (kept) words.value = kept;
  };
  const intoBox = () => {
    const words = document.querySelector("#box [name=words]");
    if (!words) return;
    words.focus();
    words.setSelectionRange(words.value.length, words.value.length);
    const row = document.querySelector("tr.is-current, .review-sheet .is-chosen");
    if (row) row.scrollIntoView({ block: "center" });
  };
  prepare();
  if (document.querySelector("[data-box]")) intoBox();

  // Who else is here, asked every half minute while the page is looked at.
  const glance = async () => {
    if (document.hidden) return;
    const deed = document.getElementById("deed");
    try {
      const answer = await fetch(desk.dataset.glance, {
        method: "POST", body: new URLSearchParams(new FormData(deed)), credentials: "same-origin",
      });
      const part = document.querySelector('[data-part="colleagues"]');
      if (!answer.ok || answer.redirected || !part) return;
      const text = await answer.text();
      if (text !== part.innerHTML) part.innerHTML = text;
    } catch { /* the network is gone; the next try tells */ }
  };
  setInterval(glance, 30000);

  // Keys.
  const current = () => {
    const here = document.activeElement;
    return (here && here.closest(".finding, tr[data-line], .review-sheet .cell"))
      || document.querySelector(".review-sheet .cell:hover") || document.querySelector(".finding.is-current")
      || document.querySelector(".finding:not(.is-let-be)");
  };
  const step = (direction) => {
    const stops = all(".finding");
    if (stops.length === 0) return;
    const at = stops.indexOf(document.activeElement && document.activeElement.closest(".finding"));
    const open = stops.filter((stop) => !stop.classList.contains("is-let-be"));
    const wanted = open.length > 0 ? open : stops;
    const next = direction > 0
      ? wanted.find((stop) => stops.indexOf(stop) > at) || wanted[0]
      : [...wanted].reverse().find((stop) => at < 0 || stops.indexOf(stop) < at) || wanted[wanted.length - 1];
    for (const stop of stops) stop.classList.toggle("is-current", stop === next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  // On the whole sheet arrows go from cell to cell, as far as they stand below or beside each other.
  const walk = (key) => {
    const here = document.activeElement && document.activeElement.closest(".review-sheet .cell");
    if (!here) return false;
    const links = all(".review-sheet .cell-acts a");
    const at = links.findIndex((link) => here.contains(link));
    const isBack = key === "ArrowUp" || key === "ArrowLeft";
    const isColumn = key === "ArrowUp" || key === "ArrowDown";
    const { left, right } = here.getBoundingClientRect();
    const isWanted = (link) => {
      const cell = link.closest(".cell");
      if (cell === here) return false;
      const box = cell.getBoundingClientRect();
      return !isColumn || (box.left < right - 1 && box.right > left + 1);
    };
    const next = (isBack ? links.slice(0, Math.max(at, 0)).reverse() : links.slice(at + 1)).find(isWanted);
    if (next) {
      next.focus({ preventScroll: true });
      next.closest(".cell").scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    return true;
  };
  const press = (selector, within = document) => {
    const found = within && within.querySelector(selector);
    if (found) found.click();
    return !!found;
  };
  const grade = (digit) => {
    const here = document.activeElement;
    const own = here && here.closest(".point");
    const name = own ? own.dataset.point : (current() && current().dataset.point) || "";
    const point = document.querySelector(`.point[data-point="${CSS.escape(name)}"]`) || document.querySelector(".point");
    if (!point) { press('[data-side="grades"]'); return; }
    const choice = all("input[type=radio]", point)[digit - 1];
    if (!choice) return;
    choice.focus();
    if (!choice.checked) choice.click();
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const inBox = event.target instanceof Element && event.target.closest("#box");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && inBox) {
      event.preventDefault();
      press('button[value="object"]', document.getElementById("box"));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (document.querySelector("dialog[open]:modal")) return;
      if (document.querySelector("[data-box]")) { press('[data-act="cancel"]'); event.preventDefault(); return; }
      if (isTyping(event.target)) event.target.blur();
      return;
    }
    if (document.documentElement.dataset.keys === "off" || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]:modal")) return;
    const done = (() => {
      switch (event.key) {
        case "j": return press('[data-pager] [rel="next"]') || true;
        case "k": return press('[data-pager] [rel="prev"]') || true;
        case "n": step(1); return true;
        case "N": step(-1); return true;
        case "r": return press('[data-act="return-here"]', current()) || true;
        case "x": return press('[data-act="seen"]', current()) || true;
        case "R": return press('#decision button[value="return"]') || true;
        case "e": {
          const opinion = document.getElementById("opinion");
          if (opinion) { opinion.focus(); opinion.setSelectionRange(opinion.value.length, opinion.value.length); }
          return true;
        }
        case "a": return press('#decision button[value="approve"], #decision button[value="forward"]') || true;
        case "u": return press("[data-back] button") || true;
        case "ArrowUp": case "ArrowDown": case "ArrowLeft": case "ArrowRight": return walk(event.key);
        case "1": case "2": case "3": case "4": grade(Number(event.key)); return true;
        default: return false;
      }
    })();
    if (!done) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
})();
