import { english } from './theatre/english';
import { open } from './theatre/theatre';

open(english);
