const field = (name) => document.getElementById(name);
function show() {
  const sort = field("sort").value, kind = field("kind").value, words = field("words").value.toLowerCase();
  let shown = 0;
  for (const section of document.querySelectorAll("section")) {
    let some = false;
    for (const error of section.querySelectorAll("article")) {
      const fits = (!sort || error.dataset.sort === sort) && (!kind || error.dataset.kind === kind)
        && (!words || error.textContent.toLowerCase().includes(words));
      error.hidden = !fits;
      some ||= fits;
      shown += fits;
    }
    section.hidden = !some;
  }
  field("shown").value = `${shown} errors`;
}
field("filter").addEventListener("input", show);
field("filter").addEventListener("submit", (event) => event.preventDefault());
for (const button of document.querySelectorAll("button")) {
  button.addEventListener("click", () => {
    field("sort").value = button.dataset.sort;
    field("kind").value = button.dataset.kind;
    show();
  });
}
