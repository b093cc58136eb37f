// Hides the page when nobody has been there for a while, and asks two minutes before.
// The server decides: it hides the conversation by the same clock, with or without this script.
"use strict";

(() => {
  const OFTEN_MS = 60_000;
  const AGAIN_MS = 30_000;
  const main = document.querySelector("main");
  const question = document.createElement("div");
  const style = document.createElement("link");
  let timer = 0;
  let toldAt = -OFTEN_MS;
  let isOpen = false;
  let openMs = 0;
  let hideAt = 0; // By the clock on the wall: others stand still while a phone sleeps.
  let last; // What the server said last, for when it cannot be asked.

  async function ask(method) {
    const response = await fetch("/here", { method }).catch(() => null);
    if (response === null || response.status >= 500) return askAgain();
    if (response.status !== 200) return undefined; // There is no conversation yet.
    const standing = await response.json();
    if (!standing.is_locked) return plan(standing);
    if (isOpen) leaveHidden();
    return undefined;
  }

  // The server cannot be asked: the page hides itself in time all the same.
  function askAgain() {
    if (!isOpen) return;
    clearTimeout(timer);
    const left = hideAt - Date.now();
    if (left <= 0) hide();
    timer = setTimeout(ask, left > 0 ? Math.min(left, AGAIN_MS) : AGAIN_MS, "GET");
  }

  function leaveHidden() {
    // What is still unsent is the chat's to take along to the page that asks for the code.
    if (document.querySelector("#unsent:not([hidden])")) hide();
    else location.replace("/");
  }

  function hide() {
    if (main.hidden) return;
    question.remove();
    main.hidden = true;
    const notice = document.createElement("div");
    notice.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = last.hidden;
    const back = document.createElement("a");
    back.className = "button";
    back.href = "/";
    back.textContent = last.back;
    notice.append(words, back);
    main.after(notice);
  }

  function plan(standing) {
    if (main.hidden) location.replace("/");
    isOpen = true;
    last = standing;
    openMs = Math.max(openMs, standing.open_seconds * 1000);
    hideAt = Date.now() + standing.open_seconds * 1000;
    clearTimeout(timer);
    const left = standing.open_seconds - standing.warned_seconds;
    if (left > 0) {
      question.replaceChildren();
      timer = setTimeout(ask, left * 1000, "GET");
    } else {
      if (!question.hasChildNodes()) warn(standing);
      timer = setTimeout(ask, (standing.open_seconds + 1) * 1000, "GET");
    }
  }

  function warn(standing) {
    const words = document.createElement("p");
    words.textContent = standing.says.join(" ");
    const answers = document.createElement("p");
    const stay = document.createElement("button");
    stay.type = "button";
    stay.textContent = standing.stay;
    const code = document.createElement("a");
    code.href = "/save";
    code.textContent = standing.get_code;
    answers.append(stay, " ", code);
    if (!style.isConnected) document.head.append(style); // Only now: most never see it.
    question.append(words, answers);
  }

  function hear() {
    const now = performance.now();
    hideAt = Date.now() + openMs;
    if (now - toldAt < OFTEN_MS && !question.hasChildNodes()) return;
    toldAt = now;
    question.replaceChildren();
    ask("POST");
  }

  question.className = "still-here";
  question.setAttribute("role", "alert");
  style.rel = "stylesheet";
  style.href = "/assets/coming-back.css";
  main.append(question);
  for (const sign of ["keydown", "click", "input"]) document.addEventListener(sign, hear);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) ask("GET");
  });
  ask("GET");
})();
