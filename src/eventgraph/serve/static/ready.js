// The ready questions: fields for the values of the chosen one; its SPARQL is told to whoever listens for "ready".
"use strict";
const form = document.getElementById("ready"), which = document.getElementById("which");

function show() {
  for (const fields of form.querySelectorAll("fieldset"))
    fields.hidden = fields.disabled = fields.dataset.of !== which.value;
}

async function ask() {
  if (!which.value) return;
  const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const answer = await fetch(`/ready/${which.value}?${given}`);
  const text = await answer.text();
  document.getElementById("told").textContent = answer.ok ? "" : text;
  if (answer.ok) document.dispatchEvent(new CustomEvent("ready", { detail: text }));
}

which.addEventListener("change", () => {
  show();
  if (!form.querySelector("fieldset:enabled [required]")) ask();
});
form.addEventListener("submit", event => {
  event.preventDefault();
  ask();
});
show();
