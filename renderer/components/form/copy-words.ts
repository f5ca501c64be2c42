/**
 * Copies by the command that needs no permission: the window is granted none, and navigator.clipboard wants one.
 * @param words what is copied, as plain text
 * @returns whether it was copied
 */
export function copyWords(words: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', words);
    event.preventDefault();
  };
  document.addEventListener('copy', give, { once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', give);
  return copied;
}
