// Pages that a query finds by their name only: offers that there are no more, and providers.

const SHORTEST = 5;

// A name is meant by the whole of it, by several of its words, or by a word that no offer has.
export function namedPages({ title, titleWords, content }, shard) {
  const own = content.filter(({ joined, forms }) => joined.length >= SHORTEST && !forms.some(shard.has)).map(({ joined }) => joined);
  const meant = ({ sorted, all }) =>
    sorted === title || (titleWords.length > 1 && titleWords.every((word) => all.has(word))) ||
    own.some((word) => [...all].some((part) => part.startsWith(word)));
  return title ? shard.pages.filter(({ titles }) => titles.some(meant)) : [];
}
