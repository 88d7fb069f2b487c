// Joins words and facts: pointing at one lights the other, a click or Enter goes there, Esc lets go.
// Without it a fact's link loads the page anew with its words marked.
import "./article.css";
import { Joined } from "./joined";

const root = document.querySelector<HTMLElement>("[data-island=article]");
if (root) new Joined(root).start();
