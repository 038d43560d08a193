// Light, dark, or as the system has it.

const CHOICES = ['auto', 'light', 'dark'];
const SIGNS = { auto: '◐', light: '☀', dark: '☾' };
const STORED = 'dateline-theme';

/** Makes a button switch between them, and remembers the choice in this browser. */
export function themeSwitch(button) {
  const stored = localStorage.getItem(STORED);
  set(button, CHOICES.includes(stored) ? stored : 'auto');
  button.addEventListener('click', () => {
    const next = CHOICES[(CHOICES.indexOf(button.value) + 1) % CHOICES.length];
    localStorage.setItem(STORED, next);
    set(button, next);
  });
}

function set(button, choice) {
  button.value = choice;
  button.textContent = SIGNS[choice];
  button.title = `Colours: ${choice}`;
  button.setAttribute('aria-label', `Colours: ${choice}. Switch`);
  document.documentElement.dataset.theme = choice;
}
