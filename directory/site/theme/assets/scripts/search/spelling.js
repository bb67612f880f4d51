// How near two spellings are.

// Damerau: how many letters are missing, too many, wrong or swapped; 99 for more than `most`.
export function edits(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return 99;
  if (one[0] !== other[0] && (one[0] !== other[1] || one[1] !== other[0])) return 99;
  let [before, last] = [[], [...other, ""].map((_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return 99;
    [before, last] = [last, row];
  }
  return last[other.length];
}
