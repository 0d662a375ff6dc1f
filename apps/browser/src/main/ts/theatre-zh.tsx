import { chinese } from './theatre/chinese';
import { open } from './theatre/theatre';

open(chinese);
