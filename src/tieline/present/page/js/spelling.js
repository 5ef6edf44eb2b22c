// Words that somebody may have meant: the nearest of those that there are.

// A text with each unknown word put right, or null where one of them is near to nothing.
export function putRight(words, known) {
  const right = words.map((word) => (known.has(word) ? word : nearest(word, known)));
  return right.every(Boolean) ? right.join(" ") : null;
}

// The known word with the fewest slips from this one; of equals the commonest. One slip in a short word, two in a long one.
function nearest(word, known) {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  let best = null;
  let fewest = most + 1;
  for (const [other, count] of known) {
    if (Math.abs(other.length - word.length) > most) continue;
    const slips = slipsBetween(word, other, most);
    if (slips < fewest || (slips === fewest && slips <= most && count > known.get(best))) [best, fewest] = [other, slips];
  }
  return best;
}

// How many letters to add, drop or change to make one word of the other; more than `most` is not counted on.
function slipsBetween(one, other, most) {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) row.push(Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    if (Math.min(...row) > most) return most + 1;
    before = row;
  }
  return before[other.length];
}
