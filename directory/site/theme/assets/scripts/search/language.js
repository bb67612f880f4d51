// German for the search: folding, words, stems, compounds. directory/search/analysis.py and compounds.py do exactly
// the same; the endings come from directory/search/rules.yaml.

const CHUNK = /[\p{L}\p{N}]+(?:[-‐·‧•/]+[\p{L}\p{N}]+)*/gu;
const SEPARATOR = /[-‐·‧•/]+/g;

export function fold(text) {
  return text.normalize("NFKD").toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "");
}

const isWord = (text) => text.length > 1 || /^\p{Nd}$/u.test(text);

export function words(text) {
  const folded = fold(text).replace(/['’`´]/g, "").replace(/[*:_](?=in)/g, "");
  return (folded.match(CHUNK) ?? [])
    .map((chunk) => ({ joined: chunk.replace(SEPARATOR, ""), parts: chunk.split(SEPARATOR).filter(isWord) }))
    .filter(({ joined }) => isWord(joined));
}

// What the word is if ae, oe and ue stand for ä, ö and ü; ue after a vowel or q is no ü: neue, Frauen, Quelle.
export function secondReading(word) {
  return word.replace(/[aou]e/g, (pair, at) => (pair === "ue" && "aeq".includes(word[at - 1] ?? "-") ? pair : pair[0]));
}

export function german(rules) {
  const prepared = (endings) =>
    endings.map((ending) => [ending.replace("|", ""), ending.slice(ending.indexOf("|") + 1).length]);
  const steps = [
    [prepared(rules.inflections), rules.inflections_leave],
    [prepared(rules.derivations), rules.derivations_leave],
  ];
  const strip = (word, [endings, leave]) => {
    const found = endings.find(([ending, goes]) => word.length - goes >= leave && word.endsWith(ending));
    return found ? word.slice(0, word.length - found[1]) : word;
  };
  const unchanged = new Set(rules.unchanged.split(" "));
  const stem = (word) => (unchanged.has(word) ? word : steps.reduce(strip, word));

  const first = (text, known) => {
    for (const link of rules.linking) {
      const kept = text.length - link.length;
      if (kept < rules.first_part || !text.endsWith(link)) continue;
      const found = stem(text.slice(0, kept));
      if (known(found)) return found;
    }
    return "";
  };

  function split(word, known) {
    for (let cut = rules.first_part; cut <= word.length - rules.part; cut += 1) {
      const head = stem(word.slice(cut));
      if (!known(head)) continue;
      const one = first(word.slice(0, cut), known);
      if (one) return [one, head];
      const rest = split(word.slice(0, cut), known);
      if (rest.length) return [...rest, head];
    }
    return [];
  }

  const list = (text) => {
    const all = new Set(text.split(" "));
    return (word) => all.has(word) || all.has(secondReading(word));
  };
  const [isStopWord, isGeneral, isNegation] = [rules.stop_words, rules.weak_words, rules.negations].map(list);
  const general = new RegExp(`^(\\d\\d?|(${rules.weak_stems})(${rules.weak_endings}))$`);
  const isWeak = (word) => isGeneral(word) || general.test(word);
  const swaps = rules.dialect.map((rule) => rule.split(">")).map(([from, to]) => [new RegExp(from, "g"), to]);
  // What a word may be in standard German, by one or two of the rules.
  const dialect = (word) => {
    if (word.length < 3 || /[^a-z]/.test(word)) return [];
    const once = swaps.map(([from, to]) => word.replace(from, to)).filter((one) => one !== word);
    const twice = once.flatMap((one) => swaps.map(([from, to]) => one.replace(from, to)));
    return [...new Set([...once, ...twice])].filter((one) => one !== word);
  };
  const heads = new Set(rules.heads.map(stem));
  return { stem, split, dialect, isStopWord, isWeak, isNegation, isHead: (word) => heads.has(word) };
}
