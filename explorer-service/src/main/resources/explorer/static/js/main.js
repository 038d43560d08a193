// Starts the page: its views, the search field, light and dark.

import { start } from './router.js';
import { searchField } from './searchfield.js';
import { themeSwitch } from './theme.js';
import { key } from './api.js';
import { overview } from './views/overview.js';
import { publication } from './views/publication.js';
import { entity } from './views/entity.js';
import { search } from './views/search.js';
import { compare } from './views/compare.js';
import { live } from './views/live.js';

themeSwitch(document.getElementById('theme'));
searchField(document.getElementById('search'));
// A plain link can't send the key.
document.getElementById('export').hidden = key.get() !== null;
start({
  '/': overview,
  '/publication': publication,
  '/entity': entity,
  '/search': search,
  '/compare': compare,
  '/live': live,
});
