/** What the merchant can show to others about a purchase. */
package openset.merchant.evidence;
