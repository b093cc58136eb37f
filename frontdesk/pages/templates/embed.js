// The launcher: <a href="https://chat.example.org/" data-intake-chat>Chat with us</a> and this
// script. Without it the link is a link; with it, a button that opens the chat on the same page.
// A closed shadow root keeps the page's styles out and ours in.
"use strict";

(() => {
  const told = {{ told|tojson }};
  const home = new URL("/", document.currentScript.src);
  const QUICK_MS = 2000;
  const STYLE = `
    :host { all: initial !important; display: inline-block !important; }
    * { box-sizing: border-box; }
    button {
      min-height: 44px; padding: 10px 18px; border: 2px solid #fff; border-radius: 8px;
      outline: 2px solid ${told.colour}; background: ${told.colour}; color: #fff;
      font: 600 18px/1.3 system-ui, sans-serif; cursor: pointer;
    }
    button:focus-visible { outline: 4px solid #ffbf47; box-shadow: 0 0 0 7px #1d2b36; }
    .alone { position: fixed; right: 16px; bottom: 16px; z-index: 2147483646; }
    .panel {
      position: fixed; inset: auto 16px 16px auto; z-index: 2147483647; margin: 0; padding: 0;
      width: min(420px, calc(100vw - 32px)); height: min(720px, calc(100vh - 32px));
      border: 2px solid ${told.colour}; border-radius: 12px; overflow: hidden; background: #fff;
      box-shadow: 0 8px 40px rgb(0 0 0 / 35%); flex-direction: column;
    }
    .panel.open { display: flex; }
    .panel:not(.open) { display: none; }
    .panel button { align-self: flex-end; margin: 4px; border-radius: 6px; }
    iframe { flex: 1; width: 100%; border: 0; background: #fff; }
    @media (max-width: 520px), (max-height: 520px) {
      .panel { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .panel.open { animation: rise 160ms ease-out; }
      @keyframes rise { from { opacity: 0; transform: translateY(16px); } }
    }
    @media (prefers-color-scheme: dark) { .panel, iframe { background: #16212a; } }
    @media print { :host { display: none !important; } }
  `;

  function element(name, properties, attributes = {}) {
    const made = Object.assign(document.createElement(name), properties);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function launch(link) {
    const words = link?.textContent.trim() || told.chat;
    const host = document.createElement("intake-chat");
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];

    const button = element("button", { type: "button", textContent: words },
      { "aria-expanded": "false", "aria-controls": "chat" });
    const close = element("button", { type: "button", textContent: told.close });
    const frame = element("iframe", { title: told.chat });
    const panel = element("div", { id: "chat", className: "panel" },
      { role: "region", "aria-label": words, popover: "manual" });
    if (!link) button.className = "alone";
    panel.append(close);
    root.append(button, panel);
    if (link) link.replaceWith(host);
    else document.body.append(host);

    let presses = [];
    const isOpen = () => panel.classList.contains("open");

    function open() {
      // The chat loads when it is first asked for, and stays alive when it is closed.
      if (!frame.isConnected) {
        frame.src = link?.href ?? home.href;
        panel.append(frame);
      }
      panel.classList.add("open");
      panel.showPopover?.(); // Above everything, whatever the page does with z-index.
      button.setAttribute("aria-expanded", "true");
      frame.focus();
    }

    function shut() {
      panel.hidePopover?.();
      panel.classList.remove("open");
      button.setAttribute("aria-expanded", "false");
      button.focus();
    }

    // Escape closes; three times quickly leaves the page, as inside the chat.
    function escape(time) {
      presses = [...presses.filter((before) => time - before < QUICK_MS), time];
      if (presses.length >= 3 && frame.isConnected) {
        frame.contentWindow.postMessage({ type: "intake-leave" }, home.origin);
        location.replace(new URL("/leave", home));
      } else if (isOpen()) shut();
    }

    button.addEventListener("click", () => (isOpen() ? shut() : open()));
    close.addEventListener("click", shut);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.repeat) escape(performance.now());
    });
    window.addEventListener("message", (event) => {
      const isOurs = event.origin === home.origin && event.source === frame.contentWindow;
      if (isOurs && event.data?.type === "intake-close") escape(performance.now());
    });
  }

  function start() {
    const links = document.querySelectorAll("a[data-intake-chat]");
    if (links.length === 0) launch(null);
    for (const link of links) launch(link);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
