// What every page owes to those who cannot see it, or use no mouse: the rules that axe checks, as a script.

/// Rules of WCAG 2.1 AA as far as a page in a browser can be asked.
enum AccessibilityLaw {
  /// A function's body; gives a list of what is wrong, empty for a sound page.
  static let script = """
    const wrong = [];
    const tell = (rule, node) => {
      const text = (node?.outerHTML ?? "").replace(/\\s+/g, " ").slice(0, 110);
      wrong.push(`${rule}: ${text}`);
    };
    const all = (selector, place = document) => [...place.querySelectorAll(selector)];
    const isSeen = (node) => {
      if (node.closest("[hidden], dialog:not([open])")) return false;
      if (node.checkVisibility && !node.checkVisibility({ visibilityProperty: true })) return false;
      const box = node.getBoundingClientRect();
      return box.width > 0 && box.height > 0;
    };
    const isHidden = (node) => !!node.closest("[aria-hidden=true]");
    const words = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
      if (node.getAttribute("aria-label")) return node.getAttribute("aria-label");
      if (node.tagName === "IMG") return node.alt;
      return [...node.childNodes].map(words).join(" ");
    };
    const name = (node) => {
      const by = (node.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean)
        .map((id) => document.getElementById(id)).filter(Boolean).map(words).join(" ");
      const label = [...(node.labels ?? [])].map(words).join(" ");
      return [by, node.getAttribute("aria-label"), label, words(node), node.title]
        .map((text) => (text ?? "").trim()).find((text) => text.length > 0) ?? "";
    };

    // The document.
    if (!document.documentElement.lang) tell("html-has-lang", document.documentElement);
    if (!document.title.trim()) tell("document-title", document.head);
    if (all("main").length !== 1) tell("landmark-one-main", document.body);
    if (all("h1").filter((one) => !one.closest("dialog")).length !== 1) {
      tell("page-has-heading-one", document.body);
    }
    let level = 0;
    for (const head of all("h1, h2, h3, h4, h5, h6").filter((one) => !one.closest("dialog:not([open])"))) {
      const own = Number(head.tagName[1]);
      if (level > 0 && own > level + 1) tell("heading-order", head);
      if (!words(head).trim()) tell("empty-heading", head);
      level = own;
    }
    const ids = new Set();
    for (const node of all("[id]")) {
      if (ids.has(node.id)) tell("duplicate-id", node);
      ids.add(node.id);
    }
    const landmarks = all("nav, aside, section[aria-label], form[aria-label]");
    const told = new Map();
    for (const mark of all("nav")) {
      const key = mark.tagName + name0(mark);
      if (told.has(key)) tell("landmark-unique", mark);
      told.set(key, mark);
    }
    function name0(node) {
      return node.getAttribute("aria-label") ?? node.getAttribute("aria-labelledby") ?? "";
    }

    // Names.
    for (const field of all("input:not([type=hidden]), select, textarea")) {
      if (!["submit", "button", "reset"].includes(field.type) && !name(field)) tell("label", field);
    }
    for (const one of all("button, summary, [role=button], a[href]")) {
      if (!isHidden(one) && !name(one)) tell(one.tagName === "A" ? "link-name" : "button-name", one);
    }
    for (const picture of all("img")) if (!picture.hasAttribute("alt")) tell("image-alt", picture);
    for (const picture of all("svg")) {
      const isNamed = picture.getAttribute("role") === "img" && name(picture);
      if (!isHidden(picture) && !isNamed) tell("svg-img-alt", picture);
    }
    for (const one of all("progress, meter, [role=progressbar]")) {
      if (!isHidden(one) && !name(one)) tell("aria-progressbar-name", one);
    }
    for (const one of all("dialog, [role=dialog]")) {
      if (!name0(one) && !one.querySelector("h1, h2, h3")) tell("aria-dialog-name", one);
    }
    for (const label of all("label")) {
      if (!label.control) tell("label-without-field", label);
    }

    // References and states.
    for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"]) {
      for (const node of all(`[${attribute}]`)) {
        for (const id of node.getAttribute(attribute).split(" ").filter(Boolean)) {
          if (!document.getElementById(id)) tell(`${attribute}-leads-nowhere`, node);
        }
      }
    }
    const states = ["aria-pressed", "aria-expanded", "aria-invalid", "aria-hidden", "aria-selected"];
    for (const attribute of states) {
      for (const node of all(`[${attribute}]`)) {
        if (!["true", "false"].includes(node.getAttribute(attribute))) tell("aria-valid-attr-value", node);
      }
    }
    const roles = new Set(("alert alertdialog button cell columnheader dialog group img link list " +
      "listitem main menu menuitem navigation none note presentation progressbar region row rowgroup " +
      "rowheader search separator status tab table tablist tabpanel tooltip").split(" "));
    for (const node of all("[role]")) if (!roles.has(node.getAttribute("role"))) tell("aria-roles", node);

    // Lists and tables.
    for (const list of all("ul, ol")) {
      for (const child of list.children) {
        if (!["LI", "SCRIPT", "TEMPLATE"].includes(child.tagName)) tell("list", child);
      }
    }
    for (const item of all("li")) {
      if (!["UL", "OL"].includes(item.parentElement.tagName)) tell("listitem", item);
    }
    for (const list of all("dl")) {
      for (const child of list.children) {
        if (!["DT", "DD", "DIV"].includes(child.tagName)) tell("definition-list", child);
      }
    }
    for (const table of all("table")) {
      if (!table.caption && !name0(table) && !table.closest("[data-finding]")) tell("table-name", table);
      if (table.caption && !words(table.caption).trim()) tell("table-name", table);
      for (const head of all("th", table)) if (!head.scope) tell("scope-attr-valid", head);
      if (table.rows.length > 1 && all("th", table).length === 0) tell("td-has-header", table);
    }

    // Keyboard.
    for (const node of all("[tabindex]")) if (node.tabIndex > 0) tell("tabindex", node);
    for (const node of all("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
      if (isHidden(node) && node.tabIndex >= 0 && isSeen(node)) tell("aria-hidden-focus", node);
      for (const inside of all("a[href], button, input, select, textarea", node)) {
        tell("nested-interactive", inside);
      }
    }
    for (const node of all("body *")) {
      const style = getComputedStyle(node);
      const scrolls = (/auto|scroll/.test(style.overflowY) && node.scrollHeight > node.clientHeight + 2)
        || (/auto|scroll/.test(style.overflowX) && node.scrollWidth > node.clientWidth + 2);
      if (!scrolls || !isSeen(node) || node.matches("textarea, select, pre")) continue;
      const reached = node.tabIndex >= 0
        || all("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]", node)
          .some((one) => one.tabIndex >= 0);
      if (!reached) tell("scrollable-region-focusable", node);
    }
    for (const node of all("a[href], button, summary, input:not([type=hidden]), select, textarea")) {
      if (!isSeen(node) || node.matches(".skip, .unseen") || node.closest(".unseen")) continue;
      const box = node.getBoundingClientRect();
      const isInText = node.tagName === "A" && node.closest("p, td, th, li, dd, h3, caption, span");
      const isSmallBox = /radio|checkbox/.test(node.type) && node.closest("label");
      if (!isInText && !isSmallBox && (box.width < 24 || box.height < 24)) tell("target-size", node);
    }

    // Contrast, from what is computed.
    const part = (text) => {
      const found = text.match(/rgba?\\(([^)]+)\\)/);
      if (!found) return null;
      const [red, green, blue, alpha = 1] = found[1].split(/[ ,/]+/).map(Number);
      return { red, green, blue, alpha };
    };
    const over = (top, below) => ({
      red: top.red * top.alpha + below.red * (1 - top.alpha),
      green: top.green * top.alpha + below.green * (1 - top.alpha),
      blue: top.blue * top.alpha + below.blue * (1 - top.alpha), alpha: 1,
    });
    const light = ({ red, green, blue }) => {
      const [r, g, b] = [red, green, blue].map((value) => {
        const share = value / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (node) => {
      const layers = [];
      for (let one = node; one; one = one.parentElement) {
        const style = getComputedStyle(one);
        if (style.backgroundImage !== "none") return null;
        const colour = part(style.backgroundColor);
        if (colour && colour.alpha > 0) layers.push(colour);
        if (colour && colour.alpha === 1) break;
      }
      const paper = { red: 255, green: 255, blue: 255, alpha: 1 };
      return layers.reverse().reduce((below, top) => over(top, below), paper);
    };
    const seen = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.parentElement);
    for (const node of [...texts, ...all("textarea, input:not([type=hidden]), select")]) {
      if (!node || seen.has(node) || !isSeen(node)) continue;
      if (node.closest(".unseen, .skip, svg, [disabled]")) continue;
      seen.add(node);
      const own = node.matches("textarea, input, select") ? node.value : [...node.childNodes]
        .filter((child) => child.nodeType === Node.TEXT_NODE).map((child) => child.data).join("");
      if (!own.trim()) continue;
      const style = getComputedStyle(node);
      const colour = part(style.color);
      const below = ground(node);
      if (!colour || !below) continue;
      let opacity = 1;
      for (let one = node; one; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity);
      const [one, other] = [light(over({ ...colour, alpha: colour.alpha * opacity }, below)), light(below)];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5)) tell(`color-contrast ${ratio.toFixed(2)}`, node);
    }
    return wrong;
    """
}
