// Password and code work without this. The script asks the browser for a passkey, or to make one,
// and posts the form with what it gave. A part is shown only where the browser knows passkeys.

const toBytes = (text) => Uint8Array.from(
  atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// As WebAuthn level 3 writes them (5.1.9 and 5.1.10); not every browser brings its own reader yet.
function readOptions(options) {
  const known = (list) => list?.map((each) => ({ ...each, id: toBytes(each.id) }));
  return {
    ...options,
    challenge: toBytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: toBytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
  };
}

function write(credential) {
  const response = {};
  for (const name of [
    "clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle",
  ]) {
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  }
  const { id, type } = credential;
  return JSON.stringify({ id, rawId: toText(credential.rawId), type, response });
}

async function ask(part, form) {
  const answer = await fetch(part.dataset.options, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams(new FormData(form)),
  });
  const given = await answer.json();
  if (!answer.ok) throw new Error(given.detail, { cause: "told" });
  const publicKey = readOptions(given);
  const credential = part.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  return write(credential);
}

function prepare(part) {
  const form = part.closest("form");
  const button = part.querySelector("button");
  const problem = part.querySelector("[role=alert]");
  const goOn = async (event) => {
    event.preventDefault();
    const needed = [...form.elements].filter((each) => each.name !== part.dataset.insteadOf);
    if (!needed.every((each) => each.reportValidity())) return;
    problem.textContent = "";
    button.disabled = true;
    try {
      form.elements.credential.value = await ask(part, form);
      form.submit();
    } catch (error) {
      problem.textContent = error.cause === "told" ? error.message : part.dataset.failed;
      button.disabled = false;
      button.focus();
    }
  };
  if (part === form) form.addEventListener("submit", goOn);
  else button.addEventListener("click", goOn);
  part.hidden = false;
}

if (window.PublicKeyCredential) {
  document.querySelectorAll("[data-without-passkeys]").forEach((each) => { each.hidden = true; });
  document.querySelectorAll("[data-passkey]").forEach(prepare);
}
