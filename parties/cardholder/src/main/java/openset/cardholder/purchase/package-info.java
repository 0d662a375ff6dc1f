/**
 * One purchase, from the offer to the gateway's receipt: where it stands ({@link
 * openset.cardholder.purchase.Purchase}) and what moves it ({@link
 * openset.cardholder.purchase.PurchaseDesk}). Pure; never here: tables, keys at rest, sentences.
 */
package openset.cardholder.purchase;
