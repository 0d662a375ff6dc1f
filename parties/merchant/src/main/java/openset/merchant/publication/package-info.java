/**
 * Offers that the merchant signs ahead, so that they can be paid without PInit ({@code
 * spec/published.md}). Start reading at {@link openset.merchant.publication.Publications}.
 */
package openset.merchant.publication;
