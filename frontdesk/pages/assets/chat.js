// The chat page works without this. It sends the same forms, shows what comes as it comes, and
// goes on trying while the connection is down.

const POLL_MS = 3000;
const RETRY_MS = [1000, 2000, 4000, 8000, 15000];
const SLOW_MS = 700;

const byId = (id) => document.getElementById(id);
const log = byId("log");
const list = byId("messages");
const unsent = byId("unsent");
const status = byId("status");
const mode = byId("mode");
const news = byId("news");
const says = status.dataset;
const longest = Number(says.longest);

let newest = Number(list.lastElementChild.dataset.seq);

const box = () => byId("text");
const address = (end) => `/api/conversations/${log.dataset.conversation}/${end}?after=${newest}`;

// crypto.randomUUID is there on https only.
function makeId() {
  const random = () => crypto.getRandomValues(new Uint8Array(1))[0];
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (digit ^ (random() & (15 >> (digit / 4)))).toString(16));
}

// ---- What happens just now, told once: a quick answer needs no "Sending…" before it.

let statusTimer;

function tell(text, afterMs = 0) {
  clearTimeout(statusTimer);
  statusTimer = setTimeout(() => {
    if (status.textContent !== text) status.textContent = text;
  }, afterMs);
}

// ---- Messages

function paragraph(name, text) {
  const element = document.createElement("p");
  element.className = name;
  element.textContent = text;
  return element;
}

function makeItem(message) {
  const item = document.createElement("li");
  item.className = `message from-${message.from}`;
  const who = message.by
    ? log.dataset.staffBy.replace("{name}", message.by)
    : log.dataset[message.from];
  const words = paragraph("text", message.text);
  words.dir = message.dir ?? "auto";
  if (message.lang) words.lang = message.lang;
  item.append(paragraph("who", who), words);
  return item;
}

const isReadToTheEnd = () =>
  list.lastElementChild.getBoundingClientRect().top < window.innerHeight;

function scrollTo(item) {
  item.scrollIntoView({ block: "start" });
  news.parentElement.hidden = true;
}

function take(messages) {
  const fresh = messages.filter((message) => message.seq > newest);
  if (fresh.length === 0) return;
  const follows = isReadToTheEnd();
  const items = fresh.map((message) => {
    newest = message.seq;
    const item = makeItem(message);
    item.dataset.seq = message.seq;
    item.classList.add("is-new");
    return item;
  });
  list.append(...items);
  const isFromUs = fresh.some((message) => message.from !== "parent");
  if (isFromUs) {
    isAnswered = true;
    // The rest of an earlier answer says nothing of what is being sent meanwhile.
    if (waiting.length === 0) tell("");
    refreshComposer();
  }
  if (fresh.some((message) => message.from === "parent")) scrollTo(items[0]);
  else if (!follows) news.parentElement.hidden = false;
}

news.addEventListener("click", () => {
  scrollTo(list.querySelector(".is-new:last-child"));
  box().focus({ preventScroll: true });
});
document.addEventListener("scroll", () => {
  if (isReadToTheEnd()) news.parentElement.hidden = true;
}, { passive: true });

// ---- Listening: a stream of events, and asking every three seconds while there is none.

let stream;
let pollTimer;

function listen() {
  stream?.close();
  stream = new EventSource(address("events"));
  stream.addEventListener("open", () => {
    clearTimeout(pollTimer);
    pollTimer = undefined;
    noteConnection();
  });
  stream.addEventListener("message", (event) => take([JSON.parse(event.data)]));
  stream.addEventListener("error", () => { pollTimer ??= setTimeout(poll, POLL_MS); });
}

function noteConnection() {
  if (waiting.length === 0 && status.textContent === says.offline) tell("");
}

async function poll() {
  pollTimer = undefined;
  try {
    const response = await fetch(address("messages"));
    // While something is unsent, sending it finds the same and takes the words along.
    if (response.status === 401 && waiting.length === 0) location.replace("/");
    if (response.ok) {
      const body = await response.json();
      take(body.messages);
      noteConnection();
      if (body.mode !== byId("composer").dataset.mode) refreshComposer();
      // A stream that the server refused does not come back by itself.
      if (stream.readyState === EventSource.CLOSED) listen();
    }
  } catch {
    tell(says.offline);
  }
  if (stream.readyState !== EventSource.OPEN) pollTimer ??= setTimeout(poll, POLL_MS);
}

