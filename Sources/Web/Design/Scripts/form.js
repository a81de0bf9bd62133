// The page of a form with a script: it saves by itself, keeps what cannot be sent, and goes by keyboard.
(() => {
  "use strict";
  const form = document.querySelector("form.form-page[data-save]");
  if (!form) return;
  const word = (name) => form.dataset["say" + name] ?? "";
  const fieldsOf = (place) => [...place.querySelectorAll("textarea.field")];
  // What serves what is chosen beside the sheet, and saved like what is typed.
  const linksOf = (place) => [...place.querySelectorAll("select.field")];
  const inputs = () => [...fieldsOf(form), ...linksOf(form)];
  const fieldNamed = (name) => inputs().find((field) => field.name === name);
  const cellOf = (node) => node.closest(".cell");
  const rowOf = (field) => field.closest("[data-piece]")?.dataset.piece ?? "";
  document.documentElement.classList.add("with-script");

  // What the server has, by field; whatever differs from it waits.
  const known = new Map();
  const note = (field) => known.set(field.name, field.value);
  inputs().forEach(note);
  let revision = form.dataset.revision;
  // Fields that two people wrote, with the reader's own text, until one is chosen.
  const disputed = new Map();

  // ── Kept on this computer ────────────────────────────────────────────────────────────────────────────────
  const shelf = `plumbline.form.${form.dataset.person}.${form.dataset.form}`;
  const readShelf = () => {
    try { return JSON.parse(localStorage.getItem(shelf)) ?? { texts: {} }; } catch { return { texts: {} }; }
  };
  let isKept = true;
  const keep = () => {
    const texts = Object.fromEntries(waiting().map((field) => [field.name, field.value]));
    // Texts whose row is not on the page stay until they can be put somewhere.
    for (const [name, text] of Object.entries(readShelf().texts)) {
      if (!fieldNamed(name)) texts[name] ??= text;
    }
    for (const name of disputed.keys()) delete texts[name];
    // Rows that were added while the server was gone come before what was typed into them.
    const rows = acts.filter((act) => act.fields.key).map((act) => act.fields);
    try {
      if (Object.keys(texts).length + disputed.size + rows.length === 0) localStorage.removeItem(shelf);
      else localStorage.setItem(shelf, JSON.stringify({ revision, texts, disputed: Object.fromEntries(disputed), rows }));
      isKept = true;
    } catch { isKept = false; }
  };
  const waiting = () => inputs().filter((field) => field.value !== known.get(field.name));
  // What the server will not take stays here as typed, and is sent again only when it is changed.
  const unwanted = new Map();
  const acts = [];
  // The server has to know a row before it can take what stands in it.
  const isOfPendingRow = (name) => acts.some(({ fields }) => fields.key && name.split("/")[1] === fields.key);
  const sendable = () =>
    waiting().filter((field) =>
      field !== composing && unwanted.get(field.name) !== field.value && !disputed.has(field.name)
        && !isOfPendingRow(field.name));
  {
    const kept = readShelf();
    for (const [name, text] of Object.entries(kept.texts)) {
      const field = fieldNamed(name);
      if (field && field.value !== text) {
        field.value = text;
        if (kept.revision) revision = kept.revision;
      }
    }
    for (const [name, text] of Object.entries(kept.disputed ?? {})) {
      const field = fieldNamed(name);
      if (!field || field.value === text) continue;
      field.value = text;
      disputed.set(name, text);
    }
    for (const fields of kept.rows ?? []) acts.push({ fields });
  }
  // Texts that were kept for a row that is only now on the page.
  const unpack = () => {
    for (const [name, text] of Object.entries(readShelf().texts)) {
      const field = fieldNamed(name);
      if (field && field.value === known.get(name) && field.value === "" && text !== "") field.value = text;
    }
  };

  // ── The state of saving ──────────────────────────────────────────────────────────────────────────────────
  const state = document.querySelector(".saving");
  const show = (kind, text) => {
    if (!state) return;
    state.className = "saving" + (kind === "saved" ? "" : kind === "lost" ? " is-lost" : " is-waiting");
    state.dataset.state = kind;
    const use = state.querySelector("use");
    const icon = kind === "saved" ? "pass" : kind === "lost" ? "stop" : "clock";
    if (use) use.setAttribute("href", use.getAttribute("href").replace(/#.*$/, "#" + icon));
    if (state.lastChild?.nodeType === Node.TEXT_NODE) state.lastChild.data = text;
    else state.append(text);
  };
  const markWaiting = () => {
    for (const field of fieldsOf(form)) {
      cellOf(field)?.classList.toggle("is-waiting", field.value !== known.get(field.name));
    }
  };

  // ── Sending ──────────────────────────────────────────────────────────────────────────────────────────────
  let composing = null;
  let isSending = false;
  let timer = 0;
  let patience = 1000;
  const later = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(send, milliseconds);
  };
  const prints = () => [...form.querySelectorAll("[data-piece]")].map((piece) => piece.dataset.print ?? "");

  async function send() {
    clearTimeout(timer);
    if (isSending) return;
    const changed = sendable();
    const act = acts[0];
    if (changed.length === 0 && !act) return;
    isSending = true;
    const sent = new Map(changed.map((field) => [field.name, field.value]));
    const before = new Map(changed.map((field) => [field.name, known.get(field.name)]));
    const body = new URLSearchParams({ revision, prints: prints().join(" ") });
    const large = changed.filter((field) => field.dataset.unit === "large").map((field) => field.name);
    if (large.length > 0) body.append("large", large.join(" "));
    if (disputed.size > 0) body.append("disputed", JSON.stringify(Object.fromEntries(disputed)));
    if (act) for (const [name, value] of Object.entries(act.fields)) body.append(name, value);
    for (const [name, value] of sent) body.append(name, value);
    show("saving", word("Saving"));
    const ending = new AbortController();
    const limit = setTimeout(() => ending.abort(), 15000);
    let answer = null;
    try {
      const response = await fetch(form.dataset.save, {
        method: "POST", body, signal: ending.signal, redirect: "manual",
        headers: { [form.dataset.tokenHeader]: form.dataset.token, Accept: "application/json" },
      });
      if (response.type === "opaqueredirect" || response.status === 401) {
        show("lost", word("SignedOut"));
        isSending = false;
        return;
      }
      if (response.status >= 500) throw new Error(String(response.status));
      answer = await response.json();
      if (!answer.pieces) {
        show("lost", `${answer.title ?? word("Refused")} ${answer.detail ?? ""}`);
        acts.shift();
        isSending = false;
        return;
      }
    } catch {
      clearTimeout(limit);
      isSending = false;
      isUndoing = false;
      if (act?.fields.key) {
        sketch(act.fields);
        show("waiting", word("Waiting"));
      } else if (act) {
        acts.shift();
        show("waiting", word("OfflineRows"));
      } else show("waiting", word("Waiting"));
      keep();
      markWaiting();
      later(patience);
      patience = Math.min(patience * 2, 8000);
      return;
    }
    clearTimeout(limit);
    patience = 1000;
    if (act) acts.shift();
    revision = answer.revision;
    const refused = new Set(answer.refused ?? []);
    const conflicts = new Set(answer.conflicts ?? []);
    for (const name of conflicts) disputed.set(name, sent.get(name) ?? disputed.get(name) ?? "");
    const done = [];
    for (const [name, value] of sent) {
      if (refused.has(name)) { unwanted.set(name, value); continue; }
      known.set(name, value);
      if (!conflicts.has(name)) done.push([name, before.get(name) ?? "", value]);
    }
    remember(done, act, answer.undo);
    patch(answer);
    unpack();
    isSending = false;
    keep();
    markWaiting();
    const isMore = sendable().length > 0 || acts.length > 0;
    if (answer.state !== "saved") show("lost", answer.message);
    else if (isMore) show("saving", word("Saving"));
    else show("saved", answer.message);
    if (act?.then) act.then(answer);
    if (isMore) later(60);
  }

  // A row that the server does not know yet, as a copy of the one beside it: enough to type into. The answer
  // brings the row as it is printed.
  const sketched = new Set();
  function sketch({ act, key }) {
    const [kind, target] = [act.slice(0, act.indexOf(":")), act.slice(act.indexOf(":") + 1)];
    const pieces = [...form.querySelectorAll("[data-piece]:not(.between)")];
    const path = `${target.split("/")[0]}/${key}`;
    const source = kind === "after" ? pieces.find((piece) => piece.dataset.piece === target)
      : kind === "append" ? pieces.filter((piece) => piece.dataset.piece.startsWith(target + "/")).at(-1) : null;
    if (!source || pieces.some((piece) => piece.dataset.piece === path)) return;
    // Where a layout prints a row twice, as for the period and for the year, both are sketched.
    const old = source.dataset.piece;
    const rows = pieces.filter((piece) => piece.dataset.piece === old).map((piece) => copyBelow(piece, old, path));
    sketched.add(key);
    growAll();
    const fields = rows.flatMap(fieldsOf);
    enter(fields.find((field) => field.name.endsWith("/name")) ?? fields[0]);
  }
  function copyBelow(source, old, path) {
    const row = source.cloneNode(true);
    row.dataset.piece = path;
    row.dataset.print = "";
    // What is said about the row stands in rows of its own below it, which the row's cells may reach over.
    const isOwn = (cell) => cell.querySelector(`[name^="${CSS.escape(old)}/"], [data-mirror^="${CSS.escape(old)}/"]`);
    let last = source;
    if (source.tagName === "TR") {
      while (last.nextElementSibling?.matches(".between")) last = last.nextElementSibling;
      const rows = [...source.parentElement.rows];
      const place = rows.indexOf(last);
      rows.slice(0, place + 1).forEach((other, number) => {
        for (const cell of other.cells) {
          if (other === source && isOwn(cell)) continue;
          const isTall = cell.rowSpan > 1 || (other === source && cell.tagName === "TH");
          if (isTall && number + cell.rowSpan > place) cell.rowSpan += 1;
        }
      });
      for (const cell of [...row.cells]) {
        if (!isOwn(cell) && (cell.tagName === "TH" || cell.rowSpan > 1)) cell.remove();
        cell.rowSpan = 1;
      }
    }
    for (const node of row.querySelectorAll(".reading, .cell-marks, .versus, .row-menu, .past > *")) node.remove();
    for (const node of row.querySelectorAll("[data-mirror]")) node.textContent = "";
    for (const node of [row, ...row.querySelectorAll("*")]) {
      for (const name of ["id", "name", "data-mirror"]) {
        const value = node.getAttribute(name);
        if (value) node.setAttribute(name, value.replace(old + "/", path + "/"));
      }
      node.removeAttribute("aria-describedby");
    }
    for (const field of fieldsOf(row)) {
      field.value = "";
      known.set(field.name, "");
    }
    last.after(row);
    return row;
  }

  const press = (fields, options = {}) => {
    acts.push({ fields, ...options });
    send();
  };

  // ── Putting what came into the page ──────────────────────────────────────────────────────────────────────
  const template = document.createElement("template");
  const parsed = (html) => {
    template.innerHTML = html;
    return document.adoptNode(template.content.firstElementChild);
  };
  const copyAttributes = (from, to) => {
    for (const { name } of [...to.attributes]) {
      if (!from.hasAttribute(name) && name !== "style") to.removeAttribute(name);
    }
    for (const { name, value } of [...from.attributes]) {
      if (to.getAttribute(name) !== value) to.setAttribute(name, value);
    }
  };
  const sameField = (old, next) =>
    old instanceof HTMLTextAreaElement && next instanceof HTMLTextAreaElement && old.name === next.name;
  // An old element that shows the same thing as a next one: fields by name, cells and findings by id, what holds
  // fields by these, the rest by class.
  const match = (next, rest) => {
    if (next.nodeType !== Node.ELEMENT_NODE) return null;
    const fields = fieldsOf(next);
    return rest.find((old) =>
      old.nodeType === Node.ELEMENT_NODE && old.tagName === next.tagName &&
      (next instanceof HTMLTextAreaElement ? sameField(old, next)
        : next.id ? old.id === next.id
        : old.id ? false
        : fields.length > 0 ? fieldsOf(old).some((other) => fields.some((field) => sameField(other, field)))
        : old.className === next.className && fieldsOf(old).length === 0));
  };
  const settle = (old, next) => {
    // What was typed since stays; what the server has now stands where nobody types.
    const hadSame = old.value === known.get(old.name);
    const text = next.value;
    copyAttributes(next, old);
    if (hadSame && old !== composing) {
      if (old.value !== text) old.value = text;
      known.set(old.name, text);
    }
  };
  // What shows the same already is left alone: nothing of it is drawn anew.
  const isShown = (old, next) =>
    old?.isEqualNode(next) && (old.nodeType !== Node.ELEMENT_NODE || !next.matches("textarea") && !next.querySelector("textarea"));
  const morph = (old, next) => {
    if (sameField(old, next)) return settle(old, next);
    if (old.tagName === "DETAILS" && old.open) next.open = true;
    copyAttributes(next, old);
    const rest = [...old.childNodes];
    const pairs = [...next.childNodes].map((child) => {
      if (isShown(rest[0], child)) return { same: rest.shift(), isShown: true };
      const same = match(child, rest);
      if (same) rest.splice(rest.indexOf(same), 1);
      return { child, same };
    });
    // What is gone goes first, so that what stays need not be moved: a field that moves loses who writes in it.
    for (const left of rest) left.remove();
    let place = old.firstChild;
    for (const pair of pairs) {
      if (pair.same) {
        if (!pair.isShown) morph(pair.same, pair.child);
        if (pair.same === place) place = place.nextSibling;
        else old.insertBefore(pair.same, place);
      } else {
        old.insertBefore(pair.child, place);
        if (pair.child.nodeType === Node.ELEMENT_NODE) fieldsOf(pair.child).forEach(note);
      }
    }
  };

  // The parts beside the sheet as they were told last.
  const told = new Map();

  function patch(answer) {
    const focused = document.activeElement;
    const selection = focused instanceof HTMLTextAreaElement ? [focused.selectionStart, focused.selectionEnd] : null;
    const pieces = new Map([...form.querySelectorAll("[data-piece]")].map((piece) => [piece.dataset.piece, piece]));
    const cursors = new Map();
    const places = new Map();
    const placeOf = (parent) => {
      if (!places.has(parent)) {
        places.set(parent, form.querySelector(parent ? `[data-pieces="${CSS.escape(parent)}"]` : ".pieces"));
      }
      return places.get(parent);
    };
    const wanted = new Set(answer.pieces.map((piece) => piece.key));
    for (const [key, piece] of pieces) if (!wanted.has(key)) { piece.remove(); pieces.delete(key); }
    for (const { key, parent, print, html } of answer.pieces) {
      const place = placeOf(parent);
      if (!place) continue;
      let piece = pieces.get(key);
      if (html !== undefined) {
        const next = parsed(html);
        passByTab(next);
        if (piece && piece.tagName === "TABLE") copyAttributes(next, piece);
        else if (piece) morph(piece, next);
        else { piece = next; fieldsOf(next).forEach(note); pieces.set(key, piece); }
        piece.dataset.print = print;
      }
      if (!piece) continue;
      const cursor = cursors.has(place) ? cursors.get(place) : place.firstElementChild;
      if (piece === cursor) cursors.set(place, cursor.nextElementSibling);
      else { place.insertBefore(piece, cursor); cursors.set(place, cursor); }
    }
    for (const part of ["rail", "foot", "notices"]) {
      const old = form.querySelector(`[data-part="${part}"]`);
      if (old && answer[part] !== undefined && told.get(part) !== answer[part]) {
        const next = parsed(`<div>${answer[part]}</div>`);
        copyAttributes(old, next);
        morph(old, next);
        told.set(part, answer[part]);
      }
    }
    renumber();
    if (at) document.getElementById(at)?.classList.add("is-current");
    patchLinks(answer.links);
    for (const name of ["revision", "shown"]) {
      const hidden = form.querySelector(`input[name="${name}"]`);
      if (hidden && answer[name === "revision" ? "revision" : "digest"] !== undefined) {
        hidden.value = answer[name === "revision" ? "revision" : "digest"];
      }
    }
    if (focused instanceof HTMLElement && !focused.isConnected && focused.name) fieldNamed(focused.name)?.focus();
    else if (focused !== document.activeElement && focused?.isConnected) {
      focused.focus({ preventScroll: true });
      if (selection) focused.setSelectionRange(...selection);
    }
    growAll();
  }

  // A cell's mark bears the number that its finding has in the list: rows in which nothing else changed are
  // not sent again.
  function renumber() {
    const numbers = new Map([...form.querySelectorAll(".rail [data-finding]")].map((card) => [`#${card.id}`, card.dataset.finding]));
    for (const place of form.querySelectorAll(".sheet [data-number]")) {
      const number = numbers.get(place.parentElement.getAttribute("href"));
      if (number && place.textContent !== number) place.textContent = number;
    }
  }

  // What was chosen since stays; an open list is left alone as long as nothing else is to be shown.
  function patchLinks(html) {
    const old = form.querySelector("[data-part='links']");
    if (!old || html === undefined) return;
    const next = parsed(`<div>${html}</div>`);
    if (old.innerHTML === next.innerHTML) return;
    const unsent = new Map(linksOf(old).filter((field) => field.value !== known.get(field.name))
      .map((field) => [field.name, field.value]));
    old.replaceChildren(...next.childNodes);
    for (const field of linksOf(old)) {
      note(field);
      if (unsent.has(field.name)) field.value = unsent.get(field.name);
    }
  }

  // Marks and menus are reached by their own keys, so that Tab goes from field to field.
  function passByTab(place) {
    for (const node of place.querySelectorAll(".mark, .row-menu > summary")) {
      if (node.tabIndex !== -1) node.tabIndex = -1;
    }
  }
  function growAll() {
    if (!CSS.supports("field-sizing", "content")) fieldsOf(form).forEach(grow);
  }
  const grow = (field) => {
    field.rows = 1;
    const line = parseFloat(getComputedStyle(field).lineHeight) || 22;
    field.rows = Math.max(1, Math.round((field.scrollHeight - 8) / line));
  };

  // ── Undo ─────────────────────────────────────────────────────────────────────────────────────────────────
  const past = [];
  const future = [];
  let isUndoing = false;
  function remember(done, act, undo) {
    const changes = done.filter(([, before, after]) => before !== after);
    if (isUndoing || (changes.length === 0 && !undo)) { isUndoing = false; return; }
    const last = past.at(-1);
    const now = Date.now();
    const isSame = !undo && last && !last.undo && changes.length === 1 && last.changes.length === 1 &&
      last.changes[0][0] === changes[0][0] && now - last.at < 1500;
    if (isSame) {
      last.changes[0][2] = changes[0][2];
      last.at = now;
    } else past.push({ changes, undo, at: now });
    future.length = 0;
  }
  // What was typed a moment ago is saved first, so that it can be undone too.
  function undoSoon(isBack, tries = 0) {
    if ((isSending || sendable().length > 0) && tries < 50) {
      send();
      setTimeout(() => undoSoon(isBack, tries + 1), 60);
    } else if (isBack) undo(past, future, true);
    else undo(future, past, false);
  }
  function undo(from, to, isBack) {
    const entry = from.pop();
    if (!entry) { show("saved", word("NothingToUndo")); return; }
    isUndoing = true;
    if (entry.undo) {
      press({ act: "undo", changes: entry.undo }, {
        then: (answer) => { if (answer.undo) to.push({ changes: [], undo: answer.undo, at: 0 }); isUndoing = false; },
      });
      return;
    }
    to.push(entry);
    for (const [name, before, after] of entry.changes) {
      const field = fieldNamed(name);
      if (!field) continue;
      field.value = isBack ? before : after;
      if (entry.changes.length === 1) field.focus();
    }
    keep();
    send();
  }

  // ── Going about ──────────────────────────────────────────────────────────────────────────────────────────
  const canBeSeen = (field) => field.offsetParent !== null;
  function below(field, direction) {
    const here = cellOf(field).getBoundingClientRect();
    let best = null;
    for (const other of fieldsOf(form)) {
      if (other === field || !canBeSeen(other)) continue;
      const there = cellOf(other).getBoundingClientRect();
      const gap = direction > 0 ? there.top - here.bottom : here.top - there.bottom;
      const shared = Math.min(here.right, there.right) - Math.max(here.left, there.left);
      if (gap < -2 || shared < Math.min(here.width, there.width) / 2) continue;
      if (!best || gap < best.gap) best = { gap, other };
    }
    return best?.other ?? null;
  }
  const enter = (field) => {
    if (!field) return;
    field.focus();
    field.select();
    cellOf(field).scrollIntoView({ block: "nearest" });
  };
  const isOneLine = (field) => field.clientHeight < 44 && !field.value.includes("\n");
  let began = new Map();
  form.addEventListener("focusin", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !field.classList.contains("field")) return;
    began = new Map([[field.name, field.value]]);
    suggest(field);
  });
  form.addEventListener("focusout", (event) => {
    if (event.target.classList?.contains("field")) send();
  });

  // F8: from finding to finding, each at its cell.
  let at = null;
  function stepFinding(direction) {
    const stops = [...form.querySelectorAll(".rail [data-finding]")].filter((stop) => !stop.matches(".is-pass"));
    if (stops.length === 0) return;
    const here = stops.findIndex((stop) => stop.id === at);
    const next = stops[(here + direction + stops.length + (here < 0 && direction < 0 ? 1 : 0)) % stops.length];
    at = next.id;
    for (const stop of stops) stop.classList.toggle("is-current", stop === next);
    next.scrollIntoView({ block: "nearest" });
    const anchor = next.querySelector("h3 a[href^='#']")?.getAttribute("href").slice(1);
    const cell = anchor && document.getElementById(decodeURIComponent(anchor));
    const field = cell?.querySelector("textarea.field");
    if (field) enter(field);
    else next.focus();
  }

  const rowPress = (field, kind) => {
    const row = field.closest("[data-piece]");
    const button = row?.querySelector(`.row-menu button[value^="${kind}:"]`);
    if (button) act(button);
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const key = event.key;
    const field = event.target instanceof HTMLTextAreaElement && event.target.classList.contains("field") ? event.target : null;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    const done = () => { event.preventDefault(); event.stopImmediatePropagation(); };
    if (key === "F8") { done(); stepFinding(event.shiftKey ? -1 : 1); return; }
    if (isCommand && key.toLowerCase() === "s") { done(); keep(); send(); return; }
    if (isCommand && key === "Enter") {
      const submit = form.querySelector(".footbar button[value='submit']");
      if (submit) { done(); form.requestSubmit(submit); }
      return;
    }
    if (isCommand && key.toLowerCase() === "z" && !event.shiftKey) { done(); undoSoon(true); return; }
    if (isCommand && (key.toLowerCase() === "y" || (key.toLowerCase() === "z" && event.shiftKey))) {
      done();
      undoSoon(false);
      return;
    }
    if (event.altKey && !event.ctrlKey) {
      if (event.code === "KeyA") { done(); acceptHere(field); return; }
      if (event.code === "KeyL") { done(); togglePast(); return; }
      if (/^Digit[1-9]$/.test(event.code)) { done(); choose(Number(event.code.slice(5)) - 1); return; }
      if (field && key === "Enter") { done(); rowPress(field, "after"); return; }
      if (field && key === "ArrowUp") { done(); rowPress(field, "up"); return; }
      if (field && key === "ArrowDown") { done(); rowPress(field, "down"); return; }
      return;
    }
    if (!field || isCommand) return;
    if (key === "Enter" && !event.shiftKey) {
      done();
      send();
      enter(below(field, 1) ?? field);
    } else if (key === "ArrowDown" && (isOneLine(field) || field.selectionStart === field.value.length)) {
      const next = below(field, 1);
      if (next) { done(); enter(next); }
    } else if (key === "ArrowUp" && (isOneLine(field) || field.selectionEnd === 0)) {
      const next = below(field, -1);
      if (next) { done(); enter(next); }
    } else if (key === "Escape" && began.has(field.name)) {
      done();
      if (field.value !== began.get(field.name)) {
        field.value = began.get(field.name);
        keep();
        later(20);
      }
    }
  }, true);

  // ── Typing ───────────────────────────────────────────────────────────────────────────────────────────────
  form.addEventListener("compositionstart", (event) => { composing = event.target; });
  form.addEventListener("compositionend", (event) => {
    composing = null;
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !field.classList.contains("field")) return;
    keep();
    if (state) state.dataset.state = "typing";
    if (!CSS.supports("field-sizing", "content")) grow(field);
    for (const mirror of form.querySelectorAll("[data-mirror]")) {
      if (mirror.dataset.mirror === field.name) mirror.textContent = field.value;
    }
    if (disputed.has(field.name)) {
      disputed.set(field.name, field.value);
      const mine = cellOf(field)?.querySelector(".versus .version b");
      if (mine) mine.textContent = field.value;
      keep();
    } else if (field !== composing) later(120);
  });

  form.addEventListener("change", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLSelectElement) || !field.classList.contains("field")) return;
    if (disputed.has(field.name)) disputed.set(field.name, field.value);
    keep();
    if (!disputed.has(field.name)) later(20);
  });

  // ── Pressing ─────────────────────────────────────────────────────────────────────────────────────────────
  function act(button) {
    const menu = button.closest("details");
    if (menu) menu.open = false;
    const row = button.closest("[data-piece]")?.dataset.piece;
    const [kind, chosen] = [button.value.split(":")[0], button.value.slice(button.value.indexOf(":") + 1)];
    if (kind === "mine" || kind === "theirs") {
      disputed.delete(chosen);
      if (kind === "mine") known.delete(chosen);
    }
    const names = new Set(fieldsOf(form).map((field) => field.name));
    const fields = { act: button.value };
    // A key of one's own: what is typed into the row while the server is gone finds it later.
    if (/^(after|at|append)$/.test(kind)) {
      fields.key = "r" + [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => (byte % 36).toString(36)).join("");
    }
    press(fields, {
      then: () => {
        // whoever writes in the row already is left where he is
        if (fields.key && sketched.has(fields.key)) return;
        const fresh = fieldsOf(form).find((field) => !names.has(field.name));
        if (fresh) enter(fresh);
        else if (row && !/^(remove)/.test(button.value)) {
          const piece = form.querySelector(`[data-piece="${CSS.escape(row)}"]`);
          if (piece && !piece.contains(document.activeElement)) piece.querySelector("textarea.field")?.focus();
        }
      },
    });
  }
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || button.name !== "act" || button.value === "submit") return;
    event.preventDefault();
    event.stopPropagation();
    if (button.value === "save") { keep(); send(); return; }
    act(button);
  });
  document.addEventListener("click", (event) => {
    for (const menu of form.querySelectorAll("details.row-menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    const toggle = event.target.closest("[data-toggles-past]");
    if (toggle) { event.preventDefault(); togglePast(); }
  });
  function togglePast() {
    const isHidden = form.classList.toggle("hides-past");
    for (const toggle of form.querySelectorAll("[data-toggles-past]")) toggle.setAttribute("aria-pressed", String(!isHidden));
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `past=${isHidden ? "no" : "yes"}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  }

  // ── Pasting a block ──────────────────────────────────────────────────────────────────────────────────────
  // Cells as Excel and Word copy them: tabs between, quotes around those that hold lines of their own.
  function cells(text) {
    const rows = [[]];
    let cell = "";
    let isQuoted = false;
    const close = () => { rows.at(-1).push(cell); cell = ""; };
    for (let index = 0; index < text.length; index += 1) {
      const letter = text[index];
      if (isQuoted) {
        if (letter === '"' && text[index + 1] === '"') { cell += '"'; index += 1; }
        else if (letter === '"') isQuoted = false;
        else cell += letter;
      } else if (letter === '"' && cell === "") isQuoted = true;
      else if (letter === "\t") close();
      else if (letter === "\n") { close(); rows.push([]); }
      else if (letter !== "\r") cell += letter;
    }
    close();
    if (rows.length > 1 && rows.at(-1).length === 1 && rows.at(-1)[0] === "") rows.pop();
    return rows;
  }
  form.addEventListener("paste", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !field.classList.contains("field")) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const isList = /^(indicators|tasks|subgoals)\//.test(field.name);
    const hasLines = /\n./.test(text.trimEnd());
    const isBlock = text.includes("\t") || (isList && hasLines && !field.classList.contains("is-prose"));
    if (!isBlock) return;
    event.preventDefault();
    const rows = cells(text);
    if (isList && form.dataset.rows === "yes") {
      const names = fieldsOf(field.closest("[data-piece]")).map((other) => other.name);
      const list = names.filter((name) => name.split("/").length === 3);
      press({
        act: "paste", at: field.name, columns: list.slice(list.indexOf(field.name)).map((name) => name.split("/")[2]).join(" "),
        isFirst: list.indexOf(field.name) === 0 ? "yes" : "", block: JSON.stringify(rows),
      }, { then: () => fieldNamed(field.name)?.focus() });
      return;
    }
    // Elsewhere a block fills the fields that are there.
    let line = field;
    for (const row of rows) {
      if (!line) break;
      const open = fieldsOf(line.closest("tr, .sheet-line"));
      row.forEach((value, column) => {
        const target = open[open.indexOf(line) + column];
        if (target) target.value = value.trim();
      });
      line = below(line, 1);
    }
    keep();
    send();
  });

  // ── What can be written here ─────────────────────────────────────────────────────────────────────────────
  const choices = form.querySelector("[data-choices]");
  let asked = "";
  let asking = 0;
  function suggest(field) {
    if (!choices || !form.dataset.suggest || field.readOnly) return;
    clearTimeout(asking);
    asking = setTimeout(async () => {
      asked = field.name;
      try {
        const address = `${form.dataset.suggest}?${new URLSearchParams({ field: field.name })}`;
        const response = await fetch(address, { headers: { Accept: "application/json" }, redirect: "manual" });
        if (!response.ok || asked !== field.name) return;
        list(field, await response.json());
      } catch { /* suggestions may be missing; nothing is lost */ }
    }, 150);
  }
  function list(field, answer) {
    const title = form.querySelector("[data-choices-title]");
    if (title) title.textContent = field.getAttribute("aria-label") ?? "";
    const buttons = (answer.choices ?? []).slice(0, 9).map((choice, number) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.text = choice.text;
      const key = document.createElement("kbd");
      key.textContent = String(number + 1);
      const text = document.createElement("b");
      text.textContent = choice.text;
      const reason = document.createElement("small");
      reason.textContent = choice.reason;
      button.append(key, text, reason);
      button.addEventListener("click", () => choose(number));
      return button;
    });
    choices.dataset.field = field.name;
    const rest = document.createElement("p");
    rest.className = "note";
    rest.textContent = answer.note ?? "";
    choices.replaceChildren(...buttons, ...(answer.note ? [rest] : []));
  }
  function choose(number) {
    const button = choices?.querySelectorAll("button")[number];
    const field = button && fieldNamed(choices.dataset.field);
    if (!field) return false;
    field.focus();
    field.value = button.dataset.text;
    keep();
    press({ act: `choose:${field.name}\u241f${button.dataset.text}` });
    return true;
  }
  function acceptHere(field) {
    const cell = field && cellOf(field);
    const anchors = cell ? [...cell.querySelectorAll(".cell-marks a")].map((mark) => mark.getAttribute("href").slice(1)) : at ? [at] : [];
    for (const anchor of anchors) {
      const offer = document.getElementById(anchor)?.querySelector("button.offer");
      if (offer) { act(offer); return; }
    }
    choose(0);
  }

  addEventListener("online", () => { patience = 1000; send(); });
  addEventListener("beforeunload", (event) => {
    if (waiting().length > 0 && !isKept) event.preventDefault();
  });
  addEventListener("pagehide", () => { keep(); });
  form.querySelectorAll(".sheet").forEach(passByTab);
  growAll();
  // A returned form begins at the first cell that is to be mended.
  if (!location.hash) {
    const open = fieldsOf(form).filter((field) => cellOf(field).classList.contains("is-open"));
    if (open.length > 0) enter(open[0]);
  }
  for (const { fields } of acts) sketch(fields);
  unpack();
  // A row that reached the server while this page was on its way is asked for: texts for it wait here.
  const isRowMissing = Object.keys(readShelf().texts).some((name) => !fieldNamed(name));
  if (disputed.size > 0 || isRowMissing) press({ act: "save" });
  else if (acts.length > 0) later(50);
  else if (waiting().length > 0) { markWaiting(); later(50); }
})();
