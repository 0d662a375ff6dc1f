/**
 * Tests of paying in the browser's wallet: the three entrances, what is proved before anything is
 * signed, what stops a payment, lost answers, receipts.
 */
package openset.browsing.pay;