// ---- Sending: in order, one at a time, each under one id however often it is tried.

const waiting = [];
let isSending = false;
let isAnswered = true;
let wake = () => {};

function sleep(ms) {
  return new Promise((resolve) => {
    const timeout = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timeout);
      resolve();
    };
  });
}

function queue(form, submitter) {
  const data = new URLSearchParams(new FormData(form));
  if (submitter.name) data.set(submitter.name, submitter.value);
  data.set("client_message_id", makeId());
  const text = data.get("say")
    ? submitter.textContent.trim()
    : data.get("text") ?? [...data].filter(([name]) => name !== "client_message_id" && name !== "ticked")
      .map(([, value]) => value).join(" ");
  const item = makeItem({ from: "parent", text });
  unsent.append(item);
  unsent.hidden = false;
  item.scrollIntoView({ block: "nearest" });
  waiting.push({ form, data, text, item });
  if (isSending) wake();
  else deliver();
}

async function deliver() {
  isSending = true;
  for (let tries = 0; waiting.length > 0;) {
    const entry = waiting[0];
    isAnswered = false;
    if (tries === 0) tell(says.sending, SLOW_MS);
    const response = await post(entry);
    if (response === null || response.status >= 500) {
      tell(navigator.onLine && response !== null ? says.failing : says.offline);
      await sleep(RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
      tries += 1;
      continue;
    }
    tries = 0;
    const body = await response.json().catch(() => null);
    // Locked since: the page that asks for the code keeps what was written.
    const isLocked = response.status === 401;
    if (isLocked || body === null || (!response.ok && !body.detail)) return submitPlainly(entry);
    drop(entry);
    if (response.ok) await follow(body.conversation_id);
    else refuse(entry, body.detail);
  }
  isSending = false;
}

async function post(entry) {
  try {
    return await fetch("/", {
      method: "POST",
      headers: { Accept: "application/json" },
      body: entry.data,
      redirect: "error",
    });
  } catch {
    return null;
  }
}

function drop(entry) {
  waiting.shift();
  entry.item.remove();
  unsent.hidden = waiting.length === 0;
}

async function follow(conversation) {
  if (log.dataset.conversation && log.dataset.conversation !== conversation) {
    return location.replace("/");
  }
  tell(isAnswered || mode.textContent ? "" : says.writing, SLOW_MS);
  if (!log.dataset.conversation) {
    log.dataset.conversation = conversation;
    listen();
  } else if (stream.readyState !== EventSource.OPEN) {
    clearTimeout(pollTimer);
    await poll();
  }
  return undefined;
}

function refuse(entry, detail) {
  tell("");
  for (const form of document.querySelectorAll(".choices, .ticks")) form.hidden = false;
  if (entry.data.has("text") && box().value === "") box().value = entry.text;
  showProblem(detail, entry.form);
}

// Not an answer to go on from here: let the browser send the form, under the same id, and the
// words of all that wait behind it.
function submitPlainly(entry) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/";
  form.hidden = true;
  const behind = waiting.slice(1).map(({ text }) => ["unsent", text]);
  for (const [name, value] of [...entry.data, ...behind]) {
    // An input would drop the new lines of a message.
    const input = document.createElement("textarea");
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}

// A problem is told in the form that has it, and else at the box.
function showProblem(text, form) {
  const at = form?.isConnected && form.querySelector(".problem") ? form : byId("say");
  const fields = at.querySelectorAll("textarea, input:not([type=hidden])");
  const problem = at.querySelector(".problem");
  problem.hidden = false;
  problem.textContent = text;
  for (const field of fields) if (field.type !== "checkbox") field.setAttribute("aria-invalid", "true");
  fields[0].focus();
}

function clearProblems() {
  const composer = byId("composer");
  for (const problem of composer.querySelectorAll(".problem")) {
    problem.textContent = "";
    problem.hidden = true;
  }
  for (const field of composer.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

// ---- The composer: the server draws it for each question; what is being typed stays.

let isComposing = false;
let mustRefresh = false;
let refreshTimer;

async function refreshComposer() {
  mustRefresh = true;
  if (isComposing) return;
  clearTimeout(refreshTimer);
  const holder = document.createElement("template");
  try {
    const response = await fetch("/composer");
    // Hidden since: asking for messages finds the same, and says so.
    if (response.status === 401) return;
    if (!response.ok) throw new Error(response.statusText);
    holder.innerHTML = await response.text();
  } catch {
    // The buttons of an old question must not stay.
    refreshTimer = setTimeout(refreshComposer, POLL_MS);
    return;
  }
  // A code is given once, so it is kept in sight whatever becomes of the rest.
  const code = holder.content.querySelector("#break details");
  if (code) byId("break").replaceChildren(code);
  const next = holder.content.querySelector("#composer");
  if (isComposing || !next) return;
  mustRefresh = false;
  swap(next);
}

function swap(next) {
  const old = byId("composer");
  const before = box();
  const hadFocus = old.contains(document.activeElement) || document.activeElement === document.body;
  const wasInBox = document.activeElement === before;
  const { value, selectionStart, selectionEnd } = before;
  old.replaceWith(next);
  const now = box();
  now.value = value;
  if (mode.textContent !== next.dataset.who) mode.textContent = next.dataset.who;
  count();
  if (!hadFocus) return;
  // On a phone the box would bring up the keyboard, over the choices that were just given.
  const isTouch = matchMedia("(pointer: coarse)").matches;
  const choices = wasInBox || !isTouch ? null : next.querySelector("fieldset");
  choices?.setAttribute("tabindex", "-1");
  (choices ?? now).focus({ preventScroll: true });
  if (wasInBox && now.setSelectionRange && now.type !== "email") {
    now.setSelectionRange(selectionStart, selectionEnd);
  }
}

function count() {
  const left = longest - box().value.length;
  const shown = byId("count");
  const isNear = left < longest * 0.2;
  const words = (left < 0 ? says.over : says.count).replace("{count}", Math.abs(left));
  if (isNear && shown.hidden) tell(words);
  shown.hidden = !isNear;
  shown.textContent = words;
}

document.addEventListener("compositionstart", () => { isComposing = true; });
document.addEventListener("compositionend", () => {
  isComposing = false;
  if (mustRefresh) refreshComposer();
});
document.addEventListener("input", (event) => {
  if (event.target !== box()) return;
  clearProblems();
  count();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const isText = form.id === "say";
  // A browser that does not tell which button was pressed has to send the form itself.
  const goesElsewhere = new URL(form.action).pathname !== location.pathname;
  if (goesElsewhere || !byId("composer").contains(form) || !(isText || event.submitter)) return;
  event.preventDefault();
  clearProblems();
  if (isText && box().value.trim() === "") {
    showProblem(says.empty);
    return;
  }
  if (isText && box().value.length > longest) {
    count();
    box().focus();
    return;
  }
  queue(form, event.submitter ?? form.querySelector(".send"));
  if (isText) box().value = "";
  count();
  // An old choice must not answer the next question.
  for (const old of document.querySelectorAll(".choices, .ticks")) old.hidden = true;
  if (isText || !matchMedia("(pointer: coarse)").matches) box().focus({ preventScroll: true });
});

document.addEventListener("keydown", (event) => {
  const isBox = event.target === box() && box().tagName === "TEXTAREA";
  if (isBox && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId("say").querySelector(".send").click();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.id !== "words") return;
  event.preventDefault();
  Object.assign(box(), { type: "text", inputMode: "text" });
  event.target.parentElement.remove();
  box().focus();
});

window.addEventListener("online", () => {
  wake();
  noteConnection();
});
window.addEventListener("offline", () => tell(says.offline));

byId("check").hidden = true;
count();
if (log.dataset.conversation) {
  scrollTo(byId("newest"));
  listen();
}
