// Progressive enhancement only: every page works without it.
const refused = document.querySelector("[data-refused]");
if (refused) refused.scrollIntoView({ block: "center" });

// "/" goes to the search box, as a clerk's hand expects.
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.querySelector("[data-search]");
  if (search) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

// One click, one act: the key in the form makes a repetition harmless, this only spares the wait.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) setTimeout(() => (button.disabled = true));
  });
}
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const button of document.querySelectorAll("form[method=post] button")) button.disabled = false;
});

// Long work goes on by itself, piece by piece, with the form that works without this; at its end the page comes anew.
const goOn = async () => {
  for (let form; (form = document.querySelector("form[data-go-on]")); ) {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const progress = page.querySelector("[data-progress]");
    if (!answer.ok || !progress) return;
    if (!progress.querySelector("form[data-go-on]")) return location.reload();
    document.querySelector("[data-progress]").replaceWith(progress);
  }
};
goOn();
