/** What a merchant's acquirers say that they settled and paid. */
package openset.merchant.settlement;
