// What pages can do with a script; without it, every one of them works as well.
(() => {
  "use strict";
  const root = document.documentElement;
  const isTyping = (node) =>
    node instanceof Element && !!node.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  // Dialogs: a link or button that names one opens it; without a script the link leads to a page that asks the same.
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) {
      const dialog = document.getElementById(opener.dataset.opens);
      if (dialog instanceof HTMLDialogElement) {
        event.preventDefault();
        dialog.showModal();
        return;
      }
    }
    const closer = event.target.closest("[data-closes]");
    if (closer) {
      const dialog = closer.closest("dialog");
      if (dialog) {
        event.preventDefault();
        dialog.close();
      }
    }
    for (const menu of document.querySelectorAll("details.who[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  // Contrast: the reader's choice stays in a cookie, so that the server writes it into the next page.
  for (const control of document.querySelectorAll("[data-contrast-switch]")) {
    control.hidden = false;
    const show = () => control.setAttribute("aria-pressed", String(root.dataset.contrast === "high"));
    control.addEventListener("click", () => {
      const isHigh = root.dataset.contrast !== "high";
      root.dataset.contrast = isHigh ? "high" : "normal";
      const secure = location.protocol === "https:" ? "; Secure" : "";
      document.cookie = `contrast=${root.dataset.contrast}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
      show();
    });
    show();
  }

  // Forms: what was typed is not lost by a slip, and nothing is sent twice.
  const guarded = new Set();
  for (const form of document.querySelectorAll("form[data-guarded]")) {
    form.addEventListener("input", () => guarded.add(form));
    form.addEventListener("submit", () => guarded.delete(form));
  }
  addEventListener("beforeunload", (event) => {
    if (guarded.size > 0) event.preventDefault();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.isSent) {
      event.preventDefault();
      return;
    }
    form.dataset.isSent = "yes";
    setTimeout(() => delete form.dataset.isSent, 4000);
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.isSent;
  });

  // Keys. Single letters do nothing while somebody types, and can be turned off (WCAG 2.1.4).
  const step = (selector, direction) => {
    const stops = [...document.querySelectorAll(selector)];
    if (stops.length === 0) return;
    const here = stops.findIndex((stop) => stop.contains(document.activeElement));
    const next = stops[(here + direction + stops.length + (here < 0 && direction < 0 ? 1 : 0)) % stops.length];
    const target = next.matches("a, button, input, textarea, [tabindex]") ? next : next.querySelector("a, button, textarea");
    if (!target) return;
    target.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "F8") {
      event.preventDefault();
      step("[data-finding]", event.shiftKey ? -1 : 1);
      return;
    }
    if (event.key === "Escape") {
      for (const menu of document.querySelectorAll("details.who[open]")) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
      return;
    }
    if (root.dataset.keys === "off" || isTyping(event.target) || document.querySelector("dialog[open]:modal")) return;
    switch (event.key) {
      case "/": {
        const field = document.querySelector(".seek input");
        if (!field || !field.offsetParent) return;
        field.focus();
        field.select();
        break;
      }
      case "?": {
        const keys = document.getElementById("keys");
        if (!(keys instanceof HTMLDialogElement)) return;
        keys.showModal();
        break;
      }
      case "j": step("[data-row]", 1); break;
      case "k": step("[data-row]", -1); break;
      default: return;
    }
    event.preventDefault();
  });
})();
