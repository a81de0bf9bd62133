// What the pages of documents can do with a script; without it, every one of them works as well.
(() => {
  "use strict";

  // Files: dropped anywhere on the frame, sent with a bar that shows how far they are.
  for (const zone of document.querySelectorAll("[data-drop]")) {
    const form = zone.querySelector("form");
    const input = zone.querySelector("input[type=file]");
    const sending = zone.querySelector("[data-sending]");
    let depth = 0;
    const over = (isOver) => zone.classList.toggle("is-over", isOver);
    zone.addEventListener("dragenter", (event) => { event.preventDefault(); depth += 1; over(true); });
    zone.addEventListener("dragover", (event) => event.preventDefault());
    zone.addEventListener("dragleave", () => { depth -= 1; if (depth <= 0) { depth = 0; over(false); } });
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      depth = 0;
      over(false);
      if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      if (input.files.length === 0) return;
      event.preventDefault();
      if (!sending.hidden) return;
      event.stopPropagation();
      const request = new XMLHttpRequest();
      const bar = sending.querySelector("progress");
      sending.hidden = false;
      request.upload.addEventListener("progress", (step) => {
        if (step.lengthComputable) bar.value = Math.round((step.loaded / step.total) * 100);
      });
      request.addEventListener("load", () => {
        // A page of its own tells what was not taken; it stands in place of this one.
        if (request.status < 300 && request.responseURL) {
          location.assign(request.responseURL);
        } else {
          const answer = new DOMParser().parseFromString(request.responseText, "text/html");
          document.querySelector("main").replaceWith(answer.querySelector("main"));
        }
      });
      request.addEventListener("error", () => { sending.hidden = true; HTMLFormElement.prototype.submit.call(form); });
      request.open("POST", form.action);
      request.send(new FormData(form));
    });
  }

  // Waiting: the page comes again when something changed.
  for (const mark of document.querySelectorAll("[data-waits]")) {
    const address = mark.dataset.poll;
    let last = null;
    const look = async () => {
      if (!address) {
        // A list: files that somebody is choosing are not lost.
        const chosen = [...document.querySelectorAll("input[type=file]")].some((field) => field.files.length > 0);
        if (chosen || document.hidden) setTimeout(look, 3000);
        else location.reload();
        return;
      }
      try {
        const answer = await fetch(address, { headers: { accept: "application/json" } });
        if (!answer.ok) { location.reload(); return; }
        const state = (await answer.json()).state;
        if ((last !== null && state !== last) || (state !== "waiting" && state !== "reading")) { location.reload(); return; }
        last = state;
      } catch {
        // Offline for a moment: the next look may succeed.
      }
      setTimeout(look, 1000);
    };
    setTimeout(look, address ? 700 : 3000);
  }

  // Answering: Enter is right, E changes, arrows walk; the original follows.
  const items = [...document.querySelectorAll(".confirm")];
  if (items.length === 0) return;
  let here = Math.max(0, items.findIndex((item) => item.classList.contains("is-current")));
  const show = (index, scrolls) => {
    items[here].classList.remove("is-current");
    items[here].querySelector("button").classList.remove("is-main");
    here = index;
    const item = items[here];
    item.classList.add("is-current");
    item.querySelector("button").classList.add("is-main");
    if (scrolls) item.scrollIntoView({ block: "nearest" });
    for (const cell of document.querySelectorAll(".is-here")) cell.classList.remove("is-here");
    const anchor = item.dataset.source && document.getElementById(item.dataset.source);
    if (!anchor) return;
    anchor.parentElement.classList.add("is-here");
    const pane = anchor.closest(".intake-original");
    const box = anchor.parentElement.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    pane.scrollTop += box.top - frame.top - (frame.height - box.height) / 2;
    pane.scrollLeft += box.left - frame.left - (frame.width - box.width) / 2;
  };
  show(here, true);
  for (const [index, item] of items.entries()) {
    item.addEventListener("focusin", () => { if (index !== here) show(index, false); });
  }
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof Element && event.target.closest("input:not([type=hidden]), textarea, select");
    const form = items[here].querySelector("form");
    if (event.key === "Enter" && typing && typing.matches(".confirm textarea") && !event.shiftKey) {
      event.preventDefault();
      typing.form.requestSubmit();
      return;
    }
    if (typing || document.documentElement.dataset.keys === "off") return;
    if (event.key === "Enter" && !(event.target.closest && event.target.closest("a, button, summary"))) {
      form.requestSubmit();
    } else if (event.key === "e" || event.key === "E") {
      const field = form.querySelector("input:not([type=hidden]), textarea");
      field.focus();
      field.select();
    } else if (event.key === "ArrowDown" && here + 1 < items.length) {
      show(here + 1, true);
      items[here].querySelector("button").focus({ preventScroll: true });
    } else if (event.key === "ArrowUp" && here > 0) {
      show(here - 1, true);
      items[here].querySelector("button").focus({ preventScroll: true });
    } else {
      return;
    }
    event.preventDefault();
  });
})();
