// Keys for a desk, and ticks: every page works without it. j/k or the arrows go from row to row, Enter opens (it is a
// link), x ticks, ? says what the keys do; "/" stands in staff.js.
const links = [...document.querySelectorAll("[data-rows] .row-link")];
const ticks = [...document.querySelectorAll("[data-rows] input[name=ticked]")];
const keys = document.querySelector("[data-keys]");
const typing = (event) =>
  event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select, dialog[open]");

function go(step) {
  const row = document.activeElement?.closest?.("[data-rows] tbody tr");
  const at = row ? links.findIndex((link) => row.contains(link)) : -1;
  const link = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)];
  link?.focus();
  link?.closest("tr").scrollIntoView({ block: "nearest" });
}

function tick() {
  const box = document.activeElement?.closest?.("tr")?.querySelector("input[name=ticked]");
  if (box) box.click();
}

addEventListener("keydown", (event) => {
  if (typing(event)) return;
  const inRows = document.activeElement?.closest?.("[data-rows]");
  if (event.key === "j" || (event.key === "ArrowDown" && inRows)) go(1);
  else if (event.key === "k" || (event.key === "ArrowUp" && inRows)) go(-1);
  else if (event.key === "x" && inRows) tick();
  else if (event.key === "?" && keys) keys.showModal();
  else return;
  event.preventDefault();
});

// How many are ticked is said; one box ticks all.
const all = document.querySelector("[data-tick-all]");
const count = document.querySelector("[data-count]");
const form = document.querySelector("[data-many]");
function say() {
  const ticked = ticks.filter((box) => box.checked).length;
  if (count) count.textContent = ticked ? `已勾选${ticked}件：` : "勾选后批量办理：";
  if (all) all.checked = ticked === ticks.length;
}
if (all && ticks.length) {
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of ticks) box.checked = all.checked;
    say();
  });
  for (const box of ticks) box.addEventListener("change", say);
  say();
}
form?.addEventListener("submit", () => {
  if (count) count.textContent = "正在逐件办理，请稍候……";
});

// On a phone the tabs scroll: the one that is looked at is in sight.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
