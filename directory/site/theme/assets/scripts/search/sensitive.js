// Whether a search tells something that can put a person in danger when others see it: a cry for help, or a word of what
// the vocabulary marks as sensitive. More than needed is better than less.

export function isSensitive({ help, asked, phrases }, { sensitive, meanings }) {
  const marked = (id) => sensitive.includes(id);
  const means = (stem) => meanings.get(stem)?.some(({ id, stems }) => stems.length === 1 && marked(id));
  return help.level !== "none" || asked.some(({ stems }) => stems.some(means)) || phrases.some(({ meant }) => [...meant.keys()].some(marked));
}
