// A text into the clipboard; where that is not allowed, the place that shows it is marked, to be copied by hand.

export async function copy(status, text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = "Der Text ist kopiert.";
  } catch {
    const folded = shown.closest("details");
    if (folded) folded.open = true;
    getSelection().selectAllChildren(shown);
    status.textContent = "Der Text ist markiert. Kopieren Sie den Text selbst.";
  }
}
