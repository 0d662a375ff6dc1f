// The office's pages work without this script; what it finds on a page it makes more convenient.
import { copyButtons } from './office/copy';
import { live } from './office/live';
import { operations } from './office/try';

document.documentElement.dataset['script'] = 'on';
copyButtons(document);
operations(document);
live(document);
