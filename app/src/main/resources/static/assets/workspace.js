// What the rapporteur's workspace does beyond its forms: it keeps what was typed on the device until
// the server has it, saves while one writes, and shows what the others do. Without it the forms work.
(() => {
  "use strict";
  const status = document.querySelector("[data-status]");
  const say = (text) => { if (status) status.textContent = text; };
  const json = { Accept: "application/json" };

  // Captured points wait in a queue on this device, each under the key it was captured with, until
  // the server has confirmed them: sent twice, a point is kept once.
  const capture = document.querySelector("form[data-capture]");
  if (capture) {
    const box = "capture:" + capture.dataset.capture;
    const waiting = () => JSON.parse(localStorage.getItem(box) || "[]");
    const keep = (items) => localStorage.setItem(box, JSON.stringify(items));
    let sending = false;

    const tell = () => {
      const count = waiting().length;
      if (count > 0) say(status.dataset[navigator.onLine ? "waiting" : "offline"].replace("#", count));
    };

    const send = async () => {
      if (sending) return;
      sending = true;
      try {
        while (waiting().length > 0) {
          const item = waiting()[0];
          const answer = await fetch(capture.action, { method: "POST", headers: json, body: new URLSearchParams(item) });
          const told = await answer.json().catch(() => ({}));
          if (!answer.ok && answer.status < 500 && answer.status !== 429) {
            // Refused for good: back into the form with the reason, so that it can be mended.
            keep(waiting().slice(1));
            capture.elements.text.value = item.text + (capture.elements.text.value ? "\n" + capture.elements.text.value : "");
            say(told.detail || String(answer.status));
            return;
          }
          if (!answer.ok) throw new Error(String(answer.status));
          keep(waiting().slice(1));
          say(told.saved);
          await refresh();
        }
      } catch (lost) {
        tell();
      } finally {
        sending = false;
      }
    };

    capture.addEventListener("submit", (event) => {
      event.preventDefault();
      const item = Object.fromEntries(new FormData(capture));
      item.capture = crypto.randomUUID ? crypto.randomUUID() : capture.elements.capture.value.slice(0, -8) + Date.now().toString(16).slice(-8);
      keep([...waiting(), item]);
      for (const name of ["text", "support", "dissent"]) capture.elements[name].value = "";
      capture.elements.text.focus();
      say(status.dataset.saving);
      send();
    });
    capture.elements.text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        capture.requestSubmit();
      }
    });
    addEventListener("online", send);
    addEventListener("offline", tell);
    setInterval(send, 10000);
    send();
  }

  // The list of points is asked for again now and then, and when something was added; not while the
  // reader is in it.
  const holder = document.querySelector("[data-list]");
  async function refresh() {
    if (!holder || holder.contains(document.activeElement)) return;
    const answer = await fetch(holder.dataset.list, { headers: { Accept: "text/html" } });
    if (answer.ok && !answer.redirected) {
      const list = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("list");
      if (list) holder.replaceChildren(document.importNode(list, true));
    }
  }
  if (holder) setInterval(() => { if (navigator.onLine && !document.hidden) refresh().catch(() => {}); }, 5000);

  // A point is saved a moment after the last key, over the version that was seen.
  const edit = document.querySelector("form[data-autosave]");
  if (edit) {
    const box = "draft:" + edit.dataset.autosave;
    const fields = () => Object.fromEntries(new FormData(edit));
    let timer;
    let sending = false;
    let stopped = false;

    const draft = JSON.parse(localStorage.getItem(box) || "null");
    if (draft) {
      for (const [name, value] of Object.entries(draft)) {
        const field = edit.elements[name];
        if (field) field.value = value;
      }
    }

    const save = async () => {
      if (sending || stopped || !localStorage.getItem(box)) return;
      sending = true;
      const sent = fields();
      try {
        const answer = await fetch(edit.action, {
          method: "POST",
          headers: { ...json, "If-Match": "\"" + sent.seen + "\"" },
          body: new URLSearchParams(sent),
        });
        const told = await answer.json().catch(() => ({}));
        if (answer.ok) {
          edit.elements.seen.value = told.version;
          if (JSON.stringify({ ...fields(), seen: "" }) === JSON.stringify({ ...sent, seen: "" })) localStorage.removeItem(box);
          say(told.saved);
        } else if (answer.status === 412) {
          stopped = true;
          localStorage.removeItem(box);
          say(told.told);
          status.classList.add("error");
        } else {
          say(told.detail || String(answer.status));
        }
      } catch (lost) {
        say(status.dataset.offline.replace("#", 1));
      } finally {
        sending = false;
      }
    };

    edit.addEventListener("input", () => {
      localStorage.setItem(box, JSON.stringify(fields()));
      clearTimeout(timer);
      timer = setTimeout(save, 1500);
    });
    edit.addEventListener("submit", () => localStorage.removeItem(box));
    addEventListener("online", save);
    setInterval(save, 10000);
    if (draft) save();
  }
})();
