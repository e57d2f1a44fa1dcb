// The query form of an installation without the bundled editor: a ready question fills the text.
"use strict";
document.getElementById("which").addEventListener("change", event => {
  if (event.target.value) document.getElementById("query").value = event.target.value;
});
