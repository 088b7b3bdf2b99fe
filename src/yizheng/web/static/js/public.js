// Progressive enhancement only: every page works without it.
import { initAll } from "../vendor/govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// What is folded away on the screen is evidence on paper.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const each of opened) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of opened) each.open = false;
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A chosen file is handed in at once: whoever chooses five files and then presses one button has lost none.
for (const note of document.querySelectorAll("[data-when-scripted]")) note.hidden = false;
for (const form of document.querySelectorAll("form[data-uploads-itself]")) {
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("button[type=submit]");
  button.hidden = true;
  input.addEventListener("change", () => {
    if (!input.files.length) return;
    form.dataset.uploading = "";
    setTimeout(() => {
      const status = form.querySelector(".govuk-file-upload-button__status");
      if (status) status.textContent = "正在上传……";
      form.requestSubmit(button);
    });
  });
}
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.querySelectorAll("[data-uploading]")) form.reset();
});
