// Asks the device for a passkey and sends its answer with the form of the button. Without this the form says what it needs.
(() => {
  "use strict";
  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

  const options = async (form) => {
    const answer = await fetch(form.dataset.options, { method: "POST", headers: { Accept: "application/json" } });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.detail ?? form.dataset.lost);
    said.challenge = bytes(said.challenge);
    if (said.user) said.user.id = bytes(said.user.id);
    (said.excludeCredentials ?? []).forEach((it) => { it.id = bytes(it.id); });
    return said;
  };

  // As PublicKeyCredential.toJSON writes it, which not every browser has.
  const written = (credential) => {
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
      clientExtensionResults: {},
      response,
    });
  };

  const reason = (form, failure) => {
    if (failure.name === "InvalidStateError") return form.dataset.known;
    if (failure.name === "NotAllowedError" || failure.name === "AbortError") return form.dataset.cancelled;
    if (failure instanceof TypeError || failure instanceof SyntaxError) return form.dataset.lost;
    return failure.message;
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const status = form.querySelector("[data-status]");
      const button = form.querySelector("button");
      status.textContent = "";
      if (!window.PublicKeyCredential) {
        status.textContent = form.dataset.unsupported;
        return;
      }
      button.disabled = true;
      try {
        const publicKey = await options(form);
        const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
        form.elements.credential.value = written(credential);
        form.submit();
      } catch (failure) {
        status.textContent = reason(form, failure);
      }
      button.disabled = false;
    });
  }
})();
