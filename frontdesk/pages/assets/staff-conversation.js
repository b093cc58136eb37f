// The page works without this: a button asks for new messages and each form posts by itself. The
// script asks every two seconds, says that somebody is here, and counts what a text will take.

const ASK_MS = 2000;
const ASK_HIDDEN_MS = 15000;
const COUNT_AFTER_MS = 400;

const byId = (id) => document.getElementById(id);
const log = byId("log");
const list = byId("messages");
const box = byId("text");
const offline = byId("offline");
const segments = byId("segments");
const here = location.pathname.replace(/\/(claim|reply|preview|notes|hand-back|close)$/, "");

const newest = () => Number(list.lastElementChild?.dataset.seq ?? 0);
const isAtTheEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80;
const toTheEnd = () => { log.scrollTop = log.scrollHeight; };

// ---- What is said, and who answers

async function look() {
  const isReplying = box.value.trim() !== "" && document.activeElement === box;
  const address = `${here}/live?after=${newest()}${isReplying ? "&replying=1" : ""}`;
  const response = await fetch(address).catch(() => null);
  tellOffline(!response?.ok);
  if (!response?.ok) return;
  const holder = document.createElement("template");
  holder.innerHTML = await response.text();
  const follows = isAtTheEnd();
  const fresh = [...holder.content.querySelectorAll("#lines > li")]
    .filter((line) => Number(line.dataset.seq) > newest());
  if (fresh.length > 0) {
    byId("newest")?.removeAttribute("id");
    list.append(...fresh);
    if (follows) toTheEnd();
  }
  swapStanding(holder.content.querySelector("#standing"));
}

function swapStanding(next) {
  const old = byId("standing");
  if (!next || next.isEqualNode(old)) return;
  const place = [...old.querySelectorAll("button")].indexOf(document.activeElement);
  // The paragraph that tells who answers stays in place, so that a change of it is read out.
  const told = old.querySelector("[role=status]");
  const tells = next.querySelector("[role=status]");
  if (!told.isEqualNode(tells)) told.replaceChildren(...tells.childNodes);
  tells.replaceWith(told);
  old.replaceChildren(...next.childNodes);
  if (place >= 0) (old.querySelectorAll("button")[place] ?? box).focus();
}

function tellOffline(isOffline) {
  offline.hidden = !isOffline;
  const says = isOffline ? offline.dataset.says : "";
  if (offline.textContent !== says) offline.textContent = says;
}

async function keepLooking() {
  await look();
  setTimeout(keepLooking, document.hidden ? ASK_HIDDEN_MS : ASK_MS);
}

// ---- What a text will take

let countTimer;

async function count() {
  if (box.value.trim() === "") {
    segments.textContent = "";
    return;
  }
  const form = new FormData(byId("reply"));
  const response = await fetch(segments.dataset.preview, {
    method: "POST",
    body: new URLSearchParams(form),
  }).catch(() => null);
  if (response?.ok) segments.textContent = (await response.json()).says;
}

box.addEventListener("input", () => {
  if (!segments.dataset.preview) return;
  clearTimeout(countTimer);
  countTimer = setTimeout(count, COUNT_AFTER_MS);
});

// ---- A ready reply goes into the box, below what is there.

byId("put-in").addEventListener("click", (event) => {
  event.preventDefault();
  const chosen = byId("canned").selectedOptions[0];
  if (!chosen?.dataset.text) return;
  box.value = [box.value.trim(), chosen.dataset.text.trim()].filter(Boolean).join("\n");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
});

byId("check").hidden = true;
toTheEnd();
setTimeout(keepLooking, ASK_MS);
