/** Shows the buttons that copy a secret, where the browser lets pages copy. */
export function copyButtons(page: Document): void {
  if (!('clipboard' in navigator)) return;
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const from = page.getElementById(button.dataset['copy'] ?? '');
      void navigator.clipboard.writeText(from?.textContent ?? '').then(() => {
        button.textContent = button.dataset['copied'] ?? '';
      });
    });
  }
}
