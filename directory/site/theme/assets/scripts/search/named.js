// Pages that a query finds by their name only: offers that there are no more, and providers.

import { plain } from "./data.js";

const SHORTEST = 5;

// A name is meant by the whole of it, by a part of several words, or by a word that no offer has.
export function namedPages({ text, content }, shard) {
  const title = plain(text);
  const own = content.filter(({ joined, forms }) => joined.length >= SHORTEST && !forms.some(shard.has)).map(({ joined }) => joined);
  const meant = (name) =>
    name === title || (title.includes(" ") && ` ${name} `.includes(` ${title} `)) ||
    own.some((word) => name.split(" ").some((part) => part.startsWith(word)));
  return title ? shard.pages.filter(({ titles }) => titles.some(meant)) : [];
}
