/** Said where the words themselves may be what did not come. */
const said = {
  en: { what: 'The page did not arrive whole. The line may be weak.', again: 'Try again' },
  es: { what: 'La página no llegó completa. Puede que la señal sea débil.', again: 'Intentar de nuevo' },
};

/** In place of a page of which a part did not come: says so, and lets one ask for it again. */
export function notArrived(): void {
  const { what, again } = navigator.language.startsWith('es') ? said.es : said.en;
  const told = document.createElement('div');
  told.setAttribute('role', 'alert');
  told.append(Object.assign(document.createElement('h1'), { textContent: what }));
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: again });
  button.addEventListener('click', () => location.reload());
  document.querySelector('.arriving')?.append(told, button);
}
