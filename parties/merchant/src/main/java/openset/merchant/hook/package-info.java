/**
 * Telling the merchant's own programs what happens to orders: who is told, what was told, and again
 * until it arrives. Start at {@link openset.merchant.hook.Webhooks}. Never here: HTTP, signatures.
 */
package openset.merchant.hook;
