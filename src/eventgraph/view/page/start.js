/* Everything is there: show what the address asks for, or the overview. */

legend.open = window.innerWidth > 760;
window.addEventListener("popstate", followAddress);
followAddress();
document.documentElement.dataset.ready = "yes";
