// The shop's pages work without this script; what it finds on a page it makes more convenient.
import { offerPayment } from './shop/pay';

document.documentElement.dataset['script'] = 'on';
offerPayment(document);
