// A bank's pages work without this script; what it finds on a page it makes more convenient.
import { copyOn, handOver } from './account/card';

document.documentElement.dataset['script'] = 'on';
copyOn(document);
handOver(document, window);
