import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The languages that the wallet speaks. */
export type Language = 'en' | 'zh';

/** A table of texts in each language; what is missing in one does not compile. */
export type Words<T> = { readonly [language in Language]: T };

/** Each language: its own name, its tag (BCP 47), and what formats its numbers and dates. */
export const LANGUAGES: Words<{ name: string; tag: string; locale: string }> = {
  en: { name: 'English', tag: 'en', locale: 'en-GB' },
  zh: { name: '中文', tag: 'zh-Hans', locale: 'zh-CN' },
};

/** How bright the page is; `system` leaves it to the device. */
export type Theme = 'system' | 'light' | 'dark';

/** The language chosen before on this device, else the one that the browser likes best. */
export function rememberedLanguage(): Language {
  const chosen = localStorage.getItem('lang');
  if (chosen === 'en' || chosen === 'zh') return chosen;
  const liked = navigator.languages.find((tag) => /^(en|zh)/i.test(tag));
  return liked && /^zh/i.test(liked) ? 'zh' : 'en';
}

/** The brightness chosen before on this device. */
export function rememberedTheme(): Theme {
  const chosen = localStorage.getItem('theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** Shows the page in a language and a brightness, now and from now on. */
export function remember(language: Language, theme: Theme): void {
  localStorage.setItem('lang', language);
  localStorage.setItem('theme', theme);
  const page = document.documentElement;
  page.lang = LANGUAGES[language].tag;
  if (theme === 'system') delete page.dataset['theme'];
  else page.dataset['theme'] = theme;
}

/** The language of everything below. */
export const Speaking = createContext<Language>('en');

/** What stands in a table for the language of now. */
export function useWords<T>(table: Words<T>): T {
  return table[useContext(Speaking)];
}

/** A day, as people of that language write it. */
export function day(language: Language, when: Date): string {
  const { locale } = LANGUAGES[language];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(when);
}
