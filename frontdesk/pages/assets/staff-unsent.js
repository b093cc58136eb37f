// What was typed into a form is not lost where the session had ended, or where the form was refused.
// The tab keeps the words until they are saved, for the colleague who typed them and no longer than
// the tab is open. Signing out takes them away.

const KEY = "unsent";
const { who, problem, says } = document.body.dataset;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function keep(words) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(words));
  } catch {
    // Without storage the page works as it does without script.
  }
}

const forget = () => keep(null);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.getAttribute("action") === "/staff/sign-out") return forget();
  const typed = [...form.querySelectorAll("textarea")].filter((box) => box.value.trim() !== "");
  if (form.method !== "post" || typed.length === 0) return;
  const fields = Object.fromEntries(typed.map((box) => [box.id, box.value]));
  keep({ who, action: form.getAttribute("action"), fields, wasRefused: false });
});

function putBack(kept) {
  const forms = [...document.querySelectorAll("form")]
    .filter((form) => form.getAttribute("action") === kept.action);
  const boxes = forms.flatMap((form) => [...form.querySelectorAll("textarea")])
    .filter((box) => kept.fields[box.id] !== undefined);
  if (boxes.length === 0) return;
  for (const box of boxes) {
    if (box.value === "") box.value = kept.fields[box.id];
    box.closest("details")?.setAttribute("open", "");
  }
  const told = document.createElement("p");
  told.className = "notice";
  told.textContent = says;
  told.id = "unsent-says";
  boxes[0].before(told);
  boxes[0].setAttribute("aria-describedby", `${boxes[0].getAttribute("aria-describedby") ?? ""} unsent-says`.trim());
  boxes[0].focus();
  forget();
}

const kept = read();
if (kept !== null) {
  if (who === undefined || problem !== undefined) keep({ ...kept, wasRefused: true });
  else if (kept.who !== who || !kept.wasRefused) forget();
  else putBack(kept);
}
