// Leaving at once: the link, or Escape three times, empties the page before anything else loads.
"use strict";

(() => {
  const link = document.querySelector("a.leave");
  const isFramed = window.parent !== window;
  const QUICK_MS = 2000;
  let presses = [];

  function leave() {
    document.body.replaceChildren();
    document.title = "\u2026";
    // A frame's cookie can only be taken back from inside the frame; the rest is the page's to do.
    if (isFramed) navigator.sendBeacon("/leave");
    // Replacing takes this page out of the history, so that Back does not return to it.
    window.top.location.replace(new URL("/leave", location.href));
  }

  document.getElementById("escape")?.removeAttribute("hidden");

  link?.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat || event.defaultPrevented) return;
    presses = [...presses.filter((time) => event.timeStamp - time < QUICK_MS), event.timeStamp];
    if (presses.length >= 3) leave();
    // It says nothing but "close", so it may be heard by whoever holds the frame (embed.js).
    else if (isFramed) window.parent.postMessage({ type: "intake-close" }, "*");
  });

  window.addEventListener("message", (event) => {
    if (isFramed && event.source === window.parent && event.data?.type === "intake-leave") leave();
  });

  // A page that the browser kept as it was may be somebody else's to see by now.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
