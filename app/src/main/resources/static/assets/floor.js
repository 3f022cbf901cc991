// The speakers' list follows the server by its stream of events; without this its reader asks again.
(() => {
  "use strict";
  const list = document.querySelector("[data-events]");
  if (!list) return;
  const status = document.querySelector("[data-status]");
  // How far the server's clock is ahead of this one: the server's counts.
  let ahead = Number(list.dataset.now) - Date.now();
  let due = false;

  const tick = () => {
    const timer = list.querySelector("[data-ends]");
    if (!timer) return;
    // Nobody has more than the whole time, though the server's clock were set back.
    const left = Math.min(
      Math.floor((Number(timer.dataset.ends) - Date.now() - ahead) / 1000), Number(timer.dataset.limit));
    const size = Math.abs(left);
    timer.classList.toggle("over", left < 0);
    timer.querySelector("b").textContent =
      (left < 0 ? "−" : "") + Math.floor(size / 60) + ":" + String(size % 60).padStart(2, "0");
  };

  const speaker = () => list.querySelector("[data-who]")?.textContent.trim() ?? "";

  // The forms beside the list are made anew too, but never while somebody fills one in.
  const renew = async () => {
    const forms = document.querySelector("[data-controls]");
    if (!forms || !forms.firstElementChild) return;
    const at = document.activeElement;
    due = forms.contains(at) && at.matches("input, select");
    if (due) return;
    const answer = await fetch(list.dataset.page, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-controls]");
    if (!fresh) return;
    const focus = forms.contains(document.activeElement) ? document.activeElement.id : "";
    forms.replaceWith(document.importNode(fresh, true));
    if (focus) document.getElementById(focus)?.focus();
  };

  const show = (event) => {
    const fresh = new DOMParser().parseFromString(event.data, "text/html").body.firstElementChild;
    if (!fresh || fresh.dataset.version === list.firstElementChild.dataset.version) return;
    const before = speaker();
    list.replaceChildren(document.importNode(fresh, true));
    tick();
    if (speaker() && speaker() !== before) status.textContent = status.dataset.nowSpeaks.replace("#", speaker());
    renew().catch(() => {});
  };

  const follow = () => {
    const source = new EventSource(list.dataset.events);
    source.addEventListener("time", (event) => { ahead = Number(event.data) - Date.now(); tick(); });
    source.addEventListener("list", show);
    source.onopen = () => { if (status.textContent === status.dataset.lost) status.textContent = ""; };
    source.onerror = () => {
      status.textContent = status.dataset.lost;
      // Refused, as when too many listen: the browser does not try again by itself.
      if (source.readyState === EventSource.CLOSED) setTimeout(follow, 5000 + Math.random() * 5000);
    };
    addEventListener("pagehide", () => source.close(), { once: true });
  };

  document.addEventListener("focusout", () => { if (due) setTimeout(() => renew().catch(() => {}), 0); });
  addEventListener("pageshow", (event) => { if (event.persisted) follow(); });
  setInterval(tick, 250);
  follow();
})();
