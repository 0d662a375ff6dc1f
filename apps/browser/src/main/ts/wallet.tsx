import { render } from 'preact';
import { Wallet } from './wallet/wallet';

const place = document.getElementById('wallet');
if (place !== null) {
  render(<Wallet />, place);
}
