import './wallet/pay/handler';
