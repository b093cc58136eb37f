// Makes the chat quicker: sends without loading the page again and shows what arrives.
// The first message goes as a plain form post: it begins the conversation.
"use strict";

const log = document.getElementById("log");
const form = document.getElementById("say");
const field = document.getElementById("text");
const choices = document.getElementById("choices");
const status = document.getElementById("status");
const names = { parent: "You", assistant: "Assistant", staff: "Our team" };
const address = `/api/conversations/${log.dataset.conversation}`;
let newest = Math.max(...Array.from(log.querySelectorAll("[data-seq]"), (item) => Number(item.dataset.seq)));

function paragraph(name, text) {
  const element = document.createElement("p");
  element.className = name;
  element.textContent = text;
  return element;
}

function show(message) {
  if (message.seq <= newest) return;
  newest = message.seq;
  const item = document.createElement("div");
  item.className = `message from-${message.from}`;
  item.dataset.seq = message.seq;
  const words = paragraph("text", message.text);
  words.dir = message.dir ?? "auto";
  if (message.lang) words.lang = message.lang;
  item.append(paragraph("who", names[message.from]), words);
  log.append(item);
  log.scrollTop = log.scrollHeight;
  if (message.from !== "parent") status.textContent = "";
  choices.replaceChildren(...message.choices.map((choice) => {
    const button = document.createElement("button");
    button.type = "submit";
    button.name = "say";
    button.value = choice.say;
    button.formNoValidate = true;
    button.textContent = choice.label;
    if (message.lang) Object.assign(button, { lang: message.lang, dir: message.dir });
    return button;
  }));
}

function listen() {
  new EventSource(`${address}/events?after=${newest}`)
    .addEventListener("message", (event) => show(JSON.parse(event.data)));
}

let unsent = null;

async function send(text) {
  // Trying again after a failure sends the same id, so that it counts once.
  if (unsent === null || unsent.text !== text) {
    unsent = { client_message_id: crypto.randomUUID(), text };
  }
  status.textContent = "Sending…";
  const response = await fetch(`${address}/messages`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(unsent),
  });
  if (!response.ok) throw new Error((await response.json()).detail);
  unsent = null;
}

log.scrollTop = log.scrollHeight;
if (log.dataset.conversation && window.EventSource && crypto.randomUUID) {
  listen();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = event.submitter?.name === "say" ? event.submitter.value : field.value;
    try {
      await send(text);
      if (text === field.value) field.value = "";
      status.textContent = "";
    } catch (error) {
      status.textContent = `That did not go through. ${error.message} Please try again.`;
    }
    field.focus();
  });
}
