import { render } from 'preact';
import { Theatre } from './theatre/theatre';

const place = document.getElementById('theatre');
if (place !== null) {
  render(<Theatre />, place);
}
