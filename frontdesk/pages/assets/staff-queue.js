// The page works without this: a link loads it again, Tab goes through the cases, a button claims.
// The script says when cases have come, names who has taken one, and lets single keys do the rest.

const HIDDEN_TIMES = 6;

const byId = (id) => document.getElementById(id);
const news = byId("news");
const says = byId("news-says");
const show = byId("news-show");
const dialog = byId("shortcuts");
const title = document.title;

// ---- What came, and who has what

const known = new Set((news?.dataset.known ?? "").split(" ").filter(Boolean));

async function ask() {
  const response = await fetch(news.dataset.asks).catch(() => null);
  if (response?.status === 401) {
    tell(news.dataset.signedOut);
    return false;
  }
  if (!response?.ok) {
    tell(news.dataset.stopped);
    return true;
  }
  const { fresh, held } = await response.json();
  tellFresh(fresh.filter((key) => !known.has(key)));
  Object.entries(held).forEach(([id, name]) => nameHolder(id, name));
  return true;
}

function tellFresh(keys) {
  const count = new Set(keys.map((key) => key.split("@")[0])).size;
  document.title = count > 0 ? `(${count}) ${title}` : title;
  const words = count === 1 ? news.dataset.one : news.dataset.many.replace("{count}", count);
  tell(count > 0 ? words : "", count > 0);
}

// The list stays as it is: whoever reads it loads the page again when they like.
function tell(words, isNew = false) {
  news.classList.toggle("is-new", words !== "");
  show.hidden = words === "";
  show.textContent = isNew ? show.dataset.show : show.dataset.reload;
  if (says.textContent !== words) says.textContent = words;
}

function nameHolder(id, name) {
  const cell = document.querySelector(`tr[data-case="${CSS.escape(id)}"] [data-holder]`);
  const isThere = !cell || cell.textContent.trim() === name;
  if (isThere || name === "" || cell.contains(document.activeElement)) return;
  cell.textContent = name;
}

async function keepAsking() {
  if (!(await ask())) return;
  const every = Number(news.dataset.every);
  setTimeout(keepAsking, document.hidden ? every * HIDDEN_TIMES : every);
}

if (news) {
  show.dataset.reload = show.textContent;
  tell("");
  setTimeout(keepAsking, Number(news.dataset.every));
}

// ---- Single keys, unless the colleague has turned them off (WCAG 2.2, 2.1.4)

const links = () => [...document.querySelectorAll(".queue tbody th a")];
const rowAtHand = () => document.querySelector(".queue .at-hand");

function takeInHand(row) {
  rowAtHand()?.classList.remove("at-hand");
  row?.classList.add("at-hand");
}

function move(step) {
  const all = links();
  if (all.length === 0) return;
  const place = all.findIndex((link) => link.closest("tr") === rowAtHand());
  const next = place < 0 ? 0 : Math.min(Math.max(place + step, 0), all.length - 1);
  all[next].focus();
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  o: () => rowAtHand()?.querySelector("th a").click(),
  c: () => rowAtHand()?.querySelector("[data-holder] button")?.click(),
  "/": () => byId("words").focus(),
  "?": () => dialog.showModal(),
};

function isWriting(element) {
  return element.matches("input, textarea, select") || element.isContentEditable;
}

document.addEventListener("focusin", (event) => takeInHand(event.target.closest("tr[data-case]")));

document.addEventListener("keydown", (event) => {
  if (dialog.dataset.on !== "1" || dialog.open || event.defaultPrevented) return;
  if (event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target)) return;
  if (!Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});

byId("shortcuts-open").hidden = false;
byId("shortcuts-open").addEventListener("click", () => dialog.showModal());
